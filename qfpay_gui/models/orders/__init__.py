"""The table of orders, what is wanted of it, and refunding a day's test payments."""
