"""A one-line label that never asks for more room than it gets."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


class ElidedLabel(QLabel):
    """Shows as much of its text as fits; the whole text is the tool tip and what a screen reader says."""

    def __init__(self, parent: QWidget | None = None, mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight) -> None:
        super().__init__(parent)
        self._mode = mode
        self._whole = ""
        self._tip = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @property
    def whole(self) -> str:
        """The text, unshortened."""
        return self._whole

    def show_text(self, whole: str, tip: str = "") -> None:
        """Show this text, shortened where it must be; ``tip`` is a tool tip of its own in place of the whole text."""
        if (whole, tip) != (self._whole, self._tip):
            self._whole, self._tip = whole, tip
            self.setAccessibleName(whole)
            self._elide()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Shorten anew for the new width."""
        super().resizeEvent(event)
        self._elide()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """No width of its own, so that a long text never widens the window."""
        return QSize(0, super().minimumSizeHint().height())

    def _elide(self) -> None:
        shown = self.fontMetrics().elidedText(self._whole.replace("\n", " "), self._mode, self.contentsRect().width())
        self.setText(shown)
        self.setToolTip(self._tip or (plain_tip(self._whole) if shown != self._whole else ""))


def plain_tip(words: str) -> str:
    """The tool tip that shows these words unchanged; left to itself Qt would draw what looks like markup as markup."""
    return f"<p style='white-space: pre-wrap'>{escape(words)}</p>" if GuiQt.mightBeRichText(words) else words
