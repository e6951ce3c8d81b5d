"""Makes the package that is started by a double-click, and tries it where there is no Python."""
