"""Sentences in the language of the window."""
