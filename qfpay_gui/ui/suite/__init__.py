"""Suites: which there are, what runs, and what came of it."""
