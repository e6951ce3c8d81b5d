"""What came in, and how it is answered."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

Pairs = tuple[tuple[str, str], ...]


class AnswerMode(Enum):
    """How to answer; QFPay takes HTTP 200 with the body SUCCESS for done and notifies again after all else."""

    SUCCESS = "success"
    ERROR = "error"
    WRONG_BODY = "wrong body"
    NOTHING = "nothing"
    SLOW = "slow"


class Acknowledged(Enum):
    """What became of the answer."""

    PENDING = "pending"
    SENT = "sent"
    WITHHELD = "withheld"  # hung up on purpose
    TOO_LATE = "too late"  # the sender had gone, or the listener was stopped


@dataclass(frozen=True)
class Received:
    """One message. ``at`` is in seconds since 1970; ``headers`` are as they came; the repr shows no value of it.

    ``status`` is the HTTP status it was answered with, None while there is no answer.
    """

    id: int
    at: float
    mode: AnswerMode
    method: str
    path: str = field(repr=False)
    headers: Pairs = field(repr=False)
    body: bytes = field(repr=False)
    answered: Acknowledged = Acknowledged.PENDING
    status: int | None = None

    def header(self, name: str) -> str:
        """The first header of this name, whatever the case, or ""."""
        return next((value.strip() for known, value in self.headers if known.lower() == name.lower()), "")

    @property
    def head(self) -> str:
        """Request line and headers, as they came."""
        lines = (f"{self.method} {self.path} HTTP/1.1", *(f"{name}: {value}" for name, value in self.headers))
        return "\n".join(lines)
