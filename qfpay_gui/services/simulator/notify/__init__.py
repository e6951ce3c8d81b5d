"""Notifications: written, delivered to this machine, and repeated until they are accepted."""
