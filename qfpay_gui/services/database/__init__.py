"""The SQLite file that keeps history and orders."""
