"""What a program said to the simulator, and what it is about to hear."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qfpay_gui.services.simulator.answers import HttpAnswer
    from qfpay_gui.services.simulator.wire import Request


@dataclass(frozen=True)
class Overheard:
    """One exchange; ``at`` in seconds since 1970. The repr shows no value of it."""

    at: float
    request: Request = field(repr=False)
    answer: HttpAnswer = field(repr=False)
