"""A titled part of a form that folds away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget

from qfpay_gui.ui.look.icons import set_icon
from qfpay_gui.ui.look.theme import current, set_property
from qfpay_gui.ui.widgets.later import read_in_order

if TYPE_CHECKING:
    from collections.abc import Callable


class Section(QWidget):
    """A header button that shows and hides its body."""

    toggled = Signal(bool)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fill: Callable[[], object] | None = None
        self._header = QToolButton(self)
        self._header.setText(title)
        self._header.setCheckable(True)
        self._header.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._header.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        set_property(self._header, "role", "section")
        self._body = QWidget(self)
        self.body_layout = QVBoxLayout(self._body)
        self.body_layout.setContentsMargins(0, 0, 0, 0)
        self.body_layout.setSpacing(current().gap_small)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current().gap_small)
        layout.addWidget(self._header)
        layout.addWidget(self._body)
        self._header.toggled.connect(self._on_toggled)
        self._on_toggled(False)  # noqa: FBT003 - as the signal calls it

    @property
    def is_open(self) -> bool:
        """Whether the body is shown."""
        return self._header.isChecked()

    def set_title(self, title: str) -> None:
        """Change the words of the header."""
        if title != self._header.text():
            self._header.setText(title)

    def set_open(self, is_open: bool) -> None:  # noqa: FBT001 - like Qt's setters
        """Show or hide the body."""
        self._header.setChecked(is_open)

    def fill_when_opened(self, fill: Callable[[], object]) -> None:
        """Have the body filled when it is first unfolded; the tab key then goes from the header through it."""
        self._fill = fill

    def name_header(self, name: str) -> None:
        """Give the header an object name, by which tests and style find it."""
        self._header.setObjectName(name)

    def _on_toggled(self, is_open: bool) -> None:  # noqa: FBT001 - Qt's signal
        set_icon(self._header, "chevron-down" if is_open else "chevron-right")
        if is_open and self._fill is not None:
            fill, self._fill = self._fill, None
            fill()
            # What joins a window late comes last there, behind all that stands below it.
            read_in_order(self, self._header, self._body)
        self._body.setVisible(is_open)
        self.toggled.emit(is_open)
