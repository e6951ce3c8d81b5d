"""The rows of the history for Qt's table: drawn on demand, fetched 200 at a time."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from qfpay_gui.services.database.entry import Ending
from qfpay_gui.ui.history.wording import (
    ENDINGS,
    amount,
    ending_icon,
    environment_name,
    headline,
    kind_icon,
    short_time,
    whole_time,
)
from qfpay_gui.ui.look.icons import icon
from qfpay_gui.ui.look.theme import current, mono
from qfpay_gui.ui.widgets.elided_label import plain_tip
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QColor, QFont, QIcon

    from qfpay_gui.models.history.history_model import HistoryState
    from qfpay_gui.services.database.entry import HistoryRow

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()


class Column(IntEnum):
    """The columns from left to right."""

    TIME = 0
    ENVIRONMENT = 1
    OUTCOME = 2
    AMOUNT = 3
    ORDER = 4
    MERCHANT = 5
    NOTE = 6


class RowsModel(QAbstractTableModel):
    """Shows a HistoryState; rows that stay keep their selection when others come or go."""

    more_wanted = Signal()
    """The view came near the last row."""
    note_edited = Signal(int, str)
    """Carries an entry's id and its new note."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[HistoryRow, ...] = ()
        self._has_more = False
        self._font = mono(current().text_px)
        self._tellers: dict[int, Callable[[HistoryRow, Column], Any]] = {
            Qt.ItemDataRole.DisplayRole: _shown,
            Qt.ItemDataRole.EditRole: _editable,
            Qt.ItemDataRole.DecorationRole: _icon,
            Qt.ItemDataRole.ForegroundRole: _colour,
            Qt.ItemDataRole.TextAlignmentRole: _alignment_of,
            Qt.ItemDataRole.FontRole: self._font_of,
            Qt.ItemDataRole.ToolTipRole: _tip_of,
            Qt.ItemDataRole.AccessibleTextRole: self._spoken,
        }

    @property
    def rows(self) -> tuple[HistoryRow, ...]:
        """The rows shown."""
        return self._rows

    def present(self, state: HistoryState) -> None:
        """Show these rows."""
        self._has_more = state.has_more
        old, new = [row.id for row in self._rows], [row.id for row in state.rows]
        if new[: len(old)] == old:
            self._grow(len(old), state.rows)
        elif old == new[-len(old) :]:
            self._insert(0, len(new) - len(old) - 1, state.rows)
        else:
            self.beginResetModel()
            self._rows = state.rows
            self.endResetModel()

    def restyle(self) -> None:
        """Draw in the colours and fonts of the present theme."""
        self._font = mono(current().text_px)
        self._redraw(len(self._rows))

    def rowCount(self, parent: Index = _NONE) -> int:  # noqa: N802 - Qt's name
        """How many rows were fetched."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NONE) -> int:  # noqa: N802 - Qt's name
        """Always seven."""
        return 0 if parent.isValid() else len(Column)

    def canFetchMore(self, parent: Index) -> bool:  # noqa: N802 - Qt's name
        """Whether older entries wait in the file."""
        return self._has_more and not parent.isValid()

    def fetchMore(self, _parent: Index) -> None:  # noqa: N802 - Qt's name
        """Ask for them; they come when they were read."""
        self.more_wanted.emit()

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' titles."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(Column(section))
        return self._titles()[section] if role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Only notes can be edited."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == Column.NOTE else flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802 - Qt's name
        """Ask for the note to be changed; it is shown once it was written."""
        row = self._rows[index.row()]
        if role != Qt.ItemDataRole.EditRole or index.column() != Column.NOTE or value == row.note:
            return False
        self.note_edited.emit(row.id, str(value))
        return True

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell shows and says."""
        teller = self._tellers.get(role)
        return teller(self._rows[index.row()], Column(index.column())) if teller else None

    def _grow(self, kept: int, rows: tuple[HistoryRow, ...]) -> None:
        if len(rows) > kept:
            self._insert(kept, len(rows) - 1, rows)
        elif rows != self._rows:
            self._rows = rows
            self._redraw(kept)

    def _insert(self, first: int, last: int, rows: tuple[HistoryRow, ...]) -> None:
        self.beginInsertRows(_NONE, first, last)
        self._rows = rows
        self.endInsertRows()
        self._redraw(len(rows))

    def _redraw(self, count: int) -> None:
        if count:
            self.dataChanged.emit(self.index(0, 0), self.index(count - 1, len(Column) - 1))

    def _titles(self) -> tuple[str, ...]:
        return (
            self.tr("Time"),
            "",
            self.tr("Outcome"),
            self.tr("Amount"),
            self.tr("Order no."),
            self.tr("Merchant"),
            self.tr("Note"),
        )

    def _font_of(self, row: HistoryRow, column: Column) -> QFont | None:
        is_wire = column is Column.ORDER or (column is Column.OUTCOME and row.respcd)
        return self._font if is_wire else None

    def _spoken(self, row: HistoryRow, column: Column) -> str:
        if column is Column.NOTE and row.pinned:
            return self.tr("Pinned. {note}").format(note=row.note)
        return _tip(row, column)


def _shown(row: HistoryRow, column: Column) -> str:
    match column:
        case Column.TIME:
            return short_time(row.sent_at, datetime.now(UTC))
        case Column.OUTCOME:
            return row.respcd[:12] or translated(ENDINGS[row.ending])
        case Column.AMOUNT:
            return amount(row)
        case _:
            plain = {Column.ORDER: row.out_trade_no[:200], Column.MERCHANT: row.profile, Column.NOTE: row.note}
            return plain.get(column, "")


def _editable(row: HistoryRow, column: Column) -> str | None:
    return row.note if column is Column.NOTE else None


def _tip_of(row: HistoryRow, column: Column) -> str:
    return plain_tip(_tip(row, column))


def _alignment_of(_row: HistoryRow, column: Column) -> Qt.AlignmentFlag:
    return _alignment(column)


def _tip(row: HistoryRow, column: Column) -> str:
    match column:
        case Column.TIME:
            return whole_time(row.sent_at)
        case Column.ENVIRONMENT:
            return f"{translated(environment_name(row.environment_id))}\n{row.host}".strip()
        case Column.OUTCOME:
            respcd = f"{row.respcd}: " if row.respcd and row.ending is not Ending.SENDING else ""
            return f"{respcd}{translated(headline(row))}"
        case Column.AMOUNT:
            return f"{row.txamt[:200]} {row.txcurrcd[:20]}".strip()
        case _:
            return _shown(row, column)


def _icon(row: HistoryRow, column: Column) -> QIcon | None:
    match column:
        case Column.NOTE:
            return icon("pin", "accent_fg") if row.pinned else None
        case Column.ENVIRONMENT:
            return icon(*kind_icon(row.environment_kind))
        case Column.OUTCOME:
            return icon(*ending_icon(row.ending, row.severity))
        case _:
            return None


def _colour(row: HistoryRow, column: Column) -> QColor | None:
    match column:
        case Column.OUTCOME:
            return current().colour(ending_icon(row.ending, row.severity)[1])
        case Column.TIME | Column.NOTE:
            return current().muted
        case _:
            return None


def _alignment(column: Column) -> Qt.AlignmentFlag:
    right = Qt.AlignmentFlag.AlignRight if column is Column.AMOUNT else Qt.AlignmentFlag.AlignLeft
    return right | Qt.AlignmentFlag.AlignVCenter
