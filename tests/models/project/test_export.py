from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from qfpay_gui.models.project.export import Exported, NotExported, export_project
from qfpay_gui.models.project.project import Project
from qfpay_gui.snippets.project import MadeOrder

if TYPE_CHECKING:
    from collections.abc import Mapping

FILES = {"README.md": "Öffne · 打开\n", "app.json": "{}\n", "pages/pay/pay.js": "Page({});\n"}
PROJECT = Project(MadeOrder(), FILES, "qfpay-pay-QA1")
PROBLEMS = {
    errno.EACCES: "You may not write into",
    errno.EROFS: "You may not write into",
    errno.ENOSPC: "There is no room left",
    errno.EIO: "cannot be written to: Input/output error",
}


def _files(folder: Path) -> Mapping[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def _refusal(outcome: Exported | NotExported) -> str:
    assert isinstance(outcome, NotExported)
    return str(outcome.reason)


def test_the_project_lies_in_a_folder_of_its_own(tmp_path: Path) -> None:
    """UTF-8 and line feeds on every system, and nothing else is left behind."""
    assert export_project(tmp_path, PROJECT) == Exported(tmp_path / "qfpay-pay-QA1")
    assert _files(tmp_path / "qfpay-pay-QA1") == {name: written.encode() for name, written in FILES.items()}
    assert _names(tmp_path) == ["qfpay-pay-QA1"]


def test_what_is_there_is_never_touched(tmp_path: Path) -> None:
    """A taken name gets a number, whatever has it: an earlier export, a file, a dangling link."""
    export_project(tmp_path, PROJECT)
    (tmp_path / "qfpay-pay-QA1" / "mine.txt").write_text("mine", encoding="utf-8")
    (tmp_path / "qfpay-pay-QA1-2").write_text("a file", encoding="utf-8")
    (tmp_path / "qfpay-pay-QA1-3").symlink_to(tmp_path / "nowhere")
    before = _files(tmp_path)
    assert export_project(tmp_path, PROJECT) == Exported(tmp_path / "qfpay-pay-QA1-4", renamed=True)
    assert before.items() <= _files(tmp_path).items()
    assert not (tmp_path / "nowhere").exists()


def test_a_name_taken_at_the_last_moment_is_not_overwritten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever was faster keeps the folder; the project goes beside it."""
    taken = tmp_path / "qfpay-pay-QA1"
    taken.mkdir()
    (taken / "theirs").write_text("theirs", encoding="utf-8")
    monkeypatch.setattr(os.path, "lexists", lambda _path: False)
    assert export_project(tmp_path, PROJECT) == Exported(tmp_path / "qfpay-pay-QA1-2", renamed=True)
    assert _files(taken) == {"theirs": b"theirs"}


def test_projects_are_not_put_into_each_other(tmp_path: Path) -> None:
    """The developer tools would take the inner one for a part of the outer one."""
    export_project(tmp_path, PROJECT)
    inside = tmp_path / "qfpay-pay-QA1"
    assert "Choose the folder above it" in _refusal(export_project(inside, PROJECT))
    assert _files(inside).keys() == FILES.keys()


def test_a_folder_full_of_exports_is_left_alone(tmp_path: Path) -> None:
    """After 99 of one order somebody should tidy up."""
    for number in range(1, 100):
        (tmp_path / ("qfpay-pay-QA1" if number == 1 else f"qfpay-pay-QA1-{number}")).mkdir()
    assert "too many exports" in _refusal(export_project(tmp_path, PROJECT))
    assert len(_names(tmp_path)) == 99


def test_a_folder_that_is_gone_is_said(tmp_path: Path) -> None:
    """By its name."""
    assert _refusal(export_project(tmp_path / "gone", PROJECT)).startswith(f"{tmp_path / 'gone'} is not there any more")


@pytest.mark.parametrize(
    ("problem", "words"),
    [
        *((OSError(number, os.strerror(number)), words) for number, words in PROBLEMS.items()),
        (OSError("of a program, not of the system"), "cannot be written to: OSError"),
    ],
)
def test_a_failed_export_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, problem: OSError, words: str
) -> None:
    """What stopped it is said, and the half of a project is removed."""
    write = Path.write_bytes

    def fails(path: Path, written: bytes) -> int:
        if path.name == "pay.js":
            raise problem
        return write(path, written)

    monkeypatch.setattr(Path, "write_bytes", fails)
    assert words in _refusal(export_project(tmp_path, PROJECT))
    assert _names(tmp_path) == []


def test_no_file_leaves_its_folder(tmp_path: Path) -> None:
    """A path that climbs out is a mistake of the program, and writes nothing."""
    for path in ("../evil", "/evil", "a/../../evil"):
        with pytest.raises(ValueError, match="below the project"):
            export_project(tmp_path, Project(MadeOrder(), {path: "x"}, "name"))
    assert _names(tmp_path) == []
