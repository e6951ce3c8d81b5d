"""What is said beside a list about the row that is selected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from qfpay_gui.ui.look.icons import set_icon
from qfpay_gui.ui.look.theme import current, px, set_property
from qfpay_gui.ui.widgets.buttons import stand_for
from qfpay_gui.ui.widgets.claim_mark import ClaimLabel, mark, spoken
from qfpay_gui.ui.words.label import PlainLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

_LEAST = 200


class WholeLabel(PlainLabel):
    """Shows all of its text, in as many lines as it takes."""

    def __init__(self, name: str, role: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.whole = ""
        self.setObjectName(name)
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        set_property(self, "role", role)

    def show_text(self, whole: str) -> None:
        """Show this text; nothing takes no room."""
        self.whole = whole
        self.setText(whole)
        self.setAccessibleName(whole)
        self.setVisible(bool(whole))


class DetailsPane(QFrame):
    """As high as the list it stands beside; its buttons are the list's own commands."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}_details")
        set_property(self, "role", "card")
        self._icon = PlainLabel(self)
        self._icon.setFixedWidth(px(20))
        self._headline = WholeLabel(f"{name}_headline", "heading", self)
        self._next = WholeLabel(f"{name}_next", "label", self)
        self._origin = ClaimLabel(self)
        self._origin.setObjectName(f"{name}_origin")
        self.body = QVBoxLayout()
        self.body.setSpacing(current().gap_small)
        self._buttons = QHBoxLayout()
        self._lay_out()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Wide enough to be read, and for its buttons."""
        return super().minimumSizeHint().expandedTo(QSize(px(_LEAST), 0))

    def say(
        self,
        headline: str,
        next_step: str,
        severity: str | None = None,
        icon: tuple[str, str] = ("", ""),
        origin: str = "",
    ) -> None:
        """Show these lines, with a severity as the style sheet names it and an icon with its tone.

        ``origin`` holds the ids of where the lines come from.
        """
        set_property(self._headline, "severity", severity if severity in {"attention", "wrong"} else None)
        set_icon(self._icon, *icon, 18)
        self._icon.setVisible(bool(icon[0]))
        self._headline.show_text(headline)
        self._next.show_text(next_step)
        self._origin.setText(mark(origin))
        self._origin.setAccessibleName(spoken(origin))
        self._origin.setVisible(bool(origin))

    def button(self, action: QAction, words: str, name: str, picture: str, tool_tip: str) -> QPushButton:
        """A button that does what the action does, whenever that can be done."""
        button = QPushButton(words, self)
        button.setObjectName(name)
        button.setToolTip(tool_tip)
        set_icon(button, picture)
        stand_for(button, action)
        return button

    def add_buttons(self, *buttons: QPushButton) -> None:
        """Put the buttons beside each other, below what is said."""
        for button in buttons:
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)

    def _lay_out(self) -> None:
        theme = current()
        self._buttons.setSpacing(theme.gap_small)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.margin,) * 4)
        column.setSpacing(theme.gap)
        # A row of its own: while the icon is hidden, the headline begins where the words below it do.
        head = QHBoxLayout()
        head.setSpacing(theme.gap)
        head.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._headline, 1)
        column.addLayout(head)
        column.addWidget(self._next)
        column.addWidget(self._origin)
        column.addLayout(self._buttons)
        column.addLayout(self.body, 1)
        # Takes the rest while the body is empty, for then its stretch counts for nothing.
        column.addStretch()
