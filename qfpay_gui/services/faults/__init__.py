"""Faults of the program itself: every exception that nobody caught, written down without secrets."""
