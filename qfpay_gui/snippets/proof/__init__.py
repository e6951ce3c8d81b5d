"""The proof that goes back to a merchant: one record without secrets, as Markdown, as HTML, and as a file to reopen."""
