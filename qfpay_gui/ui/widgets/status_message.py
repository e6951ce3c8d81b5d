"""The sentence in the status line, which every panel and dialog may speak."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from qfpay_gui.ui.look.theme import set_property
from qfpay_gui.ui.widgets.elided import ElidedLabel
from qfpay_gui.ui.words.announce import announce

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QWidget


class StatusMessage(ElidedLabel):
    """Says what happened last; it stays until something else happens."""

    said = Signal(str)
    """Carries the sentence, each time one is said."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status_message")
        set_property(self, "role", "muted")

    def say(self, sentence: str) -> None:
        """Show this sentence, and tell it to a screen reader."""
        self.show_text(sentence)
        announce(self, sentence)
        self.said.emit(sentence)


def say(speaker: QObject, sentence: str) -> None:
    """Show this sentence in the status line of the window that the speaker belongs to, if it has one."""
    window = speaker
    while (parent := window.parent()) is not None:
        window = parent
    line: StatusMessage | None = window.findChild(StatusMessage)
    if line is not None:
        line.say(sentence)
