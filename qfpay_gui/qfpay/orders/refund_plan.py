"""Which of the day's orders can be refunded together, and why the others cannot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.currencies import human_amount
from qfpay_gui.qfpay.environments import EnvironmentKind
from qfpay_gui.qfpay.orders.order import HOLDS_MONEY, Order, OrderState
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from qfpay_gui.qfpay.environments import Environment

_LISTED = HOLDS_MONEY | {OrderState.UNKNOWN, OrderState.OPEN}
_PRODUCTION = text("Orders", "Production is never refunded in bulk: refund one order at a time.")
_ELSEWHERE = text("Orders", "Made in another environment: choose that one first.")
_OTHER_SIMULATOR = text("Orders", "The simulator that held this order has ended: there is nothing left to refund.")
_OTHER_MERCHANT = text("Orders", "Made with another app_code: choose its profile first.")
_UNKNOWN = text("Orders", "Outcome unknown: query it first.")
_OPEN = text("Orders", "Not paid, as far as is known: query it first.")
_PENDING = text("Orders", "A refund of it has not been answered: query it first.")
_NO_SYSSN = text("Orders", "QFPay’s syssn is not known: query it first.")
_NO_AMOUNT = text("Orders", "Its amount is no whole number: refund it by hand.")
_PARTLY = text("Orders", "A part was given back elsewhere, and how much is not known: refund it by hand.")
_BLOCKED = text(
    "Orders", "The present environment is production. Refunding many orders at once is for test orders only."
)


@dataclass(frozen=True)
class Where:
    """Where refunds would be sent, and for which app_code."""

    environment: Environment
    app_code: str


@dataclass(frozen=True)
class PlannedRefund:
    """An order of the day; ``obstacle`` says why it cannot be refunded with the others, None where it can."""

    order: Order
    obstacle: Text | None = None

    @property
    def is_queryable(self) -> bool:
        """Whether a query from here may change what stands in the way."""
        return self.obstacle in {_UNKNOWN, _OPEN, _PENDING, _NO_SYSSN}


@dataclass(frozen=True)
class RefundPlan:
    """The orders of the day that may hold money, the newest first; ``blocked`` says why none can be refunded."""

    where: Where
    since: datetime
    rows: tuple[PlannedRefund, ...] = ()
    blocked: Text | None = None

    @property
    def possible(self) -> tuple[Order, ...]:
        """The orders that can be refunded."""
        return tuple(row.order for row in self.rows if row.obstacle is None)

    @property
    def queryable(self) -> tuple[Order, ...]:
        """The orders that should be queried first."""
        return tuple(row.order for row in self.rows if row.is_queryable)


def refund_plan(
    orders: Iterable[Order], since: datetime, where: Where, awaited: frozenset[int] = frozenset()
) -> RefundPlan:
    """The plan for the orders made since this moment; ``awaited`` are ids whose latest refund is still being written.

    Orders that hold no money for certain are not in it. Nothing is planned for production.
    """
    rows = tuple(
        PlannedRefund(order, _obstacle(order, where, awaited))
        for order in orders
        if order.made_at >= since and order.state in _LISTED
    )
    return RefundPlan(where, since, rows, _BLOCKED if where.environment.kind is EnvironmentKind.PRODUCTION else None)


def human_sums(orders: Iterable[tuple[Order, int]]) -> str:
    """Minor units of these orders, added up for each currency: ``HK$9.00 + ¥300``."""
    sums: dict[str, int] = {}
    for order, minor in orders:
        sums[order.txcurrcd] = sums.get(order.txcurrcd, 0) + minor
    return " + ".join(human_amount(str(minor), code) or f"{minor} {code}" for code, minor in sums.items())


def _obstacle(order: Order, where: Where, awaited: frozenset[int]) -> Text | None:
    return _not_here(order, where) or _not_clear(order, awaited)


def _not_here(order: Order, where: Where) -> Text | None:
    environment = where.environment
    if EnvironmentKind.PRODUCTION.value in {order.environment_kind, environment.kind.value}:
        return _PRODUCTION
    if order.environment_id != environment.id:
        return _ELSEWHERE
    if order.base_url != environment.base_url:
        return _OTHER_SIMULATOR if environment.kind is EnvironmentKind.SIMULATOR else _ELSEWHERE
    return _OTHER_MERCHANT if order.app_code != where.app_code else None


def _not_clear(order: Order, awaited: frozenset[int]) -> Text | None:
    if order.state in {OrderState.UNKNOWN, OrderState.OPEN}:
        return _UNKNOWN if order.state is OrderState.UNKNOWN else _OPEN
    if order.pending or order.id in awaited or any(one.is_pending for one in order.refunds):
        return _PENDING
    if order.cancel == "5" and not order.refunded:
        return _PARTLY
    if not order.syssn:
        return _NO_SYSSN
    return _NO_AMOUNT if order.left <= 0 else None
