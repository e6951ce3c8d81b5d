"""The profiles and the keychain they are kept in."""
