"""Files that are for their user's eyes only."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

import pytest

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
