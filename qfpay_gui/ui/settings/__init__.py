"""What the window looks like, remembers and trusts, chosen in one place."""
