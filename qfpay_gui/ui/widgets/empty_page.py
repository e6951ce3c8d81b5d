"""What a list shows in its place while it is empty: a picture, words, and a way out."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from qfpay_gui.ui.look.icons import set_icon
from qfpay_gui.ui.look.theme import current, px, set_property
from qfpay_gui.ui.words.label import PlainLabel

_PICTURE = 28
_WIDEST = 560
"""Of a line that is read at one glance."""
_MOST = 100
"""The share of the words beside the empty room, which takes what they leave."""


class EmptyPage(QWidget):
    """Says in the middle of the room why there is nothing, and what brings something."""

    def __init__(self, name: str, way_out: QPushButton | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = PlainLabel(self)
        self._words = PlainLabel(self)
        self._build(name, way_out)

    def present(self, picture: str, words: str) -> None:
        """Show this icon and these words."""
        set_icon(self._icon, picture, "muted", _PICTURE)
        self._words.setText(words)

    def _build(self, name: str, way_out: QPushButton | None) -> None:
        self._icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words.setObjectName(name)
        self._words.setWordWrap(True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        set_property(self._words, "role", "label")
        column = QVBoxLayout(self)
        column.setSpacing(current().gap)
        column.addStretch(1)
        column.addWidget(self._icon)
        self._words.setMaximumWidth(px(_WIDEST))
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(self._words, _MOST)
        line.addStretch(1)
        column.addLayout(line)
        if way_out is not None:
            column.addWidget(way_out, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
