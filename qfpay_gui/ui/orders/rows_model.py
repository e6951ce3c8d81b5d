"""The rows of the table of orders for Qt: drawn on demand, selected by their ids."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from qfpay_gui.qfpay.orders.order import OrderState
from qfpay_gui.ui.history.wording import environment_name, kind_icon, short_time, whole_time
from qfpay_gui.ui.look.icons import icon
from qfpay_gui.ui.look.theme import current, mono
from qfpay_gui.ui.orders.wording import amount, left, meaning, next_step, state_icon, state_words
from qfpay_gui.ui.widgets.elided_label import plain_tip
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QColor, QFont, QIcon

    from qfpay_gui.qfpay.orders.order import Order

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
_ENDED = frozenset({OrderState.CANCELLED, OrderState.CLOSED, OrderState.EXPIRED, OrderState.FAILED})


class Column(IntEnum):
    """The columns from left to right."""

    TIME = 0
    ORDER = 1
    AMOUNT = 2
    STATE = 3
    LEFT = 4
    ENVIRONMENT = 5
    PROFILE = 6


class OrderRowsModel(QAbstractTableModel):
    """Shows orders; rows that stay keep their place and selection when others change."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Order, ...] = ()
        self._is_named = self._has_seconds = True
        self._font = mono(current().text_px)
        self._tellers: dict[int, Callable[[Order, Column], Any]] = {
            Qt.ItemDataRole.DisplayRole: self._shown,
            Qt.ItemDataRole.DecorationRole: _icon,
            Qt.ItemDataRole.ForegroundRole: _colour,
            Qt.ItemDataRole.TextAlignmentRole: _alignment_of,
            Qt.ItemDataRole.FontRole: self._font_of,
            Qt.ItemDataRole.ToolTipRole: _tip_of,
            Qt.ItemDataRole.AccessibleTextRole: _tip,
        }

    @property
    def rows(self) -> tuple[Order, ...]:
        """The orders shown."""
        return self._rows

    def present(self, rows: tuple[Order, ...]) -> None:
        """Show these orders."""
        old, new = [row.id for row in self._rows], [row.id for row in rows]
        added = len(new) - len(old)
        if old == new:
            self._rows = rows
        elif added > 0 and new[added:] == old:
            self.beginInsertRows(_NONE, 0, added - 1)
            self._rows = rows
            self.endInsertRows()
        else:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
        self.restyle()

    def use_room(self, *, named: bool, seconds: bool) -> None:
        """Write names of environments and seconds, or leave them to the tool tips where there is no room."""
        if (named, seconds) != (self._is_named, self._has_seconds):
            self._is_named, self._has_seconds = named, seconds
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, Column.ENVIRONMENT, Column.ENVIRONMENT)
            self.restyle()

    def restyle(self) -> None:
        """Draw in the colours and fonts of the present theme."""
        self._font = mono(current().text_px)
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(Column) - 1))

    def rowCount(self, parent: Index = _NONE) -> int:  # noqa: N802 - Qt's name
        """How many orders are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NONE) -> int:  # noqa: N802 - Qt's name
        """Always seven."""
        return 0 if parent.isValid() else len(Column)

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' titles."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(Column(section))
        return self._titles()[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell shows and says."""
        teller = self._tellers.get(role)
        return teller(self._rows[index.row()], Column(index.column())) if teller else None

    def _titles(self) -> tuple[str, ...]:
        return (
            self.tr("Time"),
            self.tr("Order no."),
            self.tr("Amount"),
            self.tr("State"),
            self.tr("To refund"),
            self.tr("Environment") if self._is_named else "",
            self.tr("Profile"),
        )

    def _shown(self, order: Order, column: Column) -> str:
        if column is Column.ENVIRONMENT and not self._is_named:
            return ""
        shown = _shown(order, column)
        if column is not Column.TIME or self._has_seconds:
            return shown
        # Of a time the seconds go first, of a moment this year its time, of an older one all but the year.
        return shown[:5] if shown[2:3] in {":", "-"} else shown[:4]

    def _font_of(self, _order: Order, column: Column) -> QFont | None:
        return self._font if column is Column.ORDER else None


def _shown(order: Order, column: Column) -> str:
    shown: dict[Column, Callable[[], str]] = {
        Column.TIME: lambda: short_time(order.made_at, datetime.now(UTC)),
        Column.ORDER: lambda: order.out_trade_no or order.syssn,
        Column.AMOUNT: lambda: amount(order),
        Column.STATE: lambda: translated(state_words(order)),
        Column.LEFT: lambda: left(order),
        Column.ENVIRONMENT: lambda: translated(environment_name(order.environment_id)),
        Column.PROFILE: lambda: order.profile,
    }
    return shown[column]()


def _tip(order: Order, column: Column) -> str:
    match column:
        case Column.TIME:
            return whole_time(order.made_at)
        case Column.ORDER:
            return "\n".join(part for part in (order.out_trade_no, order.syssn) if part)
        case Column.AMOUNT:
            return f"{order.txamt} {order.txcurrcd}".strip()
        case Column.STATE:
            return f"{translated(state_words(order))}. {translated(meaning(order))} {translated(next_step(order))}"
        case Column.ENVIRONMENT:
            return f"{translated(environment_name(order.environment_id))}\n{order.base_url}".strip()
        case _:
            return _shown(order, column)


def _tip_of(order: Order, column: Column) -> str:
    return plain_tip(_tip(order, column))


def _icon(order: Order, column: Column) -> QIcon | None:
    match column:
        case Column.STATE:
            return icon(*state_icon(order))
        case Column.ENVIRONMENT:
            return icon(*kind_icon(order.environment_kind))
        case _:
            return None


def _colour(order: Order, column: Column) -> QColor | None:
    theme = current()
    if column is Column.STATE:
        return theme.colour(state_icon(order)[1])
    if column is Column.LEFT and order.holds_test_money:
        return theme.attention_fg
    is_quiet = column in {Column.TIME, Column.ENVIRONMENT, Column.PROFILE} or order.state in _ENDED
    return theme.muted if is_quiet else None


def _alignment_of(_order: Order, column: Column) -> Qt.AlignmentFlag:
    return _alignment(column)


def _alignment(column: Column) -> Qt.AlignmentFlag:
    is_money = column in {Column.AMOUNT, Column.LEFT}
    return (Qt.AlignmentFlag.AlignRight if is_money else Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignVCenter
