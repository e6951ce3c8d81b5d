"""The paste dialog: what a merchant sent, and what is read out of it."""
