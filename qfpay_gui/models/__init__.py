"""Observable state and background work (QtCore only)."""
