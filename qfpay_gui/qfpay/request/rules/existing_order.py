"""Rules of the numbers that name an order: the two of them confused, and orders this installation does not know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qfpay_gui.qfpay.environments import EnvironmentKind
from qfpay_gui.qfpay.request.rules.subject import Subject, attention, note, shortened
from qfpay_gui.qfpay.text import text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qfpay_gui.qfpay.findings import Finding
    from qfpay_gui.qfpay.text import Text


def check(subject: Subject) -> Iterator[Finding]:
    """Findings about ``syssn`` and ``out_trade_no`` where they name an order that exists."""
    if subject.endpoint.find("syssn") is None:
        return
    yield from _confused(subject)
    if subject.endpoint.name == "refund" and subject.value("syssn") and subject.order is None:
        yield note("order-unknown", "syssn", *_unknown(subject))


def _unknown(subject: Subject) -> tuple[Text, Text]:
    """Headline and detail: the simulator's orders are those of this run, even where an earlier one is in the list."""
    if subject.environment.kind is EnvironmentKind.SIMULATOR:
        return text("Rules", "No order of this run"), text(
            "Rules",
            "In this run of the program no order with this syssn is known for this app_code. Each run has its own "
            "simulator, which forgets its orders at the end: one of another run cannot be refunded here.",
        )
    return text("Rules", "No order of this installation"), text(
        "Rules", "This order was not made here, so what is left of it is not known. Query it before refunding."
    )


def _confused(subject: Subject) -> Iterator[Finding]:
    syssn, number = subject.value("syssn"), subject.value("out_trade_no")
    if syssn and subject.order is None and (order := subject.order_by_number(syssn)):
        yield attention(
            "syssn-is-number",
            "syssn",
            text("Rules", "That is an out_trade_no"),
            text("Rules", "syssn is QFPay's own number. That of this order is {syssn}.").fill(
                syssn=shortened(order.syssn, 40) or "–"
            ),
        )
    is_naming = not subject.endpoint.needs_new_number
    if number and is_naming and subject.order_by_number(number) is None and (order := subject.order_by_syssn(number)):
        yield attention(
            "number-is-syssn",
            "out_trade_no",
            text("Rules", "That is a syssn"),
            text("Rules", "out_trade_no is the merchant's number. That of this order is {number}.").fill(
                number=shortened(order.out_trade_no, 40)
            ),
        )
