"""A label that shows what it is given, and never interprets it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


class PlainLabel(QLabel):
    """Left to itself, Qt takes what looks like markup for such: a server's words could draw pictures and links."""

    def __init__(self, words: str | QWidget | None = None, parent: QWidget | None = None) -> None:
        """The words and the parent, or the parent alone."""
        super().__init__(words if isinstance(words, str) else "", parent if isinstance(words, str) else words or parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
