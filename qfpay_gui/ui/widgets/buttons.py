"""Buttons: one for what must not happen twice, what icons say in words, and the commands of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton

from qfpay_gui.ui.look.icons import set_icon
from qfpay_gui.ui.look.theme import set_property

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QAbstractButton


class SinglePressButton(QPushButton):
    """Takes a double click for one: its second half is ignored, even where it lands on another such button."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Ignore the second press of a double click."""
        event.accept()


def describe(button: QAbstractButton, name: str, words: str, picture: str = "", role: str = "quiet") -> None:
    """Take this object name, icon and role of the style sheet; the words are its tool tip and what is spoken."""
    button.setObjectName(name)
    button.setToolTip(words)
    button.setAccessibleName(words)
    if picture:
        set_icon(button, picture)
    set_property(button, "role", role)


def stand_for(button: QAbstractButton, action: QAction) -> None:
    """Do what the action does, whenever that can be done, from now on."""
    button.clicked.connect(action.trigger)
    button.setEnabled(action.isEnabled())
    action.enabledChanged.connect(button.setEnabled)


def carry_out(asker: QObject, command: str) -> None:
    """Do what this command does in the menus of the window that the asker belongs to, if it has it."""
    window = asker
    while (parent := window.parent()) is not None:
        window = parent
    action = window.findChild(QAction, f"action_{command}")
    if isinstance(action, QAction):
        action.trigger()
