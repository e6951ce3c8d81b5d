"""Background work: plain callables run on a private pool, results come back on the GUI thread."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import count
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QObject, QThreadPool, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


@dataclass(frozen=True)
class Done(Generic[T]):
    """What a task returned."""

    value: T


@dataclass(frozen=True)
class Raised:
    """What a task raised instead of returning."""

    error: Exception


Result = Done[T] | Raised


class TaskRunner(QObject):
    """Runs callables on a pool of ``threads`` threads and hands each result to its receiver.

    Receivers are called on the thread this object lives on, once, and not after ``close``.
    A task gets plain values and must not touch Qt objects.
    """

    _finished = Signal(int, object)

    def __init__(self, threads: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool()
        self._pool.setMaxThreadCount(threads)
        self._tickets = count(1)
        self._receivers: dict[int, Callable[[Result[object]], None]] = {}
        self._finished.connect(self._deliver)

    @property
    def busy(self) -> bool:
        """Whether a result is still expected."""
        return bool(self._receivers)

    def run(self, task: Callable[[], T], receiver: Callable[[Result[T]], None]) -> int:
        """Start the task, or queue it where all threads are busy; the ticket names it for ``forget``."""
        ticket = next(self._tickets)
        self._receivers[ticket] = receiver  # type: ignore[assignment]  # the receiver of this ticket gets this T
        self._pool.start(partial(self._work, ticket, task))
        return ticket

    def forget(self, ticket: int) -> None:
        """Drop the receiver: the task goes on, its result is ignored."""
        self._receivers.pop(ticket, None)

    def close(self, wait_ms: int) -> bool:
        """Drop all receivers and queued tasks; whether the running ones ended within ``wait_ms`` milliseconds."""
        self._receivers.clear()
        self._pool.clear()
        return self._pool.waitForDone(wait_ms)

    def _work(self, ticket: int, task: Callable[[], object]) -> None:
        result: Result[object]
        try:
            result = Done(task())
        except Exception as error:  # noqa: BLE001 - every failure goes to the receiver, which decides
            result = Raised(error)
        if ticket in self._receivers:
            self._finished.emit(ticket, result)

    def _deliver(self, ticket: int, result: Result[object]) -> None:
        receiver = self._receivers.pop(ticket, None)
        if receiver is not None:
            receiver(result)
