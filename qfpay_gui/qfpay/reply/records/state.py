"""What kind of thing a record is and where it stands, read from order_type, respcd and cancel together."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.respcd import Outcome, ReturnCode, explain

if TYPE_CHECKING:
    from collections.abc import Mapping


class RecordKind(Enum):
    """What a record is about."""

    PAYMENT = "payment"
    REFUND = "refund"
    CLOSE = "close"
    REVERSAL = "reversal"
    OTHER = "other"  # an order_type nobody documents


class RecordState(Enum):
    """Where a record stands. The first nine are about payments only."""

    PAID = "paid"
    PARTLY_REFUNDED = "partly refunded"
    REFUNDED = "refunded"
    UNDONE = "undone"  # cancel 1: reversed or refunded, and nothing tells which
    CANCELLED = "cancelled"
    AUTHORISED = "authorised"  # cancel 4: a pre-authorisation was completed
    OPEN = "open"
    CLOSED = "closed"
    EXPIRED = "expired"
    DONE = "done"
    UNDER_WAY = "under way"
    UNCONFIRMED = "unconfirmed"  # a closing that succeeded without a number of its own
    FAILED = "failed"
    CONTRADICTORY = "contradictory"
    UNKNOWN = "unknown"


HOLDS_MONEY = frozenset({RecordState.PAID, RecordState.PARTLY_REFUNDED})
STILL_OPEN = frozenset(
    {RecordState.OPEN, RecordState.UNDER_WAY, RecordState.UNKNOWN, RecordState.UNCONFIRMED, RecordState.CONTRADICTORY}
)
"""States after which a further query may tell more."""

UNTOUCHED = frozenset({"", "0"})
_BY_CANCEL = {
    "": RecordState.PAID,
    "0": RecordState.PAID,
    "1": RecordState.UNDONE,
    "2": RecordState.CANCELLED,
    "3": RecordState.REFUNDED,
    "4": RecordState.AUTHORISED,
    "5": RecordState.PARTLY_REFUNDED,
}
_ENDED_UNPAID = frozenset({RecordState.CLOSED, RecordState.CANCELLED, RecordState.EXPIRED, RecordState.FAILED})
_KINDS = {kind.value: kind for kind in (RecordKind.PAYMENT, RecordKind.REFUND, RecordKind.CLOSE, RecordKind.REVERSAL)}


def kind_of_row(row: Mapping[str, str]) -> RecordKind:
    """The kind of a query's record; without order_type, one that names an original transaction is a refund."""
    order_type = row.get("order_type", "").strip().lower()
    if not order_type:
        return RecordKind.REFUND if original(row) else RecordKind.PAYMENT
    return _KINDS.get(order_type, RecordKind.OTHER)


def original(members: Mapping[str, str]) -> str:
    """QFPay's number of the payment a record refers to: queries and replies spell the name differently (facts 6.2)."""
    return members.get("origssn", "") or members.get("orig_syssn", "")


def state_of(kind: RecordKind, members: Mapping[str, str]) -> RecordState:
    """Where the record stands; CONTRADICTORY where its members cannot all be true."""
    code = explain(members.get("respcd", "").strip())
    if code is None:
        return RecordState.UNKNOWN
    if kind is RecordKind.PAYMENT:
        return _payment(code, members.get("cancel", "").strip())
    match code.outcome:
        case Outcome.SUCCESS:
            is_bare = not members.get("syssn") and not original(members)
            return RecordState.UNCONFIRMED if is_bare and kind is not RecordKind.REFUND else RecordState.DONE
        case Outcome.IN_PROGRESS:
            return RecordState.UNDER_WAY
        case Outcome.FAILED:
            return RecordState.FAILED


def _payment(code: ReturnCode, cancel: str) -> RecordState:
    """The state of a payment; a cancel that says "paid, then …" needs a respcd that does not deny the payment."""
    if cancel not in _BY_CANCEL:
        return RecordState.CONTRADICTORY
    if code.outcome is Outcome.SUCCESS:
        return _BY_CANCEL[cancel]
    named = RecordState(code.order) if code.order else RecordState.FAILED
    told = RecordState.OPEN if code.outcome is Outcome.IN_PROGRESS else named
    if cancel in UNTOUCHED or told is _BY_CANCEL[cancel]:
        return told
    # A close leaves cancel 2 at an order that was never paid, whatever its respcd calls the end.
    return told if cancel == "2" and told in _ENDED_UNPAID else RecordState.CONTRADICTORY
