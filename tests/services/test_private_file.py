"""Files that are for their user's eyes only."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

import pytest

from qfpay_gui.services import private_file
from qfpay_gui.services.private_file import make_private, opened, put

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has other permissions")


def mode(path: Path) -> int:
    """Who may do what."""
    return stat.S_IMODE(path.stat().st_mode)


def test_a_file_is_made_where_it_is_missing_with_its_folder(tmp_path: Path) -> None:
    """What stands in it stays."""
    path = tmp_path / "a" / "b" / "file"
    for _ in range(2):
        with open(opened(path, os.O_RDWR | os.O_APPEND), "ab") as file:  # noqa: PTH123 - a descriptor
            file.write(b"x")
    assert (path.read_bytes(), mode(path), mode(path.parent)) == (b"xx", 0o600, 0o700)


def test_a_new_file_is_private_from_its_first_moment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not only once it was looked at, whatever the system gives others."""
    monkeypatch.setattr(private_file, "make_private", lambda _path: None)
    before = os.umask(0)
    try:
        os.close(opened(tmp_path / "file", os.O_RDWR))
    finally:
        os.umask(before)
    assert mode(tmp_path / "file") == 0o600


def test_an_open_file_is_private_though_a_backup_brought_it_back(tmp_path: Path) -> None:
    """And what stands in it stays."""
    path = tmp_path / "file"
    path.write_bytes(b"x")
    path.chmod(0o644)
    os.close(opened(path, os.O_RDWR))
    assert (path.read_bytes(), mode(path)) == (b"x", 0o600)


def test_a_text_is_on_the_disk_before_it_is_in_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Or a power cut could leave an empty file there."""
    steps: list[str] = []
    fsync, move = os.fsync, os.replace

    def writes(descriptor: int) -> None:
        steps.append(f"{os.fstat(descriptor).st_size} bytes on the disk")
        fsync(descriptor)

    def moves(source: str, target: Path) -> None:
        steps.append("in place")
        move(source, target)

    monkeypatch.setattr(os, "fsync", writes)
    monkeypatch.setattr(os, "replace", moves)
    put(tmp_path / "file", "coffee")
    assert steps == ["6 bytes on the disk", "in place"]


@pytest.mark.parametrize(
    ("before", "after"),
    [(0o600, 0o600), (0o400, 0o400), (0o700, 0o700), (0o601, 0o600), (0o640, 0o600), (0o644, 0o600), (0o777, 0o600)],
)
def test_what_others_may_read_is_theirs_no_longer(tmp_path: Path, before: int, after: int) -> None:
    """A file that is private already is left as it is."""
    path = tmp_path / "file"
    path.touch()
    path.chmod(before)
    make_private(path)
    assert mode(path) == after


def test_only_files_are_made_private(tmp_path: Path) -> None:
    """A folder in the place stays one, and what is missing is no trouble."""
    tmp_path.chmod(0o755)
    make_private(tmp_path)
    make_private(tmp_path / "nothing")
    assert mode(tmp_path) == 0o755


def test_a_text_is_put_in_place_whole_or_not_at_all(tmp_path: Path) -> None:
    """With the line breaks it has, and nothing beside it."""
    path = tmp_path / "file"
    put(path, "茶\nx\r\n")
    assert (path.read_bytes(), mode(path)) == ("茶\nx\r\n".encode(), 0o600)
    with pytest.raises(UnicodeEncodeError):
        put(path, "half\ud800")
    assert path.read_bytes() == "茶\nx\r\n".encode()
    (tmp_path / "folder").mkdir()
    with pytest.raises(OSError, match=r"."):
        put(tmp_path / "folder", "x")
    assert sorted(one.name for one in tmp_path.iterdir()) == ["file", "folder"]
