"""Notifications and what became of them, as the simulator reports them (facts 7)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

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
