"""What the strip under the reply says about a series of queries."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, assert_never

from qfpay_gui.models.polling.poll_model import LONGEST, MOST
from qfpay_gui.models.polling.state import Off, PollEnded, Polling, PollState, Waiting
from qfpay_gui.models.polling.target import Goal
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from datetime import datetime


def sentence(state: PollState, now: datetime) -> Text:
    """The state in one sentence, the seconds left counted from ``now``."""
    match state:
        case Off():
            return _OFFER.fill(most=MOST, minutes=int(LONGEST.total_seconds() // 60))
        case Waiting():
            return _waiting(state).fill(seconds=seconds_left(state, now), n=state.n, of=state.of)
        case Polling():
            return _ASKING.fill(n=state.n, of=state.of)
        case PollEnded():
            return _ended(state)
        case other:
            assert_never(other)


def spoken(state: PollState) -> Text | None:
    """What a screen reader is told when this state begins; None where the next state tells soon enough."""
    match state:
        case PollEnded():
            return _ended(state)
        case Waiting() if state.n == 1:
            return _BEGUN
        case _:
            return None


def seconds_left(state: Waiting, now: datetime) -> int:
    """Whole seconds until the next query, rounded up."""
    return max(0, math.ceil((state.next_at - now).total_seconds()))


def _waiting(state: Waiting) -> Text:
    if state.slowed:
        return _SLOWED
    return _FIRST if state.n == 1 else _NEXT


def _ended(state: PollEnded) -> Text:
    if state.settled:
        return (_SETTLED_AT_ONCE if state.asked == 1 else _SETTLED).fill(reason=state.reason, count=state.asked)
    return _STOPPED.fill(reason=state.reason)


BEGIN = {
    Goal.PAID: text("Poll", "Query until it is paid"),
    Goal.REFUNDED: text("Poll", "Query until it is refunded"),
    Goal.CLOSED: text("Poll", "Query until it is closed"),
}
"""The button that begins a series."""
_OFFER = text("Poll", "Still open. With growing pauses, at most {most} queries in {minutes} minutes.")
_FIRST = text("Poll", "Still open. First query in {seconds} s ({n} of {of})")
_NEXT = text("Poll", "Still open. Next query in {seconds} s ({n} of {of})")
_SLOWED = text("Poll", "QFPay asks for fewer requests. Next query in {seconds} s ({n} of {of})")
_ASKING = text("Poll", "Querying … ({n} of {of})")
_BEGUN = text("Poll", "Queries have begun; they stop by themselves once the order is settled.")
_SETTLED_AT_ONCE = text("Poll", "{reason} The first query found it.")
_SETTLED = text("Poll", "{reason} It took {count} queries.")
_STOPPED = text("Poll", "Stopped: {reason}")
