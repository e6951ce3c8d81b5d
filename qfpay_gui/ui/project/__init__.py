"""The Mini Program project of an order: look at it, export it, open its folder."""
