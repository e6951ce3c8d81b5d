"""One notification as it is posted, and what its receiver answered."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.notifications.composing import signature

if TYPE_CHECKING:
    from qfpay_gui.qfpay.text import Text

SIGN_HEADER = "X-QF-SIGN"
Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Message:
    """A body and the headers it is posted with, byte for byte; the repr shows neither."""

    body: bytes = field(repr=False)
    headers: Pairs = field(repr=False)

    @property
    def signature(self) -> str:
        """The value of X-QF-SIGN, whatever the case of its name, or ""."""
        return next((value for name, value in self.headers if name.lower() == SIGN_HEADER.lower()), "")


def message(body: bytes, sign: str | None, *, sign_header: str = SIGN_HEADER) -> Message:
    """A message with this signature; None leaves the header out."""
    signed = () if sign is None else ((sign_header, sign),)
    return Message(body, (("Content-Type", "application/json"), *signed))


def signed(body: bytes, client_key: str) -> Message:
    """The message as QFPay signs it."""
    return message(body, signature(body, client_key))


@dataclass(frozen=True)
class Answer:
    """What came back: the HTTP status, None without a whole answer, of which ``failure`` then says why.

    ``seconds`` is the time from the first byte sent to the last one read. The repr shows no header and no body.
    """

    status: int | None = None
    body: bytes = field(default=b"", repr=False)
    headers: Pairs = field(default=(), repr=False)
    reason: str = ""
    seconds: float = 0.0
    failure: Text | None = None
