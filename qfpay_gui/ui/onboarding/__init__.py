"""The set-up page: six steps, how far each is known to be done, and what can be done about it from here."""
