"""Writes every exchange into the history: before its request leaves, and again when it ended."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from qfpay_gui.models.history.entries import Sender, begun, broken, ended
from qfpay_gui.models.history.people import People
from qfpay_gui.models.sending.send_model import Answered, Broken, Sending, SendState
from qfpay_gui.qfpay.text import text

if TYPE_CHECKING:
    from collections.abc import Callable

    from qfpay_gui.models.history.work import HistoryWork
    from qfpay_gui.models.sending.send_model import SendModel
    from qfpay_gui.qfpay.request.prepared import PreparedRequest
    from qfpay_gui.services.clock import Clock
    from qfpay_gui.services.database.entry import HistoryEntry
    from qfpay_gui.services.database.history import History

PATIENCE_MS = 400
_LATE = text("History", "The history is slow to answer: the request left before it was written down.")


@dataclass
class _Recording:
    """The exchange under way: its sender, and its entry's id once it is written."""

    sender: Sender
    entry_id: int | None = None


class HistoryRecorder(QObject):
    """Holds a send up for at most 0.4 seconds, until its entry is written; a payment is not the history's hostage."""

    waiting = Signal()
    """A send is about to wait for the history's thread: searches may end."""

    def __init__(self, work: HistoryWork, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._clock = clock
        self._secrets: Callable[[], tuple[str, ...]] = tuple
        self._profile_name: Callable[[], str] = str
        self._people = People()
        self._recording: _Recording | None = None

    def attach(
        self, send_model: SendModel, secrets: Callable[[], tuple[str, ...]], profile_name: Callable[[], str]
    ) -> None:
        """Record every exchange of this model from now on."""
        self._secrets, self._profile_name = secrets, profile_name
        send_model.changed.connect(self._on_state)

    def _on_state(self, state: SendState) -> None:
        match state:
            case Sending(request, cancelling=False):
                self._begin(request)
            case Answered(answer):
                self._finish(lambda sender: ended(answer, sender))
            case Broken(request, technical):
                self._finish(lambda sender: broken(request, technical, sender))
            case _:
                pass

    def _begin(self, request: PreparedRequest) -> None:
        """This runs before the request leaves, for the signal is handled before the sending is started."""
        self._people.meet(request.parameters)
        hidden = (*self._secrets(), *self._people.met)
        recording = _Recording(Sender(self._clock.now(), self._profile_name(), hidden))
        self._recording = recording
        history, written = self._work.history, threading.Event()

        def write() -> None:
            try:
                recording.entry_id = history.begin(begun(request, recording.sender))
            finally:
                written.set()

        self.waiting.emit()
        self._work.do(write, self._on_written)
        if not written.wait(PATIENCE_MS / 1000):
            self._work.noticed.emit(_LATE)

    def _finish(self, make: Callable[[Sender], HistoryEntry]) -> None:
        recording, self._recording = self._recording, None
        if recording is not None:
            self._work.do(partial(_complete, self._work.history, recording, make), self._on_written)

    def _on_written(self, _nothing: object) -> None:
        self._work.written.emit()


def _complete(history: History, recording: _Recording, make: Callable[[Sender], HistoryEntry]) -> None:
    """Complete the entry, or write it now where its beginning could not be written."""
    entry = make(recording.sender)
    if recording.entry_id is None:
        history.begin(entry)
    else:
        history.finish(recording.entry_id, entry)
