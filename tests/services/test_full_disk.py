"""A disk without room, and files that somebody else can read: nothing is lost that was there, and it is said."""

from __future__ import annotations

import stat
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from qfpay_gui.services.database.entry import HistoryFilter
from qfpay_gui.services.database.file import HistoryTroubleError
from qfpay_gui.services.database.history import History
from qfpay_gui.services.faults.log import FaultLog
from qfpay_gui.services.settings import Settings, load, save
from tests.services.database.history_cases import entry
from tests.services.database.order_entries import payment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

if sys.platform == "win32":
    pytest.skip("limits and modes are those of POSIX", allow_module_level=True)

import resource  # not on every system


@contextmanager
def no_room(bytes_: int = 0) -> Iterator[None]:
    """No file of this process grows beyond so many bytes; writing further fails, as on a full disk."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (bytes_, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_settings_without_room_stay_as_they_were(tmp_path: Path) -> None:
    """The sentence names the file, the one before is whole, and no half one is left."""
    path = tmp_path / "settings.json"
    save(path, Settings(theme="dark"))
    with no_room(20):
        problem = save(path, Settings(theme="light", profile="Tea shop"))
    assert str(path) in str(problem)
    assert load(path) == (Settings(theme="dark"), None)
    assert [one.name for one in tmp_path.iterdir()] == ["settings.json"]


def fill(history: History) -> None:
    """Write some 400 entries of 3,000 characters and more."""
    for number in range(2, 400):
        history.begin(payment(f"N{number}", sent={"goods_name": "x" * 3000}))


def test_a_history_without_room_says_so_and_goes_on_when_there_is_some(tmp_path: Path) -> None:
    """What was written is still read, nothing is written by half, and the file is not taken for a damaged one."""
    path = tmp_path / "history.sqlite3"
    history = History(path)
    history.begin(entry(1))
    with no_room(300_000), pytest.raises(HistoryTroubleError):
        fill(history)
    kept = history.count()
    assert 1 < kept == history.orders.count() < 400
    after = history.begin(payment("after"))
    assert [one.id for one in history.search(HistoryFilter("after")) or ()] == []
    assert history.load(after) is not None
    assert (history.count(), history.orders.count(), history.take_notices()) == (kept + 1, kept + 1, ())
    history.close()
    assert History(path).count() == kept + 1


def test_a_history_that_finds_no_room_at_the_start_is_kept_in_memory(tmp_path: Path) -> None:
    """And the window is told why."""
    history = History(tmp_path / "history.sqlite3")
    with no_room():
        history.begin(entry(1))
        assert (history.count(), history.journal) == (1, "memory")
    (notice,) = history.take_notices()
    assert "history.sqlite3 cannot be written" in str(notice)


def test_a_log_without_room_takes_nothing_and_raises_nothing(tmp_path: Path) -> None:
    """A fault while faults are written down is no fault."""
    log = FaultLog(tmp_path)
    with no_room():
        assert not log.add("an entry")
    assert log.add("another")
    assert log.latest().startswith("another")


def _history(folder: Path) -> None:
    History(folder / "file").begin(entry(1))


def _log(folder: Path) -> None:
    FaultLog(folder).add("an entry")


def _settings(folder: Path) -> None:
    (folder / "file").write_text('{"theme": 5}')
    load(folder / "file")


@pytest.mark.parametrize(
    ("name", "use"), [("file", _history), ("file-wal", _history), ("faults.log", _log), ("file.damaged", _settings)]
)
def test_a_file_that_others_could_read_is_theirs_no_longer(
    tmp_path: Path, name: str, use: Callable[[Path], None]
) -> None:
    """Such as one that a backup brought back; for its user it stays writable."""
    (tmp_path / name).touch()
    (tmp_path / name).chmod(0o644)
    use(tmp_path)
    assert stat.S_IMODE((tmp_path / name).stat().st_mode) == 0o600


def test_what_is_no_file_keeps_its_mode(tmp_path: Path) -> None:
    """A device that somebody put there belongs to the system."""
    folder = tmp_path / "faults.log"
    folder.mkdir(mode=0o755)
    assert not FaultLog(tmp_path).add("an entry")
    assert stat.S_IMODE(folder.stat().st_mode) == 0o755
