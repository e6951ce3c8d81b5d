"""How an exchange ended."""

from __future__ import annotations

from enum import Enum


class Ending(Enum):
    """How an exchange ended, as far as the payment is concerned."""

    SENDING = "sending"
    SUCCESS = "success"
    IN_PROGRESS = "in progress"
    FAILED = "failed"
    NOT_SENT = "not sent"
    UNKNOWN = "unknown"  # it may have arrived: only a query can tell
