"""What is seen (QtWidgets): panels render a model and pass edits back."""
