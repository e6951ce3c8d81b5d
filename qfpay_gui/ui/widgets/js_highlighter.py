"""Colours for the little JavaScript that is shown here."""

from __future__ import annotations

import re

from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat

from qfpay_gui.ui.look.theme import current

_TOKEN = re.compile(
    r"(?P<comment>//.*|/\*.*?\*/)"
    r"|(?P<string>'(?:\\.|[^'\\])*')"
    r"|(?P<number>\b\d+(?:\.\d+)?\b)"
    r"|\b(?P<keyword>const|let|var|function|return|if|else|new|await|async|import|from|true|false|null)\b"
)


class JsHighlighter(QSyntaxHighlighter):
    """Tells comments, strings, numbers and keywords apart, one line at a time."""

    def highlightBlock(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Colour one line."""
        for token in _TOKEN.finditer(text):
            self.setFormat(_units(text[: token.start()]), _units(token.group()), _format(token.lastgroup or ""))


def _format(kind: str) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setForeground(current().colour(f"code_{kind}"))
    if kind == "keyword":
        form.setFontWeight(QFont.Weight.DemiBold)
    return form


def _units(run: str) -> int:
    """The length as Qt counts it, in UTF-16 units."""
    return len(run) if run.isascii() else len(run.encode("utf-16-le", "surrogatepass")) // 2
