"""What is said below a list about the row that is selected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from qfpay_gui.ui.look.icons import set_icon
from qfpay_gui.ui.look.theme import current, set_property
from qfpay_gui.ui.widgets.elided import ElidedLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QAction


class DetailsPane(QFrame):
    """Always of one height, so that the list stays where it is; its buttons are the list's own commands."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}_details")
        set_property(self, "role", "line")
        self._icon = QLabel(self)
        self._icon.setFixedWidth(18)
        self._headline = self.line(f"{name}_headline", "value")
        self._next = self.line(f"{name}_next", "muted")
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(current().gap, 0, 0, 0)
        self.grid.setHorizontalSpacing(current().gap)
        self.grid.setVerticalSpacing(0)
        self.grid.setColumnStretch(1, 1)
        self.grid.addWidget(self._icon, 0, 0)

    def say(self, headline: str, next_step: str, severity: str | None = None, icon: tuple[str, str] = ("", "")) -> None:
        """Show these lines, with a severity as the style sheet names it and an icon with its tone."""
        set_property(self, "severity", severity)
        set_icon(self._icon, *icon, 16)
        self._headline.show_text(headline)
        self._next.show_text(next_step)

    def line(self, name: str, role: str, mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight) -> ElidedLabel:
        """A line of text, to be put into the grid."""
        label = ElidedLabel(self, mode)
        label.setObjectName(name)
        set_property(label, "role", role)
        label.setFixedHeight(20)
        return label

    def button(self, action: QAction, words: str, name: str, picture: str, tool_tip: str) -> QPushButton:
        """A button that does what the action does, whenever that can be done."""
        button = QPushButton(words, self)
        button.setObjectName(name)
        button.setToolTip(tool_tip)
        set_icon(button, picture)
        button.clicked.connect(action.trigger)
        action.enabledChanged.connect(button.setEnabled)
        button.setEnabled(action.isEnabled())
        return button

    def add_buttons(self, row: int, *buttons: QPushButton) -> None:
        """Put the buttons beside each other at the right, from this row on."""
        line = QHBoxLayout()
        line.setSpacing(current().gap_small)
        for button in buttons:
            line.addWidget(button)
        self.grid.addLayout(line, row, 2, 2, 1)
