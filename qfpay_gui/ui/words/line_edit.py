"""A line edit that takes no Alt+letter for text: that is a button's key, even while the button is disabled."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_ALT = Qt.KeyboardModifier.AltModifier
_WRITES = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.GroupSwitchModifier
"""With Alt, these are AltGr, which writes characters."""


def is_mnemonic(event: QKeyEvent) -> bool:
    """Whether these are Alt and a letter or digit; on macOS, Option writes characters and this is never so."""
    held = event.modifiers()
    return sys.platform != "darwin" and bool(held & _ALT) and not held & _WRITES and event.text().isalnum()


class LineEdit(QLineEdit):
    """Qt lets only an enabled button take its Alt+letter, and writes the letter where the button is disabled."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Type, or leave the key to whoever it may be meant for."""
        if is_mnemonic(event):
            event.ignore()
        else:
            super().keyPressEvent(event)
