"""The series of queries in sight, with its countdown."""
