"""A read-only text in the monospace font, for what is pasted elsewhere or came over the wire."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from qfpay_gui.ui.look.theme import current, mono, set_property

if TYPE_CHECKING:
    from typing import Literal


class ReadingView(QPlainTextEdit):
    """Selectable by mouse and keyboard; Tab moves on. Text that did not change keeps its place."""

    def __init__(self, role: Literal["code", "raw"], name: str, spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = ""
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere if role == "raw" else QTextOption.WrapMode.NoWrap)
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.setMinimumHeight(48)
        set_property(self, "role", role)
        self.restyle()

    def restyle(self) -> None:
        """Use the font of the present theme."""
        self.setFont(mono(current().text_px))

    def show_text(self, whole: str) -> None:
        """Show this text from its beginning."""
        if whole != self._whole:
            self._whole = whole
            self.setPlainText(whole)
