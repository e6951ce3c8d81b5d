"""Sends a request away from the window, and keeps what came of it."""
