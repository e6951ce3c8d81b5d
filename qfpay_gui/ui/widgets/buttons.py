"""A button for what must not happen twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent


class SinglePressButton(QPushButton):
    """Takes a double click for one: its second half is ignored, even where it lands on another such button."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Ignore the second press of a double click."""
        event.accept()
