"""The commands of the window's menus, which every panel and dialog may have carried out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction

if TYPE_CHECKING:
    from PySide6.QtCore import QObject


def carry_out(asker: QObject, command: str) -> None:
    """Do what this command does in the menus of the window that the asker belongs to, if it has it."""
    window = asker
    while (parent := window.parent()) is not None:
        window = parent
    action = window.findChild(QAction, f"action_{command}")
    if isinstance(action, QAction):
        action.trigger()
