"""Which packages are missed, and what is done or said about it; on a Debian made of three small programs."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

from qfpay_gui.setup.commands import SetUpError
from qfpay_gui.setup.debian import FONTS, add_packages, missing_packages

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Debian's tools are for Unix")

_LINE = "apt-get install --no-install-recommends"
_STATUS = (
    "installed,python3,\n"
    "installed,libglib2.0-0t64,libglib2.0-0 (= 2.84.4)\n"
    "not-installed,libegl1,\n"
    "config-files,libgl1,libgl1-alternative\n"
)


@pytest.fixture
def debian(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file in which apt-get writes how it was called; this user is not root, and there is no sudo."""
    calls = tmp_path / "calls"
    (tmp_path / "status").write_text(_STATUS)
    _program(tmp_path / "dpkg-query", f'while read -r row; do echo "$row"; done < {tmp_path / "status"}')
    _program(tmp_path / "apt-get", f'echo "$@" >> {calls}')
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    return calls


def test_a_package_is_there_where_it_is_installed_or_provided(debian: Path) -> None:
    """What was removed, or is only known, is not; the order is that of the wish."""
    assert missing_packages(["libgl1", "python3", "libglib2.0-0", "libegl1"]) == ["libgl1", "libegl1"]
    assert not debian.exists()


def test_another_system_misses_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is no apt-get, packages are not ours to name."""
    monkeypatch.setenv("PATH", str(tmp_path))
    assert missing_packages(["libegl1"]) == []


def test_a_user_without_root_gets_one_line_with_all_that_is_missing(debian: Path) -> None:
    """Libraries, what makes the virtual environment, and fonts; and it stops there."""
    with pytest.raises(SetUpError) as raised:
        add_packages("python3", "libegl1", "python3.13-venv")
    first, line = str(raised.value).splitlines()
    assert first == "system packages are missing. As an administrator run this line, then start again:"
    assert line == f"apt-get update && {_LINE} libegl1 python3.13-venv {' '.join(FONTS)}"
    assert not debian.exists()


def test_fonts_alone_stop_nobody(debian: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Who has other fonts for Chinese needs none of these."""
    add_packages("python3")
    assert f"{_LINE} {' '.join(FONTS)}" in capsys.readouterr().err
    assert not debian.exists()


def test_root_gets_them_installed(debian: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The lists are refreshed first, for a bare system has none."""
    monkeypatch.setenv("PATH", os.pathsep.join([str(debian.parent), os.defpath]))
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    add_packages("python3", "libegl1")
    update, install = debian.read_text().splitlines()
    assert update.endswith(" update")
    assert install.endswith(f" install --no-install-recommends libegl1 {' '.join(FONTS)}")


def _program(path: Path, script: str) -> None:
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
