"""What was deleted last, which can be taken back for ten seconds: one way for every list of the window."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from qfpay_gui.qfpay.text import Text

SECONDS = 10


@dataclass(frozen=True, eq=False)
class Deletion:
    """What is out of sight already: ``finish`` makes that final, ``take_back`` brings it into sight again."""

    words: Text
    finish: Callable[[], object] = field(repr=False)
    take_back: Callable[[], object] = field(repr=False)


class Deletions(QObject):
    """Holds one deletion back; the next one, or the end of the program, makes it final at once."""

    changed = Signal()
    """Another deletion can be undone than before, or none can."""
    taken_back = Signal()
    """What was deleted is there again."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.pending: Deletion | None = None
        self._timer = QTimer(self, singleShot=True, interval=SECONDS * 1000)
        self._timer.timeout.connect(self.finish)

    def begin(self, deletion: Deletion) -> None:
        """Hold this one back for ten seconds."""
        self.finish()
        self.pending = deletion
        self._timer.start()
        self.changed.emit()

    def undo(self) -> None:
        """Take back what is held back, if anything is."""
        if deletion := self._released():
            deletion.take_back()
            self.changed.emit()
            self.taken_back.emit()

    def finish(self) -> None:
        """Make what is held back final, if anything is."""
        if deletion := self._released():
            deletion.finish()
            self.changed.emit()

    def _released(self) -> Deletion | None:
        self._timer.stop()
        deletion, self.pending = self.pending, None
        return deletion
