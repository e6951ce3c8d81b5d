"""The outside world, without Qt: network, keychain, files."""
