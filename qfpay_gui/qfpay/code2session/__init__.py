"""Code2session."""
