"""Copies out of a list, and saves it as a file."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from qfpay_gui.models.saving import save_file
from qfpay_gui.snippets.rows import as_csv, as_json, as_tabs
from qfpay_gui.ui.lists.file_choice import choose_place
from qfpay_gui.ui.widgets.buttons import describe
from qfpay_gui.ui.widgets.status_message import say
from qfpay_gui.ui.words.translate import whole

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from qfpay_gui.ui.widgets.list_table import ListTable

_MARK = "\ufeff"
"""Tells a spreadsheet that a file is UTF-8."""


class TakeMenu(QMenu):
    """What is taken is what the list holds, whole, whatever is drawn: values as they came, sums as money too."""

    def __init__(self, table: ListTable[Any], name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._table, self._name = table, name
        self._offer("copy_cell", self.tr("Copy the cell"), self.copy_cell)
        self._offer("copy_rows", self.tr("Copy the selected rows"), self.copy_rows)
        self._offer("copy_all", self.tr("Copy all rows"), self.copy_all)
        self.addSeparator()
        self._offer("save_list", self.tr("Save as CSV or JSON …"), self.ask_where_to_save)
        table.addActions(self.actions())

    def copy_cell(self) -> None:
        """Copy what the cell with the keyboard shows."""
        index = self._table.currentIndex()
        self._copy(str(index.data() or "") if index.isValid() else "", self.tr("Copied: the cell"))

    def copy_rows(self) -> None:
        """Copy the selected rows below their titles, as a spreadsheet pastes them."""
        places = sorted({index.row() for index in self._table.selectionModel().selectedRows()})
        self._copy_records([self._table.rows[place] for place in places])

    def copy_all(self) -> None:
        """Copy every row that is loaded, in the order that is shown."""
        self._copy_records(self._table.rows)

    def ask_where_to_save(self) -> None:
        """Ask for a file and write the list there."""
        kinds = f"{self.tr('Table (*.csv)')};;{self.tr('JSON text (*.json)')}"
        suggested = f"{self._name}-{datetime.now(UTC).astimezone():%Y-%m-%d}.csv"
        path, chosen = choose_place(self._table, self.tr("Save the list"), suggested, kinds)
        if path:
            self.save_to(path, chosen)

    def save_to(self, path: str, chosen: str = "") -> bool:
        """Write the list there, whole or not at all, and say so; a name without an ending gets that of its kind."""
        if not path.lower().endswith((".csv", ".json")):
            path += ".json" if "*.json" in chosen else ".csv"
        records = [self._table.record(row) for row in self._table.rows]
        text = as_json(records) if path.lower().endswith(".json") else _MARK + as_csv(records)
        problem = save_file(path, text)
        if problem:
            say(self._table, self.tr("Not saved: {problem}").format(problem=problem))
        else:
            said = self.tr("Saved: {path}, rows: {count}")
            say(self._table, said.format(path=path, count=len(records)))
        return not problem

    def _offer(self, name: str, words: str, act: Callable[[], object]) -> None:
        action = self.addAction(words)
        action.setObjectName(f"{self._name}_{name}")
        action.triggered.connect(act)

    def _copy_records(self, rows: Sequence[Any]) -> None:
        copied = as_tabs([self._table.record(row) for row in rows])
        self._copy(copied, self.tr("Copied: rows: {count}").format(count=len(rows)))

    def _copy(self, copied: str, said: str) -> None:
        if copied:
            QGuiApplication.clipboard().setText(whole(copied))
            say(self._table, said)


class TakeButton(QToolButton):
    """Opens the menu above the list it is about."""

    def __init__(self, table: ListTable[Any], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.menu_of_list = TakeMenu(table, name, self)
        # The role of a field goes without the arrow that tells of a menu.
        describe(self, f"{name}_take", self.tr("Copy or save the list"), "save", "field")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setMenu(self.menu_of_list)
