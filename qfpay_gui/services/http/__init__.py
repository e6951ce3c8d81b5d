"""HTTP over which one request is sent once: connections, time-outs, failures, cancelling."""
