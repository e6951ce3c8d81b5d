"""HTTP on loopback, for what this program plays itself: a port, threads and bounds, and nothing of payments."""
