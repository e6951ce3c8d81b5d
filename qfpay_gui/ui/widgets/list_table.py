"""A table of whole rows that are read, chosen and acted upon with the keyboard."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic

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

from qfpay_gui.ui.look.theme import set_property
from qfpay_gui.ui.widgets.rows_model import Row, RowsModel
from qfpay_gui.ui.widgets.status_message import say

if TYPE_CHECKING:
    from collections.abc import Sequence

_LINE = 28


@dataclass(frozen=True)
class Kept:
    """What was selected, where the keyboard was and how far the list was scrolled before its rows changed."""

    ids: tuple[int, ...]
    current_id: int
    place: int
    scrolled: int


class ListTable(QTableView, Generic[Row]):
    """Selects whole rows of one height, edits and sorts nothing by itself, and lists its commands as a menu."""

    def __init__(self, rows_model: RowsModel[Row, Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows_model = rows_model
        rows_model.setParent(self)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
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
        self._set_up_headers()

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows shown, from top to bottom."""
        return self._rows_model.rows

    def restyle(self) -> None:
        """Draw in the colours of the present theme."""
        self._rows_model.restyle()

    def offer(self, name: str, words: str, *keys: str) -> QAction:
        """A command of the menu, which these keys trigger while the table has the keyboard."""
        action = QAction(words, self)
        action.setObjectName(name)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.addAction(action)
        return action

    def shorten_in_the_middle(self, column: int) -> None:
        """Show both ends of what stands in this column: order numbers and the like differ there."""
        self.setItemDelegateForColumn(column, MiddleDelegate(self))

    def go_to(self, place: int, column: int = 0) -> None:
        """Put the keyboard on this row and select it alone, whatever keys are held down meanwhile.

        Qt's own ``selectRow`` and ``setCurrentIndex`` ask the keyboard: under Ctrl they toggle, under Shift extend.
        """
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(self.model().index(place, column), flags.ClearAndSelect | flags.Rows)

    def copy_numbers(self, numbers: Sequence[str]) -> None:
        """Copy these order numbers, one a line, and say so."""
        if numbers:
            QGuiApplication.clipboard().setText("\n".join(numbers))
            words = self.tr("Copied: out_trade_no {number}").format(number=numbers[0][:64])
            several = self.tr("Copied: {count} order numbers").format(count=len(numbers))
            say(self, words if len(numbers) == 1 else several)

    def _set_up_headers(self) -> None:
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(_LINE)
        columns.setHighlightSections(False)
        columns.setSectionsClickable(False)
        columns.setMinimumSectionSize(32)
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)


class ChoiceTable(ListTable[Row]):
    """Any number of rows may be selected, and they stay so when the rows around them change."""

    selected = Signal()
    """Other rows are selected than before."""

    def __init__(self, rows_model: RowsModel[Row, Any], parent: QWidget | None = None) -> None:
        super().__init__(rows_model, parent)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

    def chosen(self) -> tuple[Row, ...]:
        """The selected rows, from top to bottom."""
        places = sorted({index.row() for index in self.selectionModel().selectedRows()})
        return tuple(self.rows[place] for place in places)

    def chosen_ids(self) -> tuple[int, ...]:
        """The ids of the selected rows."""
        return tuple(row.id for row in self.chosen())

    def current_id(self) -> int:
        """The id of the row the keyboard is on; 0 where there is none."""
        place = self.currentIndex().row()
        return self.rows[place].id if 0 <= place < len(self.rows) else 0

    def enter(self) -> None:
        """Take the keyboard, on the first row where none is selected."""
        if not self.selectionModel().hasSelection() and self.rows:
            self.go_to(max(self.currentIndex().row(), 0))
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:  # noqa: N802 - Qt's name
        """Offer what can be done with the rows selected."""
        super().selectionChanged(selected, deselected)
        self.offer_commands()

    def offer_commands(self) -> None:
        """Enable what can be done with the rows selected, and say that they are."""
        self.selected.emit()

    def keep(self) -> Kept:
        """What ``restore`` needs to know, taken before the rows change."""
        place, scrolled = self.currentIndex().row(), self.verticalScrollBar().value()
        return Kept(self.chosen_ids(), self.current_id(), place, scrolled)

    def restore(self, kept: Kept, *, is_same_search: bool = True) -> None:
        """Select again what still is there; in the same search, what is gone gives way to the next."""
        if self.chosen_ids() != kept.ids:
            self._select(kept)
            self.verticalScrollBar().setValue(kept.scrolled if is_same_search else 0)
        if kept.ids and not self.chosen_ids() and is_same_search and self.rows:
            self.go_to(min(max(kept.place, 0), len(self.rows) - 1))
        self.offer_commands()

    def keyboard_place(self, kept: Kept) -> int | None:
        """The row the keyboard goes on from: the one it was on, if that still is there."""
        return next((place for place, row in enumerate(self.rows) if row.id == kept.current_id), None)

    def _select(self, kept: Kept) -> None:
        model, chooser, wanted = self.model(), self.selectionModel(), set(kept.ids)
        selection, last = QItemSelection(), model.columnCount() - 1
        for place, row in enumerate(self.rows):
            if row.id in wanted:
                selection.select(model.index(place, 0), model.index(place, last))
        current = self.keyboard_place(kept)
        if current is not None:
            chooser.setCurrentIndex(model.index(current, 0), QItemSelectionModel.SelectionFlag.NoUpdate)
        chooser.select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)


class MiddleDelegate(QStyledItemDelegate):
    """Order numbers and the like differ at their ends, so they are shortened in the middle."""

    def initStyleOption(  # noqa: N802 - Qt's name
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Shorten in the middle."""
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideMiddle
