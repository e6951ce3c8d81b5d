"""Openid."""
