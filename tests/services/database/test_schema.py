from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from qfpay_gui.services.database.schema import STEPS, make_index, upgrade, version

if TYPE_CHECKING:
    from collections.abc import Iterator


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


def test_an_index_is_made_once(connection: sqlite3.Connection) -> None:
    """It is there afterwards, and may be made anew."""
    upgrade(connection)
    assert make_index(connection)
    connection.execute("INSERT INTO words (rowid, grams) VALUES (1, '61')")
    assert make_index(connection)
    assert connection.execute("SELECT rowid FROM words WHERE words MATCH '61'").fetchall() == [(1,)]
    assert make_index(connection, anew=True)
    assert connection.execute("SELECT rowid FROM words WHERE words MATCH '61'").fetchall() == []
