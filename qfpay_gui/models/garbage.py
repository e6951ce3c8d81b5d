"""Reference cycles are collected on the window's thread only.

Python looks for garbage in whichever thread happens to allocate, and destroys there what it finds: a Qt object of the
window in a thread of the pool, while the window's own thread is handling its events. That ends in a crash.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_INTERVAL_MS = 1000
# As Python 3.11 does: so many new objects are worth a look, and so many looks at one generation a look at the next.
_YOUNG, _OLDER = 700, 10


class GarbageCollector(QObject):
    """Turns Python's own collecting off for good, and from ``start`` on does it on the thread this object lives on."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=_INTERVAL_MS)
        self._timer.timeout.connect(collect_what_is_due)

    def start(self) -> None:
        """Collect from now on; before, nothing is garbage, and looking for some takes as long as a panel does."""
        self._timer.start()


def collect_what_is_due() -> None:
    """Collect the oldest generation that has grown enough since it was last looked at, and with it the younger ones."""
    counts = gc.get_count()
    for generation, enough in ((2, _OLDER), (1, _OLDER), (0, _YOUNG)):
        if counts[generation] > enough:
            gc.collect(generation)
            return
