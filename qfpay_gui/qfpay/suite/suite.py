"""What a suite is: steps with their values, deliberate mistakes and expectations."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

How = Literal["equal", "match", "present", "most"]
CUSTOMER = ("pays", "cancels", "expires")
"""What the simulated customer may do in a step of its own."""
RECEIVER = ("success", "error", "wrong body", "nothing")
"""How the receiver of notifications may answer."""
LONGEST_WAIT = 600.0
"""Seconds that a step may wait at most."""
PATIENCE = 5.0
"""Seconds that a notification is waited for unless told otherwise."""


@dataclass(frozen=True)
class Expectation:
    """``member`` is a member of the reply, or ``status``, ``milliseconds``, ``signature``, ``state`` or ``cause``.

    Of a notification it is a member of its body, or ``notification``, ``attempts``, ``answers`` or ``signature``.

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
    """One request, what the simulated customer does (``customer``) with the order ``order``, or a ``notification``.

    ``values`` replace those of the example; an empty one leaves its parameter out. ``mistake`` is the id of a Variant,
    ``outcome`` what the simulator is to answer, ``wait`` seconds before the step. ``receiver`` is how notifications are
    answered from this step on, the last for all that follow; ``notification`` is the out_trade_no of the payment or
    refund whose notification is waited for until it is answered with success, at most ``within`` seconds.
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
    receiver: tuple[str, ...] = ()
    notification: str = ""
    within: float = PATIENCE
    expected: tuple[Expectation, ...] = ()


@dataclass(frozen=True)
class Suite:
    """Named steps in their order; ``rows`` is the file of the table that drives it, beside its own, or ""."""

    name: str
    steps: tuple[Step, ...]
    rows: str = ""

    @property
    def needs_simulator(self) -> tuple[Step, ...]:
        """The steps that only the simulator can carry out."""
        return tuple(one for one in self.steps if one.customer or one.outcome or one.receiver or one.notification)
