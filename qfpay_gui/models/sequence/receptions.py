"""Tells the notifications that only the listener knows from those the simulator itself told of sending."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from qfpay_gui.qfpay.sequence.received import is_answered

if TYPE_CHECKING:
    from qfpay_gui.qfpay.sequence.received import Reception

GRACE = 400
"""Milliseconds that a reception waits for the simulator to say that it was the sender: both come by their own way."""


class Receptions(QObject):
    """Counts bodies: each one the simulator sends explains one reception."""

    unexplained = Signal(object)
    """Carries a Reception that somebody else has sent."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sent: Counter[str] = Counter()
        self._held: list[Reception] = []
        self._seen: set[tuple[int, float]] = set()
        self._grace = QTimer(self)
        self._grace.setSingleShot(True)
        self._grace.setInterval(GRACE)
        self._grace.timeout.connect(self._release)

    def note_sent(self, raw: str) -> None:
        """The simulator has sent this HTTP text."""
        body = raw.replace("\r\n", "\n").partition("\n\n")[2]
        own = next((one for one in self._held if _text(one) == body), None)
        if own is not None:
            self._held.remove(own)
        else:
            self._sent[body] += 1

    def take(self, received: Reception) -> None:
        """Take down a reception, once, as soon as it was answered."""
        known_as = received.id, received.at  # a listener that was started anew counts anew
        if known_as in self._seen or not is_answered(received):
            return
        self._seen.add(known_as)
        body = _text(received)
        if self._sent[body] > 0:
            self._sent[body] -= 1
        else:
            self._held.append(received)
            self._grace.start()

    def _release(self) -> None:
        released, self._held = self._held, []
        for received in released:
            self.unexplained.emit(received)


def _text(received: Reception) -> str:
    return received.body.decode(errors="replace").replace("\r\n", "\n")
