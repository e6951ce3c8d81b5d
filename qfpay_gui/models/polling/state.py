"""The states of a series of queries, and why it ends."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True)
class Off:
    """No series runs, and none ran for what is shown."""


@dataclass(frozen=True)
class Waiting:
    """The ``n``-th query of at most ``of`` leaves at ``next_at``, an aware time; ``slowed`` after HTTP 429."""

    next_at: datetime
    n: int
    of: int
    slowed: bool = False


@dataclass(frozen=True)
class Polling:
    """The ``n``-th query of at most ``of`` is on its way."""

    n: int
    of: int


@dataclass(frozen=True)
class PollEnded:
    """The series is over, after ``asked`` queries; ``settled`` where the order's end is what ended it."""

    reason: Text
    asked: int
    settled: bool = False
    severity: Severity = Severity.NOTE


PollState = Off | Waiting | Polling | PollEnded

STOPPED = text("Poll", "you stopped it")
SENT_OTHERWISE = text("Poll", "something else was sent")
NOT_SENT = text("Poll", "the query could not be sent")
BROKEN = text("Poll", "this program failed while sending")
TOO_MANY = text("Poll", "no final state after {count} queries")
TOO_LONG = text("Poll", "no final state within {minutes} minutes")
UNANSWERED = text("Poll", "{count} queries in a row came to nothing. {why}")
REFUSED = text("Poll", "{why}")
SETTLED = text("Poll", "{headline}")
