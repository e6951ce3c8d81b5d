"""Keychain."""
