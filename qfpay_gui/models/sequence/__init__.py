"""The messages of the orders of this session, as they happen."""
