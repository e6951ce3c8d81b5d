"""A statement about an exchange: what happened, whose turn it is, what to do next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.json_reading import excerpt
from qfpay_gui.qfpay.respcd import Outcome, ReturnCode, Turn
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from qfpay_gui.qfpay.findings import Severity
    from qfpay_gui.qfpay.request.prepared import PreparedRequest

TURNS = {
    Turn.MERCHANT: text("Verdict", "The merchant’s turn."),
    Turn.PAYER: text("Verdict", "The payer’s turn."),
    Turn.QFPAY: text("Verdict", "QFPay’s turn."),
    Turn.WAIT: text("Verdict", "Wait, and query."),
    Turn.NOBODY: text("Verdict", "Nobody’s turn: it is finished."),
}
MINI_PROGRAM_TURN = text("Verdict", "The Mini Program’s turn, then the payer’s.")
HERE_TURN = text("Verdict", "Your turn: it stopped on this side of QFPay.")


@dataclass(frozen=True)
class Statement:
    """What is said about an exchange; an in-progress state has the severity NOTE."""

    severity: Severity
    headline: Text
    turn: Text
    next_step: Text


def severity_of(code: ReturnCode, *, failed: Severity, in_progress: Severity, ok: Severity) -> Severity:
    """The severity for the outcome of this return code."""
    return {Outcome.SUCCESS: ok, Outcome.IN_PROGRESS: in_progress, Outcome.FAILED: failed}[code.outcome]


def then(first: Text, second: Text) -> Text:
    """Two sentences, one after the other."""
    return text("Verdict", "{first} {second}").fill(first=first, second=second)


def identity(request: PreparedRequest) -> tuple[str, str]:
    """The wire name and value by which the order of this request can be queried, or two empty texts."""
    for name in ("out_trade_no", "syssn"):
        if request.value(name):
            return name, excerpt(request.value(name), margin=128)
    return "", ""


def outcome_unknown(request: PreparedRequest) -> Text:
    """What to do where nobody here can know whether QFPay carried the request out: query, never send it again."""
    name, value = identity(request)
    if request.endpoint == "query":
        return text("Verdict", "A query changes nothing: it may be sent again.")
    if not name:
        return _NO_NUMBER
    sentence = _UNKNOWN.get(request.endpoint, _UNKNOWN_OTHER)
    return sentence.fill(name=name, value=value)


def query_first(request: PreparedRequest) -> Text:
    """What to do where the request most likely had no effect: make sure of it before a new one."""
    name, value = identity(request)
    if request.endpoint == "query":
        return text("Verdict", "A query changes nothing: it may be sent again.")
    if not name:
        return _NO_NUMBER
    return text("Verdict", "Query {name} {value} before you send anything else.").fill(name=name, value=value)


_UNKNOWN = {
    "payment": text("Verdict", "The outcome is unknown: query {name} {value}. Do not send this payment again."),
    "refund": text("Verdict", "The outcome is unknown: query {name} {value}. Do not send this refund again."),
}
_UNKNOWN_OTHER = text("Verdict", "The outcome is unknown: query {name} {value}. Do not send this request again.")
_NO_NUMBER = text(
    "Verdict",
    "The outcome is unknown and the request names no out_trade_no: look for it by time with a query. "
    "Do not send it again.",
)
