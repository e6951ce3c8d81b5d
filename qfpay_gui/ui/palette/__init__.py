"""Find any command, field, order or sentence by typing a part of it."""
