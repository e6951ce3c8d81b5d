"""Faults of the program itself, shown."""
