"""The known ways to get a signature wrong, one kind a module."""
