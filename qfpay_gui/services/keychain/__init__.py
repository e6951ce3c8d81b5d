"""Keys in the operating system's keychain, and the index of the profiles kept there."""
