"""Notifications as the window sees them: a listener in the background, each message verified as it comes."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from functools import partial
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from qfpay_gui.models.deletions import Deletion, Deletions
from qfpay_gui.models.notifications.checks import checked, explained_of, looked_at, merged, news_of
from qfpay_gui.models.notifications.pasted import PastedModel
from qfpay_gui.models.notifications.posting_model import PostingModel
from qfpay_gui.models.notifications.state import NotificationsState
from qfpay_gui.models.tasks import Done, Raised, Result, TaskRunner
from qfpay_gui.qfpay.text import text

if TYPE_CHECKING:
    from collections.abc import Callable

    from qfpay_gui.models.notifications.state import Notice
    from qfpay_gui.models.profiles.state import Keys
    from qfpay_gui.services.notifications.listener import Listener
    from qfpay_gui.services.notifications.received import AnswerMode, Received
    from qfpay_gui.services.simulator import Delivery

_MOST_DELIVERIES = 200
_CLEARED = text("Notifications", "Cleared: {count}")


def _started(listener: Listener, is_over: Event) -> Listener:
    """The listener at work, unless the program ended meanwhile."""
    listener.start()
    if is_over.is_set():
        listener.stop()
    return listener


class NotificationsModel(QObject):
    """Holds what came in, in memory only; ``pasted`` and ``posting`` are the models of the other pages."""

    changed = Signal(object)
    """Carries the NotificationsState."""
    received = Signal(object)
    """Carries the Notice of a message that just came in."""
    news = Signal(object)
    """Carries the fields (a dict of text) of a valid payment or refund notification, once for each message."""
    _arrived = Signal(object)
    """Carries a Received from the listener's threads to this one."""

    def __init__(
        self,
        runner: TaskRunner,
        parent: QObject | None = None,
        *,
        deletions: Deletions | None = None,
        ca_file: Callable[[], str] = str,
    ) -> None:
        super().__init__(parent)
        self._deletions = deletions or Deletions(self)
        self._runner = runner
        self._listener: Listener | None = None
        self._latest: Listener | None = None
        self._is_over = Event()
        self._keys: Keys | None = None
        self._deliveries: tuple[Delivery, ...] = ()
        self._messages: dict[int, Notice] = {}
        self._searches: dict[int, int] = {}
        self._reported: set[int] = set()
        self._cleared: set[int] = set()
        self.pasted = PastedModel(runner, self)
        self.posting = PostingModel(runner, self, ca_file=ca_file)
        self.state = NotificationsState()
        self._arrived.connect(self._on_arrived)

    @property
    def url(self) -> str:
        """The address to post to; "" while nothing listens."""
        return self.state.url

    @property
    def mode(self) -> AnswerMode:
        """How messages are answered."""
        return self.state.mode

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What came in and what the simulator could not deliver, newest first."""
        return self.state.notices

    def start(self, port: int = 0) -> None:
        """Listen, in the background; ``changed`` follows. Port 0 takes any free one."""
        if self._listener is not None or self.state.is_starting:
            return
        from qfpay_gui.services.notifications.listener import Listener  # noqa: PLC0415 - not needed at start

        listener = Listener(port=port)
        listener.mode, listener.on_message = self.state.mode, self._forward
        self._set(replace(self.state, is_starting=True, failure=None))
        self._latest = listener
        self._runner.run(partial(_started, listener, self._is_over), self._on_started)

    def stop(self) -> None:
        """Listen no more, in the background; what came in stays."""
        listener, self._listener = self._listener, None
        if listener is not None:
            self._runner.run(listener.stop, self._on_stopped)
        self._set(replace(self.state, url="", is_starting=False))

    def close(self) -> None:
        """Listen no more, nor what was still to start or stop, and return once that is so: for the program's end."""
        self.pasted.stop()
        self.posting.close()
        self._is_over.set()
        self._listener = None
        if self._latest is not None:
            self._latest.on_message = None
            self._latest.stop()

    def choose_mode(self, mode: AnswerMode) -> None:
        """Answer messages like this from now on."""
        if self._listener is not None:
            self._listener.mode = mode
        self._set(replace(self.state, mode=mode))

    def set_time_lapse(self, factor: float) -> None:
        """Remember how fast the simulator's schedule passes."""
        self._set(replace(self.state, time_lapse=factor))

    def set_keys(self, keys: Keys) -> None:
        """Verify with these keys from now on, and what came in once more."""
        if keys == self._keys:
            return
        self._keys = keys
        self.pasted.set_keys(keys)
        self.posting.set_keys(keys)
        for key in tuple(self._messages):
            self._check(key)
        self._render()

    def set_deliveries(self, deliveries: tuple[Delivery, ...]) -> None:
        """What the simulator delivered and tries to deliver, newest first."""
        wanted = tuple(delivery for delivery in deliveries[:_MOST_DELIVERIES] if delivery.id not in self._cleared)
        if wanted != self._deliveries:
            self._deliveries = wanted
            self._render()

    def clear(self) -> None:
        """Forget what came in; for a while, that can be undone."""
        messages, deliveries = dict(self._messages), self._deliveries
        ids = {delivery.id for delivery in deliveries}
        take_back = partial(self._take_back, messages, deliveries, ids)
        self._deletions.begin(Deletion(_CLEARED.fill(count=len(self.notices)), explained_of.cache_clear, take_back))
        if self._listener is not None:
            self._listener.clear()
        for ticket in self._searches.values():
            self._runner.forget(ticket)
        self._searches.clear()
        self._messages.clear()
        self._cleared |= ids
        self._deliveries = ()
        self._render()

    def _take_back(self, messages: dict[int, Notice], deliveries: tuple[Delivery, ...], ids: set[int]) -> None:
        """What came in meanwhile is newer than what comes back."""
        self._cleared -= ids
        self._messages = {**messages, **self._messages}
        self._deliveries = (*self._deliveries, *deliveries)
        for key, notice in messages.items():
            if notice.check is None:
                self._check(key)
        self._render()

    def _forward(self, message: Received) -> None:
        """Called on the listener's threads; nobody listens any more once the window is gone."""
        with suppress(RuntimeError):
            self._arrived.emit(message)

    def _on_started(self, result: Result[Listener]) -> None:
        match result:
            case Done(listener) if self.state.is_starting:
                self._listener = listener
                listener.mode = self.state.mode
                self._set(replace(self.state, url=listener.url, is_starting=False))
            case Done(listener):
                self._runner.run(listener.stop, self._on_stopped)  # stopped before it had started
            case Raised(error):
                words = text("Notifications", "Nothing listens for notifications: {reason}").fill(reason=error)
                self._set(replace(self.state, is_starting=False, failure=words))

    def _on_stopped(self, _result: Result[None]) -> None:
        """Nothing is left to do."""

    def _on_arrived(self, message: Received) -> None:
        known = self._messages.get(message.id)
        if known is not None:
            self._messages[message.id] = replace(known, received=message)
            self._render()
            return
        self._messages[message.id] = looked_at(message)
        self._forget_the_oldest()
        self._check(message.id)
        self._render()
        self.received.emit(self._messages[message.id])

    def _forget_the_oldest(self) -> None:
        from qfpay_gui.services.notifications.listener import KEPT  # noqa: PLC0415 - not needed at start

        while len(self._messages) > KEPT:
            del self._messages[next(iter(self._messages))]

    def _check(self, key: int) -> None:
        """At once where it is valid; why it is not is searched for in the background."""
        self._runner.forget(self._searches.pop(key, 0))
        notice = checked(self._messages[key], self._keys)
        self._messages[key] = notice
        if notice.check is None:
            task = partial(checked, notice, self._keys, thoroughly=True)
            self._searches[key] = self._runner.run(task, partial(self._on_checked, key))
        self._report(notice)

    def _on_checked(self, key: int, result: Result[Notice]) -> None:
        self._searches.pop(key, None)
        known = self._messages.get(key)
        if known is not None and isinstance(result, Done):
            self._messages[key] = replace(known, check=result.value.check)
            self._render()

    def _report(self, notice: Notice) -> None:
        fields = news_of(notice)
        if fields and notice.id not in self._reported:
            self._reported.add(notice.id)
            self.news.emit(fields)

    def _render(self) -> None:
        newest_first = tuple(reversed(self._messages.values()))
        self._set(replace(self.state, notices=merged(newest_first, self._deliveries, self._keys)))

    def _set(self, state: NotificationsState) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit(state)
