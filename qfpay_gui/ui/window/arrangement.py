"""How a person has arranged the window, kept from start to start: size, place, dividers, columns, workspace."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize
from PySide6.QtWidgets import QHeaderView, QMainWindow, QSplitter, QTableView, QWidget

from qfpay_gui.ui.window.workspaces import Workspace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QSettings

USUAL = QSize(1280, 800)
_FRAME = QSize(16, 56)
"""What a frame and a title take at most, in pixels."""


class Arrangement:
    """Reads and writes a file of Qt's; dividers and columns are known by the names of their widgets."""

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings

    def workspace(self) -> Workspace:
        """The one that was open last."""
        try:
            return Workspace(self._settings.value("workspace"))
        except ValueError:
            return Workspace.REQUEST

    def place(self, window: QMainWindow) -> None:
        """Give the window its last size and place; the first time, one that fits the screen."""
        screen = window.screen().availableGeometry().size() - _FRAME
        window.resize(USUAL.boundedTo(screen).expandedTo(window.minimumSize()))
        value = self._settings.value("geometry")
        if isinstance(value, QByteArray):
            window.restoreGeometry(value)

    def restore(self, widget: QWidget) -> None:
        """Arrange everything in this widget as it was."""
        for name, part in _parts(widget):
            value = self._settings.value(name)
            if isinstance(value, QByteArray):
                part.restoreState(value)

    def save(self, window: QMainWindow, workspace: Workspace) -> None:
        """Write everything down, at once."""
        self._settings.setValue("geometry", window.saveGeometry())
        self._settings.setValue("workspace", workspace.value)
        for name, part in _parts(window):
            self._settings.setValue(name, part.saveState())
        # At once: where a keychain hangs, the program leaves without the tidying up that would write it.
        self._settings.sync()


def _parts(widget: QWidget) -> Iterator[tuple[str, QSplitter | QHeaderView]]:
    for splitter in widget.findChildren(QSplitter):
        if splitter.objectName():
            yield f"dividers/{splitter.objectName()}", splitter
    for table in widget.findChildren(QTableView):
        if table.property("columnsKept"):
            yield f"columns/{table.objectName()}", table.horizontalHeader()
