"""The listener as a thing to start and stop: a socket on loopback, the newest messages, and how to answer."""

from __future__ import annotations

import threading
import time
from collections import deque
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from qfpay_gui.services.loopback.service import LoopbackService
from qfpay_gui.services.notifications.received import Acknowledged, AnswerMode, Received
from qfpay_gui.services.notifications.reception import Reception

if TYPE_CHECKING:
    from collections.abc import Callable

    from qfpay_gui.services.notifications.received import Pairs

PATH = "/notify"
SLOWNESS = 10.0
"""Seconds a slow answer takes: longer than a sender is likely to wait."""
KEPT = 200
"""How many messages are kept."""


class Listener(LoopbackService):
    """Takes POSTs on loopback, anywhere below it; ``mode`` may be set at any time from any thread.

    ``port`` 0 takes any free one. ``clock`` gives seconds since 1970. ``patience`` is how long a sender may take,
    ``slowness`` how long a slow answer takes (seconds). ``on_message`` gets each Received when it came and once more
    when it was answered, on the listener's own threads, never concurrently. Nothing is written anywhere. Raises
    ValueError for an impossible port.
    """

    called, thread_name = "listener", "notify"

    def __init__(
        self,
        *,
        port: int = 0,
        clock: Callable[[], float] = time.time,
        patience: float = 10.0,
        slowness: float = SLOWNESS,
        kept: int = KEPT,
    ) -> None:
        super().__init__(port, patience, partial(Reception, self, slowness))
        self._clock = clock
        self._lock, self._telling = threading.Lock(), threading.Lock()
        self._kept: deque[Received] = deque(maxlen=kept)
        self._last_id = 0
        self.mode = AnswerMode.SUCCESS
        self.on_message: Callable[[Received], None] | None = None

    @property
    def url(self) -> str:
        """The address to post to, or "" while it does not listen."""
        base_url = self.base_url
        return f"{base_url}{PATH}" if base_url else ""

    def received(self) -> tuple[Received, ...]:
        """What came in, newest first."""
        with self._lock:
            return tuple(reversed(self._kept))

    def clear(self) -> None:
        """Forget what came in."""
        with self._lock:
            self._kept.clear()

    def note(self, method: str, path: str, headers: Pairs, body: bytes) -> Received:
        """Keep a message, and say how it is to be answered."""
        with self._lock:
            self._last_id += 1
            message = Received(self._last_id, self._clock(), self.mode, method, path, headers, body)
            self._kept.append(message)
        self._publish(message)
        return message

    def conclude(self, received: Received, answered: Acknowledged, status: int | None = None) -> None:
        """Keep what became of the answer to a message."""
        concluded = replace(received, answered=answered, status=status)
        with self._lock:
            for place, message in enumerate(self._kept):
                if message.id == received.id:
                    self._kept[place] = concluded
        self._publish(concluded)

    def _publish(self, message: Received) -> None:
        with self._telling:
            tell = self.on_message
            if tell is not None:
                tell(message)
