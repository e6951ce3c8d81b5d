from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from threading import Timer
from typing import TYPE_CHECKING

import pytest

from qfpay_gui.qfpay.orders.filter import OrderFilter
from qfpay_gui.services.database import file as history_file
from qfpay_gui.services.database.entry import Ending, HistoryFilter
from qfpay_gui.services.database.history import History
from qfpay_gui.services.settings_file import SettingsFile
from tests.services.database.history_cases import entry

if TYPE_CHECKING:
    from collections.abc import Iterator

WINDOW = """
import sys
from pathlib import Path
from qfpay_gui.services.database.entry import Ending
from qfpay_gui.services.database.history import History
from qfpay_gui.services.settings_file import SettingsFile
from tests.services.database.order_entries import payment

file, history = SettingsFile(Path(sys.argv[1]).with_name("settings.json")), History(Path(sys.argv[1]))
settings = file.settings
for count in range(30):
    number = f"{sys.argv[2]}-{count:02}"
    settings, trouble = file.save(settings.with_order_number("live-hk", number))
    assert trouble is None
    entry_id = history.begin(payment(number))
    history.finish(entry_id, payment(number, Ending.SUCCESS))
"""


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


def test_four_windows_that_send_thirty_times_keep_all(path: Path) -> None:
    """Each order number is remembered as used, each exchange and each order is there once, and nothing is said."""
    command = [sys.executable, "-c", WINDOW, str(path)]
    root = Path(__file__).parents[3]
    windows = [subprocess.Popen([*command, name], cwd=root) for name in "ABCD"]  # noqa: S603 - this interpreter
    assert [window.wait(50) for window in windows] == [0, 0, 0, 0]
    numbers = {f"{name}-{count:02}" for name in "ABCD" for count in range(30)}
    history = History(path)
    rows = history.search(HistoryFilter(), limit=1000) or ()
    assert sorted(one.out_trade_no for one in rows) == sorted(numbers)
    assert {one.ending for one in rows} == {Ending.SUCCESS}
    assert sorted(one.out_trade_no for one in history.orders.search(OrderFilter())) == sorted(numbers)
    later = SettingsFile(path.with_name("settings.json"))
    assert set(later.settings.used_order_numbers["live-hk"]) == numbers
    assert (history.take_notices(), later.trouble) == ((), None)
