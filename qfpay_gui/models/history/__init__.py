"""The history: what is wanted of it, one entry, and two of them compared."""
