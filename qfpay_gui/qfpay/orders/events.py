"""What can become known of an order, and what an order becomes by it.

News may come late, twice, or out of turn. So what is known only grows: the stage reached, the
refunds done, the requests whose outcome is settled. State and sums follow from that.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, assert_never

from qfpay_gui.qfpay.orders.order import Attempts, Order, OrderStage, OrderState, Refund, minor_units
from qfpay_gui.qfpay.times import UTC8, txdtm

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

PATIENCE = timedelta(minutes=2)
"""How long after the last news an order that a query does not find is taken for one that never came to be."""
_STATES = {
    OrderStage.OPEN: OrderState.OPEN,
    OrderStage.FAILED: OrderState.FAILED,
    OrderStage.EXPIRED: OrderState.EXPIRED,
    OrderStage.CLOSED: OrderState.CLOSED,
    OrderStage.CANCELLED: OrderState.CANCELLED,
    OrderStage.UNDONE: OrderState.CANCELLED,
}


@dataclass(frozen=True)
class OrderFacts:
    """What QFPay tells of an order beside its state; "" where it does not."""

    syssn: str = ""
    txamt: str = ""
    txcurrcd: str = ""
    pay_type: str = ""
    txdtm: str = ""


@dataclass(frozen=True)
class PaymentSent:
    """A payment is about to leave; ``attempt`` is the number of its exchange."""

    attempt: int


@dataclass(frozen=True)
class PaymentRefused:
    """This payment was refused, or never left."""

    attempt: int


@dataclass(frozen=True)
class Reached:
    """The order came as far as this; ``cancel`` is 3 or 5 where QFPay says so. ``is_queried``: QFPay's record."""

    stage: OrderStage
    facts: OrderFacts = OrderFacts()
    cancel: str = ""
    is_queried: bool = False


@dataclass(frozen=True)
class NotFound:
    """A query listed nothing under the order's number, or under this number of a refund of it.

    It looked between ``start`` and ``end``, written as ``txdtm``; without them at the present month, and
    everywhere where it asked ``by_syssn`` (QFPay’s page on transaction enquiry).
    """

    refund_no: str = ""
    start: str = ""
    end: str = ""
    by_syssn: bool = False


@dataclass(frozen=True)
class CloseSent:
    """A close or a reversal is about to leave."""

    attempt: int


@dataclass(frozen=True)
class CloseEnded:
    """The outcome of this close or reversal is known."""

    attempt: int


@dataclass(frozen=True)
class RefundSent:
    """A refund is about to leave; ``txamt`` counts minor units, 0 where it is no number."""

    attempt: int
    out_trade_no: str
    txamt: int


@dataclass(frozen=True)
class RefundRefused:
    """This refund was refused, or never left."""

    attempt: int
    out_trade_no: str


@dataclass(frozen=True)
class RefundListed:
    """What a reply, a query or a notification says of a refund; ``is_done`` None: it is under way."""

    out_trade_no: str
    syssn: str
    txamt: int
    is_done: bool | None
    attempt: int = 0


Event = (
    PaymentSent
    | PaymentRefused
    | Reached
    | NotFound
    | CloseSent
    | CloseEnded
    | RefundSent
    | RefundRefused
    | RefundListed
)


@dataclass(frozen=True)
class OrderNumbers:
    """By which numbers an order is recognised; ``attempt`` names a payment without any number."""

    syssn: str = ""
    out_trade_no: str = ""
    refund_syssn: str = ""
    refund_no: str = ""
    attempt: int = 0


@dataclass(frozen=True)
class News:
    """An event, whose it is, when it became known, and the respcd that came with it, or ""."""

    numbers: OrderNumbers
    event: Event
    at: datetime
    respcd: str = ""


def apply(order: Order, news: News) -> Order:
    """The order after this news; equal amounts whatever the sequence in which all news of its life comes."""
    changed = _changed(order, news.event, news.at)
    if changed is order:
        return order
    if order.checked_at is None or news.at >= order.checked_at:
        changed = replace(changed, checked_at=news.at, respcd=news.respcd or order.respcd)
    return _summed_up(changed)


def _changed(order: Order, event: Event, at: datetime) -> Order:
    match event:
        case PaymentSent() | PaymentRefused():
            return replace(order, attempts=_counted(order.attempts, event))
        case CloseSent() | CloseEnded():
            return replace(order, closings=_counted(order.closings, event))
        case Reached():
            return _reached(order, event)
        case NotFound():
            return _not_found(order, event, at)
        case RefundSent() | RefundRefused() | RefundListed():
            return _with_refund_event(order, event)
        case other:
            assert_never(other)


def _counted(attempts: Attempts, event: PaymentSent | PaymentRefused | CloseSent | CloseEnded) -> Attempts:
    is_sent = isinstance(event, PaymentSent | CloseSent)
    return attempts.begun(event.attempt) if is_sent else attempts.ended(event.attempt)


def _reached(order: Order, news: Reached) -> Order:
    facts = news.facts
    closings = order.closings.all_ended() if news.is_queried else order.closings
    known = replace(order, stage=max(order.stage, news.stage), closings=closings)
    is_told = minor_units(facts.txamt) is not None and (news.is_queried or order.amount is None)
    return replace(
        known,
        cancel=order.cancel if order.cancel == "3" else news.cancel or order.cancel,
        syssn=facts.syssn or order.syssn,
        txamt=facts.txamt if is_told else order.txamt,
        txcurrcd=order.txcurrcd or facts.txcurrcd,
        pay_type=order.pay_type or facts.pay_type,
        txdtm=order.txdtm or facts.txdtm,
    )


