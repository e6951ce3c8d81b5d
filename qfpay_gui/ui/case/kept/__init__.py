"""Kept cases as the window shows them: the list of recent ones, what is noted, and one that is only looked at."""
