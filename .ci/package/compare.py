"""Whether two builds are the same, file by file."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def listing(folder: Path) -> dict[str, str]:
    """Each file and link below this folder, with its rights and the digest of its bytes, or where it leads."""
    return {
        path.relative_to(folder).as_posix(): _state(path)
        for path in sorted(folder.rglob("*"))
        if path.is_symlink() or path.is_file()
    }


def differences(one: Mapping[str, str], other: Mapping[str, str]) -> list[str]:
    """A line for each file that only one of them has, or that is not the same in both."""
    names = sorted({*one, *other})
    return [f"{_how(name, one, other)}  {name}" for name in names if one.get(name) != other.get(name)]


def _state(path: Path) -> str:
    if path.is_symlink():
        return f"-> {path.readlink()}"
    return f"{path.stat().st_mode & 0o777:o} {hashlib.sha256(path.read_bytes()).hexdigest()}"


def _how(name: str, one: Mapping[str, str], other: Mapping[str, str]) -> str:
    if name not in other:
        return "only in the first "
    return "only in the second" if name not in one else "differs           "
