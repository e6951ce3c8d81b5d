"""Signing code."""
