"""The list of exchanges, with every command on a key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from qfpay_gui.services.database.entry import HistoryFilter, HistoryRow
from qfpay_gui.services.database.history import LONGEST_NOTE
from qfpay_gui.ui.history.rows_model import Column, HistoryRowsModel
from qfpay_gui.ui.look.theme import px
from qfpay_gui.ui.widgets.list_table import ChoiceTable

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex

    from qfpay_gui.models.history.history_model import HistoryState

_WIDTHS = {Column.TIME: 94, Column.ENVIRONMENT: 36, Column.OUTCOME: 96, Column.AMOUNT: 106}
_ORDER, _KIND = 190, 84
_KIND_FROM, _MERCHANT_FROM = 570, 820


class HistoryTable(ChoiceTable[HistoryRow]):
    """Enter reopens, F2 edits the note, Ctrl+C copies order numbers, Ctrl+D pins, Delete deletes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.rows_model = HistoryRowsModel()
        super().__init__(self.rows_model, parent)
        self._wanted = HistoryFilter()
        self._delegate = _NoteDelegate(self)
        self.reopen = self.offer("reopen", self.tr("Reopen as a draft"), "Return", "Enter")
        self.compare = self.offer("compare", self.tr("Compare with …"), "Ctrl+Shift+D")
        self.copy = self.offer("copy_order", self.tr("Copy order number"), "Ctrl+C")
        self.note = self.offer("edit_note", self.tr("Edit note"), "F2")
        self.pin = self.offer("pin", self.tr("Pin: keep for ever"), "Ctrl+D")
        self.delete = self.offer("delete", self.tr("Delete"), "Del")
        self._build()
        self.copy.triggered.connect(self._on_copy)
        self.note.triggered.connect(self._on_note)
        self.doubleClicked.connect(self._on_double_click)
        self.offer_commands()

    def present(self, state: HistoryState) -> None:
        """Show these rows; what was selected stays selected where it still is there."""
        is_same_search = state.wanted == self._wanted
        self._wanted = state.wanted
        before = self.keep()
        self.rows_model.present(state)
        self.restore(before, is_same_search=is_same_search)

    def share_room(self, width: int) -> None:
        """Order numbers first; kind and merchant only where there is enough."""
        has_merchant = width >= px(_MERCHANT_FROM)
        kind = px(_KIND) if width >= px(_KIND_FROM) else 0
        room = max(0, width - sum(map(px, _WIDTHS.values())) - kind)
        order = min(px(_ORDER), room * 2 // 3)
        merchant = (room - order) // 2 if has_merchant else 0
        self.setColumnHidden(Column.KIND, not kind)
        self.setColumnHidden(Column.MERCHANT, not has_merchant)
        self.setColumnWidth(Column.KIND, kind)
        self.setColumnWidth(Column.ORDER, order)
        self.setColumnWidth(Column.MERCHANT, merchant)
        self.setColumnWidth(Column.NOTE, room - order - merchant)

    def subject(self, _focused: QWidget) -> str:
        """The return code of the line the keyboard is on."""
        return next((f"respcd.{row.respcd}" for row in self.chosen() if row.respcd), "")

    def _build(self) -> None:
        self.setObjectName("history_table")
        self.setAccessibleName(self.tr("Exchanges, newest first"))
        self.setModel(self.rows_model)
        self.setItemDelegateForColumn(Column.NOTE, self._delegate)
        self.shorten_in_the_middle(Column.ORDER)
        self._is_sharing = True
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, px(width))
        self._is_sharing = False

    def offer_commands(self) -> None:
        """One entry is reopened or noted, two are compared, any are copied, pinned and deleted."""
        rows = self.chosen()
        for action in (self.copy, self.pin, self.delete):
            action.setEnabled(bool(rows))
        for action in (self.reopen, self.note):
            action.setEnabled(len(rows) == 1)
        self.compare.setEnabled(len(rows) in {1, 2})
        self.compare.setText(self.tr("Compare the two") if len(rows) == 2 else self.tr("Compare with …"))
        all_pinned = bool(rows) and all(row.pinned for row in rows)
        self.pin.setText(self.tr("Unpin: may expire") if all_pinned else self.tr("Pin: keep for ever"))
        self.selected.emit()

    def _on_copy(self) -> None:
        self.copy_numbers([row.out_trade_no for row in self.chosen() if row.out_trade_no])

    def _on_note(self) -> None:
        rows = self.selectionModel().selectedRows()
        if len(rows) == 1:
            index = self.rows_model.index(rows[0].row(), Column.NOTE)
            self.go_to(index.row(), index.column())
            self.edit(index)

    def _on_double_click(self, index: QModelIndex) -> None:
        if index.column() == Column.NOTE:
            self.edit(index)
        else:
            self.reopen.trigger()


class _NoteDelegate(QStyledItemDelegate):
    """Edits a note in its cell."""

    def createEditor(  # noqa: N802 - Qt's name
        self, parent: QWidget, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        """A line as long as a note may be."""
        editor = QLineEdit(parent)
        editor.setObjectName("note_editor")
        editor.setAccessibleName(self.tr("Note"))
        editor.setMaxLength(LONGEST_NOTE)
        return editor
