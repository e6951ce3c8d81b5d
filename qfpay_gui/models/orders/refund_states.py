"""Where refunding all orders of the day stands."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qfpay_gui.qfpay.orders.order import Order
    from qfpay_gui.qfpay.orders.refund_plan import RefundPlan
    from qfpay_gui.qfpay.text import Text


class StepResult(Enum):
    """What became of one refund."""

    WAITING = "waiting"
    UNDER_WAY = "under way"
    DONE = "done"
    FAILED = "failed"
    UNKNOWN = "unknown"
    NOT_SENT = "not sent"


@dataclass(frozen=True)
class RefundStep:
    """One refund of ``amount`` minor units, and what became of it; ``words`` say why."""

    order: Order
    amount: int
    result: StepResult = StepResult.WAITING
    words: Text | None = None


@dataclass(frozen=True)
class NothingPlanned:
    """Nothing is planned."""


@dataclass(frozen=True)
class Reviewing:
    """The plan lies on the table; ``chosen`` are the ids of the orders that are to be refunded."""

    plan: RefundPlan
    chosen: frozenset[int] = frozenset()

    @property
    def orders(self) -> tuple[Order, ...]:
        """The orders that would be refunded."""
        return tuple(order for order in self.plan.possible if order.id in self.chosen)


@dataclass(frozen=True)
class Querying:
    """Orders are queried before the plan is made anew: ``done`` of ``total``."""

    plan: RefundPlan
    total: int
    done: int = 0
    is_cancelling: bool = False


@dataclass(frozen=True)
class Refunding:
    """Refunds are sent one after the other, in this order."""

    plan: RefundPlan
    steps: tuple[RefundStep, ...]
    is_cancelling: bool = False

    @property
    def place(self) -> int | None:
        """The index of the step under way or next, or None where all have ended."""
        open_ones = (StepResult.WAITING, StepResult.UNDER_WAY)
        return next((place for place, step in enumerate(self.steps) if step.result in open_ones), None)

    def with_result(self, place: int, result: StepResult, words: Text | None = None) -> Refunding:
        """With this step's result."""
        step = replace(self.steps[place], result=result, words=words)
        return replace(self, steps=(*self.steps[:place], step, *self.steps[place + 1 :]))


@dataclass(frozen=True)
class Finished:
    """Nothing more is sent. ``stopped`` says why not all of it was, or is None."""

    plan: RefundPlan
    steps: tuple[RefundStep, ...]
    stopped: Text | None = None

    def those(self, *results: StepResult) -> tuple[RefundStep, ...]:
        """The steps that ended in one of these ways."""
        return tuple(step for step in self.steps if step.result in results)


RefundState = NothingPlanned | Reviewing | Querying | Refunding | Finished
