"""Where a record stands, in words: a name for a table, what happened, whose turn it is, what to do next."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.json_reading import excerpt
from qfpay_gui.qfpay.reply.records.state import STILL_OPEN, RecordKind, RecordState, state_of
from qfpay_gui.qfpay.reply.statement import TURNS, Statement, severity_of, then
from qfpay_gui.qfpay.respcd import ReturnCode, Turn, explain
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True)
class Standing:
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


def standing(kind: RecordKind, members: Mapping[str, str]) -> Standing:
    """Where the record with these members stands."""
    state = state_of(kind, members)
    names = _NAMES if kind is RecordKind.PAYMENT else {**_NAMES, **_NAMES_OF.get(kind, {})}
    return Standing(state, names[state], _said(kind, state, members))


def _said(kind: RecordKind, state: RecordState, members: Mapping[str, str]) -> Statement:
    code = explain(members.get("respcd", "").strip())
    if code is None:
        return _unknown(kind, members)
    match kind:
        case RecordKind.PAYMENT:
            return _payment(state, code, members)
        case RecordKind.REFUND:
            return _refund(state, code)
        case RecordKind.CLOSE | RecordKind.REVERSAL:
            return _closing(kind, state, code)
        case RecordKind.OTHER if code.code == "0000":
            return Statement(Severity.OK, SUCCEEDED, TURNS[Turn.NOBODY], NOTHING_LEFT)
        case RecordKind.OTHER:
            return _explained(code)


def _payment(state: RecordState, code: ReturnCode, members: Mapping[str, str]) -> Statement:
    if state is RecordState.CONTRADICTORY:
        headline = _CONTRADICTORY.fill(respcd=code.code, cancel=excerpt(members.get("cancel", "")))
        return Statement(Severity.ATTENTION, headline, TURNS[Turn.WAIT], _CONTRADICTORY_STEP)
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
_CONTRADICTORY = text("Verdict", "respcd {respcd} and cancel {cancel} do not fit together.")
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
