"""The time of day and fresh tokens, behind one narrow interface so that tests can hold them still."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime
from typing import Protocol

_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"


class Clock(Protocol):
    """Where moments and tokens come from."""

    def now(self) -> datetime:
        """The present moment, with its zone."""

    def token(self) -> str:
        """A few random letters and digits that make an order number unique within its second."""


class SystemClock:
    """The clock of this machine."""

    def now(self) -> datetime:
        """The present moment in UTC."""
        return datetime.now(UTC)

    def token(self) -> str:
        """Five random characters without look-alikes."""
        return "".join(secrets.choice(_LETTERS) for _ in range(5))
