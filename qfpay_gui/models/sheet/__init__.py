"""The simulated payment sheet."""
