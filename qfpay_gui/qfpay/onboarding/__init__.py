"""A merchant's set-up for Mini Program payments: its six steps, how far they are known to be done, and their rules."""
