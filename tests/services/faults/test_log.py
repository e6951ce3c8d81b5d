from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

import pytest

from qfpay_gui.services.faults.log import FaultLog

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.skipif(os.name != "posix", reason="modes are those of POSIX")
def test_only_its_user_can_read_it(tmp_path: Path) -> None:
    """The folder is made for this user alone, and so is each file, the rotated one included."""
    log = FaultLog(tmp_path / "home", largest=100)
    for number in range(4):
        assert log.add(f"entry {number} {'x' * 60}")
    files = sorted((tmp_path / "home").iterdir())
    assert [file.name for file in files] == ["faults.log", "faults.log.1"]
    assert stat.S_IMODE((tmp_path / "home").stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}


@pytest.mark.parametrize(("length", "files"), [(47, 1), (48, 2)])
def test_it_is_rotated_at_its_bound(tmp_path: Path, length: int, files: int) -> None:
    """Two entries that fill it exactly stay together; one byte more begins a new file."""
    log = FaultLog(tmp_path, largest=98)
    log.add("a" * 47)
    log.add("b" * length)
    assert len(list(tmp_path.iterdir())) == files
    assert log.latest().startswith("a" * 47)
    assert log.latest().rstrip().endswith("b" * length)


def test_it_never_grows_beyond_two_files(tmp_path: Path) -> None:
    """The oldest entries go."""
    log = FaultLog(tmp_path, largest=1000)
    for number in range(200):
        log.add(f"entry {number}")
    assert sum(file.stat().st_size for file in tmp_path.iterdir()) <= 2000
    assert "entry 199" in log.latest()
    assert "entry 0\n" not in log.latest()


def test_the_latest_begin_with_a_whole_line(tmp_path: Path) -> None:
    """However the bytes are cut."""
    log = FaultLog(tmp_path)
    for number in range(20):
        log.add(f"entry {number}")
    assert log.latest(30).startswith("entry")
    assert len(log.latest(30)) <= 30


def test_no_more_is_told_than_a_report_holds(tmp_path: Path) -> None:
    """Thirty-two kilobytes, where nobody asks for another length."""
    log = FaultLog(tmp_path)
    log.add("x\n" * 20_000)
    assert len(log.latest()) == 32_768


def test_where_nothing_can_be_written_it_says_so(tmp_path: Path) -> None:
    """A file stands where the folder should be."""
    (tmp_path / "home").write_text("")
    log = FaultLog(tmp_path / "home")
    assert not log.add("entry")
    assert log.latest() == ""
    assert log.watch_for_crashes() == ""
