"""What the window shows of suites."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.suite.comparison import Changes, compared
from qfpay_gui.qfpay.suite.rows import NO_ROWS, Row

if TYPE_CHECKING:
    from qfpay_gui.models.suite.library import Listed
    from qfpay_gui.qfpay.suite.result import SuiteRun
    from qfpay_gui.qfpay.suite.suite import Suite
    from qfpay_gui.qfpay.text import Text


@dataclass(frozen=True)
class Choice:
    """The suite in view with its rows; ``problem`` says why it cannot run. ``table`` is a chosen file, "" for none."""

    listed: Listed
    table: str = ""
    rows: tuple[Row, ...] = NO_ROWS
    problem: Text | None = None

    @property
    def suite(self) -> Suite | None:
        """None where it is none, or its table cannot be used."""
        return None if self.problem else self.listed.suite

    @property
    def total(self) -> int:
        """How many results a whole run has."""
        steps = len(self.suite.steps) if self.suite else 0
        return sum(steps if isinstance(row, dict) else 1 for row in self.rows)


@dataclass(frozen=True)
class RunState:
    """A run under way or ended, and the one before it. ``total`` is how many results it will have."""

    run: SuiteRun
    total: int
    before: SuiteRun | None = None
    is_running: bool = False
    is_stopping: bool = False
    trouble: Text | None = None

    @property
    def changes(self) -> Changes | None:
        """What is otherwise than in the run before; None where there was none. What has yet to run is not gone."""
        return compared(self.run.results, self.before.results) if self.before else None


@dataclass(frozen=True)
class SuitesState:
    """The suites of the list, the one in view, the run in view, and earlier runs of it, the newest first."""

    listed: tuple[Listed, ...] = ()
    folder: str = ""
    choice: Choice | None = None
    run: RunState | None = None
    earlier: tuple[SuiteRun, ...] = field(default=())
