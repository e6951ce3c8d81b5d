"""The lines of a run: what came so far, and the steps that have yet to be carried out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from qfpay_gui.qfpay.suite.comparison import Change

if TYPE_CHECKING:
    from qfpay_gui.models.suite.state import SuitesState
    from qfpay_gui.qfpay.suite.result import StepResult
    from qfpay_gui.qfpay.suite.suite import Step


@dataclass(frozen=True)
class Line:
    """A step with its result, or without one yet. ``id`` is its place from 1."""

    id: int
    step: Step | None
    result: StepResult | None = None
    change: Change = Change.NONE
    is_next: bool = False

    @property
    def name(self) -> str:
        """What the step is called."""
        return self.result.step if self.result else self.step.name if self.step else ""

    @property
    def state(self) -> Literal["passed", "failed", "under way", "waiting"]:
        """How it stands."""
        if self.result is not None and not self.result.is_left:
            return "passed" if self.result.passed else "failed"
        return "under way" if self.is_next else "waiting"


def lines_of(state: SuitesState) -> tuple[Line, ...]:
    """The results of the run in view and, while it runs, what is left of the row; before a run, the steps."""
    suite = state.choice.suite if state.choice else None
    steps, run = suite.steps if suite else (), state.run
    known = {one.name: one for one in steps}
    if run is None:
        return tuple(Line(place, one) for place, one in enumerate(steps, 1))
    results, changes = run.run.results, run.changes
    changed = changes.of if changes else (Change.NONE,) * len(results)
    lines = tuple(
        Line(place, known.get(one.step), one, change)
        for place, (one, change) in enumerate(zip(results, changed, strict=True), 1)
    )
    left = _left(steps, results) if run.is_running else ()
    return lines + tuple(
        Line(place, one, is_next=place == len(lines) + 1) for place, one in enumerate(left, len(lines) + 1)
    )


def _left(steps: tuple[Step, ...], results: tuple[StepResult, ...]) -> tuple[Step, ...]:
    """The steps of the present row that have no result yet."""
    if not results:
        return steps
    done = next((place for place, one in enumerate(steps, 1) if one.name == results[-1].step), len(steps))
    return steps[done:]
