"""Reads what programs print of a dictionary or an object, in any of their notations."""
