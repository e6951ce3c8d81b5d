"""Writes the Mini Program project of an order into a folder of its own, whole or not at all."""

from __future__ import annotations

import errno
import os
import shutil
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING
from uuid import uuid4

from qfpay_gui.models.saving import as_it_leaves
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from qfpay_gui.models.project.project import Project

_TRIES = 99
_TAKEN = frozenset({errno.EEXIST, errno.ENOTEMPTY, errno.ENOTDIR, errno.EISDIR})

_INSIDE_PROJECT = text(
    "Project", "{folder} is a Mini Program project itself. Choose the folder above it, so that the two do not mix."
)
_ALL_TAKEN = text("Project", "{folder} holds too many exports of this order. Choose another folder.")
_GONE = text("Project", "{folder} is not there any more. Choose another folder.")
_FORBIDDEN = text("Project", "You may not write into {folder}. Choose a folder of your own.")
_FULL = text("Project", "There is no room left where {folder} is. Make room, or choose another disk.")
_OTHERWISE = text("Project", "{folder} cannot be written to: {reason}.")
_REASONS = {
    errno.ENOENT: _GONE,
    errno.ENOTDIR: _GONE,
    errno.EACCES: _FORBIDDEN,
    errno.EPERM: _FORBIDDEN,
    errno.EROFS: _FORBIDDEN,
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
}


@dataclass(frozen=True)
class Exported:
    """Where the project is; ``renamed`` where its own name was taken."""

    folder: Path
    renamed: bool = False


@dataclass(frozen=True)
class NotExported:
    """Why nothing was written."""

    reason: Text


def export_project(parent: Path, project: Project) -> Exported | NotExported:
    """Write the project into a new folder below ``parent``.

    What is there already is never touched: where the name is taken, a number is added. Never raises OSError.
    """
    if (parent / "project.config.json").exists() or (parent / "app.json").exists():
        return NotExported(_INSIDE_PROJECT.fill(folder=parent))
    unfinished = parent / f".{project.name}-{uuid4().hex[:8]}"
    try:
        _write(unfinished, project.files)
        return _put_in_place(unfinished, parent, project.name)
    except OSError as problem:
        return NotExported(_reason(problem, parent))
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)


def _write(folder: Path, files: Mapping[str, str]) -> None:
    folder.mkdir()
    for path, written in files.items():
        parts = PurePosixPath(path).parts
        if not parts or ".." in parts or PurePosixPath(path).is_absolute():
            raise ValueError(f"{path!r} does not lie below the project")
        file = folder.joinpath(*parts)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(as_it_leaves(written).encode("utf-8"))


def _put_in_place(unfinished: Path, parent: Path, name: str) -> Exported | NotExported:
    for target in _free_names(parent, name):
        try:
            # On an empty folder of this name it works as well, which loses nothing.
            os.rename(unfinished, target)  # noqa: PTH104 - Path.rename replaces files on some systems
        except OSError as problem:
            if problem.errno not in _TAKEN:
                raise
        else:
            return Exported(target, renamed=target.name != name)
    return NotExported(_ALL_TAKEN.fill(folder=parent))


def _free_names(parent: Path, name: str) -> Iterator[Path]:
    for number in range(1, _TRIES + 1):
        target = parent / (name if number == 1 else f"{name}-{number}")
        if not os.path.lexists(target):
            yield target


def _reason(problem: OSError, folder: Path) -> Text:
    reason = _REASONS.get(problem.errno or 0, _OTHERWISE)
    words = problem.strerror or type(problem).__name__
    return reason.fill(folder=folder, reason=words) if reason is _OTHERWISE else reason.fill(folder=folder)
