"""The program from a shell: what the window does with one request, without a window and without Qt."""

VERBS = ("diagnose", "sign", "send", "run", "notify", "watch", "simulate", "completion")
"""The words that, coming first on the command line, mean no window."""
