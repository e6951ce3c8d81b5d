"""The notifications received here, their deliveries, and what a check of one says."""
