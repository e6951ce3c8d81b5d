"""What came back: the reply as read, whether it is signed, and what it means."""
