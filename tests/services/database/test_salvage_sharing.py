"""Of several windows over one damaged file, one puts it aside, and the others go on in the fresh one."""

from __future__ import annotations

from threading import Thread
from typing import TYPE_CHECKING

import pytest

from qfpay_gui.services.database.file import open_anew, open_history
from qfpay_gui.services.database.history import History
from qfpay_gui.services.turns import in_turn
from tests.services.database.history_cases import entry

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_PAGE = 4096


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file with one exchange."""
    path = tmp_path / "history.sqlite3"
    history = History(path)
    history.begin(entry(1))
    history.close()
    return path


@pytest.fixture
def windows(path: Path) -> Iterator[tuple[History, History]]:
    """Two windows that have opened the file, which is damaged behind them."""
    both = History(path), History(path)
    assert [one.count() for one in both] == [1, 1]
    path.write_bytes(b"\xaa" * path.stat().st_size)
    yield both
    for one in both:
        one.close()


def _files(path: Path) -> list[str]:
    return sorted(one.name for one in path.parent.iterdir() if one.name[-4:] not in {"-wal", "-shm"})


def test_what_the_second_window_writes_stands_in_the_fresh_file(path: Path, windows: tuple[History, History]) -> None:
    """It neither writes to the file that was put aside, nor puts the fresh one aside; one of them tells."""
    first, second = windows
    later = History(path)
    later.begin(entry(2))
    second.begin(entry(3))
    first.begin(entry(4))
    assert [one.count() for one in (later, *windows)] == [3, 3, 3]
    assert _files(path) == ["history.sqlite3", "history.sqlite3.damaged", "history.sqlite3.lock"]
    assert [len(one.take_notices()) for one in (later, *windows)] == [1, 0, 0]
    later.close()


def test_a_file_is_put_aside_only_by_who_saw_it_damaged(path: Path) -> None:
    """Another one of its name is opened as it is."""
    seen = open_history(path)
    seen.connection.close()
    again = open_anew(path, seen)
    again.connection.close()
    other = open_anew(path, seen)
    other.connection.close()
    assert (again.notice is None, other.notice) == (False, None)
    assert other.file == again.file != seen.file
    assert not path.with_name("history.sqlite3.damaged-2").exists()


def test_a_window_that_comes_while_another_mends_waits_for_it(path: Path) -> None:
    """An entry it wrote before would take the id of one that is still to be carried over."""
    opener = Thread(target=History(path).count)
    with in_turn(path):
        opener.start()
        opener.join(0.1)
        assert opener.is_alive()
    opener.join(5)
    assert not opener.is_alive()


def test_a_file_that_was_taken_away_is_made_anew(path: Path) -> None:
    """What is written then is not lost with it."""
    history = History(path)
    assert history.count() == 1
    path.rename(path.with_name("elsewhere"))
    history.begin(entry(2))
    assert History(path).count() == 1
