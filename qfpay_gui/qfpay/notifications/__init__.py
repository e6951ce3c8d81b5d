"""Notifications to a merchant's receiver: composed, signed rightly or wrongly on purpose, and its answers judged."""
