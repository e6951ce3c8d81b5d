"""Asks where to save and what to open, beginning in the folder that was chosen last."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_last: list[str] = []


def choose_place(parent: QWidget | None, title: str, name: str, kinds: str = "") -> tuple[str, str]:
    """The path to save at, ``name`` being suggested, and the kind that was chosen; two times "" for none."""
    path, kind = QFileDialog.getSaveFileName(parent, title, "/".join((*_last, name)), kinds)
    _remember(path)
    return path, kind


def choose_existing(parent: QWidget | None, title: str, kinds: str = "") -> str:
    """The path of the file to open; "" for none."""
    path, _kind = QFileDialog.getOpenFileName(parent, title, "".join(_last), kinds)
    _remember(path)
    return path


def _remember(path: str) -> None:
    if path:
        _last[:] = [Path(path).parent.as_posix().rstrip("/")]
