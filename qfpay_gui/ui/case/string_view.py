"""A merchant's signing string, its first difference marked and in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from qfpay_gui.models.request.signing_text import SigningText
from qfpay_gui.ui.look.theme import current, mono, set_property
from qfpay_gui.ui.widgets.signing_view import SigningView

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from qfpay_gui.models.case.strings import Drawn


class StringView(SigningView):
    """Small, because two of them stand above each other."""

    def __init__(self, name: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drawn: Drawn | None = None
        self.setObjectName(name)
        self.setAccessibleName(words)
        set_property(self, "role", "code")
        self.setFont(mono(current().text_pt))

    def show_drawn(self, drawn: Drawn | None) -> None:
        """Draw this string; None draws nothing."""
        self._drawn = drawn
        self.present(drawn.text if drawn else SigningText(()), "")
        self._mark()

    def restyle(self) -> None:
        """Draw again in the colours of the present theme."""
        super().restyle()
        self.setFont(mono(current().text_pt))
        self._mark()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the difference in sight in the new width."""
        super().resizeEvent(event)
        self._scroll()

    def _mark(self) -> None:
        selections = []
        if self._drawn is not None and self._drawn.mark is not None:
            selection = QTextEdit.ExtraSelection()
            selection.cursor = self._cursor()
            selection.format = _different()
            selections.append(selection)
        self.setExtraSelections(selections)
        self._scroll()

    def _cursor(self) -> QTextCursor:
        start, length = self._drawn.mark if self._drawn and self._drawn.mark else (0, 0)
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _scroll(self) -> None:
        """Bring the line of the difference into sight, below the one before it, and no line cut in half."""
        if self._drawn is None or self._drawn.mark is None:
            return
        layout = self.document().firstBlock().layout()
        line = layout.lineForTextPosition(self._drawn.mark[0])
        if line.isValid():
            before = layout.lineAt(max(line.lineNumber() - 1, 0))
            self.verticalScrollBar().setValue(round(before.y()) if line.lineNumber() > 1 else 0)


def _different() -> QTextCharFormat:
    theme = current()
    style = QTextCharFormat()
    style.setForeground(theme.panel)
    style.setBackground(theme.wrong_fg)
    style.setFontWeight(QFont.Weight.Bold)
    return style
