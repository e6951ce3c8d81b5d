"""The payment form: one row a parameter, the merchant, and the inspector."""
