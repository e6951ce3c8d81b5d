"""What makes a fresh clone run: system packages and ``.venv``. In the syntax of Python 3.8; wheels go without it."""
