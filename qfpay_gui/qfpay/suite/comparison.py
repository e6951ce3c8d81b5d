"""What is otherwise than in the last run of the same suite."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from qfpay_gui.qfpay.suite.result import StepResult

SLOWER, BY_SECONDS = 2.0, 0.25
"""A step is slower where it takes at least so many times as long, and at least so many seconds more."""


class Change(Enum):
    """How a step did beside the last run."""

    NONE = ""
    FAILS = "fails now"
    PASSES = "passes now"
    SLOWER = "slower"
    NEW = "new"


@dataclass(frozen=True)
class Changes:
    """The change of each result in its order, and the titles of what ran last time and not now."""

    of: tuple[Change, ...]
    gone: tuple[str, ...] = ()

    def count(self, change: Change) -> int:
        """How many steps changed so."""
        return self.of.count(change)


def compared(now: Sequence[StepResult], before: Iterable[StepResult]) -> Changes:
    """Each result beside the one of the same step and row; of two failing runs nothing has changed."""
    known = {one.title: one for one in before}
    titles = {one.title for one in now}
    return Changes(tuple(_change(one, known.get(one.title)) for one in now), tuple(t for t in known if t not in titles))


def _change(now: StepResult, before: StepResult | None) -> Change:
    if now.is_left:
        return Change.NONE
    if before is None:
        return Change.NEW
    if now.passed != before.passed:
        return Change.PASSES if now.passed else Change.FAILS
    is_slower = now.seconds >= before.seconds * SLOWER and now.seconds - before.seconds >= BY_SECONDS
    return Change.SLOWER if is_slower else Change.NONE
