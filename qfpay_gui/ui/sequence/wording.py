"""How the sequence says things: a message in a line, spoken, and as a whole."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.sequence.messages import Message, MessageKind
from qfpay_gui.qfpay.text import Text, text
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from qfpay_gui.qfpay.sequence.messages import Sequence

CROSS = "✗"
KINDS = {
    MessageKind.HTTP: text("Sequence", "sent over HTTP"),
    MessageKind.SIMULATED: text("Sequence", "simulated"),
    MessageKind.UNSEEN: text("Sequence", "expected"),
}
"""How a message is known, in two or three words."""
_SPOKEN = text("Sequence", "{sender} to {receiver}: {label}, {kind}")
_SPOKEN_AT = text("Sequence", "{time}, {message}")
_FAILED = text("Sequence", "{message}, failed")
_CHOICE = text("Sequence", "{time} · {number}")
_DROPPED = text("Sequence", "without the first {count} messages")


def local(at: float) -> datetime:
    """The moment on this machine's clock."""
    return datetime.fromtimestamp(at, UTC).astimezone()


def time_of_day(message: Message) -> str:
    """When it happened, or "" where it has not."""
    return f"{local(message.at):%H:%M:%S}" if message.at is not None else ""


def label(message: Message) -> str:
    """What stands above the arrow: a cross says without colour that it failed."""
    words = " ".join(translated(message.label).split())
    return f"{CROSS} {words}" if message.failed else words


def parties(message: Message) -> str:
    """From whom to whom."""
    return f"{translated(message.sender.title)} → {translated(message.receiver.title)}"


def spoken(message: Message) -> str:
    """The message as a screen reader says it."""
    said = _SPOKEN.fill(
        sender=message.sender.title, receiver=message.receiver.title, label=message.label, kind=KINDS[message.kind]
    )
    said = _FAILED.fill(message=said) if message.failed else said
    time = time_of_day(message)
    return translated(_SPOKEN_AT.fill(time=time, message=said) if time else said)


def whole(message: Message) -> str:
    """Everything that was really sent, part below part under their titles."""
    return "\n\n".join(f"— {translated(title)} —\n{body}" for title, body in message.parts)


def copied(message: Message) -> str:
    """The message for a ticket: what it is, its explanation, what was sent."""
    lines = [spoken(message), translated(message.note), whole(message)]
    return "\n\n".join(line for line in lines if line)


def choice(sequence: Sequence) -> str:
    """An order in one line, for choosing it."""
    said: Text = _CHOICE.fill(time=f"{local(sequence.began):%H:%M:%S}", number=sequence.title)
    dropped = translated(_DROPPED.fill(count=sequence.omitted)) if sequence.omitted else ""
    parts = (translated(said), sequence.amount, translated(sequence.environment), dropped)
    return " · ".join(part for part in parts if part)
