"""The file in which faults are written down, for this user's eyes only, and never longer than two short files."""

from __future__ import annotations

import faulthandler
import os
import threading
from contextlib import suppress
from typing import IO, TYPE_CHECKING

from qfpay_gui.services.private_file import opened

if TYPE_CHECKING:
    from pathlib import Path

LARGEST = 256 * 1024
_CRASHES = "crash.txt"


class FaultLog:
    """``faults.log`` in this folder, and before it ``faults.log.1``; safe from any thread and beside another window."""

    def __init__(self, folder: Path, largest: int = LARGEST) -> None:
        self.path = folder / "faults.log"
        self._largest = largest
        self._lock = threading.Lock()
        self._crashes: IO[bytes] | None = None

    def add(self, entry: str) -> bool:
        """Append an entry; False where the system does not let us."""
        written = f"{entry}\n\n".encode(errors="replace")
        with self._lock:
            try:
                self._make_room(len(written))
                with _opened(self.path) as file:
                    file.write(written)
            except OSError:
                return False
        return True

    def latest(self, most: int = 32 * 1024) -> str:
        """The last ``most`` bytes that were written, from the start of a line on; "" where nothing was."""
        found = b""
        for path in (self.path, self._earlier):
            with suppress(OSError):
                found = path.read_bytes() + found
        cut = found[-most:]
        whole = found[-most - 1 : -most] in {b"", b"\n"}
        return (cut if whole else cut.partition(b"\n")[2]).decode(errors="replace")

    def watch_for_crashes(self) -> str:
        """Have the interpreter leave a trace where the process dies; what an earlier one left is taken away."""
        left, path = "", self.path.with_name(_CRASHES)
        with suppress(OSError):
            self._crashes = _opened(path)
            left = path.read_text(encoding="utf-8", errors="replace")
            self._crashes.truncate(0)
            faulthandler.enable(self._crashes)
        return left

    def stop_watching(self) -> None:
        """Let go of the file, which stays: another window may have its own trace to leave there."""
        if self._crashes is not None:
            faulthandler.disable()
            self._crashes.close()
            self._crashes = None

    @property
    def _earlier(self) -> Path:
        return self.path.with_name(f"{self.path.name}.1")

    def _make_room(self, length: int) -> None:
        with suppress(FileNotFoundError):
            if self.path.stat().st_size + length > self._largest:
                self.path.replace(self._earlier)


def _opened(path: Path) -> IO[bytes]:
    """The file at its end, made where it is missing; neither it nor its folder is for others."""
    return open(opened(path, os.O_WRONLY | os.O_APPEND), "ab")  # noqa: PTH123 - a descriptor
