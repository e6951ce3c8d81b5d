"""Hides keys and what is personal in whatever is shown, kept or sent on."""
