"""One run of a suite in the background: a step a task, so that each result is there at once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from qfpay_gui.models.suite.runner import run_rows
from qfpay_gui.models.suite.stage import Stop, StoppedError, staged
from qfpay_gui.models.suite.state import RunState
from qfpay_gui.models.tasks import Done, Raised, Result, TaskRunner
from qfpay_gui.qfpay.environments import EnvironmentKind
from qfpay_gui.qfpay.text import text

if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from datetime import datetime

    from qfpay_gui.models.history.journal import Journal
    from qfpay_gui.models.sending.answer import Answer
    from qfpay_gui.models.suite.stage import Place
    from qfpay_gui.models.suite.state import Choice
    from qfpay_gui.qfpay.suite.result import StepResult, SuiteRun
    from qfpay_gui.qfpay.suite.suite import Suite

MOST_ANSWERS = 1000
"""Of so many results at most the exchange can be looked at: the first."""
_FAULT = text("Suites", "The run ended early: {reason}")


class RunModel(QObject):
    """Runs one suite at a time; the results come in their order on the thread this object lives on."""

    changed = Signal(object)
    """Carries the RunState."""
    written = Signal()
    """A request was written down."""
    ended = Signal(object)
    """Carries the SuiteRun, as far as it came."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = TaskRunner(1, self)
        self._stop = Stop()
        self._course: Generator[tuple[StepResult, Answer | None]] | None = None
        self._answers: dict[int, Answer] = {}
        self._is_simulated = False
        self.state: RunState | None = None

    @property
    def is_running(self) -> bool:
        """Whether a run is under way."""
        return self._course is not None

    def start(self, choice: Choice, suite: Suite, place: Place, journal: Journal, begun: SuiteRun) -> None:
        """Run this; nothing happens while another run is under way."""
        if self.is_running:
            return
        self._stop, self._answers = Stop(), {}
        self._is_simulated = place.environment.kind is EnvironmentKind.SIMULATOR
        self._course = _course(suite, choice, place, journal, self._stop)
        self._set(RunState(begun, choice.total, is_running=True))
        self._next()

    def lay_beside(self, before: SuiteRun | None) -> None:
        """Compare with this run."""
        if self.state is not None:
            self._set(replace(self.state, before=before))

    def stop(self) -> None:
        """Send no more. In the simulator the request under way is cut short, elsewhere its answer is waited for."""
        if self.is_running and self.state is not None:
            self._stop.ask(cut=self._is_simulated)
            self._set(replace(self.state, is_stopping=True))

    def answer(self, place: int) -> Answer | None:
        """The exchange of the result at this place, from 0; None where nothing was sent, or it is not kept."""
        return self._answers.get(place)

    def show(self, run: SuiteRun, before: SuiteRun | None) -> None:
        """Have this earlier run in view; not while one is under way."""
        if not self.is_running:
            self._answers = {}
            self._set(RunState(run, len(run.results), before))

    def number(self, started_at: datetime, run_id: int) -> None:
        """The run that began then was written down under this id."""
        if self.state is not None and self.state.run.started_at == started_at:
            self._set(replace(self.state, run=replace(self.state.run, id=run_id)))

    def forget(self) -> None:
        """Show no run any more; one that is under way stays."""
        if not self.is_running and self.state is not None:
            self.state, self._answers = None, {}

    def close(self, wait_ms: int = 2000) -> bool:
        """End what is under way; whether that was done in time."""
        self._stop.ask(cut=True)
        ended = self._runner.close(wait_ms)
        if ended and self._course is not None:
            self._course.close()
        return ended

    def _next(self) -> None:
        course = self._course
        if course is not None:
            self._runner.run(lambda: next(course, None), self._on_step)

    def _on_step(self, done: Result[tuple[StepResult, Answer | None] | None]) -> None:
        match done:
            case Done((result, answer)):
                self._take(result, answer)
                self._next()
            case Done(None):
                self._end(is_whole=not self._stop.asked.is_set())
            case Raised(StoppedError()):
                self._end(is_whole=False)
            case Raised(error):
                if self.state is not None:
                    reason = str(error) if isinstance(error, OSError | ValueError) else type(error).__name__
                    self.state = replace(self.state, trouble=_FAULT.fill(reason=reason))
                self._end(is_whole=False)

    def _take(self, result: StepResult, answer: Answer | None) -> None:
        state = self.state
        if state is None:
            return
        if answer is not None and len(self._answers) < MOST_ANSWERS:
            self._answers[len(state.run.results)] = answer
        if answer is not None and not self._is_simulated:
            self.written.emit()
        self._set(replace(state, run=replace(state.run, results=(*state.run.results, result))))

    def _end(self, *, is_whole: bool) -> None:
        self._course = None
        if self.state is not None:
            run = replace(self.state.run, is_whole=is_whole)
            self._set(replace(self.state, run=run, is_running=False, is_stopping=False))
            self.ended.emit(run)

    def _set(self, state: RunState) -> None:
        self.state = state
        self.changed.emit(state)


def _course(
    suite: Suite, choice: Choice, place: Place, journal: Journal, stop: Stop
) -> Generator[tuple[StepResult, Answer | None]]:
    """Each result with its exchange; what it needs is made at the first and put away after the last."""
    answers: list[Answer] = []
    seen: Callable[[Answer], object] = answers.append
    with journal, staged(suite, place, journal, stop, seen) as ground:
        for result in run_rows(suite, ground, choice.rows):
            yield result, answers.pop() if answers else None
