"""The runs of suites, in the history's file: results only, for nothing that was sent stands in them.

Nothing here masks: give it runs that may be written down.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from qfpay_gui.qfpay.sentence_json import from_optional, to_json
from qfpay_gui.qfpay.signing.recipe import well_formed
from qfpay_gui.qfpay.suite.judging import Checked
from qfpay_gui.qfpay.suite.result import StepResult, SuiteRun
from qfpay_gui.qfpay.suite.suite import Expectation
from qfpay_gui.services.database.columns import count_in, moment, moment_from, plain, seconds_in, value_from

if TYPE_CHECKING:
    from collections.abc import Mapping
    from sqlite3 import Connection

    from qfpay_gui.services.database.orders import Run

MOST = 200
"""So many runs are kept, the newest."""
MOST_RESULTS = 5000
"""So many results of one run are kept, the first."""
COLUMNS = "id, source, name, started_at, environment_id, host, profile, is_whole, results"
_TEXTS = ("source", "name", "environment_id", "host", "profile")


class SuiteRunStore:
    """Keeps and finds runs. Every method raises HistoryTroubleError where the file cannot be used."""

    def __init__(self, read: Run, write: Run) -> None:
        self._read = read
        self._write = write

    def keep(self, run: SuiteRun) -> int:
        """Write this run down; its id."""
        columns = {
            **{name: well_formed(getattr(run, name)) for name in _TEXTS},
            "started_at": moment(run.started_at),
            "is_whole": int(run.is_whole),
            "results": well_formed(json.dumps([_written(one) for one in run.results[:MOST_RESULTS]])),
        }
        names, places = ", ".join(columns), ", ".join("?" * len(columns))
        written = f"INSERT INTO suite_runs ({names}) VALUES ({places})"  # noqa: S608 - our own names

        def write(connection: Connection) -> int:
            run_id = int(connection.execute(written, tuple(columns.values())).lastrowid or 0)
            order = "SELECT id FROM suite_runs ORDER BY id DESC LIMIT -1 OFFSET ?"
            connection.execute(f"DELETE FROM suite_runs WHERE id IN ({order})", (MOST,))  # noqa: S608 - values are bound
            return run_id

        return self._write(write)

    def of(self, source: str, most: int = 20) -> tuple[SuiteRun, ...]:
        """The runs of this suite, the newest first."""
        found = f"SELECT {COLUMNS} FROM suite_runs WHERE source = ? ORDER BY id DESC LIMIT ?"  # noqa: S608 - values are bound
        return self._read(lambda it: tuple(_run(row) for row in it.execute(found, (well_formed(source), most))))


def _written(one: StepResult) -> list[Any]:
    checked = [[c.expectation.member, c.expectation.how, c.expectation.wanted, c.seen, c.passed] for c in one.checked]
    return [one.step, one.row, checked, to_json(one.headline), to_json(one.problem), one.seconds, one.number]


def _run(row: Mapping[str, Any]) -> SuiteRun:
    results = value_from(row["results"])
    read = (_result(one) for one in (results if isinstance(results, list) else ()))
    return SuiteRun(
        **{name: plain(row[name]) for name in _TEXTS},
        started_at=moment_from(row["started_at"]),
        results=tuple(one for one in read if one is not None),
        is_whole=row["is_whole"] == 1,
        id=row["id"],
    )


def _result(written: Any) -> StepResult | None:
    """None for what is none."""
    match written:
        case [str(step), int(row), list(checked), headline, problem, seconds, str(number)]:
            found = tuple(one for one in map(_checked, checked) if one is not None)
            said = from_optional(headline), from_optional(problem)
            return StepResult(step, count_in(row), found, *said, seconds_in(seconds) or 0.0, number)
        case _:
            return None


def _checked(written: Any) -> Checked | None:
    match written:
        case [str(member), ("equal" | "match" | "present" | "most") as how, str(wanted), str(seen), bool(passed)]:
            return Checked(Expectation(member, how, wanted), seen, passed)
        case _:
            return None
