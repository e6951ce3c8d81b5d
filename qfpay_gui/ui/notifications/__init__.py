"""Notifications: what came in here, and what a merchant received elsewhere."""
