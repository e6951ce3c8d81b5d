"""What is still to be done, in order and in time, on one thread that ends when told."""

from __future__ import annotations

import heapq
import math
import threading
import time
from itertools import count
from typing import TYPE_CHECKING

from qfpay_gui.services.faults.faults import note

if TYPE_CHECKING:
    from collections.abc import Callable

_PATIENCE = 5.0  # seconds `stop` waits for a task that is under way


class Scheduler:
    """Runs tasks one after the other, each once it is due; tasks that are due alike keep their order.

    Tasks may be added before ``start`` and from any thread. A task that raises is over, and the
    next one runs.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._changed = threading.Condition()
        self._due: list[tuple[float, int, Callable[[], None]]] = []
        self._serial = count()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Begin."""
        thread = threading.Thread(target=self._work, daemon=True, name=self._name)
        with self._changed:
            self._thread = thread
        thread.start()

    def stop(self) -> None:
        """Run nothing more; waits a bounded time for the task under way."""
        with self._changed:
            thread, self._thread = self._thread, None
            self._changed.notify_all()
        if thread and thread is not threading.current_thread():
            thread.join(_PATIENCE)

    def soon(self, task: Callable[[], None]) -> None:
        """Run it as soon as what came before is done."""
        self._add(-math.inf, task)

    def after(self, seconds: float, task: Callable[[], None]) -> None:
        """Run it once these seconds have passed."""
        self._add(time.monotonic() + max(seconds, 0.0), task)

    def _add(self, due: float, task: Callable[[], None]) -> None:
        with self._changed:
            heapq.heappush(self._due, (due, next(self._serial), task))
            self._changed.notify_all()

    def _work(self) -> None:
        while (task := self._next()) is not None:
            try:
                task()
            except Exception as error:  # noqa: BLE001 - one task that fails must not keep the others from running
                note(error)

    def _next(self) -> Callable[[], None] | None:
        """Waits for the next task that is due; None once it is told to stop."""
        with self._changed:
            while self._thread is threading.current_thread():
                wait = self._due[0][0] - time.monotonic() if self._due else None
                if wait is not None and wait <= 0:
                    return heapq.heappop(self._due)[2]
                self._changed.wait(min(wait, threading.TIMEOUT_MAX) if wait is not None else None)
        return None
