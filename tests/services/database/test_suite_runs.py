from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.suite.judging import Checked
from qfpay_gui.qfpay.suite.result import StepResult, SuiteRun
from qfpay_gui.qfpay.suite.suite import Expectation
from qfpay_gui.qfpay.text import text
from qfpay_gui.services.database.history import History
from qfpay_gui.services.database.suite_runs import MOST, MOST_RESULTS

if TYPE_CHECKING:
    from pathlib import Path

AT = datetime(2026, 3, 1, 10, 0, tzinfo=UTC)
RUN = SuiteRun(
    "payment",
    "Payment, query, refund",
    AT,
    "live-hk",
    "test-openapi-hk.qfapi.com",
    "Cafe 奶茶",
    (
        StepResult("pay", 0, (Checked(Expectation("txamt", "most", "3"), "300", passed=False),), number="QA1"),
        StepResult("ask", 7, headline=text("Verdict", "It is {state}.").fill(state="paid"), seconds=1.25),
        StepResult("the row", 8, problem=text("Suites", "Broken.")),
    ),
    is_whole=True,
)


def test_a_run_is_read_as_it_was_kept(tmp_path: Path) -> None:
    """By another window, too; the newest first, and of this suite alone."""
    store = History(tmp_path / "history.sqlite3").suite_runs
    first, other, second = store.keep(RUN), store.keep(replace(RUN, source="other")), store.keep(replace(RUN, name="2"))
    read = History(tmp_path / "history.sqlite3").suite_runs
    assert read.of("payment") == (replace(RUN, name="2", id=second), replace(RUN, id=first))
    assert read.of("payment", 1) == (replace(RUN, name="2", id=second),)
    assert [one.id for one in read.of("other")] == [other]
    assert read.of("nothing") == ()


def test_only_the_newest_runs_are_kept(tmp_path: Path) -> None:
    """And of a very long one the first results."""
    store = History(tmp_path / "history.sqlite3").suite_runs
    long = replace(RUN, results=(StepResult("pay", 1),) * (MOST_RESULTS + 1))
    ids = [store.keep(replace(RUN, source="old")), store.keep(long), *(store.keep(RUN) for _ in range(MOST - 1))]
    assert store.of("old") == ()
    kept = store.of("payment", MOST + 1)
    assert [one.id for one in kept] == ids[:0:-1]
    assert len(kept[-1].results) == MOST_RESULTS


def test_runs_expire_with_the_history(tmp_path: Path) -> None:
    """Those begun before the moment."""
    history = History(tmp_path / "history.sqlite3")
    history.suite_runs.keep(replace(RUN, started_at=AT - timedelta(seconds=1)))
    kept = history.suite_runs.keep(RUN)
    history.expire(AT)
    assert [one.id for one in history.suite_runs.of("payment")] == [kept]


def test_what_is_damaged_hides_nothing_else(tmp_path: Path) -> None:
    """A result that cannot be read is passed over; so is an expectation."""
    path = tmp_path / "history.sqlite3"
    store = History(path).suite_runs
    ids = [store.keep(RUN), store.keep(RUN)]
    odd = '[1, ["pay", 0, [["a", "least", "1", "2", true], ["a", "most", "1", "2", true]], 5, null, "x", ""]]'
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE suite_runs SET results = ? WHERE id = ?", (odd, ids[0]))
        connection.execute("UPDATE suite_runs SET results = '{', started_at = 'x' WHERE id = ?", (ids[1],))
        connection.commit()
    broken, first = store.of("payment")
    assert (broken.results, broken.started_at.year, broken.is_whole) == ((), 1970, True)
    (result,) = first.results
    assert (result.step, len(result.checked), result.seconds) == ("pay", 1, 0.0)
    assert str(result.headline) == "(not readable any more)"
