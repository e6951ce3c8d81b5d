"""What a record is about and where it stands, read from order_type, respcd and cancel together, and in words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.json_reading import excerpt
from qfpay_gui.qfpay.reply.statement import TURNS, Statement, severity_of, then
from qfpay_gui.qfpay.respcd import Outcome, ReturnCode, Turn, explain
from qfpay_gui.qfpay.text import Text, text

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
_BY_TXSTATUS = {"SUCCESS": Outcome.SUCCESS, "PENDING": Outcome.IN_PROGRESS, "FAILED": Outcome.FAILED}
_ENDED_UNPAID = frozenset({RecordState.CLOSED, RecordState.CANCELLED, RecordState.EXPIRED, RecordState.FAILED})
_KINDS = {kind.value: kind for kind in (RecordKind.PAYMENT, RecordKind.REFUND, RecordKind.CLOSE, RecordKind.REVERSAL)}


@dataclass(frozen=True)
class RecordStatus:
    """Where a record stands. ``name`` is a word or two for a table, ``said`` the whole of it."""

    state: RecordState
    name: Text
    said: Statement

    @property
    def severity(self) -> Severity:
        """How much it matters."""
        return self.said.severity

    @property
    def is_final(self) -> bool:
        """Whether a further query will tell nothing new, as long as nobody acts."""
        return self.state not in STILL_OPEN


def status_of(kind: RecordKind, members: Mapping[str, str]) -> RecordStatus:
    """Where the record with these members stands."""
    state = state_of(kind, members)
    names = _NAMES if kind is RecordKind.PAYMENT else {**_NAMES, **_NAMES_OF.get(kind, {})}
    return RecordStatus(state, names[state], _said(kind, state, members))


def kind_of_row(row: Mapping[str, str]) -> RecordKind:
    """The kind of a query's record; without order_type, one that names an original transaction is a refund."""
    order_type = row.get("order_type", "").strip().lower()
    if not order_type:
        return RecordKind.REFUND if original(row) else RecordKind.PAYMENT
    return _KINDS.get(order_type, RecordKind.OTHER)


def original(members: Mapping[str, str]) -> str:
    """QFPay's number of the payment a record refers to: queries say origssn, replies orig_syssn."""
    return members.get("origssn", "") or members.get("orig_syssn", "")


def state_of(kind: RecordKind, members: Mapping[str, str]) -> RecordState:
    """Where the record stands; CONTRADICTORY where its members cannot all be true."""
    code = explain(members.get("respcd", "").strip())
    if code is None:
        return RecordState.UNKNOWN
    if is_denied(members):
        return RecordState.CONTRADICTORY
    if kind is RecordKind.PAYMENT:
        return _state_of_payment(code, members.get("cancel", "").strip())
    match code.outcome:
        case Outcome.SUCCESS:
            is_bare = not members.get("syssn") and not original(members)
            return RecordState.UNCONFIRMED if is_bare and kind is not RecordKind.REFUND else RecordState.DONE
        case Outcome.IN_PROGRESS:
            return RecordState.UNDER_WAY
        case Outcome.FAILED:
            return RecordState.FAILED


def is_denied(members: Mapping[str, str]) -> bool:
    """Whether ``txstatus``, which one general page of the 2026 edition names, says otherwise than ``respcd``."""
    code = explain(members.get("respcd", "").strip())
    told = _BY_TXSTATUS.get(members.get("txstatus", "").strip().upper())
    return code is not None and told is not None and told is not code.outcome


def _state_of_payment(code: ReturnCode, cancel: str) -> RecordState:
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


def _said(kind: RecordKind, state: RecordState, members: Mapping[str, str]) -> Statement:
    code = explain(members.get("respcd", "").strip())
    if code is None:
        return _unknown(kind, members)
    if state is RecordState.CONTRADICTORY:
        return _contradictory(code, members)
    match kind:
        case RecordKind.PAYMENT:
            return _payment(state, code)
        case RecordKind.REFUND:
            return _refund(state, code)
        case RecordKind.CLOSE | RecordKind.REVERSAL:
            return _closing(kind, state, code)
        case RecordKind.OTHER:
            done = Statement(Severity.OK, SUCCEEDED, TURNS[Turn.NOBODY], NOTHING_LEFT)
            return done if code.code == "0000" else _explained(code)


def _contradictory(code: ReturnCode, members: Mapping[str, str]) -> Statement:
    name = "txstatus" if is_denied(members) else "cancel"
    headline = _CONTRADICTORY.fill(respcd=code.code, name=name, value=excerpt(members.get(name, "")))
    return Statement(Severity.ATTENTION, headline, TURNS[Turn.WAIT], _CONTRADICTORY_STEP)


def _payment(state: RecordState, code: ReturnCode) -> Statement:
    if code.code == "0000":
        return _PAYMENTS[state]
    return _explained(code)


def _refund(state: RecordState, code: ReturnCode) -> Statement:
    if state is RecordState.DONE:
        return Statement(Severity.OK, REFUND_DONE, TURNS[Turn.NOBODY], NOTHING_LEFT)
    if state is RecordState.UNDER_WAY:
        return Statement(Severity.NOTE, _REFUND_UNDER_WAY, TURNS[Turn.WAIT], _REFUND_WAIT)
    step = then(code.meaning, _REFUND_FAILED_STEP)
    return replace(_explained(code), headline=_REFUND_FAILED, next_step=step)


