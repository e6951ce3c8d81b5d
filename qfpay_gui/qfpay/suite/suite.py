"""What a suite is: steps with their values, deliberate mistakes and expectations."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

How = Literal["equal", "match", "present", "most"]
CUSTOMER = ("pays", "cancels", "expires")
"""What the simulated customer may do in a step of its own."""
LONGEST_WAIT = 600.0
"""Seconds that a step may wait at most."""


@dataclass(frozen=True)
class Expectation:
    """``member`` is a member of the reply, or ``status``, ``milliseconds``, ``signature``, ``state`` or ``cause``.

    ``how`` it is compared with ``wanted``: as equal text, as a whole match of a regular expression, as there at all
    ("yes" or "no"), or as a number that is at most so large.
    """

    member: str
    how: How
    wanted: str

    def __str__(self) -> str:
        words = {"equal": "is", "match": "matches", "present": "is there:", "most": "is at most"}
        return f"{self.member} {words[self.how]} {self.wanted}"


@dataclass(frozen=True)
class Step:
    """One request, or with ``customer`` what the simulated customer does with the order ``order``.

    ``values`` replace those of the example; an empty one leaves its parameter out. ``mistake`` is the id of a Variant,
    ``outcome`` what the simulator is to answer, ``wait`` seconds before the step.
    """

    name: str
    call: str = "payment"
    values: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    sign_type: str = ""
    mistake: str = ""
    outcome: str = ""
    customer: str = ""
    order: str = ""
    wait: float = 0.0
    expected: tuple[Expectation, ...] = ()


@dataclass(frozen=True)
class Suite:
    """Named steps in their order."""

    name: str
    steps: tuple[Step, ...]
