"""The reference: a window with one subject a page, that F1 opens at what the keyboard is on."""
