"""The rows of a list for Qt's table: drawn on demand, known again by their ids."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from qfpay_gui.ui.look.theme import current, mono
from qfpay_gui.ui.widgets.elided import plain_tip

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QColor, QFont, QIcon

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()


class Identified(Protocol):
    """A row that is known again by its id."""

    @property
    def id(self) -> int:
        """What no other row has."""


Row = TypeVar("Row", bound=Identified)
Column = TypeVar("Column", bound=IntEnum)


class RowsModel(QAbstractTableModel, Generic[Row, Column]):
    """Rows that stay keep their place and selection when others come or go; a list says what its cells show."""

    def __init__(self, columns: type[Column], sums: frozenset[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[Row, ...] = ()
        self._came: tuple[Row, ...] = ()
        self._sorted_by: Column | None = None
        self._order = Qt.SortOrder.AscendingOrder
        self._columns, self._sums = columns, sums
        self._font = self.wire_font()
        self._roles: dict[int, Callable[[Row, Column], Any]] = {
            Qt.ItemDataRole.DisplayRole: self.shown,
            Qt.ItemDataRole.DecorationRole: self.picture,
            Qt.ItemDataRole.ForegroundRole: self.colour,
            Qt.ItemDataRole.TextAlignmentRole: self._alignment,
            Qt.ItemDataRole.FontRole: self._font_of,
            Qt.ItemDataRole.ToolTipRole: self._tool_tip,
            Qt.ItemDataRole.AccessibleTextRole: self.spoken,
        }

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Show these, as a change of those that were shown where they are at the top or at the end."""
        self._came = rows
        if self._sorted_by is not None:
            self._reset(self._sorted(rows))
            return
        old, new = [row.id for row in self.rows], [row.id for row in rows]
        if new[: len(old)] == old:
            self._insert(len(old), rows)
        elif old == new[-len(old) :]:
            self._insert(0, rows)
        else:
            self._reset(rows)

    def replace_rows(self, rows: tuple[Row, ...]) -> None:
        """Show as many others in the places of those that are shown, in the order in which they come."""
        self._came = self.rows = rows
        self.restyle()

    @property
    def is_sorted(self) -> bool:
        """Whether the rows stand in an order of a person's choosing."""
        return self._sorted_by is not None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Put the rows in the order of this column; -1 brings back the order in which they came.

        Rows that are selected stay so: the view is told where each went.
        """
        self._sorted_by, self._order = (None if column < 0 else self._columns(column)), order
        rows = self._came if self._sorted_by is None else self._sorted(self._came)
        if rows == self.rows:
            return
        self.layoutAboutToBeChanged.emit()
        places = {row.id: place for place, row in enumerate(rows)}
        before = self.persistentIndexList()
        after = [self.index(places[self.rows[one.row()].id], one.column()) for one in before]
        self.rows = rows
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def record(self, row: Row) -> dict[str, str]:
        """All there is to take along of a row, by names that do not change with the language."""
        return {column.name.lower(): self.shown(row, column) for column in self._columns}

    def sort_key(self, row: Row, column: Column) -> Any:
        """What the rows are put in order by; what is shown, where nothing else is said."""
        return self.shown(row, column).casefold()

    def restyle(self) -> None:
        """Draw again, in the fonts and colours of the present theme."""
        self._font = self.wire_font()
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, len(self._columns) - 1))

    def title(self, column: Column) -> str:
        """What stands above the column."""
        raise NotImplementedError

    def shown(self, row: Row, column: Column) -> str:
        """What the cell shows."""
        raise NotImplementedError

    def tip(self, row: Row, column: Column) -> str:
        """All there is to say about the cell."""
        return self.shown(row, column)

    def spoken(self, row: Row, column: Column) -> str:
        """What a screen reader says of the cell."""
        return self.tip(row, column)

    def picture(self, _row: Row, _column: Column) -> QIcon | None:
        """The icon before the words."""
        return None

    def colour(self, _row: Row, _column: Column) -> QColor | None:
        """The colour of the words; None for that of any text."""
        return None

    def is_wire(self, _row: Row, _column: Column) -> bool:
        """Whether the cell shows what is written on the wire."""
        return False

    def wire_font(self) -> QFont:
        """The font of what is written on the wire."""
        return mono(current().text_pt)

    def rowCount(self, parent: Index = _NONE) -> int:  # noqa: N802 - Qt's name
        """How many rows are shown."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NONE) -> int:  # noqa: N802 - Qt's name
        """Always the same."""
        return 0 if parent.isValid() else len(self._columns)

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' titles."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = self._columns(section)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(None, column)
        return self.title(column) if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell shows and says."""
        cell = self._roles.get(role)
        return cell(self.rows[index.row()], self._columns(index.column())) if cell else None

    def _sorted(self, rows: tuple[Row, ...]) -> tuple[Row, ...]:
        column = self._sorted_by
        if column is None:
            return rows
        backwards = self._order is Qt.SortOrder.DescendingOrder
        return tuple(sorted(rows, key=lambda row: self.sort_key(row, column), reverse=backwards))

    def _reset(self, rows: tuple[Row, ...]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def _insert(self, first: int, rows: tuple[Row, ...]) -> None:
        added = len(rows) - len(self.rows)
        if added:
            self.beginInsertRows(_NONE, first, first + added - 1)
        self.rows = rows
        if added:
            self.endInsertRows()
        self.restyle()

    def _font_of(self, row: Row, column: Column) -> QFont | None:
        return self._font if self.is_wire(row, column) else None

    def _tool_tip(self, row: Row, column: Column) -> str:
        return plain_tip(self.tip(row, column))

    def _alignment(self, _row: Row | None, column: Column) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if column in self._sums else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter
