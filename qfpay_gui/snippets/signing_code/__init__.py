"""Programs that sign and send this very request: one module a language."""
