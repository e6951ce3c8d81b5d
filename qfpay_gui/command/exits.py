"""How a command ends."""

WELL, FOUND, WRONG_USE, COULD_NOT, INTERRUPTED = 0, 1, 2, 3, 130
"""Exit codes; a wrong command line is 2, as argparse has it."""


class CouldNotError(Exception):
    """Why a command could not be carried out, in one sentence with the way out; it never quotes a secret."""
