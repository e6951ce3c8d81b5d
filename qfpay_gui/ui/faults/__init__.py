"""Faults of the program itself, shown; and what is handed on with a question about it."""
