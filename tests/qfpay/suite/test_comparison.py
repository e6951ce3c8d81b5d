from __future__ import annotations

import pytest

from qfpay_gui.qfpay.suite.comparison import BY_SECONDS, Change, compared
from qfpay_gui.qfpay.suite.result import StepResult
from qfpay_gui.qfpay.text import Text


def _one(step: str = "pay", *, passed: bool = True, seconds: float = 0.1, row: int = 0) -> StepResult:
    return StepResult(step, row, problem=None if passed else Text("", "no"), seconds=seconds)


@pytest.mark.parametrize(
    ("now", "before", "change"),
    [
        (_one(), _one(), Change.NONE),
        (_one(passed=False), _one(), Change.FAILS),
        (_one(), _one(passed=False), Change.PASSES),
        (_one(passed=False), _one(passed=False), Change.NONE),
        (_one(), _one("ask"), Change.NEW),
        (_one(row=2), _one(row=1), Change.NEW),
        (_one(seconds=2 * BY_SECONDS), _one(seconds=BY_SECONDS), Change.SLOWER),
        (_one(seconds=2 * BY_SECONDS - 0.01), _one(seconds=BY_SECONDS), Change.NONE),
        (_one(seconds=0.2), _one(seconds=0.01), Change.NONE),
        (_one(seconds=10), _one(seconds=5.1), Change.NONE),
        (_one(passed=False, seconds=9), _one(), Change.FAILS),
    ],
)
def test_a_step_is_laid_beside_the_same_one_of_the_last_run(
    now: StepResult, before: StepResult, change: Change
) -> None:
    """Slower means by a factor and by a time that a person would notice."""
    assert compared([now], [before]).of == (change,)


def test_what_is_gone_is_named_and_changes_are_counted() -> None:
    """A suite grows and shrinks between two runs."""
    changes = compared([_one(), _one("new"), _one("other")], [_one(), _one("gone")])
    assert changes.gone == ("gone",)
    assert [changes.count(one) for one in (Change.NEW, Change.FAILS)] == [2, 0]
