"""What is noticed about the request, all of it, and the buttons that mend it."""