def _not_found(order: Order, event: NotFound, at: datetime) -> Order:
    """What QFPay does not know even a while after it was sent was never carried out."""
    last = order.checked_at or order.made_at
    if at - last < PATIENCE or not _looked_at(event, last if event.refund_no else order.made_at, at):
        return order
    if event.refund_no:
        is_open = event.refund_no in order.pending_numbers
        return _with_refund(order, Refund(event.refund_no), _never_made) if is_open else order
    is_open = order.stage is OrderStage.NONE and order.attempts.is_open
    return replace(order, attempts=order.attempts.all_ended()) if is_open else order


def _looked_at(event: NotFound, made_at: datetime, at: datetime) -> bool:
    """Whether the query would have listed what was made at this moment; months are those of UTC+8."""
    if event.by_syssn:
        return True
    if event.start or event.end:
        return (event.start or "0") <= txdtm(made_at) <= (event.end or "9")
    made, asked = made_at.astimezone(UTC8), at.astimezone(UTC8)
    return (made.year, made.month) == (asked.year, asked.month)


def _never_made(refund: Refund) -> Refund:
    return replace(refund, attempts=refund.attempts.all_ended())


def _with_refund(order: Order, key: Refund, changed: Callable[[Refund], Refund]) -> Order:
    """The order with the refund that ``key`` names changed, or added; entries of the same refund become one.

    A refund is recognised by its out_trade_no, its syssn, or the exchange it was sent in.
    """
    same = tuple(one for one in order.refunds if _is_same(one, key))
    others = (one for one in order.refunds if one not in same)
    return replace(order, refunds=(*others, changed(_merged((*same, replace(key, attempts=Attempts()))))))


def _with_refund_event(order: Order, event: RefundSent | RefundRefused | RefundListed) -> Order:
    mine = Attempts(frozenset({event.attempt} if event.attempt else ()))
    key = Refund(event.out_trade_no, attempts=mine)
    match event:
        case RefundSent(attempt, _, txamt):
            return _with_refund(order, key, lambda one: _refund_sent(one, attempt, txamt))
        case RefundRefused(attempt):
            return _with_refund(order, key, lambda one: replace(one, attempts=one.attempts.ended(attempt)))
        case RefundListed(_, syssn, txamt, is_done):
            key = replace(key, syssn=syssn)
            changed = _with_refund(order, key, lambda one: _refund_listed(one, txamt, is_done=is_done))
            # Only what was paid can be given back.
            return replace(changed, stage=max(changed.stage, OrderStage.PAID)) if is_done else changed


def _refund_sent(refund: Refund, attempt: int, txamt: int) -> Refund:
    """The refund about to leave."""
    return replace(refund, txamt=refund.txamt or txamt, attempts=refund.attempts.begun(attempt))


def _refund_listed(refund: Refund, txamt: int, *, is_done: bool | None) -> Refund:
    """The refund as QFPay tells it; ``is_done`` None: it is under way."""
    known = replace(refund, txamt=txamt or refund.txamt)
    if is_done:
        return replace(known, is_done=True)
    attempts = known.attempts
    # Exchange 0 stands for whoever sent it, which need not have been this installation.
    return replace(known, attempts=attempts.begun(0) if is_done is None else attempts.ended(0).all_ended())


def _is_same(refund: Refund, key: Refund) -> bool:
    if (key.out_trade_no and key.out_trade_no == refund.out_trade_no) or (key.syssn and key.syssn == refund.syssn):
        return True
    return bool(key.attempts.sent & refund.attempts.sent)


def _merged(refunds: tuple[Refund, ...]) -> Refund:
    settled = [one.attempts.settled for one in refunds]
    return Refund(
        max(one.out_trade_no for one in refunds),
        max(one.syssn for one in refunds),
        max(one.txamt for one in refunds),
        any(one.is_done for one in refunds),
        Attempts(frozenset().union(*(one.attempts.sent for one in refunds)), frozenset().union(*settled)),
    )


def _summed_up(order: Order) -> Order:
    """The order with state and sums as they follow from what is known."""
    refunded = sum(one.txamt for one in order.refunds if one.is_done)
    pending = sum(one.txamt for one in order.refunds if one.is_pending)
    if order.amount is not None:
        refunded = max(refunded, order.amount) if order.cancel == "3" else refunded
        pending = min(pending, max(order.amount - refunded, 0))
    order = replace(order, refunded=refunded, pending=pending)
    return replace(order, state=_state(order))


def _state(order: Order) -> OrderState:
    match order.stage:
        case OrderStage.NONE:
            is_refused = bool(order.attempts.sent) and not order.attempts.is_open
            return OrderState.FAILED if is_refused else OrderState.UNKNOWN
        case OrderStage.OPEN if order.closings.is_open:
            return OrderState.UNKNOWN
        case OrderStage.PAID:
            return _state_of_paid(order)
        case stage:
            return _STATES[stage]


def _state_of_paid(order: Order) -> OrderState:
    if order.cancel == "3" or 0 < (order.amount or 0) <= order.refunded:
        return OrderState.REFUNDED
    return OrderState.PARTLY_REFUNDED if order.refunded or order.cancel == "5" else OrderState.PAID
