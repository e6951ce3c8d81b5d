"""What a program said to the simulator or to whom it was handed on, and what it hears."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qfpay_gui.qfpay.reply.exchange import HttpReply, TransportFailure
    from qfpay_gui.services.simulator.answers import HttpAnswer
    from qfpay_gui.services.simulator.wire import Request


@dataclass(frozen=True)
class HandedOn:
    """What became of a request that the simulator did not answer: it was sent once to ``base_url``.

    ``changes`` are the lines of its head that went on otherwise, before and after; ``framed`` is its body as it came
    and went. ``reply`` is what came back, byte for byte but for interim replies and the rest of a long one. ``left``
    tells that the program did not wait for it.
    """

    base_url: str
    changes: tuple[tuple[str, str], ...] = field(repr=False)
    framed: bytes = field(repr=False)
    outcome: HttpReply | TransportFailure = field(repr=False)
    reply: bytes = field(repr=False)
    left: bool
    seconds: float


@dataclass(frozen=True)
class Overheard:
    """One exchange; ``at`` in seconds since 1970, ``refused`` where it was not read. The repr shows no value of it."""

    at: float
    request: Request = field(repr=False)
    answer: HttpAnswer = field(repr=False)
    handed_on: HandedOn | None = None
    refused: bool = False
