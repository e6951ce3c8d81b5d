"""The history: every exchange, to search, to note, to reopen, to compare."""
