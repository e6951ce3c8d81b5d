"""An alarm that rings once after a while, behind a narrow interface so that tests need not wait."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable


class Alarm(Protocol):
    """Rings once, after a while."""

    def set(self, seconds: float, ring: Callable[[], None]) -> None:
        """Call ``ring`` after so many seconds, in place of what was to ring before."""

    def off(self) -> None:
        """Do not ring."""


class TimerAlarm(QObject):
    """An alarm by Qt's timer; it rings on the thread it lives on."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ring: Callable[[], None] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_timeout)

    def set(self, seconds: float, ring: Callable[[], None]) -> None:
        """Ring after so many seconds."""
        self._ring = ring
        self._timer.start(round(seconds * 1000))

    def off(self) -> None:
        """Do not ring."""
        self._timer.stop()
        self._ring = None

    def _on_timeout(self) -> None:
        ring, self._ring = self._ring, None
        if ring is not None:
            ring()
