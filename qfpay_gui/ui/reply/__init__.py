"""The reply panel: what became of a request, what to do next, and everything that proves it."""
