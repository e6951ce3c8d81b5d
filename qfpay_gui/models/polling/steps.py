"""What follows a query of a series: one more, or the end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qfpay_gui.models.polling.state import REFUSED, SETTLED, STOPPED, UNANSWERED
from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.reply.exchange import Layer, TransportFailure
from qfpay_gui.qfpay.reply.reply import Fault
from qfpay_gui.qfpay.respcd import Outcome, Turn, explain

if TYPE_CHECKING:
    from qfpay_gui.models.polling.target import PollTarget
    from qfpay_gui.models.sending.answer import Answer
    from qfpay_gui.qfpay.reply.records.records import Record
    from qfpay_gui.qfpay.reply.reply import Reply
    from qfpay_gui.qfpay.text import Text

MOST_FAILURES = 3
"""Queries in a row that may come to nothing; they change nothing, so one failure is no reason to stop."""
RATE_LIMIT_PAUSE, LONGEST_PAUSE = 60, 300
"""Seconds to keep still after HTTP 429: the limit counts a minute; and the most that Retry-After is followed."""
_PASSING = frozenset({"system", "channel"})


@dataclass(frozen=True)
class GoOn:
    """One more query, ``pause`` seconds from now at the earliest, after so many ``failures`` in a row."""

    failures: int = 0
    pause: float = 0


@dataclass(frozen=True)
class Stop:
    """No more queries; ``settled`` where the state that was found is final."""

    reason: Text
    severity: Severity = Severity.NOTE
    settled: bool = False


def step_after(answer: Answer, target: PollTarget, failures: int) -> GoOn | Stop:
    """What follows this answer to a query of ``target``, after so many failures in a row."""
    outcome, reply = answer.exchange.outcome, answer.reply
    if isinstance(outcome, TransportFailure) or reply is None:
        return _after_failure(answer, outcome.layer if isinstance(outcome, TransportFailure) else None, failures)
    if reply.fault is Fault.RATE_LIMITED:
        return GoOn(failures, _told_pause(reply))
    if reply.fault is not Fault.NONE or not reply.respcd:
        return _failed(answer, failures)
    if reply.respcd == "0000":
        return _after_records(tuple(one for one in answer.records.found if _is_of(one, target)))
    return _after_refusal(answer, reply, failures)


def _after_failure(answer: Answer, layer: Layer | None, failures: int) -> GoOn | Stop:
    if layer is Layer.CANCELLED:
        return Stop(STOPPED)
    if layer is Layer.REFUSED_HERE:
        return Stop(REFUSED.fill(why=answer.verdict.headline), Severity.WRONG)
    return _failed(answer, failures)


def _failed(answer: Answer, failures: int) -> GoOn | Stop:
    if failures + 1 < MOST_FAILURES:
        return GoOn(failures + 1)
    return Stop(UNANSWERED.fill(count=failures + 1, why=answer.verdict.headline), Severity.ATTENTION)


def _told_pause(reply: Reply) -> float:
    """Retry-After in seconds, within reason; the form with a date is not followed."""
    told = int(reply.retry_after) if reply.retry_after.isascii() and reply.retry_after.isdigit() else 0
    return min(max(told, RATE_LIMIT_PAUSE), LONGEST_PAUSE)


def _after_refusal(answer: Answer, reply: Reply, failures: int) -> GoOn | Stop:
    """An order that is not there may still turn up, and a channel recover; any other refusal stays as it is."""
    code = explain(reply.respcd)
    if code is not None and (code.not_found or code.outcome is Outcome.IN_PROGRESS):
        return GoOn()
    if code is None or code.turn is Turn.WAIT or code.group in _PASSING:
        return _failed(answer, failures)
    return Stop(REFUSED.fill(why=answer.verdict.headline), Severity.ATTENTION)


def _after_records(records: tuple[Record, ...]) -> GoOn | Stop:
    if not records or not all(record.status.is_final for record in records):
        return GoOn()
    said = records[0].status.said
    return Stop(SETTLED.fill(headline=said.headline), said.severity, settled=True)


def _is_of(record: Record, target: PollTarget) -> bool:
    return (record.syssn if target.name == "syssn" else record.out_trade_no) == target.value
