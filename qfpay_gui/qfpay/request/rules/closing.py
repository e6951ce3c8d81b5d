"""Rules of close and reversal: which order, its state and amount, and what no document promises for 800213."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qfpay_gui.qfpay.currencies import human_amount
from qfpay_gui.qfpay.orders.order import HOLDS_MONEY, Order, OrderState
from qfpay_gui.qfpay.request.rules.subject import Subject, attention, note, wrong
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qfpay_gui.qfpay.findings import Finding

_MINI_PROGRAM = {"", "800213"}
_UNSUPPORTED: dict[str, tuple[Text, Text]] = {
    "close": (
        text("Rules", "800213 is in no list of what can be closed"),
        text(
            "Rules",
            "Documents list other payment types for close. Try it: an answer 1297, or one without syssn, means that "
            "it is not supported; then let the order expire.",
        ),
    ),
    "reversal": (
        text("Rules", "800213 is in no list of what can be reversed"),
        text(
            "Rules",
            "Documents list scanned codes and cards for reversal. Query first; a paid order is refunded instead.",
        ),
    ),
}
_OVER = {
    OrderState.CANCELLED: text("Rules", "Cancelled already"),
    OrderState.CLOSED: text("Rules", "Closed already"),
    OrderState.EXPIRED: text("Rules", "Expired already"),
    OrderState.REFUNDED: text("Rules", "Refunded already"),
    OrderState.FAILED: text("Rules", "Refused: there is no such order"),
}


def check(subject: Subject) -> Iterator[Finding]:
    """Findings about a close or a reversal; none for any other call."""
    if subject.endpoint.name not in _UNSUPPORTED:
        return
    yield from _which(subject)
    order = subject.order
    if order is None or order.pay_type in _MINI_PROGRAM:
        headline, detail = _UNSUPPORTED[subject.endpoint.name]
        yield attention("undoing-undocumented", "", headline, detail)
    if order is not None:
        yield from _state(order, "syssn" if subject.value("syssn") else "out_trade_no")
        yield from _amount(order, subject.value("txamt") or "")
        yield from _time(subject, order)


def _which(subject: Subject) -> Iterator[Finding]:
    """Exactly one of the two numbers names the order."""
    given = [name for name in ("syssn", "out_trade_no") if subject.value(name)]
    if not given:
        left_out = [name for name in ("syssn", "out_trade_no") if name in subject.kept]
        yield wrong(
            "order-missing",
            left_out[0] if left_out else "syssn",
            text("Rules", "Give syssn or out_trade_no"),
            text("Rules", "Without a number nobody knows which order is meant. One of the two is needed."),
        )
    elif len(given) == 2:
        yield note(
            "order-twice",
            "out_trade_no",
            text("Rules", "syssn is enough"),
            text("Rules", "One of the two numbers names the order. What counts where they differ is not documented."),
        )


def _state(order: Order, field: str) -> Iterator[Finding]:
    if order.state in HOLDS_MONEY:
        yield attention(
            "undoing-paid",
            field,
            text("Rules", "Paid: refund it instead"),
            text("Rules", "Most editions say that a paid order is neither closed nor reversed. Refund gives it back."),
        )
    elif order.state in _OVER:
        yield note(
            "undoing-over",
            field,
            _OVER[order.state],
            text("Rules", "As far as known, nobody can pay this order any more. A query tells for certain."),
        )


def _amount(order: Order, txamt: str) -> Iterator[Finding]:
    is_whole = txamt.isascii() and txamt.isdigit() and len(txamt) <= 11
    if is_whole and order.amount is not None and int(txamt) != order.amount:
        yield wrong(
            "undoing-amount",
            "txamt",
            text("Rules", "The order is of {amount}").fill(
                amount=human_amount(order.txamt, order.txcurrcd) or order.txamt
            ),
            text("Rules", "txamt must be that of the order: write {txamt}.").fill(txamt=order.txamt),
        )


def _time(subject: Subject, order: Order) -> Iterator[Finding]:
    written = subject.value("txdtm")
    if not written or not order.txdtm or written == order.txdtm:
        return
    headline = text("Rules", "The payment’s txdtm is {txdtm}").fill(txdtm=order.txdtm)
    if subject.endpoint.name == "reversal":
        detail = text("Rules", "A reversal carries the original transaction’s time. Write {txdtm}.")
        yield attention("undoing-time", "txdtm", headline, detail.fill(txdtm=order.txdtm))
    else:
        detail = text("Rules", "One old text wants the time of the order here, a public client sends the present time.")
        yield note("undoing-time", "txdtm", headline, detail)
