"""What can be done about a record: the endpoint of the next request, and the values it begins with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.reply.records.state import RecordKind, RecordState
from qfpay_gui.qfpay.reply.records.sums import sums
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qfpay_gui.qfpay.reply.records.records import Record, Records


@dataclass(frozen=True)
class Action:
    """A next request. ``fits`` is False where this state makes a refusal likely; ``advice`` says what to expect."""

    endpoint: str
    values: Mapping[str, str]
    fits: bool
    advice: Text


def query(record: Record) -> Action | None:
    """Query this record, by the number that no month limits; for a closing: the order it closed."""
    is_closing = record.kind in {RecordKind.CLOSE, RecordKind.REVERSAL}
    syssn = record.original if is_closing else record.syssn
    values = {"syssn": syssn} if syssn else {"out_trade_no": record.out_trade_no}
    return Action("query", values, fits=True, advice=_QUERY) if any(values.values()) else None


def query_original(record: Record) -> Action | None:
    """Query the payment that a refund belongs to."""
    if record.kind is not RecordKind.REFUND or not record.original:
        return None
    return Action("query", {"syssn": record.original}, fits=True, advice=_QUERY_ORIGINAL)


def refund(record: Record, records: Records) -> Action | None:
    """Refund what is left of this payment, as far as this answer tells; None for anything but a payment."""
    if record.kind is not RecordKind.PAYMENT or not record.syssn:
        return None
    left = sums(record, records).left
    values = {"syssn": record.syssn, "txamt": str(left) if left else record.money.amount}
    state = record.status.state
    if state in _NOT_REFUNDABLE:
        return Action("refund", _given(values), fits=False, advice=_NOT_REFUNDABLE[state])
    if left == 0:
        return Action("refund", _given(values), fits=False, advice=_NOT_REFUNDABLE[RecordState.REFUNDED])
    return Action("refund", _given(values), fits=left is not None, advice=_REFUND if left else _REFUND_UNSURE)


def close(record: Record) -> Action | None:
    """Close this unpaid order; None for anything but a payment."""
    if record.kind is not RecordKind.PAYMENT or not (record.syssn or record.out_trade_no):
        return None
    number = {"syssn": record.syssn} if record.syssn else {"out_trade_no": record.out_trade_no}
    values = _given({**number, "txamt": record.money.amount})
    if record.status.state is RecordState.OPEN:
        return Action("close", values, fits=True, advice=_CLOSE)
    is_ended = record.status.state in {RecordState.CLOSED, RecordState.CANCELLED, RecordState.EXPIRED}
    return Action("close", values, fits=False, advice=_CLOSE_ENDED if is_ended else _CLOSE_NOT_OPEN)


def _given(values: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in values.items() if value}


_NOT_PAID = text("Records", "Not paid: QFPay may answer 1261, for there is nothing to refund")
_NOT_REFUNDABLE = {
    RecordState.OPEN: _NOT_PAID,
    RecordState.CLOSED: _NOT_PAID,
    RecordState.CANCELLED: text("Records", "Cancelled: there is most likely nothing to refund"),
    RecordState.EXPIRED: _NOT_PAID,
    RecordState.FAILED: _NOT_PAID,
    RecordState.REFUNDED: text("Records", "Nothing is left: QFPay may answer 1272, 1262 or 1125"),
    RecordState.UNDONE: text("Records", "Reversed or refunded already: most likely nothing is left"),
}
_QUERY = text("Records", "Fill in a query of this number; nothing is sent yet")
_QUERY_ORIGINAL = text("Records", "Fill in a query of the payment this belongs to; nothing is sent yet")
_REFUND = text("Records", "Fill in a refund of what is left; nothing is sent yet")
_REFUND_UNSURE = text("Records", "Fill in a refund of the whole amount: this answer does not tell what is left")
_CLOSE = text("Records", "Fill in a close; nothing is sent yet. QFPay’s documents do not list 800213 for it")
_CLOSE_ENDED = text("Records", "It has ended: QFPay may answer 1142, 1181, 1263 or 1264")
_CLOSE_NOT_OPEN = text("Records", "Only an unpaid order is closed; a paid one is undone by a refund")
