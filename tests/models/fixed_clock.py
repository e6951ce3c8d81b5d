"""A clock that goes on by one second at each token, so that every made value differs."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta


class FixedClock:
    """Stands still until a token is taken."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 3, 1, 4, 5, 6, tzinfo=UTC)
        self.taken = 0

    def now(self) -> datetime:
        """The moment it shows."""
        return self.moment

    def token(self) -> str:
        """The next token, a second later."""
        self.taken += 1
        self.moment += timedelta(seconds=1)
        return f"T{self.taken:04}"
