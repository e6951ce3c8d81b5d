"""Background work: plain callables run on a private pool, results come back on the GUI thread.

What a task was made of may hold on to Qt objects, which only the thread they live on may destroy. So a worker never
holds the last reference to a task, its result or its receiver: the thread of the runner keeps them and lets go of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import count
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import QObject, QThreadPool, Signal
from shiboken6 import isValid

from qfpay_gui.services.faults.faults import note

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


@dataclass
class _Job:
    """A task, who gets its result (None: nobody any more), and the result once there is one."""

    task: Callable[[], object]
    receiver: Callable[[Result[Any]], None] | None
    result: Result[object] | None = None

    def carry_out(self) -> None:
        """Keeps what the task returned or raised."""
        try:
            self.result = Done(self.task())
        except Exception as error:  # noqa: BLE001 - every failure goes to the receiver, which decides
            self.result = Raised(error)
            # What has a sentence for people was foreseen; of what the system refuses, the receiver tells.
            if not hasattr(error, "text"):
                note(error, quietly=isinstance(error, OSError))


class TaskRunner(QObject):
    """Runs callables on a pool of ``threads`` threads and hands each result to its receiver.

    Receivers are called on the thread this object lives on, once, and not after ``close``.
    A task gets plain values and must not touch Qt objects.
    """

    _finished = Signal(int)

    def __init__(self, threads: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool()
        self._pool.setMaxThreadCount(threads)
        self._tickets = count(1)
        self._jobs: dict[int, _Job] = {}
        self._finished.connect(self._deliver)

    @property
    def busy(self) -> bool:
        """Whether a result is still expected."""
        return any(job.receiver for job in self._jobs.values())

    def run(self, task: Callable[[], T], receiver: Callable[[Result[T]], None]) -> int:
        """Start the task, or queue it where all threads are busy; the ticket names it for ``forget``."""
        ticket = next(self._tickets)
        self._jobs[ticket] = _Job(task, receiver)
        self._pool.start(partial(self._work, ticket))
        return ticket

    def forget(self, ticket: int) -> None:
        """Drop the receiver: the task goes on, its result is ignored."""
        if ticket in self._jobs:
            self._jobs[ticket].receiver = None

    def close(self, wait_ms: int) -> bool:
        """Drop all receivers and queued tasks; whether the running ones ended within ``wait_ms`` milliseconds."""
        for job in self._jobs.values():
            job.receiver = None
        self._pool.clear()
        ended = self._pool.waitForDone(wait_ms)
        if ended:
            self._jobs.clear()
        return ended

    def _work(self, ticket: int) -> None:
        """On a thread of the pool, which lets go of the job before it says so: no name here stands for it."""
        self._jobs[ticket].carry_out()
        self._finished.emit(ticket)

    def _deliver(self, ticket: int) -> None:
        job = self._jobs.pop(ticket, None)
        if job and job.receiver and job.result and _is_there(job.receiver):
            job.receiver(job.result)


def _is_there(receiver: Callable[[Result[Any]], None]) -> bool:
    """Whether the object whose method this is still lives: a dialog may be gone by the time a result comes."""
    method = receiver.func if isinstance(receiver, partial) else receiver
    owner = getattr(method, "__self__", None)
    return not isinstance(owner, QObject) or isValid(owner)
