"""Notifications and what became of them, as the simulator reports them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from http import HTTPStatus
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from qfpay_gui.services.simulator.notify.post import PostResult

DeliveryState: TypeAlias = Literal["waiting", "accepted", "given up", "not delivered"]

RETRIES = (120.0, 600.0, 600.0, 3600.0, 7200.0, 21600.0, 54000.0)
"""Seconds from each attempt to the next one: 2, 10, 10 and 60 minutes, 2, 6 and 15 hours."""


@dataclass(frozen=True)
class Attempt:
    """One attempt: ``at`` in seconds since 1970, ``status`` the HTTP status or None without an answer.

    ``answer`` is the receiver's body, shortened; ``reason`` a sentence on why it was accepted or not.
    """

    at: float
    status: int | None
    answer: str
    accepted: bool
    reason: str


@dataclass(frozen=True)
class Delivery:
    """One notification: ``out_trade_no`` and ``syssn`` as its body names them.

    ``notify_type`` is payment or refund; ``next_at`` the time of the next attempt (seconds since
    1970), None where none follows. A "not delivered" one was never sent: its only attempt says why.
    """

    id: int
    notify_type: str
    out_trade_no: str
    syssn: str
    url: str
    body: bytes = field(repr=False)
    signature: str
    attempts: tuple[Attempt, ...]
    next_at: float | None
    state: DeliveryState


_SHOWN = 500
_REDIRECTS = range(300, 400)


def attempt(at: float, received: PostResult) -> Attempt:
    """The attempt that got this answer."""
    accepted, reason = _judged(received)
    answer = received.body.decode("utf-8", "replace")
    shortened = answer if len(answer) <= _SHOWN else f"{answer[:_SHOWN]}…"
    return Attempt(at, received.status, shortened, accepted, reason)


def concluded(delivery: Delivery, last: Attempt, time_lapse: float) -> Delivery:
    """The delivery after one more attempt; what was accepted or given up before stays so unless it is accepted now."""
    tried = replace(delivery, attempts=(*delivery.attempts, last), next_at=None)
    if last.accepted:
        return replace(tried, state="accepted")
    if delivery.state != "waiting":
        return tried
    if len(tried.attempts) > len(RETRIES):
        return replace(tried, state="given up")
    return replace(tried, next_at=planned(tried, time_lapse))


def planned(delivery: Delivery, time_lapse: float) -> float:
    """When the next attempt is due after at least one (seconds since 1970)."""
    made = len(delivery.attempts)
    return delivery.attempts[-1].at + RETRIES[made - 1] / time_lapse


def _judged(received: PostResult) -> tuple[bool, str]:
    """Whether this is HTTP 200 with SUCCESS, and the reason in a sentence.

    The documents ask for the word; that white space around it does no harm is this simulator's
    reading, since many frameworks add a line feed.
    """
    if received.status is None or received.failure:
        return False, received.failure
    if received.status != HTTPStatus.OK:
        redirected = "; redirects are not followed" if received.status in _REDIRECTS else ""
        return False, f"HTTP {received.status} is not 200{redirected}."
    if received.body == b"SUCCESS":
        return True, "HTTP 200 and SUCCESS."
    if received.body.strip() == b"SUCCESS":
        return True, "HTTP 200 and SUCCESS with white space around it: QFPay's documents show the bare word."
    return False, _not_the_word(received.body)


def _not_the_word(body: bytes) -> str:
    """What is wrong with the body of a 200."""
    if not body.strip():
        return "HTTP 200, but the body is empty: answer SUCCESS."
    if body.strip().upper() == b"SUCCESS":
        return "HTTP 200, but SUCCESS is written in capital letters."
    if b"SUCCESS" in body:
        return "HTTP 200, but the body says more than SUCCESS: answer the bare word, no JSON, no quotes, no page."
    return "HTTP 200, but the body is not SUCCESS."
