"""A merchant's set-up as the window sees it: what was entered about it, and what was seen of it."""
