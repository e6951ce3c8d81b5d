"""What an order has come to since its payment was answered: a verdict that was overtaken is not left standing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.orders.order import HOLDS_MONEY, OrderState
from qfpay_gui.qfpay.reply.exchange import TransportFailure
from qfpay_gui.qfpay.reply.verdict import headlined
from qfpay_gui.qfpay.text import Text, text
from qfpay_gui.ui.orders.wording import STATES, amount, meaning, next_step

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qfpay_gui.models.sending.answer import Answer
    from qfpay_gui.qfpay.orders.order import Order

_HEADLINE = text("ReplyView", "{state} by now: {amount}")
_NEVER = frozenset({OrderState.UNKNOWN, OrderState.FAILED})


@dataclass(frozen=True)
class Since:
    """What takes the verdict's place."""

    severity: Severity
    headline: Text
    turn: Text
    next_step: Text
    holds_money: bool = False
    is_settled: bool = False


def since(answer: Answer, orders: Iterable[Order]) -> Since | None:
    """What the orders (the newest first) tell beyond this answer; None where it still tells the latest."""
    known = _told(answer)
    order = _order_of(answer, orders) if known is not None else None
    if order is None or order.state is known or order.state in _NEVER:
        return None
    paid = order.state in HOLDS_MONEY
    severity = Severity.ATTENTION if order.holds_test_money else Severity.OK if paid else Severity.NOTE
    headline = _HEADLINE.fill(state=STATES[order.state], amount=amount(order))
    return Since(
        severity,
        headlined(answer.request, headline),
        meaning(order),
        next_step(order),
        paid,
        order.state is not OrderState.OPEN,
    )


def _told(answer: Answer) -> OrderState | None:
    """Where the order stood by this answer; None where no order is spoken of."""
    if answer.request.endpoint != "payment":
        return None
    outcome = answer.exchange.outcome
    if isinstance(outcome, TransportFailure):
        return OrderState.UNKNOWN if outcome.may_have_arrived else None
    return OrderState.OPEN if answer.reply is not None and answer.reply.respcd == "0000" else None


def _order_of(answer: Answer, orders: Iterable[Order]) -> Order | None:
    request = answer.request
    number, environment = request.value("out_trade_no"), request.environment
    return next(
        (
            one
            for one in orders
            if number
            and (one.out_trade_no, one.environment_id, one.base_url) == (number, environment.id, environment.base_url)
        ),
        None,
    )
