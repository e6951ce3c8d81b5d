"""The one way out: how each file that a person saves is written, and what never stands in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QIODevice, QSaveFile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_keys: list[Callable[[], Iterable[str]]] = []


def keep_back(secrets: Callable[[], Iterable[str]] | None) -> None:
    """From now on no text leaves with one of these keys in it; None ends that."""
    _keys[:] = [] if secrets is None else [secrets]


def as_it_leaves(content: str) -> str:
    """The text without any key, though whoever made it has masked it already."""
    from qfpay_gui.qfpay.secrets.masking import scrub  # noqa: PLC0415 - not needed at start

    return scrub(content, [key for secrets in _keys for key in secrets()])


def save_file(path: str, content: str | bytes) -> str:
    """Write the file, whole or not at all; "" or why it was not. A text becomes UTF-8, and leaves without keys."""
    raw = as_it_leaves(content).encode("utf-8", "replace") if isinstance(content, str) else content
    file = QSaveFile(path)
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        return str(file.errorString())
    file.write(raw)
    return "" if file.commit() else str(file.errorString())
