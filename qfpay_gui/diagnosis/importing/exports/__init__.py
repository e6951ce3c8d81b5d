"""Reads what clients, proxies and browsers export: one module a format."""
