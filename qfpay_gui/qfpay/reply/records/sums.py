"""What was given back of a payment, as far as the records of one answer tell it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.reply.records.money import Money
from qfpay_gui.qfpay.reply.records.state import HOLDS_MONEY, RecordKind, RecordState
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from qfpay_gui.qfpay.reply.records.records import Record, Records


@dataclass(frozen=True)
class Sums:
    """Minor units of one payment; ``left`` is None where it cannot be told, and an upper bound otherwise.

    ``done`` and ``pending`` count the refunds in this answer only; others may be on another page or in another month.
    """

    count: int
    done: int
    pending: int
    left: int | None


@dataclass(frozen=True)
class MoneyLine:
    """A sentence about the money of a record."""

    severity: Severity
    sentence: Text


def sums(payment: Record, records: Records) -> Sums:
    """What the refunds in this answer give back of this payment, and what is left."""
    listed = records.refunds_of(payment.syssn)
    refunds = [one for one in listed if one.status.state in {RecordState.DONE, RecordState.UNDER_WAY}]
    done = sum(one.money.minor or 0 for one in refunds if one.status.state is RecordState.DONE)
    pending = sum(one.money.minor or 0 for one in refunds) - done
    return Sums(len(refunds), done, pending, _left(payment, done, pending))


def _left(payment: Record, done: int, pending: int) -> int | None:
    amount, state = payment.money.minor, payment.status.state
    if state is RecordState.REFUNDED:
        return 0
    if amount is None or state not in HOLDS_MONEY or (state is RecordState.PARTLY_REFUNDED and not done):
        return None
    return max(amount - done - pending, 0)


def money_line(record: Record, records: Records) -> MoneyLine | None:
    """What is to be said about the money of this record; None where there is nothing to say."""
    if record.kind is RecordKind.REFUND:
        return _of_refund(record, records)
    if record.kind is not RecordKind.PAYMENT:
        return None
    told = sums(record, records)
    if record.money.minor is not None and told.done > record.money.minor:
        return MoneyLine(Severity.WRONG, _TOO_MUCH.fill(done=_human(told.done, record), paid=record.amount))
    return _of_payment(record, told)


def _of_payment(record: Record, told: Sums) -> MoneyLine | None:
    state, done, left = record.status.state, _human(told.done, record), _human(told.left or 0, record)
    if told.pending:
        sentence = _PENDING.fill(done=done, pending=_human(told.pending, record), left=left)
        return MoneyLine(Severity.NOTE, sentence)
    if state is RecordState.PAID and told.left is not None and not told.done:
        return MoneyLine(Severity.OK, _NOTHING_BACK.fill(left=left))
    if told.left and told.done:
        return MoneyLine(Severity.NOTE, _PART_BACK.fill(done=done, count=told.count, left=left))
    if state is RecordState.PARTLY_REFUNDED and told.left is None:
        return MoneyLine(Severity.NOTE, _PART_UNSEEN)
    if state is RecordState.REFUNDED or (told.done and told.left == 0):
        return MoneyLine(Severity.NOTE, _ALL_BACK)
    return None


def _of_refund(record: Record, records: Records) -> MoneyLine | None:
    """A refund beside its payment, where that is in the answer too."""
    payment = records.payment(record.original)
    if not record.original:
        return MoneyLine(Severity.NOTE, _NO_ORIGINAL) if record.status.state is RecordState.DONE else None
    if payment is None:
        return MoneyLine(Severity.OK, _REFUND_OF.fill(syssn=record.original))
    return MoneyLine(Severity.OK, _REFUND_OF_AMOUNT.fill(amount=payment.amount, number=payment.out_trade_no or "–"))


def _human(minor: int, record: Record) -> str:
    return Money(str(minor), record.money.currency).human or str(minor)


_NOTHING_BACK = text("Records", "Nothing was given back: {left} can be refunded.")
_PART_BACK = text("Records", "{done} given back (refunds in this answer: {count}); at most {left} is left.")
_PART_UNSEEN = text(
    "Records", "A part was given back. How much, the refunds’ own records tell; they are not in this answer."
)
_ALL_BACK = text("Records", "All of it was given back; nothing is left to refund.")
_PENDING = text("Records", "{done} given back, {pending} under way; at most {left} is left.")
_TOO_MUCH = text("Records", "{done} given back, though only {paid} was paid: show QFPay support the raw reply.")
_REFUND_OF = text("Records", "Belongs to the payment with syssn {syssn}.")
_REFUND_OF_AMOUNT = text("Records", "Belongs to the payment of {amount}, out_trade_no {number}, in this answer.")
_NO_ORIGINAL = text("Records", "The record does not name the payment it belongs to.")
