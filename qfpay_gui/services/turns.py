"""Lets one window at a time do what two at once would spoil."""

from __future__ import annotations

import os
import sys
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from qfpay_gui.services.private_file import opened

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_TURNS, _TURN = 600, 0.005
"""How often, and after how many seconds each, another window is waited for; then it goes on all the same."""


@contextmanager
def in_turn(path: Path) -> Iterator[None]:
    """One window at a time with this file; at once where the file system has no locks, or another holds it for long."""
    lock: int | None = None
    with suppress(OSError):
        lock = opened(path.with_name(f"{path.name}.lock"), os.O_RDWR)
        _take(lock)
    try:
        yield
    finally:
        if lock is not None:
            os.close(lock)  # which lets go of it


def _take(lock: int) -> None:
    for _turn in range(_TURNS):
        try:
            _try(lock)
        except OSError:
            time.sleep(_TURN)
        else:
            return


if sys.platform == "win32":

    def _try(lock: int) -> None:
        import msvcrt  # noqa: PLC0415 - of this system only

        msvcrt.locking(lock, msvcrt.LK_NBLCK, 1)

else:

    def _try(lock: int) -> None:
        import fcntl  # noqa: PLC0415 - of these systems only

        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
