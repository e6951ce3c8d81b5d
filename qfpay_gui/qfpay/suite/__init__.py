"""Suites: steps that are sent one after the other, and what is expected of each. Pure; a suite is a TOML file."""
