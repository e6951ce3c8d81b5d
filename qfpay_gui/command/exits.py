"""How a command ends."""

WELL, FOUND, COULD_NOT, INTERRUPTED = 0, 1, 3, 130
"""Exit codes; 2 is a wrong command line."""


class CouldNotError(Exception):
    """Why a command could not be carried out, in one sentence with the way out; it never quotes a secret."""
