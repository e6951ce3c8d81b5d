"""How the table of orders says things: states, amounts, what to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qfpay_gui.qfpay.currencies import human_amount
from qfpay_gui.qfpay.environments import EnvironmentKind
from qfpay_gui.qfpay.orders.filter import OrderGroup
from qfpay_gui.qfpay.orders.order import HOLDS_MONEY, Order, OrderState
from qfpay_gui.qfpay.text import Text, text
from qfpay_gui.ui.words.measures import short_time

if TYPE_CHECKING:
    from datetime import datetime

STATES = {
    OrderState.UNKNOWN: text("Orders", "Outcome unknown"),
    OrderState.OPEN: text("Orders", "Open, not paid"),
    OrderState.PAID: text("Orders", "Paid"),
    OrderState.PARTLY_REFUNDED: text("Orders", "Partly refunded"),
    OrderState.REFUNDED: text("Orders", "Refunded"),
    OrderState.CANCELLED: text("Orders", "Cancelled"),
    OrderState.CLOSED: text("Orders", "Closed"),
    OrderState.EXPIRED: text("Orders", "Expired"),
    OrderState.FAILED: text("Orders", "Not created"),
}
_NOT_REFUNDED = text("Orders", "Paid: refund it")
_REFUND_OPEN = text("Orders", "Refund unknown")
_ICONS = {
    OrderState.UNKNOWN: ("help", "wrong_fg"),
    OrderState.OPEN: ("clock", "note_fg"),
    OrderState.PAID: ("ok", "ok_fg"),
    OrderState.PARTLY_REFUNDED: ("refund", "note_fg"),
    OrderState.REFUNDED: ("refund", "muted"),
    OrderState.CANCELLED: ("cancel", "muted"),
    OrderState.CLOSED: ("lock", "muted"),
    OrderState.EXPIRED: ("clock", "muted"),
    OrderState.FAILED: ("wrong", "muted"),
}
_MEANINGS = {
    OrderState.UNKNOWN: text("Orders", "It was sent, and no answer tells what became of it."),
    OrderState.OPEN: text("Orders", "It exists, and nobody has paid as far as is known."),
    OrderState.PAID: text("Orders", "It is paid, and nothing was given back."),
    OrderState.PARTLY_REFUNDED: text("Orders", "It is paid, and a part was given back."),
    OrderState.REFUNDED: text("Orders", "It was paid, and everything was given back."),
    OrderState.CANCELLED: text("Orders", "It was cancelled: nobody pays it any more."),
    OrderState.CLOSED: text("Orders", "It was closed before anybody paid."),
    OrderState.EXPIRED: text("Orders", "Its time ran out before anybody paid."),
    OrderState.FAILED: text("Orders", "It was refused or never sent: there is no such order."),
}
_STEPS = {
    OrderState.UNKNOWN: text("Orders", "Query it; do not send it again."),
    OrderState.OPEN: text("Orders", "Query it to learn whether somebody paid, or close it."),
    OrderState.PAID: text("Orders", "Refund it when the test is over."),
    OrderState.PARTLY_REFUNDED: text("Orders", "Refund the rest when the test is over."),
}
_REAL = text("Orders", "Real money is held: refund it today.")
_UNANSWERED = text("Orders", "A refund was not answered. Query it before you refund again.")
_NOTHING = text("Orders", "Nothing is left to do.")
_ATTENTION = ("attention", "attention_fg")
GROUPS = {
    OrderGroup.ATTENTION: text("Orders", "Needs attention"),
    OrderGroup.UNKNOWN: text("Orders", "Outcome unknown"),
    OrderGroup.OPEN: text("Orders", "Open, not paid"),
    OrderGroup.PAID: text("Orders", "Paid, not refunded"),
    OrderGroup.REFUNDED: text("Orders", "Refunded"),
    OrderGroup.ENDED: text("Orders", "Ended without payment"),
}
GROUP_ICONS = {
    OrderGroup.ATTENTION: _ATTENTION,
    OrderGroup.UNKNOWN: _ICONS[OrderState.UNKNOWN],
    OrderGroup.OPEN: _ICONS[OrderState.OPEN],
    OrderGroup.PAID: _ICONS[OrderState.PAID],
    OrderGroup.REFUNDED: _ICONS[OrderState.REFUNDED],
    OrderGroup.ENDED: _ICONS[OrderState.CANCELLED],
}


def state_words(order: Order) -> Text:
    """The state in two or three words; what is open about it comes first."""
    if _is_refund_open(order):
        return _REFUND_OPEN
    return _NOT_REFUNDED if order.holds_test_money and order.state is OrderState.PAID else STATES[order.state]


def state_icon(order: Order) -> tuple[str, str]:
    """The icon and tone of the state."""
    if order.holds_test_money or _is_refund_open(order):
        return _ATTENTION
    return _ICONS[order.state]


def meaning(order: Order) -> Text:
    """The state in one sentence."""
    return _MEANINGS[order.state]


def next_step(order: Order) -> Text:
    """What to do about the order."""
    if _is_refund_open(order):
        return _UNANSWERED
    if order.holds_test_money:
        return _REAL
    if order.environment_kind == EnvironmentKind.PRODUCTION.value and order.state in HOLDS_MONEY:
        return _NOTHING
    return _STEPS.get(order.state, _NOTHING)


def severity(order: Order) -> str:
    """How much the order needs somebody, as the style sheet names it."""
    if order.state is OrderState.UNKNOWN:
        return "wrong"
    return "attention" if order.needs_attention or _is_refund_open(order) else "note"


def amount(order: Order, minor: int | None = None) -> str:
    """These minor units of the order's currency, or its amount; as it was sent where it makes no sense."""
    txamt = order.txamt if minor is None else str(minor)
    return human_amount(txamt, order.txcurrcd) or f"{txamt[:24]} {order.txcurrcd[:8]}".strip()


def left(order: Order) -> str:
    """What is left to refund, or "" where nothing is."""
    return amount(order, order.left) if order.left else ""


def checked(order: Order, now: datetime) -> str:
    """When the order was last heard of, as short as it can be said now."""
    return short_time(order.checked_at or order.made_at, now)


def _is_refund_open(order: Order) -> bool:
    return order.state in HOLDS_MONEY and any(one.is_pending for one in order.refunds)
