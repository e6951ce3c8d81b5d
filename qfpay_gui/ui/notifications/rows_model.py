"""The notices for Qt's table."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from qfpay_gui.qfpay.text import Text
from qfpay_gui.ui.look.icons import icon
from qfpay_gui.ui.look.theme import current, mono
from qfpay_gui.ui.notifications.wording import answer_of, kind_of, moment, valid_icon, valid_word, whole_moment
from qfpay_gui.ui.widgets.elided_label import plain_tip
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QColor, QFont, QIcon

    from qfpay_gui.models.notifications.state import Notice

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()


class Column(IntEnum):
    """The columns from left to right."""

    TIME = 0
    KIND = 1
    ORDER = 2
    AMOUNT = 3
    VALID = 4
    ANSWERED = 5


_PICTURED = {Column.KIND, Column.VALID}


class RowsModel(QAbstractTableModel):
    """Shows notices, newest first; ``is_wordy`` says kind and verdict in words beside their icons."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[Notice, ...] = ()
        self.is_wordy = True
        self._font = mono(current().small_px)
        self._tellers: dict[int, Callable[[Notice, Column], Any]] = {
            Qt.ItemDataRole.DisplayRole: self._shown,
            Qt.ItemDataRole.DecorationRole: _icon,
            Qt.ItemDataRole.ForegroundRole: _colour,
            Qt.ItemDataRole.TextAlignmentRole: _alignment_of,
            Qt.ItemDataRole.FontRole: self._font_of,
            Qt.ItemDataRole.ToolTipRole: _tip,
            Qt.ItemDataRole.AccessibleTextRole: _spoken,
        }

    def present(self, rows: tuple[Notice, ...]) -> None:
        """Show these."""
        old, new = [row.key for row in self.rows], [row.key for row in rows]
        added = len(new) - len(old)
        if old == new:
            self.rows = rows
            self.restyle()
        elif added > 0 and new[added:] == old:
            self.beginInsertRows(_NONE, 0, added - 1)
            self.rows = rows
            self.endInsertRows()
            self.restyle()
        else:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()

    def restyle(self) -> None:
        """Draw again, in the fonts and colours of the present theme."""
        self._font = mono(current().small_px)
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, len(Column) - 1))

    def rowCount(self, parent: Index = _NONE) -> int:  # noqa: N802 - Qt's name
        """How many notices there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NONE) -> int:  # noqa: N802 - Qt's name
        """Always six."""
        return 0 if parent.isValid() else len(Column)

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' titles; none above icons."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(Column(section))
        is_bare = not self.is_wordy and Column(section) in _PICTURED
        title = self._titles()[section]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return title
        return ("" if is_bare else title) if role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, _index: Index) -> Qt.ItemFlag:
        """To look at and to choose."""
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell shows and says."""
        teller = self._tellers.get(role)
        return teller(self.rows[index.row()], Column(index.column())) if teller else None

    def _titles(self) -> tuple[str, ...]:
        return (
            self.tr("Time"),
            self.tr("Kind"),
            self.tr("Order no."),
            self.tr("Amount"),
            self.tr("Signature"),
            self.tr("Answered"),
        )

    def _shown(self, notice: Notice, column: Column) -> str:
        return "" if not self.is_wordy and column in _PICTURED else _words(notice, column)

    def _font_of(self, _notice: Notice, column: Column) -> QFont | None:
        return self._font if column is Column.ORDER else None


def _words(notice: Notice, column: Column) -> str:
    match column:
        case Column.TIME:
            return moment(notice.at)
        case Column.KIND:
            return translated(kind_of(notice)[0])
        case Column.ORDER:
            return notice.explained.out_trade_no[:200]
        case Column.AMOUNT:
            return notice.explained.amount
        case Column.VALID:
            return translated(valid_word(notice))
        case Column.ANSWERED:
            words = answer_of(notice)[0]
            return translated(words) if isinstance(words, Text) else words


def _tip(notice: Notice, column: Column) -> str:
    if column is Column.TIME:
        return whole_moment(notice.at)
    if column is Column.VALID and notice.check is not None:
        return plain_tip(translated(notice.check.headline))
    if column is Column.ANSWERED and notice.received is None and notice.delivery is not None:
        return plain_tip(notice.delivery.attempts[-1].reason if notice.delivery.attempts else notice.delivery.url)
    return plain_tip(_words(notice, column))


def _spoken(notice: Notice, column: Column) -> str:
    return _words(notice, column)


def _icon(notice: Notice, column: Column) -> QIcon | None:
    if column is Column.KIND:
        return icon(kind_of(notice)[1])
    return icon(*valid_icon(notice)) if column is Column.VALID else None


def _colour(notice: Notice, column: Column) -> QColor | None:
    match column:
        case Column.TIME:
            return current().muted
        case Column.VALID:
            return current().colour(valid_icon(notice)[1])
        case Column.ANSWERED:
            return current().colour(answer_of(notice)[1])
        case _:
            return None


def _alignment_of(_notice: Notice, column: Column) -> Qt.AlignmentFlag:
    return _alignment(column)


def _alignment(column: Column) -> Qt.AlignmentFlag:
    right = Qt.AlignmentFlag.AlignRight if column is Column.AMOUNT else Qt.AlignmentFlag.AlignLeft
    return right | Qt.AlignmentFlag.AlignVCenter
