"""The Mini Program project of an order, and its export."""
