"""The sequence diagram: the messages of an order, drawn, opened, and saved."""
