"""Sends drafts one after the other, each of them once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from qfpay_gui.models.sending.send_model import Answered, Broken, SendModel, SendState
from qfpay_gui.models.sending.send_model import Sending as OnItsWay

if TYPE_CHECKING:
    from collections.abc import Callable

    from qfpay_gui.models.sending.answer import Answer
    from qfpay_gui.qfpay.request.draft import Draft


class OneByOne(QObject):
    """Waits while something else is being sent; a draft that left is never sent again."""

    ended = Signal(object)
    """Carries the Answer, or None where nothing was sent; after ``broken`` nothing follows."""
    broken = Signal()
    """This program failed while the draft was on its way: whether it arrived is open."""

    def __init__(self, send: Callable[[Draft], bool], send_model: SendModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._send = send
        self._send_model = send_model
        self._waiting: Draft | None = None
        self._is_under_way = False
        # Others have to see the end of one exchange before they see the beginning of the next.
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._on_next)
        send_model.changed.connect(self._on_state)

    def submit(self, draft: Draft) -> None:
        """Send this as soon as nothing else is on its way. One at a time: wait for its end before the next."""
        self._waiting = draft
        self._next.start()

    def withdraw(self) -> bool:
        """Take back a draft that has not left; whether there was one."""
        waiting, self._waiting = self._waiting, None
        self._next.stop()
        return waiting is not None

    def _on_next(self) -> None:
        if self._waiting is None or self._send_model.is_sending:
            return
        draft, self._waiting = self._waiting, None
        self._is_under_way = True
        if not self._send(draft):
            self._is_under_way = False
            self.ended.emit(None)

    def _on_state(self, state: SendState) -> None:
        if isinstance(state, OnItsWay):
            return
        if self._is_under_way:
            self._publish(state)
        elif self._waiting is not None:
            self._next.start()

    def _publish(self, state: SendState) -> None:
        self._is_under_way = False
        match state:
            case Answered(answer):
                self._end(answer)
            case Broken():
                self.broken.emit()
            case _:
                self.ended.emit(None)

    def _end(self, answer: Answer) -> None:
        self.ended.emit(answer)
