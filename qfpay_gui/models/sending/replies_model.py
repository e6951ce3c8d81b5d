"""The replies of this session, one of which is looked at: a query does not take a payment's pay_params away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from qfpay_gui.models.sending.send_model import Answered, Idle, Sending
from qfpay_gui.qfpay.request.parameters import endpoint

if TYPE_CHECKING:
    from collections.abc import Callable

    from qfpay_gui.models.sending.answer import Answer
    from qfpay_gui.models.sending.send_model import SendModel, SendState

MOST = 30
"""So many replies are kept, the newest of them; all are in the history."""


class RepliesModel(QObject):
    """Shows the newest reply until a person goes back; what is then sent by itself calls nobody away."""

    changed = Signal(object)
    """Carries the SendState to look at. Emitted, too, when only the number of replies has changed."""

    def __init__(self, send_model: SendModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._answers: list[Answer] = []
        self._was_pressed = True
        self.state: SendState = Idle()
        self.place = 0
        """Which reply is looked at, from 0; ``count`` while none is."""
        send_model.changed.connect(self._on_send)
        self._take(send_model.state)

    @property
    def count(self) -> int:
        """How many replies there are."""
        return len(self._answers)

    @property
    def can_go_back(self) -> bool:
        """Whether there is an earlier reply to look at."""
        return self.place > 0 and not isinstance(self.state, Sending)

    @property
    def can_go_forward(self) -> bool:
        """Whether there is a later reply to look at."""
        return self.place < self.count - 1 and not isinstance(self.state, Sending)

    @property
    def answer(self) -> Answer | None:
        """The answer that is looked at."""
        return self.state.answer if isinstance(self.state, Answered) else None

    def latest(self, is_meant: Callable[[Answer], bool]) -> Answer | None:
        """The newest of the kept answers that is meant, whichever is looked at."""
        return next((one for one in reversed(self._answers) if is_meant(one)), None)

    def go_back(self) -> None:
        """Look at the reply before."""
        if self.can_go_back:
            self._look_at(self.place - 1)

    def go_forward(self) -> None:
        """Look at the reply after."""
        if self.can_go_forward:
            self._look_at(self.place + 1)

    def _look_at(self, place: int) -> None:
        self.place, self.state = place, Answered(self._answers[place])
        self.changed.emit(self.state)

    def _on_send(self, state: SendState) -> None:
        self._take(state)
        self.changed.emit(self.state)

    def _take(self, state: SendState) -> None:
        if isinstance(state, Sending):
            self._was_pressed = not state.by_itself
        stays = not self._was_pressed and self.can_go_forward
        if isinstance(state, Answered):
            self._keep(state.answer)
        if not stays:
            self.state = state
            self.place = self.count - 1 if isinstance(state, Answered) else self.count

    def _keep(self, answer: Answer) -> None:
        """Add the answer to the others; the same query asked again replaces its former answer."""
        if self._answers and _is_same_query(self._answers[-1], answer):
            self._answers[-1] = answer
            return
        self._answers.append(answer)
        if self.count > MOST:
            del self._answers[0]
            self.place = max(self.place - 1, 0)


def _is_same_query(one: Answer, other: Answer) -> bool:
    was, asked = one.request, other.request
    same_place = (was.endpoint, was.environment) == (asked.endpoint, asked.environment)
    return endpoint(asked.endpoint).is_reading and same_place and was.parameters == asked.parameters
