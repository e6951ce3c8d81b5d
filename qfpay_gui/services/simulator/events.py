"""What happens inside the simulator, told as it happens: one event for each step of an order's life."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class EventKind(Enum):
    """The steps of an order's life and of its notifications."""

    ORDERED = "ordered"
    PAID = "paid"
    CANCELLED = "cancelled"
    FAILED = "failed"
    EXPIRED = "expired"
    CLOSED = "closed"
    REVERSED = "reversed"
    REFUNDED = "refunded"
    NOTIFYING = "notifying"
    NOTIFIED = "notified"
    NOT_NOTIFIED = "not notified"
    GAVE_UP = "gave up"


@dataclass(frozen=True)
class Event:
    """One step: ``at`` in seconds since 1970.

    ``out_trade_no`` is the payment's, also for its refunds; ``syssn`` that of the payment or of
    the refund. ``fields`` are plain facts (prepay_id, txamt, errMsg, notify_url, attempt, next_at,
    reason …), never a key or personal data. ``sent`` is the raw HTTP request of a notification
    for NOTIFYING, the receiver's raw answer for NOTIFIED and NOT_NOTIFIED, else "".
    """

    kind: EventKind
    at: float
    out_trade_no: str
    syssn: str
    fields: Mapping[str, str]
    sent: str = field(default="", repr=False)
