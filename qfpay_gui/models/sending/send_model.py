"""Sending: one request a press, its state, and its end."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from qfpay_gui.models.tasks import Done, Raised, Result, TaskRunner
from qfpay_gui.services.http.cancellation import Cancellation

if TYPE_CHECKING:
    from collections.abc import Callable

    from qfpay_gui.models.sending.answer import Answer
    from qfpay_gui.qfpay.credentials import Credentials
    from qfpay_gui.qfpay.reply.exchange import Exchange
    from qfpay_gui.qfpay.request.prepared import PreparedRequest
    from qfpay_gui.services.clock import Clock


class Client(Protocol):
    """Whoever carries one request out."""

    def send(self, prepared: PreparedRequest, *, cancel: Cancellation | None = None) -> Exchange:
        """One exchange; never a second attempt."""


@dataclass(frozen=True)
class Idle:
    """Nothing was sent yet."""


@dataclass(frozen=True)
class Sending:
    """A request is on its way; ``by_itself``: as a step of a series, and nobody pressed a button for it."""

    request: PreparedRequest
    cancelling: bool = False
    by_itself: bool = False


@dataclass(frozen=True)
class Answered:
    """The exchange ended, by a reply or by a failure below HTTP: the answer says which."""

    answer: Answer


@dataclass(frozen=True)
class Broken:
    """This program failed; ``technical`` names the fault without any value of the request."""

    request: PreparedRequest
    technical: str


SendState = Idle | Sending | Answered | Broken


class SendModel(QObject):
    """Sends a prepared request in the background; refuses a second one while the first is under way."""

    changed = Signal(object)
    """Carries the SendState."""

    def __init__(
        self,
        runner: TaskRunner,
        make_client: Callable[[str, Credentials], Client],
        clock: Clock,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self._make_client = make_client
        self._clock = clock
        self._cancellation = Cancellation()
        self.state: SendState = Idle()

    @property
    def is_sending(self) -> bool:
        """Whether a request is on its way."""
        return isinstance(self.state, Sending)

    def send(self, request: PreparedRequest, credentials: Credentials, *, by_itself: bool = False) -> bool:
        """Send this very object, once; False where another request is still under way."""
        if self.is_sending:
            return False
        cancellation = self._cancellation = Cancellation()
        make_client, clock = self._make_client, self._clock

        def exchange() -> Answer:
            from qfpay_gui.models.sending.answer import read_answer  # noqa: PLC0415 - not needed at start

            client = make_client(request.environment.base_url, credentials)
            return read_answer(client.send(request, cancel=cancellation), credentials.client_key, clock.now())

        self._set(Sending(request, by_itself=by_itself))
        self._runner.run(exchange, self._finish)
        return True

    def cancel(self) -> None:
        """Break the connection of the request under way; whether it arrived stays open."""
        if isinstance(self.state, Sending):
            self._cancellation.cancel()
            self._set(replace(self.state, cancelling=True))

    def _finish(self, result: Result[Answer]) -> None:
        if not isinstance(self.state, Sending):
            return
        match result:
            case Done(answer):
                self._set(Answered(answer))
            case Raised(error):
                self._set(Broken(self.state.request, type(error).__name__))

    def _set(self, state: SendState) -> None:
        self.state = state
        self.changed.emit(state)
