"""The list of exchanges, with every command on a key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from qfpay_gui.services.history import LONGEST_NOTE
from qfpay_gui.services.history_entry import HistoryFilter
from qfpay_gui.ui.history.rows_model import Column, RowsModel
from qfpay_gui.ui.theme import set_property

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from qfpay_gui.models.history_model import HistoryState
    from qfpay_gui.services.history_entry import HistoryRow

_LINE = 28
_WIDTHS = {Column.TIME: 98, Column.ENVIRONMENT: 36, Column.OUTCOME: 104, Column.AMOUNT: 124}
_ORDER = 190
_NARROW = 640


class HistoryTable(QTableView):
    """Enter reopens, F2 edits the note, Ctrl+C copies order numbers, Ctrl+D pins, Delete deletes."""

    selected = Signal()
    """Other rows are selected than before."""
    copied = Signal(str)
    """Carries a sentence that says what was copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows_model = RowsModel(self)
        self._wanted = HistoryFilter()
        self._delegate = _NoteDelegate(self)
        self._order_delegate = _OrderDelegate(self)
        self.reopen = self._offer("reopen", self.tr("Reopen as a draft"), "Return", "Enter")
        self.compare = self._offer("compare", self.tr("Compare the two"))
        self.copy = self._offer("copy_order", self.tr("Copy order number"), "Ctrl+C")
        self.note = self._offer("edit_note", self.tr("Edit note"), "F2")
        self.pin = self._offer("pin", self.tr("Pin: keep for ever"), "Ctrl+D")
        self.delete = self._offer("delete", self.tr("Delete …"), "Del")
        self._build()
        self.copy.triggered.connect(self._on_copy)
        self.note.triggered.connect(self._on_note)
        self.doubleClicked.connect(self._on_double_click)
        self._on_selection()

    def present(self, state: HistoryState) -> None:
        """Show these rows; what was selected stays selected where it still is there."""
        before, now = self.chosen_ids(), self.current_id()
        place, scrolled = self.currentIndex().row(), self.verticalScrollBar().value()
        is_same_search = state.wanted == self._wanted
        self._wanted = state.wanted
        self.rows_model.present(state)
        if self.chosen_ids() != before:
            self._select(before, now)
            self.verticalScrollBar().setValue(scrolled if is_same_search else 0)
        if before and not self.chosen_ids() and is_same_search and state.rows:
            self.selectRow(min(place, len(state.rows) - 1))  # what was deleted gives way to the next
        self._on_selection()

    def chosen(self) -> tuple[HistoryRow, ...]:
        """The selected rows, from top to bottom."""
        places = sorted({index.row() for index in self.selectionModel().selectedRows()})
        return tuple(self.rows_model.rows[place] for place in places)

    def chosen_ids(self) -> tuple[int, ...]:
        """The ids of the selected rows."""
        return tuple(row.id for row in self.chosen())

    def current_id(self) -> int:
        """The id of the row the keyboard is on; 0 where there is none."""
        row = self.currentIndex().row()
        return self.rows_model.rows[row].id if 0 <= row < len(self.rows_model.rows) else 0

    def restyle(self) -> None:
        """Draw in the colours of the present theme."""
        self.rows_model.restyle()

    def enter(self) -> None:
        """Take the keyboard, on the first row where none is selected."""
        if not self.currentIndex().isValid() and self.rows_model.rows:
            self.selectRow(0)
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:  # noqa: N802 - Qt's name
        """Offer what can be done with the rows selected."""
        super().selectionChanged(selected, deselected)
        self._on_selection()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Share the room: order numbers first, the merchant only where there is enough."""
        super().resizeEvent(event)
        is_narrow = event.size().width() < _NARROW
        room = max(0, event.size().width() - sum(_WIDTHS.values()))
        order = min(_ORDER, room * 2 // 3)
        merchant = 0 if is_narrow else (room - order) // 2
        self.setColumnHidden(Column.MERCHANT, is_narrow)
        self.setColumnWidth(Column.ORDER, order)
        self.setColumnWidth(Column.MERCHANT, merchant)
        self.setColumnWidth(Column.NOTE, room - order - merchant)

    def _build(self) -> None:
        self.setObjectName("history_table")
        self.setAccessibleName(self.tr("Exchanges, newest first"))
        self.setModel(self.rows_model)
        self.setItemDelegateForColumn(Column.NOTE, self._delegate)
        self.setItemDelegateForColumn(Column.ORDER, self._order_delegate)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setIconSize(QSize(16, 16))
        self.setMinimumHeight(3 * _LINE)
        set_property(self, "role", "framed")
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(_LINE)
        self._size_columns()

    def _size_columns(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setMinimumSectionSize(32)
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, width)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def _offer(self, name: str, words: str, *keys: str) -> QAction:
        action = QAction(words, self)
        action.setObjectName(name)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.addAction(action)
        return action

    def _select(self, ids: tuple[int, ...], now: int) -> None:
        wanted = set(ids)
        selection = QItemSelection()
        for place, row in enumerate(self.rows_model.rows):
            if row.id in wanted:
                selection.select(self.rows_model.index(place, 0), self.rows_model.index(place, Column.NOTE))
            if row.id == now:
                index = self.rows_model.index(place, 0)
                self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _on_selection(self) -> None:
        rows = self.chosen()
        for action in (self.copy, self.pin, self.delete):
            action.setEnabled(bool(rows))
        for action in (self.reopen, self.note):
            action.setEnabled(len(rows) == 1)
        self.compare.setEnabled(len(rows) == 2)
        all_pinned = bool(rows) and all(row.pinned for row in rows)
        self.pin.setText(self.tr("Unpin: may expire") if all_pinned else self.tr("Pin: keep for ever"))
        self.selected.emit()

    def _on_copy(self) -> None:
        numbers = [row.out_trade_no for row in self.chosen() if row.out_trade_no]
        if numbers:
            QGuiApplication.clipboard().setText("\n".join(numbers))
            words = self.tr("Copied: out_trade_no {number}").format(number=numbers[0][:64])
            several = self.tr("Copied: {count} order numbers").format(count=len(numbers))
            self.copied.emit(words if len(numbers) == 1 else several)

    def _on_note(self) -> None:
        rows = self.selectionModel().selectedRows()
        if len(rows) == 1:
            index = self.rows_model.index(rows[0].row(), Column.NOTE)
            self.setCurrentIndex(index)
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


class _OrderDelegate(QStyledItemDelegate):
    """Order numbers differ at their ends, so they are shortened in the middle."""

    def initStyleOption(  # noqa: N802 - Qt's name
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Shorten in the middle."""
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideMiddle
