"""The rows of the table of orders for Qt."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt

from qfpay_gui.qfpay.orders.order import OrderState
from qfpay_gui.ui.look.icons import icon
from qfpay_gui.ui.look.theme import current
from qfpay_gui.ui.orders.wording import amount, left, meaning, next_step, state_icon, state_words
from qfpay_gui.ui.widgets.rows_model import RowsModel
from qfpay_gui.ui.words.environments import environment_name, kind_icon
from qfpay_gui.ui.words.measures import short_time, sum_key, whole_time
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QIcon

    from qfpay_gui.qfpay.orders.order import Order

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


class OrderRowsModel(RowsModel["Order", Column]):
    """Shows orders; names of environments and seconds are written where there is room."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(Column, frozenset({Column.AMOUNT, Column.LEFT}), parent)
        self._is_named = self._has_seconds = True

    def use_room(self, *, named: bool, seconds: bool) -> None:
        """Write names of environments and seconds, or leave them to the tool tips where there is no room."""
        if (named, seconds) != (self._is_named, self._has_seconds):
            self._is_named, self._has_seconds = named, seconds
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, Column.ENVIRONMENT, Column.ENVIRONMENT)
            self.restyle()

    def title(self, column: Column) -> str:
        """What stands above the column."""
        return {
            Column.TIME: self.tr("Time"),
            Column.ORDER: self.tr("Order no."),
            Column.AMOUNT: self.tr("Amount"),
            Column.STATE: self.tr("State"),
            Column.LEFT: self.tr("To refund"),
            Column.ENVIRONMENT: self.tr("Environment") if self._is_named else "",
            Column.PROFILE: self.tr("Profile"),
        }[column]

    def shown(self, order: Order, column: Column) -> str:
        """What there is room for."""
        if column is Column.ENVIRONMENT and not self._is_named:
            return ""
        shown = _shown(order, column)
        if column is not Column.TIME or self._has_seconds:
            return shown
        # Of a time the seconds go first, of a moment this year its time, of an older one all but the year.
        return shown[:5] if shown[2:3] in {":", "-"} else shown[:4]

    def tip(self, order: Order, column: Column) -> str:
        """The moment, numbers, amount, state or address in full."""
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
                return f"{translated(environment_name(order.environment_id, order.base_url))}\n{order.base_url}".strip()
            case _:
                return _shown(order, column)

    def picture(self, order: Order, column: Column) -> QIcon | None:
        """The state and the environment."""
        match column:
            case Column.STATE:
                return icon(*state_icon(order))
            case Column.ENVIRONMENT:
                return icon(*kind_icon(order.environment_kind))
            case _:
                return None

    def colour(self, order: Order, column: Column) -> QColor | None:
        """Money that is held stands out, what has ended is quiet."""
        theme = current()
        if column is Column.STATE:
            return theme.colour(state_icon(order)[1])
        if column is Column.LEFT and order.holds_test_money:
            return theme.attention_fg
        is_quiet = column in {Column.TIME, Column.ENVIRONMENT, Column.PROFILE} or order.state in _ENDED
        return theme.muted if is_quiet else None

    def record(self, order: Order) -> dict[str, str]:
        """What is known of the order, its amount as it was sent and as money."""
        return {
            "made_at": order.made_at.isoformat(),
            "out_trade_no": order.out_trade_no,
            "syssn": order.syssn,
            "txamt": order.txamt,
            "txcurrcd": order.txcurrcd,
            "amount": amount(order),
            "pay_type": order.pay_type,
            "state": order.state.value,
            "left": left(order),
            "environment": order.environment_id,
            "merchant": order.profile,
            "mchid": order.mchid,
        }

    def sort_key(self, order: Order, column: Column) -> Any:
        """Moments by the clock, sums by their size within a currency."""
        match column:
            case Column.TIME:
                return order.made_at
            case Column.AMOUNT:
                return sum_key(order.txamt, order.txcurrcd)
            case Column.LEFT:
                return sum_key(str(order.left), order.txcurrcd)
            case Column.ENVIRONMENT:
                return order.environment_id
            case _:
                return super().sort_key(order, column)

    def is_wire(self, _order: Order, column: Column) -> bool:
        """Order numbers."""
        return column is Column.ORDER


def _shown(order: Order, column: Column) -> str:
    match column:
        case Column.TIME:
            return short_time(order.made_at, datetime.now(UTC))
        case Column.AMOUNT:
            return amount(order)
        case Column.STATE:
            return translated(state_words(order))
        case Column.LEFT:
            return left(order)
        case Column.ENVIRONMENT:
            return translated(environment_name(order.environment_id, order.base_url))
        case _:
            return order.profile if column is Column.PROFILE else order.out_trade_no or order.syssn
