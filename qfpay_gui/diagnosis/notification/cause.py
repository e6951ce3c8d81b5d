"""A cause: one thing done otherwise than QFPay signs a notification, as words with their way out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from collections.abc import Iterator

About = Literal["bytes", "text", "key", "joining", "digest", "signature"]
"""What differs: the body's bytes though not its content, the text that was hashed, and so on."""

RAW = text(
    "Notification",
    "Verify over the raw bytes of the request body, taken before any JSON parser touches them: "
    "php://input in PHP, express.raw() in Node, request.get_data() in Flask, byte[] in Spring.",
)
KEY = text(
    "Notification", "Use the client_key exactly as QFPay gave it, that of the app_code the payment was made with."
)
APPEND = text(
    "Notification", "Append the client_key directly to the last byte of the body: no “&”, no “key=”, nothing else."
)
MD5 = text("Notification", "Notifications are signed by plain MD5, written as 32 hexadecimal digits in upper case.")
COPY = text("Notification", "Copy the whole value of the header X-QF-SIGN, without quotes and blanks.")


@dataclass(frozen=True)
class Cause:
    """``id`` is stable and kebab-case; ``cost`` is the prior, 1 seen every week; ``mend`` the way out."""

    id: str
    cost: int
    about: About
    words: Text = field(repr=False)
    mend: Text = field(repr=False)
    key_name: str = ""


@dataclass(frozen=True)
class Way:
    """One value of an axis of the search with the causes it stands for; none for the right one. No repr of bytes."""

    causes: tuple[Cause, ...]
    signed: bytes = field(repr=False)

    @property
    def cost(self) -> int:
        """How unlikely it is: the sum of the causes' costs."""
        return sum(cause.cost for cause in self.causes)


def joined(causes: tuple[Cause, ...]) -> Text | None:
    """The causes as one sentence; None where there are none."""
    if not causes:
        return None
    words = causes[0].words
    for cause in causes[1:]:
        words = text("Notification", "{first}; and {second}").fill(first=words, second=cause.words)
    return text("Notification", "The signature fits if {causes}.").fill(causes=words)


def mends(causes: tuple[Cause, ...]) -> Iterator[Text]:
    """The ways out, each once."""
    yield from dict.fromkeys(cause.mend for cause in causes)
