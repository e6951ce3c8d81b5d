"""Tool tips that show a text as it is."""

from __future__ import annotations

from html import escape

from PySide6.QtGui import Qt


def plain_tip(words: str) -> str:
    """The tool tip that shows these words unchanged; left to itself Qt would draw what looks like markup as markup."""
    return f"<p style='white-space: pre-wrap'>{escape(words)}</p>" if Qt.mightBeRichText(words) else words
