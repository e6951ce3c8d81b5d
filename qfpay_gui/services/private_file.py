"""Files for their user's eyes only, each made the same way."""

from __future__ import annotations

import os
import stat
import tempfile
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def opened(path: Path, flags: int) -> int:
    """A descriptor of this file, made where it is missing with a folder that is not for others; OSError.

    One that others may read, such as a copy brought back by a backup, is theirs no longer.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor = os.open(path, flags | os.O_CREAT, 0o600)
    make_private(path)
    return descriptor


def put(path: Path, written: str) -> None:
    """Put this text in the file's place in one step: half a file is never seen, even after a power cut. OSError."""
    handle, temporary = tempfile.mkstemp(prefix=f".{path.name}", suffix=".new", dir=path.parent)  # created 0600
    try:
        with open(handle, "w", encoding="utf-8", newline="\n") as file:  # noqa: PTH123 - a descriptor, not a path
            file.write(written)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)  # noqa: PTH105 - a plain name
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary)  # noqa: PTH108 - a plain name
        raise


def make_private(path: Path) -> None:
    """Take a file from everybody but its user; one that is missing or somebody else's stays as it is."""
    with suppress(OSError):
        mode = path.stat().st_mode
        if stat.S_ISREG(mode) and mode & 0o077:
            path.chmod(0o600)
