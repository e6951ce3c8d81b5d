"""How a person has arranged the window, kept from start to start: size, place, dividers, columns, workspace."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, QSize
from PySide6.QtWidgets import QMainWindow, QSplitter, QTableView, QWidget

from qfpay_gui.ui.widgets.list_table import ListTable
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
        for splitter in _splitters(widget):
            value = self._settings.value(f"dividers/{splitter.objectName()}")
            if isinstance(value, QByteArray):
                splitter.restoreState(value)
        for table in _tables(widget):
            value = self._settings.value(f"columns/{table.objectName()}")
            if isinstance(value, QByteArray):
                table.restore_columns(value)

    def save(self, window: QMainWindow, workspace: Workspace) -> None:
        """Write everything down, at once."""
        self._settings.setValue("geometry", window.saveGeometry())
        self._settings.setValue("workspace", workspace.value)
        for splitter in _splitters(window):
            self._settings.setValue(f"dividers/{splitter.objectName()}", splitter.saveState())
        for table in _tables(window):
            name, state = f"columns/{table.objectName()}", table.columns_state
            self._settings.remove(name) if state is None else self._settings.setValue(name, state)
        # At once: where a keychain hangs, the program leaves without the tidying up that would write it.
        self._settings.sync()


def _splitters(widget: QWidget) -> Iterator[QSplitter]:
    return (one for one in widget.findChildren(QSplitter) if one.objectName())


def _tables(widget: QWidget) -> Iterator[ListTable[Any]]:
    return (one for one in widget.findChildren(QTableView) if isinstance(one, ListTable) and one.objectName())
