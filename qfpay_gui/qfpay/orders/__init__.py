"""An order's life, put together from what exchanges and notifications say about it."""
