"""The signature panel: what is signed, drawn so that nothing hides."""
