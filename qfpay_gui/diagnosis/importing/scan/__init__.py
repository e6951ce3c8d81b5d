"""Names and their values in any layout, found by the names that the API knows."""
