from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from qfpay_gui.qfpay.orders.filter import OrderFilter
from qfpay_gui.services.database.entry import HistoryFilter
from qfpay_gui.services.database.entry_rows import columns_of
from qfpay_gui.services.database.history import History
from qfpay_gui.services.database.schema import STEPS, upgrade, version
from tests.services.database.history_cases import entry

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    """A database without tables."""
    opened = sqlite3.connect(":memory:", isolation_level=None)
    yield opened
    opened.close()


def test_a_new_file_gets_the_newest_tables(connection: sqlite3.Connection) -> None:
    """Every step runs, and the version says so; a second call changes nothing."""
    upgrade(connection)
    upgrade(connection)
    assert version(connection) == len(STEPS)
    assert connection.execute("SELECT count(*) FROM entry").fetchone() == (0,)


def test_an_older_file_keeps_its_entries(connection: sqlite3.Connection) -> None:
    """Only the steps that are missing run."""
    older, newer = ("CREATE TABLE entry (a)", "INSERT INTO entry VALUES (1)"), ("ALTER TABLE entry ADD b",)
    upgrade(connection, (older,))
    upgrade(connection, (older, newer))
    assert (version(connection), connection.execute("SELECT * FROM entry").fetchall()) == (2, [(1, None)])


def test_a_step_that_fails_changes_nothing(connection: sqlite3.Connection) -> None:
    """Half an upgrade is never left behind."""
    with pytest.raises(sqlite3.OperationalError):
        upgrade(connection, (("CREATE TABLE entry (a)", "NONSENSE"),))
    assert version(connection) == 0
    assert connection.execute("SELECT count(*) FROM sqlite_schema").fetchone() == (0,)


@pytest.mark.parametrize(
    "damage",
    [
        "SELECT 1",
        "UPDATE words_data SET block = x'ff' WHERE id = 10",
        "UPDATE words_data SET block = zeroblob(9) || x'ffffffff' || zeroblob(500)",
        "DROP TABLE words",
    ],
)
def test_a_file_with_a_search_index_keeps_its_entries(tmp_path: Path, damage: str) -> None:
    """The index of version 2 goes, broken or not; entries, notes, pins and orders are read and written as before."""
    path = tmp_path / "history.sqlite3"
    with closing(sqlite3.connect(path, isolation_level=None)) as older:
        upgrade(older, STEPS[:1])
        columns = {**columns_of(entry(1)), "session": "a", "note": "mine", "pinned": 1, "indexed": 1}
        places = ", ".join("?" * len(columns))
        older.execute(f"INSERT INTO entry ({', '.join(columns)}) VALUES ({places})", tuple(columns.values()))  # noqa: S608 - our own names
        upgrade(older, STEPS[:2])
        older.execute(
            "CREATE VIRTUAL TABLE words USING fts5(grams, content='', detail='none', columnsize=0, tokenize='ascii')"
        )
        older.execute("INSERT INTO words (rowid, grams) VALUES (1, '61')")
        older.execute(damage)
    history = History(path)
    history.begin(entry(2))
    rows = history.search(HistoryFilter(entry(1).request.value("out_trade_no"))) or ()
    assert [(row.note, row.pinned) for row in rows] == [("mine", True)]
    assert (history.count(), history.journal, history.take_notices()) == (2, "file", ())
    assert len(history.orders.search(OrderFilter())) == 2
    history.close()
    with closing(sqlite3.connect(path)) as newer:
        left = "SELECT name FROM sqlite_schema WHERE name LIKE '%words%' OR sql LIKE '%indexed%'"
        assert newer.execute(left).fetchall() == []
