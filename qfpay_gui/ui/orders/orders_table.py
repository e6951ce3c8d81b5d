"""The list of orders, with every command on a key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from qfpay_gui.ui.orders.rows_model import Column, OrderRowsModel
from qfpay_gui.ui.theme import set_property

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from qfpay_gui.qfpay.order import Order

_LINE = 28
_WIDTHS = {Column.TIME: 92, Column.AMOUNT: 104, Column.STATE: 164, Column.LEFT: 104}
_LEAST = {Column.TIME: 62, Column.AMOUNT: 92, Column.STATE: 164, Column.LEFT: 92}
_BADGE, _ENVIRONMENT = 36, 132
_NARROW, _WIDE = 640, 860


class OrdersTable(QTableView):
    """Enter queries, Ctrl+R refunds, Ctrl+E closes, Ctrl+C copies numbers, Ctrl+H looks in the history."""

    selected = Signal()
    """Other rows are selected than before."""
    copied = Signal(str)
    """Carries a sentence that says what was copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows_model = OrderRowsModel(self)
        self._delegate = _NumberDelegate(self)
        self.query = self._offer("query_order", self.tr("Query"), "Return", "Enter")
        self.refund = self._offer("refund_order", self.tr("Refund …"), "Ctrl+R")
        self.close_order = self._offer("close_order", self.tr("Close …"), "Ctrl+E")
        self.reverse = self._offer("reverse_order", self.tr("Reversal …"))
        self.copy = self._offer("copy_number", self.tr("Copy order number"), "Ctrl+C")
        self.look_up = self._offer("show_in_history", self.tr("Show in history"), "Ctrl+H")
        self.remove = self._offer("remove_order", self.tr("Remove from the table …"), "Del")
        self._build()
        self.copy.triggered.connect(self._on_copy)
        self.doubleClicked.connect(self.query.trigger)
        self._on_selection()

    def present(self, rows: tuple[Order, ...]) -> None:
        """Show these orders; what was selected stays selected where it still is there."""
        before, place, scrolled = self.chosen_ids(), self.currentIndex().row(), self.verticalScrollBar().value()
        self.rows_model.present(rows)
        if self.chosen_ids() != before:
            self._select(before)
            self.verticalScrollBar().setValue(scrolled)
        if before and not self.chosen_ids() and rows:
            self.selectRow(min(max(place, 0), len(rows) - 1))  # what is gone gives way to the next
        self._on_selection()

    def chosen(self) -> tuple[Order, ...]:
        """The selected orders, from top to bottom."""
        places = sorted({index.row() for index in self.selectionModel().selectedRows()})
        return tuple(self.rows_model.rows[place] for place in places)

    def chosen_ids(self) -> tuple[int, ...]:
        """The ids of the selected orders."""
        return tuple(order.id for order in self.chosen())

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
        """Share the room: the order number first, the profile only where there is enough."""
        super().resizeEvent(event)
        width = event.size().width()
        widths = _LEAST if width < _NARROW else _WIDTHS
        is_wide = width >= _WIDE
        environment = _ENVIRONMENT if is_wide else _BADGE
        room = width - sum(widths.values()) - environment
        order = min(room, 260) if is_wide else room
        for column, wanted in widths.items():
            self.setColumnWidth(column, wanted)
        self.setColumnHidden(Column.PROFILE, not is_wide)
        self.setColumnWidth(Column.ENVIRONMENT, environment)
        self.setColumnWidth(Column.ORDER, max(order, 60))
        self.setColumnWidth(Column.PROFILE, max(room - order, 0))
        self.rows_model.use_room(named=is_wide, seconds=width >= _NARROW)

    def _build(self) -> None:
        self.setObjectName("orders_table")
        self.setAccessibleName(self.tr("Orders, newest first"))
        self.setModel(self.rows_model)
        self.setItemDelegateForColumn(Column.ORDER, self._delegate)
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
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setMinimumSectionSize(32)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def _offer(self, name: str, words: str, *keys: str) -> QAction:
        action = QAction(words, self)
        action.setObjectName(name)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.addAction(action)
        return action

    def _select(self, ids: tuple[int, ...]) -> None:
        wanted, selection = set(ids), QItemSelection()
        for place, row in enumerate(self.rows_model.rows):
            if row.id in wanted:
                selection.select(self.rows_model.index(place, 0), self.rows_model.index(place, Column.PROFILE))
                self.selectionModel().setCurrentIndex(
                    self.rows_model.index(place, 0), QItemSelectionModel.SelectionFlag.NoUpdate
                )
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _on_selection(self) -> None:
        rows = self.chosen()
        is_one = len(rows) == 1
        for action in (self.query, self.close_order, self.reverse, self.look_up):
            action.setEnabled(is_one)
        self.refund.setEnabled(is_one and bool(rows[0].syssn))
        self.copy.setEnabled(any(row.out_trade_no for row in rows))
        self.remove.setEnabled(bool(rows))
        self.selected.emit()

    def _on_copy(self) -> None:
        numbers = [row.out_trade_no for row in self.chosen() if row.out_trade_no]
        if numbers:
            QGuiApplication.clipboard().setText("\n".join(numbers))
            words = self.tr("Copied: out_trade_no {number}").format(number=numbers[0][:64])
            several = self.tr("Copied: {count} order numbers").format(count=len(numbers))
            self.copied.emit(words if len(numbers) == 1 else several)


class _NumberDelegate(QStyledItemDelegate):
    """Order numbers differ at their ends, so they are shortened in the middle."""

    def initStyleOption(  # noqa: N802 - Qt's name
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Shorten in the middle."""
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideMiddle
