"""The request form: the endpoint, one row a parameter, the merchant, and the inspector."""