def _closing(kind: RecordKind, state: RecordState, code: ReturnCode) -> Statement:
    if state is RecordState.DONE:
        headline = CLOSED if kind is RecordKind.CLOSE else REVERSED
        return Statement(Severity.OK, headline, TURNS[Turn.NOBODY], QUERY_ONCE)
    if state is RecordState.UNCONFIRMED:
        return Statement(Severity.ATTENTION, NOT_CLOSED, TURNS[Turn.MERCHANT], then(UNSUPPORTED, QUERY_ONCE))
    if state is RecordState.UNDER_WAY:
        return Statement(Severity.NOTE, _CLOSING_UNDER_WAY, TURNS[Turn.WAIT], _CLOSING_WAIT)
    return _explained(code)


def _explained(code: ReturnCode) -> Statement:
    severity = severity_of(code, failed=Severity.ATTENTION, in_progress=Severity.NOTE, ok=Severity.OK)
    return Statement(severity, code.meaning, TURNS[code.turn], code.next)


def _unknown(kind: RecordKind, members: Mapping[str, str]) -> Statement:
    respcd = excerpt(members.get("respcd", "")) or "–"
    headline = (_ODD_REFUND if kind is RecordKind.REFUND else _ODD_RECORD).fill(respcd=respcd)
    return Statement(Severity.ATTENTION, headline, TURNS[Turn.WAIT], _ODD_STEP)


def _done(headline: Text, step: Text, severity: Severity = Severity.NOTE) -> Statement:
    return Statement(severity, headline, TURNS[Turn.NOBODY], step)


SUCCEEDED = text("Verdict", "The request succeeded.")
NOTHING_LEFT = text("Verdict", "Nothing is left to do.")
REFUND_DONE = text("Verdict", "The refund is done.")
_REFUND_UNDER_WAY = text("Verdict", "The refund is under way.")
CLOSED = text("Verdict", "The order is closed; it can no longer be paid.")
REVERSED = text("Verdict", "The order is reversed; it can no longer be paid.")
QUERY_ONCE = text("Verdict", "Query the order once to be sure.")
NOT_CLOSED = text("Verdict", "Success without syssn: closing may not be supported here.")
UNSUPPORTED = text(
    "Verdict",
    "QFPay’s documents list 800213 for neither close nor reversal. An unpaid order ends by itself when its time is "
    "over; a paid one is undone by a refund.",
)
_CLOSING_UNDER_WAY = text("Verdict", "The order is being closed.")
_CLOSING_WAIT = text(
    "Verdict",
    "Query the order until it is closed. It may still be paid meanwhile: a paid order is undone by a refund.",
)
PAID = text("Verdict", "The order is paid.")

_REFUND_WAIT = text(
    "Verdict",
    "Query the refund’s own out_trade_no until it is done or has failed. Never send the refund again meanwhile.",
)
_REFUND_FAILED = text("Verdict", "The refund failed.")
_REFUND_FAILED_STEP = text(
    "Verdict", "Query the payment to see what is left of it. A further refund needs an out_trade_no never used before."
)
_ODD_RECORD = text("Verdict", "The order was found, but its respcd {respcd} is unknown.")
_ODD_REFUND = text("Verdict", "The refund was found, but its respcd {respcd} is unknown.")
_ODD_STEP = text("Verdict", "Query on, and ask QFPay support what it means. Send nothing again meanwhile.")
_CONTRADICTORY = text("Verdict", "respcd {respcd} and {name} {value} do not fit together.")
_CONTRADICTORY_STEP = text(
    "Verdict",
    "Query it once more. If it stays like this, show QFPay support the raw reply before you refund or close anything.",
)
_PAYMENTS = {
    RecordState.PAID: _done(
        PAID, text("Verdict", "Nothing is left to do. To undo the payment, refund it."), Severity.OK
    ),
    RecordState.UNDONE: _done(text("Verdict", "The order was paid, then reversed or refunded."), NOTHING_LEFT),
    RecordState.CANCELLED: _done(text("Verdict", "The order was cancelled."), NOTHING_LEFT),
    RecordState.REFUNDED: _done(text("Verdict", "The order was paid, then refunded."), NOTHING_LEFT),
    RecordState.AUTHORISED: _done(text("Verdict", "The pre-authorisation is completed."), NOTHING_LEFT),
    RecordState.PARTLY_REFUNDED: _done(
        text("Verdict", "The order was paid, then refunded in part."),
        text("Verdict", "The rest can still be refunded; how much was given back stands in the refunds’ own records."),
    ),
}
_NAMES = {
    RecordState.PAID: text("Records", "paid"),
    RecordState.PARTLY_REFUNDED: text("Records", "partly refunded"),
    RecordState.REFUNDED: text("Records", "refunded"),
    RecordState.UNDONE: text("Records", "reversed or refunded"),
    RecordState.CANCELLED: text("Records", "cancelled"),
    RecordState.AUTHORISED: text("Records", "completed"),
    RecordState.OPEN: text("Records", "not paid yet"),
    RecordState.CLOSED: text("Records", "closed"),
    RecordState.EXPIRED: text("Records", "expired"),
    RecordState.DONE: text("Records", "done"),
    RecordState.UNDER_WAY: text("Records", "under way"),
    RecordState.UNCONFIRMED: text("Records", "unconfirmed"),
    RecordState.FAILED: text("Records", "failed"),
    RecordState.CONTRADICTORY: text("Records", "contradictory"),
    RecordState.UNKNOWN: text("Records", "unknown"),
}
_NAMES_OF = {
    RecordKind.CLOSE: {RecordState.DONE: text("Records", "closed")},
    RecordKind.REVERSAL: {RecordState.DONE: text("Records", "reversed")},
}
