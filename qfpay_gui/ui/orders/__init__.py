"""The orders of this installation: what state they are in, what is left of them, what can be done about them."""
