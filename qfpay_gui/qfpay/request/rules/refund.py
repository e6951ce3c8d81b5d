"""Rules of a refund: what is left of the order, its state, and a number of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qfpay_gui.qfpay.currencies import human_amount
from qfpay_gui.qfpay.orders.order import HOLDS_MONEY, Order, OrderState
from qfpay_gui.qfpay.request.rules.subject import Subject, attention, note, wrong
from qfpay_gui.qfpay.text import text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qfpay_gui.qfpay.findings import Finding

OVER_REFUND = frozenset({"refund-exceeds", "refund-exceeds-pending", "refund-nothing-left"})
"""Codes of findings about a refund of more than the order holds, as far as known."""

_UNPAID = {
    OrderState.UNKNOWN: text("Rules", "Not known to be paid"),
    OrderState.OPEN: text("Rules", "Not paid, as far as known"),
    OrderState.CANCELLED: text("Rules", "Cancelled: nothing to refund"),
    OrderState.CLOSED: text("Rules", "Closed: nothing to refund"),
    OrderState.EXPIRED: text("Rules", "Expired: nothing to refund"),
    OrderState.FAILED: text("Rules", "Refused: there is no such order"),
}

_PART = text("Rules", "{amount} of the {left} that is left")
_REST = text("Rules", "{amount}: the rest of {paid}")


def check(subject: Subject) -> Iterator[Finding]:
    """Findings about a refund against the order it is of; none for any other call."""
    if subject.endpoint.name != "refund":
        return
    yield from _own_number(subject)
    order = subject.order
    if order is None:
        return
    yield from _state(order)
    txamt = subject.value("txamt") or ""
    if order.state in HOLDS_MONEY and order.amount is not None and txamt.isascii() and txamt.isdigit():
        yield from _amount(order, int(txamt[:30]))


def _own_number(subject: Subject) -> Iterator[Finding]:
    number, order = subject.value("out_trade_no"), subject.order
    if not number:
        return
    if number == subject.value("syssn") or (order and number == order.out_trade_no):
        yield wrong(
            "refund-number-of-payment",
            "out_trade_no",
            text("Rules", "The payment's number: a refund has its own"),
            text(
                "Rules",
                "A refund needs an out_trade_no that no payment and no refund had. Switch “New on every send” on.",
            ),
        )
    elif subject.order_by_number(number):
        yield attention(
            "refund-number-used",
            "out_trade_no",
            text("Rules", "Another payment's number"),
            text("Rules", "Payments and refunds share one set of numbers. Switch “New on every send” on."),
        )


def _state(order: Order) -> Iterator[Finding]:
    if order.state is OrderState.REFUNDED:
        yield wrong(
            "refund-nothing-left",
            "syssn",
            text("Rules", "Refunded in full already"),
            text("Rules", "Nothing is left of this order: another refund is refused (1125, 1262 or 1272)."),
        )
    elif order.state in _UNPAID:
        yield attention(
            "refund-unpaid",
            "syssn",
            _UNPAID[order.state],
            text("Rules", "Only a paid order can be refunded. Query it first: the news may be older than the payment."),
        )


def _amount(order: Order, amount: int) -> Iterator[Finding]:
    paid = order.amount or 0
    if amount > order.held:
        yield _exceeds(order)
    elif amount > order.left:
        yield attention(
            "refund-exceeds-pending",
            "txamt",
            text("Rules", "More than {left} may not be left").fill(left=_human(order, order.left)),
            text(
                "Rules",
                "Refunds of {pending} are under way for this order. Query them first: together they may exceed the "
                "payment (1272).",
            ).fill(pending=_human(order, order.pending)),
        )
    elif amount and amount < paid:
        yield note(
            "refund-partial",
            "txamt",
            (_PART if amount < order.left else _REST).fill(
                amount=_human(order, amount), left=_human(order, order.left), paid=_human(order, paid)
            ),
            text(
                "Rules", "Some currencies (1270) and channels (1271) take no partial refund. Then refund all at once."
            ),
        )


def _exceeds(order: Order) -> Finding:
    headline = text("Rules", "Only {left} is left")
    detail = text(
        "Rules",
        "{left} is left of {paid}: {refunded} was refunded before. More is refused with 1272. Write {minor} at most.",
    )
    return wrong(
        "refund-exceeds",
        "txamt",
        headline.fill(left=_human(order, order.held)),
        detail.fill(
            left=_human(order, order.held),
            paid=_human(order, order.amount or 0),
            refunded=_human(order, order.refunded),
            minor=order.held,
        ),
    )


def _human(order: Order, minor: int) -> str:
    return human_amount(str(minor), order.txcurrcd) or str(minor)
