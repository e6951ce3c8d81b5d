"""The draft being edited, its preview, and what is chosen about it."""
