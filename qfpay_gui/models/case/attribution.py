"""What each stretch of a paste was read as, and what a person said about it: every step can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from qfpay_gui.diagnosis.importing import ReadRequest
    from qfpay_gui.diagnosis.importing.corrections import Correction, Seen
    from qfpay_gui.models.case.reading import Reading


class Attribution(QObject):
    """Holds one reading and, of each of its requests, the corrections; one request is chosen."""

    changed = Signal()
    """Another request is chosen, or what is chosen was read or corrected anew."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source = ""
        self._requests: tuple[ReadRequest, ...] = ()
        self._steps: dict[int, list[Seen]] = {}
        self._chosen = 0

    @property
    def source(self) -> str:
        """The paste to which the places belong."""
        return self._source

    @property
    def seen(self) -> Seen | None:
        """The chosen request with its places, as corrected; None where there is none."""
        steps = self._steps.get(self._chosen)
        return steps[-1] if steps else None

    @property
    def can_undo(self) -> bool:
        """Whether something was corrected."""
        return len(self._steps.get(self._chosen, ())) > 1

    def present(self, reading: Reading) -> None:
        """Begin with the first request of this reading."""
        self._source, self._requests = reading.source, reading.usable
        self._steps = {0: [reading.seen]} if reading.seen is not None else {}
        self.choose(0)

    def choose(self, place: int) -> None:
        """Choose this request of several."""
        from qfpay_gui.diagnosis.importing.corrections import see  # noqa: PLC0415 - not needed at start

        self._chosen = place
        if place < len(self._requests) and place not in self._steps:
            self._steps[place] = [see(self._source, self._requests[place])]
        self.changed.emit()

    def correct(self, correction: Correction) -> None:
        """Read the chosen request as a person says; nothing happens where that changes nothing."""
        from qfpay_gui.diagnosis.importing.corrections import corrected  # noqa: PLC0415 - not needed at start

        seen = self.seen
        if seen is None:
            return
        made = corrected(self._source, seen, correction)
        if made != seen:
            self._steps[self._chosen].append(made)
            self.changed.emit()

    def undo(self) -> None:
        """Take the newest correction back."""
        if self.can_undo:
            self._steps[self._chosen].pop()
            self.changed.emit()

    def stop(self) -> None:
        """Forget the text, which may hold a key."""
        self._source, self._requests, self._steps = "", (), {}
