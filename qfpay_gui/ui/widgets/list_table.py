"""A table of whole rows that are read, chosen and acted upon with the keyboard."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic

from PySide6.QtCore import (
    QByteArray,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from qfpay_gui.ui.look.theme import px, set_property
from qfpay_gui.ui.widgets.rows_model import Row, RowsModel
from qfpay_gui.ui.widgets.status_message import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QAbstractItemModel
    from PySide6.QtGui import QResizeEvent

_LINE = 28


@dataclass(frozen=True)
class Kept:
    """What was selected, where the keyboard was and how far the list was scrolled before its rows changed."""

    ids: tuple[int, ...]
    current_id: int
    place: int
    scrolled: int


class ListTable(QTableView, Generic[Row]):
    """Selects whole rows of one height, and lists its commands as a menu.

    A press on a column's title sorts by it, upwards, downwards, and no more. The columns share the room among them
    until a person draws one wider; from then on they stay as that person wants them.
    """

    def __init__(self, rows_model: RowsModel[Row, Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows_model = rows_model
        self._is_arranged = self._is_sharing = False
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
        self.setIconSize(QSize(px(16), px(16)))
        self.setMinimumHeight(3 * px(_LINE))
        set_property(self, "role", "framed")
        self._set_up_headers()

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows shown, from top to bottom."""
        return self._rows_model.rows

    @property
    def columns_state(self) -> QByteArray | None:
        """How a person has arranged the columns; None where nobody has."""
        return self.horizontalHeader().saveState() if self._is_arranged else None

    def restore_columns(self, state: QByteArray) -> None:
        """Arrange the columns as they were; what another version has written is passed over."""
        self._is_sharing = True
        known = self.horizontalHeader().count()
        if self.horizontalHeader().restoreState(state) and self.horizontalHeader().count() == known:
            self._arrange()
        self._is_sharing = False

    def share_again(self) -> None:
        """Let the columns share the room among them, sorted by none, as at first."""
        self._is_sharing = True
        self.horizontalHeader().setStretchLastSection(False)
        self._is_arranged = False
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self._share(self.width())

    def share_room(self, width: int) -> None:
        """Give each column its share of this width, in pixels."""

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Share the new width."""
        super().resizeEvent(event)
        if not self._is_arranged:
            self._share(event.size().width())

    def _share(self, width: int) -> None:
        self._is_sharing = True
        self.share_room(width)
        self._is_sharing = False

    def _arrange(self) -> None:
        self._is_arranged = True
        self.horizontalHeader().setStretchLastSection(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def _on_drawn(self, _column: int, _old: int, _new: int) -> None:
        if not self._is_sharing and not self._is_arranged and self._rows_model.columnCount():
            self._is_sharing = True
            self._arrange()
            self._is_sharing = False

    def record(self, row: Row) -> dict[str, str]:
        """The row as it is copied and saved, by names that do not change with the language."""
        return self._rows_model.record(row)

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
        rows.setDefaultSectionSize(px(_LINE))
        columns.setHighlightSections(False)
        columns.setMinimumSectionSize(32)
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        columns.setSortIndicatorClearable(True)
        columns.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        columns.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        usual = QAction(self.tr("Columns as at first"), columns)
        usual.setObjectName("usual_columns")
        usual.triggered.connect(self.share_again)
        columns.addAction(usual)

    def setModel(self, model: QAbstractItemModel | None) -> None:  # noqa: N802 - Qt's name
        """Take the model in; from then on a column that changes its width was drawn by a person."""
        super().setModel(model)
        self.horizontalHeader().sectionResized.connect(self._on_drawn)


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
