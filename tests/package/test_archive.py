from __future__ import annotations

import os
import tarfile
import zipfile
from typing import TYPE_CHECKING

import pytest
from package.archive import tar_gz, zipped
from package.compare import differences, listing

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_MOMENT = 1_700_000_000


def _folder(at: Path, date: int) -> Path:
    folder = at / "program"
    folder.mkdir(parents=True)
    for name in ("b", "a"):
        (folder / name).write_text(name)
        os.utime(folder / name, (date, date))
    (folder / "a").chmod(0o700)
    (folder / "link").symlink_to("a")
    return folder


@pytest.mark.parametrize("pack", [tar_gz, zipped])
def test_packed_twice_it_is_the_same(pack: Callable[[Path, Path, int], None], tmp_path: Path) -> None:
    """Whenever its files were written; at another moment it is another."""
    for at, moment in (("one", _MOMENT), ("two", _MOMENT), ("three", _MOMENT + 2)):
        pack(_folder(tmp_path / at, len(at)), tmp_path / f"{at}.packed", moment)
    one, two, three = ((tmp_path / f"{at}.packed").read_bytes() for at in ("one", "two", "three"))
    assert one == two
    assert one != three


def test_nobody_in_particular_owns_what_is_in_it(tmp_path: Path) -> None:
    """In the order of their names, links as links, and what can be run may be run."""
    tar_gz(_folder(tmp_path, 5), tmp_path / "x.tar.gz", _MOMENT)
    with tarfile.open(tmp_path / "x.tar.gz") as archive:
        members = archive.getmembers()
    assert [(one.name, one.mode) for one in members[:3]] == [
        ("program", 0o755),
        ("program/a", 0o755),
        ("program/b", 0o644),
    ]
    assert members[3].linkname == "a"
    assert {(one.uid, one.uname, one.mtime) for one in members} == {(0, "", _MOMENT)}


def test_a_zip_begins_with_its_folder(tmp_path: Path) -> None:
    """So that it does not spill over whoever opens it."""
    zipped(_folder(tmp_path, 5), tmp_path / "x.zip", _MOMENT)
    assert zipfile.ZipFile(tmp_path / "x.zip").namelist() == ["program/a", "program/b", "program/link"]


def test_two_builds_are_compared_file_by_file(tmp_path: Path) -> None:
    """Bytes, rights, links and names; dates are no difference."""
    one, other = _folder(tmp_path / "one", 5), _folder(tmp_path / "other", 6)
    assert differences(listing(one), listing(other)) == []
    (other / "b").write_text("c")
    (other / "a").chmod(0o600)
    (other / "link").unlink()
    (other / "new").write_text("x")
    found = [line.split()[-1] for line in differences(listing(one), listing(other))]
    assert found == ["a", "b", "link", "new"]
    assert differences(listing(one), listing(other))[2].startswith("only in the first")
    assert differences(listing(one), listing(other))[3].startswith("only in the second")
