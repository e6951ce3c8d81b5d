"""What can be read of a damaged file is carried over into the fresh one, and told by its number."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from qfpay_gui.qfpay.orders.filter import OrderFilter
from qfpay_gui.services.database.entry import Ending, HistoryFilter
from qfpay_gui.services.database.history import History
from tests.services.database.order_entries import payment, refund

if TYPE_CHECKING:
    from collections.abc import Iterable

_PAGE = 4096
_MADE = 60


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with sixty payments, of which the third has a note."""
    path = tmp_path_factory.mktemp("written") / "history.sqlite3"
    history = History(path)
    for number in range(1, _MADE + 1):
        history.begin(payment(f"N{number}", Ending.SUCCESS))
    history.note(3, "mine")
    history.close()
    return path


@pytest.fixture
def path(written: Path, tmp_path: Path) -> Path:
    """A copy of that file, to be damaged."""
    return Path(shutil.copy(written, tmp_path))


def _root(path: Path, table: str) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()[0])


def _leaves(path: Path, table: str) -> list[int]:
    """The pages that hold the table's rows, in their order: an inner page names its children in its cells."""
    held, start = path.read_bytes(), (_root(path, table) - 1) * _PAGE
    page = held[start : start + _PAGE]
    assert page[0] == 5, "the root is an inner page"
    cells = [int.from_bytes(page[at : at + 2]) for at in range(12, 12 + 2 * int.from_bytes(page[3:5]), 2)]
    return [int.from_bytes(page[at : at + 4]) for at in (*cells, 8)]


def _ruin(path: Path, pages: Iterable[int]) -> None:
    with path.open("r+b") as file:
        for page in pages:
            file.seek((page - 1) * _PAGE)
            file.write(b"\xaa" * _PAGE)


def _numbers(history: History) -> list[str]:
    """The order numbers of the exchanges, the oldest first."""
    listed = history.search(HistoryFilter()) or ()
    return [one.out_trade_no for one in reversed(listed)]


@pytest.mark.parametrize("places", [(0,), (1,), (-1,), (1, 3), (0, -1)])
def test_only_the_rows_of_damaged_pages_are_lost(path: Path, places: tuple[int, ...]) -> None:
    """Whether they are the first, the last or some between; the others keep their ids and notes."""
    leaves = _leaves(path, "entry")
    _ruin(path, (leaves[place] for place in places))
    held = path.read_bytes()
    history = History(path)
    kept = _numbers(history)
    rows_of_a_page = _MADE // len(leaves)
    assert _MADE - len(kept) <= (rows_of_a_page + 2) * len(places)
    assert kept == [f"N{one.id}" for one in reversed(history.search(HistoryFilter()) or ())]
    assert [one.note for one in history.search(HistoryFilter("mine")) or ()] == (["mine"] if "N3" in kept else [])
    assert history.orders.count() == _MADE
    aside = path.with_name("history.sqlite3.damaged")
    (notice,) = history.take_notices()
    assert str(notice) == (
        f"The history file was damaged and is kept as {aside}. What could be read in it is in the new one: "
        f"exchanges {len(kept)}, orders {_MADE}, cases 0. Others may be missing."
    )
    history.close()
    assert aside.read_bytes() == held
    files = ["history.sqlite3", "history.sqlite3.damaged", "history.sqlite3.lock"]
    assert sorted(one.name for one in path.parent.iterdir()) == files


def test_an_id_that_was_lost_is_not_given_again(path: Path) -> None:
    """An order may still name it."""
    _ruin(path, _leaves(path, "entry")[-1:])
    history = History(path)
    assert f"N{_MADE}" not in _numbers(history)
    assert history.begin(payment("N9")) == _MADE + 1


def test_a_table_beyond_reading_takes_no_other_with_it(path: Path) -> None:
    """Orders that were carried over are found by their numbers: a refund is one of theirs."""
    _ruin(path, [_root(path, "entry"), _root(path, "order_number")])
    history = History(path)
    assert _numbers(history) == []
    history.begin(refund("R1", Ending.SUCCESS))
    assert [one.refunded for one in history.orders.search(OrderFilter("R1"))] == [100]
    assert "exchanges 0, orders 60, cases 0" in str(history.take_notices()[0])


def test_what_stands_in_the_log_only_is_carried_over(path: Path, tmp_path: Path) -> None:
    """A program that was killed left its last exchanges there."""
    _ruin(path, _leaves(path, "entry")[1:2])
    killed = History(path)
    killed.begin(payment("N99"))
    copy = tmp_path / "copy" / "history.sqlite3"
    copy.parent.mkdir()
    for name in ("history.sqlite3", "history.sqlite3-wal"):
        shutil.copy(tmp_path / name, copy.parent)
    killed.close()
    assert _numbers(History(copy))[-1] == "N99"


def test_a_damaged_file_of_an_earlier_version_is_carried_over_as_well(path: Path) -> None:
    """What it has no table for is not missing."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DROP TABLE cases")
        connection.execute("ALTER TABLE entry ADD COLUMN indexed INTEGER NOT NULL DEFAULT 0")
        connection.execute("CREATE TABLE blocked (id INTEGER)")
        connection.execute("CREATE INDEX cases_changed_at ON blocked (id)")
        connection.execute("PRAGMA user_version = 3")
    history = History(path)
    assert _numbers(history) == [f"N{number}" for number in range(1, _MADE + 1)]
    assert history.cases.count() == 0
