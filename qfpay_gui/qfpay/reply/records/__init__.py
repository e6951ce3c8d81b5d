"""The records of an answer: what each member means, where each stands, what can be done next."""
