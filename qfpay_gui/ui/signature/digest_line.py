"""The signature itself, in groups, with its copy button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from qfpay_gui.ui.look.theme import current, mono, set_property
from qfpay_gui.ui.widgets.buttons import describe
from qfpay_gui.ui.words.label import PlainLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


class DigestLine(QWidget):
    """Shows the value of the digest; ``copy_requested`` asks to copy it without gaps."""

    copy_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._signature = ""
        self._value = PlainLabel(self)
        self._value.setObjectName("signature")
        self._value.setWordWrap(True)
        self._value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._value.setFont(mono(current().wire_pt))
        self.copy = QToolButton(self)
        describe(self.copy, "copy_signature", self.tr("Copy the signature"), "copy")
        set_property(self._value, "role", "digest")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current().gap)
        layout.addWidget(self._value, 1)
        layout.addWidget(self.copy)
        self.copy.clicked.connect(self.copy_requested)

    @property
    def signature(self) -> str:
        """The signature as it is sent."""
        return self._signature

    def present(self, signature: str) -> None:
        """Show this signature."""
        if signature != self._signature:
            self._signature = signature
            self._value.setAccessibleName(signature)
            self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep it on one line, if it can be."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Groups of four; of eight where these need a second line, and those do not."""
        # Whole pixels would round down what Qt then wraps.
        room, measure = self._value.contentsRect().width(), QFontMetricsF(self._value.font()).horizontalAdvance
        fours, eights = _grouped(self._signature, 4), _grouped(self._signature, 8)
        shown = eights if measure(eights) <= room < measure(fours) else fours
        if shown != self._value.text():
            self._value.setText(shown)


def _grouped(signature: str, size: int) -> str:
    return " ".join(signature[start : start + size] for start in range(0, len(signature), size))
