"""Notifications that reached a listener of one's own as messages from QFPay to the merchant."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from qfpay_gui.qfpay.json_reading import JsonText, read_json
from qfpay_gui.qfpay.sequence.messages import Message, MessageKind, Party, Stage, written
from qfpay_gui.qfpay.text import text

if TYPE_CHECKING:
    from enum import Enum

    from qfpay_gui.qfpay.secrets.exchange import Mask

_TAKING = frozenset({"SUCCESS", "SLOW"})


class Reception(Protocol):
    """A notification as it came: ``at`` in seconds since 1970, ``head`` its request line and headers.

    ``mode`` goes by its name, SUCCESS or SLOW where SUCCESS was to be answered; so does ``answered``, PENDING while no
    answer was given, SENT once it was. ``status`` is the HTTP status of the answer, None for silence.
    """

    @property
    def id(self) -> int:
        """Which one."""

    @property
    def at(self) -> float:
        """When it came."""

    @property
    def head(self) -> str:
        """Request line and headers."""

    @property
    def body(self) -> bytes:
        """The raw body."""

    @property
    def mode(self) -> Enum:
        """How it was to be answered."""

    @property
    def answered(self) -> Enum:
        """What became of the answer."""

    @property
    def status(self) -> int | None:
        """The HTTP status it was answered with."""


def is_answered(reception: Reception) -> bool:
    """Whether it is known how it was answered."""
    return reception.answered.name != "PENDING"


def numbers_in(body: bytes) -> tuple[str, ...]:
    """The syssn and the out_trade_no a notification names, as far as it can be read."""
    match read_json(body.decode(errors="replace")):
        case JsonText(value=dict() as members):
            named = (members.get("syssn"), members.get("out_trade_no"))
            return tuple(number for number in named if isinstance(number, str) and number)
        case _:
            return ()


def received_messages(reception: Reception, mask: Mask) -> tuple[Message, ...]:
    """The notification's arrow and that of its answer."""
    body = reception.body.decode(errors="replace")
    came = Message(
        at=reception.at,
        sender=Party.QFPAY,
        receiver=Party.MERCHANT,
        label=_CAME,
        kind=MessageKind.HTTP,
        parts=((_AS_RECEIVED, mask(f"{reception.head}\n\n{body}".strip())),),
        stage=Stage.NOTIFYING,
        note=_CAME_NOTE,
    )
    return came, _answer(reception)


def _answer(reception: Reception) -> Message:
    sent = reception.answered.name == "SENT" and reception.status is not None
    accepted = sent and reception.status == 200 and reception.mode.name in _TAKING
    label = written("200, SUCCESS") if accepted else _REFUSED.fill(status=reception.status) if sent else _SILENCE
    return Message(
        at=reception.at,
        sender=Party.MERCHANT,
        receiver=Party.QFPAY,
        label=label,
        kind=MessageKind.HTTP,
        failed=not accepted,
        lost=not sent,
        stage=Stage.NOTIFIED if accepted else Stage.UNANSWERED,
        note=_ANSWERED_NOTE if accepted else _REFUSED_NOTE,
    )


_AS_RECEIVED = text("Sequence", "Request as received")
_CAME = text("Sequence", "notification received")
_CAME_NOTE = text("Sequence", "It reached this program’s listener.")
_REFUSED = text("Sequence", "HTTP {status}, not accepted")
_SILENCE = text("Sequence", "no answer")
_ANSWERED_NOTE = text("Sequence", "Answered by this program’s listener: no further attempt.")
_REFUSED_NOTE = text("Sequence", "Answered so by this program’s listener, as it was told to: another attempt follows.")
