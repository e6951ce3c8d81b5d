"""How a suite went: what came of each step, and of the whole."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import datetime

    from qfpay_gui.qfpay.suite.judging import Checked
    from qfpay_gui.qfpay.suite.rows import Row
    from qfpay_gui.qfpay.suite.suite import Suite

BROKEN_ROW = "the row"
"""The step of a row that cannot be used."""
_LEFT = text("Suites", "Not run: the run ended before.")


@dataclass(frozen=True)
class StepResult:
    """How one step ended. ``problem`` says why it was not carried out; no text holds a secret.

    ``row`` is the place of its row in the table, from 1; 0 without a table. ``number`` is the new out_trade_no it
    sent with a payment, "" for all else.
    """

    step: str
    row: int
    checked: tuple[Checked, ...] = ()
    headline: Text | None = None
    problem: Text | None = None
    seconds: float = 0.0
    number: str = ""

    @property
    def passed(self) -> bool:
        """Whether it was carried out and every expectation is met."""
        return self.problem is None and all(one.passed for one in self.checked)

    @property
    def is_left(self) -> bool:
        """Whether the run ended before it, so that nothing is known of it."""
        return self.problem == _LEFT

    @property
    def title(self) -> str:
        """The step, with its row where there is one."""
        return f"{self.step} (row {self.row})" if self.row else self.step

    @property
    def expected(self) -> str:
        """What was expected, a line each."""
        return "\n".join(str(one.expectation) for one in self.checked)

    @property
    def words(self) -> str:
        """What came back, and each expectation that was not met."""
        missed = [
            f"expected: {one.expectation}; seen: {one.seen or 'nothing'}" for one in self.checked if not one.passed
        ]
        said = self.problem or self.headline
        return "\n".join((*((str(said),) if said else ()), *missed))


def summary(results: Sequence[StepResult]) -> str:
    """How many steps went as expected, and whether the run ended before the last."""
    passed = sum(one.passed for one in results)
    stopped = ", stopped early" if any(one.is_left for one in results) else ""
    return f"{passed} of {len(results)} steps as expected{stopped}"


def left_of(suite: Suite, rows: Sequence[Row], done: int) -> tuple[StepResult, ...]:
    """What a run that ended after so many results did not come to."""
    return tuple(islice(_unrun(suite, rows), done, None))


def _unrun(suite: Suite, rows: Sequence[Row]) -> Iterator[StepResult]:
    has_table = tuple(rows) != ({},)
    for place, row in enumerate(rows, 1):
        for name in (BROKEN_ROW,) if isinstance(row, Text) else (one.name for one in suite.steps):
            yield StepResult(name, place if has_table else 0, problem=_LEFT)


@dataclass(frozen=True)
class SuiteRun:
    """One run of a suite; ``is_whole`` where it came to its end, else the steps it did not come to are ``is_left``.

    ``source`` is where the suite came from: the name of one that comes along, or a path. ``profile`` names who signed.
    ``id`` 0 means: not written down. ``table`` is the name of the file of its rows, as long as the program runs.
    """

    source: str
    name: str
    started_at: datetime
    environment_id: str
    host: str
    profile: str
    results: tuple[StepResult, ...] = ()
    is_whole: bool = False
    id: int = 0
    table: str = ""

    @property
    def passed(self) -> bool:
        """Whether it came to its end and everything was as expected."""
        return self.is_whole and all(one.passed for one in self.results)

    @property
    def about(self) -> str:
        """When, where and with which rows it ran, and whether it was stopped: for a run kept in part."""
        moment = f"{self.started_at:%Y-%m-%d %H:%M %z}"
        stopped = "" if self.is_whole else "stopped early"
        return " · ".join(filter(None, (moment, self.environment_id, self.host, self.table, stopped)))

    @property
    def numbers(self) -> frozenset[str]:
        """The order numbers of the payments it made."""
        return frozenset(one.number for one in self.results if one.number)


def masked(run: SuiteRun, hide: Callable[[str], str]) -> SuiteRun:
    """The run with every text in it passed through this."""
    return replace(
        run,
        source=hide(run.source),
        name=hide(run.name),
        profile=hide(run.profile),
        results=tuple(_masked(one, hide) for one in run.results),
    )


def _masked(one: StepResult, hide: Callable[[str], str]) -> StepResult:
    return replace(
        one,
        step=hide(one.step),
        checked=tuple(
            replace(
                checked,
                seen=hide(checked.seen),
                expectation=replace(
                    checked.expectation,
                    member=hide(checked.expectation.member),
                    wanted=hide(checked.expectation.wanted),
                ),
            )
            for checked in one.checked
        ),
        headline=one.headline.mapped(hide) if one.headline else None,
        problem=one.problem.mapped(hide) if one.problem else None,
        number=hide(one.number),
    )
