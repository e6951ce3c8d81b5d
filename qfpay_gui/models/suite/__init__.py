"""Runs suites, without Qt: for the shell, and for a worker of the window."""
