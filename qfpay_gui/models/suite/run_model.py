"""One run of a suite in the background: results are looked for some times a second, the end comes by ticket."""

from __future__ import annotations

from collections import deque
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from qfpay_gui.models.suite.runner import run_rows
from qfpay_gui.models.suite.stage import Stop, StoppedError, staged
from qfpay_gui.models.suite.state import RunState
from qfpay_gui.models.tasks import Done, Raised, Result, TaskRunner
from qfpay_gui.qfpay.environments import EnvironmentKind
from qfpay_gui.qfpay.suite.result import left_of
from qfpay_gui.qfpay.text import text

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from qfpay_gui.models.history.journal import Journal
    from qfpay_gui.models.sending.answer import Answer
    from qfpay_gui.models.suite.stage import Place
    from qfpay_gui.models.suite.state import Choice
    from qfpay_gui.qfpay.suite.result import StepResult, SuiteRun
    from qfpay_gui.qfpay.suite.suite import Suite

MOST_ANSWERS = 1000
"""Of so many results at most the exchange can be looked at: the first."""
_LOOK_MS = 60
_FAULT = text("Suites", "The run ended early: {reason}")


class RunModel(QObject):
    """Runs one suite at a time; the results come in their order on the thread this object lives on."""

    changed = Signal(object)
    """Carries the RunState."""
    written = Signal()
    """A request was written down."""
    ended = Signal(object)
    """Carries the SuiteRun; what it did not come to is ``is_left``."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = TaskRunner(1, self)
        self._stop = Stop()
        self._arrived: deque[tuple[StepResult, Answer | None]] = deque()
        self._look = QTimer(self, interval=_LOOK_MS)
        self._look.timeout.connect(self._take)
        self._answers: dict[int, Answer] = {}
        self._is_simulated = self._is_under_way = False
        self.state: RunState | None = None

    @property
    def is_running(self) -> bool:
        """Whether a run is under way."""
        return self._is_under_way

    def start(self, choice: Choice, suite: Suite, place: Place, journal: Journal, begun: SuiteRun) -> None:
        """Run this; nothing happens while another run is under way."""
        if self.is_running:
            return
        self._stop, self._answers, self._arrived = Stop(), {}, deque()
        self._is_under_way = True
        self._is_simulated = place.environment.kind is EnvironmentKind.SIMULATOR
        self._set(RunState(begun, choice.total, is_running=True))
        task = partial(_carry_out, suite, choice, place, journal, self._stop, self._arrived)
        self._runner.run(task, partial(self._on_end, partial(left_of, suite, choice.rows)))
        self._look.start()

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
        return self._runner.close(wait_ms)

    def _take(self) -> None:
        """Take in what has arrived since the last look."""
        state, new = self.state, []
        while self._arrived:
            new.append(self._arrived.popleft())
        if not new or state is None:
            return
        for place, (_result, answer) in enumerate(new, len(state.run.results)):
            if answer is not None and len(self._answers) < MOST_ANSWERS:
                self._answers[place] = answer
        if not self._is_simulated:
            self.written.emit()
        results = (*state.run.results, *(result for result, _answer in new))
        self._set(replace(state, run=replace(state.run, results=results)))

    def _on_end(self, left: Callable[[int], tuple[StepResult, ...]], done: Result[bool]) -> None:
        self._look.stop()
        self._take()
        self._is_under_way = False
        state = self.state
        if state is None:
            return
        trouble = None
        if isinstance(done, Raised):
            known = isinstance(done.error, OSError | ValueError)
            trouble = _FAULT.fill(reason=done.error if known else type(done.error).__name__)
        is_whole = isinstance(done, Done) and done.value
        results = state.run.results
        run = replace(state.run, is_whole=is_whole, results=results if is_whole else results + left(len(results)))
        self._set(replace(state, run=run, is_running=False, is_stopping=False, trouble=trouble))
        self.ended.emit(run)

    def _set(self, state: RunState) -> None:
        self.state = state
        self.changed.emit(state)


def _carry_out(  # noqa: PLR0913, PLR0917 - what a run takes
    suite: Suite,
    choice: Choice,
    place: Place,
    journal: Journal,
    stop: Stop,
    arrived: deque[tuple[StepResult, Answer | None]],
) -> bool:
    """Hand over each result with its exchange as it comes; False where it was ended."""
    answers: list[Answer] = []
    try:
        with journal, staged(suite, place, journal, stop, answers.append) as ground:
            for result in run_rows(suite, ground, choice.rows):
                arrived.append((result, answers.pop() if answers else None))
    except StoppedError:
        return False
    return True
