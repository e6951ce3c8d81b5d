"""One-colour drawings as files: a style sheet and Qt's SVG icon engine read pictures from files only."""

from __future__ import annotations

import atexit
from functools import cache
from pathlib import Path

from PySide6.QtCore import QDir, QTemporaryDir

from qfpay_gui import resources


@cache
def _folder() -> QTemporaryDir:
    """A folder for the tinted copies that goes away with the program."""
    folder = QTemporaryDir(QDir.tempPath() + "/qfpay-tester-XXXXXX")
    atexit.register(folder.remove)  # what is cached is not destroyed when the interpreter ends
    return folder


def remove_copies() -> None:
    """Remove the tinted copies, once nothing is drawn any more; for a process that ends without Python's own end."""
    if _folder.cache_info().currsize:
        _folder().remove()


@cache
def drawing(name: str) -> str:
    """The SVG text of an icon, such as "copy"; raises ValueError where there is none of this name."""
    path = resources.root() / "icons" / f"{name}.svg"
    if not path.is_file():
        raise ValueError(f"there is no icon named {name!r}")
    return path.read_text(encoding="utf-8")


@cache
def tinted(name: str, colour: str) -> str:
    """The path, with forward slashes, of this icon drawn in a colour such as ``#3b55b5``."""
    path = Path(_folder().filePath(f"{name}-{colour.lstrip('#')}.svg"))
    path.write_text(drawing(name).replace("currentColor", colour), encoding="utf-8")
    return path.as_posix()
