"""Families about a time: how it is printed, read and counted."""
