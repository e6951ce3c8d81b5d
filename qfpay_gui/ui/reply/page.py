"""A page of an answer that is drawn when it is looked at, not before."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from qfpay_gui.ui.look.icons import set_icon
from qfpay_gui.ui.look.theme import current, set_property
from qfpay_gui.ui.widgets.status_message import say

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from qfpay_gui.models.sending.answer import Answer


class Page(QWidget):
    """Keeps the newest answer and draws it once it is visible, so that a huge reply costs nothing unseen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._answer: Answer | None = None
        self._drawn: Answer | None = None
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, current().gap_small, 0, 0)
        self.column.setSpacing(current().gap_small)

    def show_answer(self, answer: Answer) -> None:
        """Show this answer from now on."""
        self._answer = answer
        if self.isVisible():
            self._draw()

    def restyle(self) -> None:
        """Draw again in the colours of the present theme."""
        self._drawn = None
        if self.isVisible():
            self._draw()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Draw what was waiting to be looked at."""
        super().showEvent(event)
        self._draw()

    def _draw(self) -> None:
        if self._answer is not None and self._answer is not self._drawn:
            self._drawn = self._answer
            self._fill(self._answer)

    @abstractmethod
    def _fill(self, answer: Answer) -> None:
        """Put the answer into the widgets."""

    def _copy(self, copied: str, what: str) -> None:
        """Put text on the clipboard and say so."""
        QGuiApplication.clipboard().setText(copied)
        count = f"{len(copied):,}"
        say(self, self.tr("Copied: {what}, {count} characters").format(what=what, count=count))

    def _copy_button(self, words: str, tool_tip: str, name: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setObjectName(name)
        button.setToolTip(tool_tip)
        set_icon(button, "copy")
        set_property(button, "role", "quiet")
        return button

    def _toggle(self, words: str, tool_tip: str, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(words)
        button.setToolTip(tool_tip)
        button.setObjectName(name)
        button.setCheckable(True)
        button.setChecked(True)
        set_property(button, "role", "toggle")
        return button

    def _line(self, first: QWidget, *rest: QWidget) -> QHBoxLayout:
        """A line whose first widget takes the room that the others leave."""
        line = QHBoxLayout()
        line.setSpacing(current().gap)
        line.addWidget(first, 1)
        for widget in rest:
            line.addWidget(widget)
        return line
