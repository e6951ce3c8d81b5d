from __future__ import annotations

import sqlite3
from contextlib import closing
from threading import Timer
from typing import TYPE_CHECKING

import pytest

from qfpay_gui.services.database import file as history_file
from qfpay_gui.services.database.history import History
from tests.services.database.history_cases import entry

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where there is no history file yet."""
    return tmp_path / "history.sqlite3"


@pytest.fixture
def maker(path: Path) -> Iterator[sqlite3.Connection]:
    """Another window that is making the file, and has just begun to write."""
    with closing(sqlite3.connect(path, isolation_level=None, check_same_thread=False)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        yield connection


def test_the_second_window_waits_for_the_first(path: Path, maker: sqlite3.Connection) -> None:
    """SQLite refuses the second one at once while the first makes the file; its entries belong there all the same."""
    timer = Timer(0.3, maker.execute, ["ROLLBACK"])
    timer.start()
    history = History(path)
    history.begin(entry(1))
    timer.join()
    assert (history.journal, history.take_notices()) == ("file", ())
    assert History(path).count() == 1


@pytest.mark.usefixtures("maker")
def test_a_file_that_stays_locked_is_said_to_be(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The window works on, and the notice names the file and what to do."""
    monkeypatch.setattr(history_file, "_BUSY_SECONDS", 0.1)
    history = History(path)
    history.begin(entry(1))
    (notice,) = history.take_notices()
    assert history.journal == "memory"
    assert str(path) in str(notice)
    assert "locked by another program" in str(notice)
