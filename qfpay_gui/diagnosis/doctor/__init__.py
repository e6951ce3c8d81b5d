"""The doctor: finds the smallest set of deviations from the official recipe that yields a merchant's signature."""
