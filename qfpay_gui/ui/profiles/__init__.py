"""The credentials dialog: profiles at the left, their fields at the right, where keys are kept below."""
