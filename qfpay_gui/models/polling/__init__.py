"""Queries again and again until an order's state is final."""
