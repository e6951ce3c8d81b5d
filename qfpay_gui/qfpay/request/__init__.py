"""The request as it is edited, what can be wrong with it, and the bytes that are sent."""
