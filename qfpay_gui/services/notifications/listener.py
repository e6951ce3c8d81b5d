"""The listener as a thing to start and stop: a socket on loopback, the newest messages, and how to answer."""

from __future__ import annotations

import errno
import threading
import time
from collections import deque
from dataclasses import replace
from typing import TYPE_CHECKING, Self

from qfpay_gui.services.notifications.received import Answered, AnswerMode, Received
from qfpay_gui.services.notifications.reception import Server, Wiring

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from qfpay_gui.services.notifications.received import Pairs

HOST, PATH = "127.0.0.1", "/notify"
SLOWNESS = 10.0
"""Seconds a slow answer takes: longer than a sender is likely to wait."""
KEPT = 200
"""How many messages are kept."""


class Listener:
    """Takes POSTs on loopback, anywhere below it; ``mode`` may be set at any time from any thread.

    ``port`` 0 takes any free one. ``clock`` gives seconds since 1970. ``patience`` is how long a sender may take,
    ``slowness`` how long a slow answer takes (seconds). ``on_message`` gets each Received when it came and once more
    when it was answered, on the listener's own threads, never concurrently. Nothing is written anywhere. Raises
    ValueError for an impossible port.
    """

    def __init__(
        self,
        *,
        port: int = 0,
        clock: Callable[[], float] = time.time,
        patience: float = 10.0,
        slowness: float = SLOWNESS,
        kept: int = KEPT,
    ) -> None:
        if not 0 <= port <= 65535:
            raise ValueError("A port is a number from 0 to 65535; 0 takes any free one.")
        self._port, self._patience, self._slowness, self._clock = port, patience, slowness, clock
        self._lock, self._telling = threading.Lock(), threading.Lock()
        self._kept: deque[Received] = deque(maxlen=kept)
        self._last_id = 0
        self._server: Server | None = None
        self._thread = threading.Thread()
        self.mode = AnswerMode.SUCCESS
        self.on_message: Callable[[Received], None] | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.stop()

    @property
    def url(self) -> str:
        """The address to post to, or "" while it does not listen."""
        server = self._server
        return f"http://{HOST}:{server.server_address[1]}{PATH}" if server else ""

    def start(self) -> None:
        """Listen; returns when messages are taken. Raises OSError with a sentence for people."""
        if self._server:
            return
        wiring = Wiring(self, self._patience, self._slowness, threading.Event())
        try:
            self._server = Server((HOST, self._port), wiring)
        except OSError as error:
            raise OSError(error.errno, _not_listening(error, self._port)) from error
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True, name="notify")
        self._thread.start()

    def stop(self) -> None:
        """Listen no more and withhold answers that are still waited for; harmless when it does not listen."""
        server, self._server = self._server, None
        if server:
            server.wiring.stopping.set()
            server.shutdown()
            server.server_close()
            self._thread.join(5)

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
        self._tell(message)
        return message

    def conclude(self, received: Received, answered: Answered, status: int | None = None) -> None:
        """Keep what became of the answer to a message."""
        concluded = replace(received, answered=answered, status=status)
        with self._lock:
            for place, message in enumerate(self._kept):
                if message.id == received.id:
                    self._kept[place] = concluded
        self._tell(concluded)

    def _tell(self, message: Received) -> None:
        with self._telling:
            tell = self.on_message
            if tell is not None:
                tell(message)


def _not_listening(error: OSError, port: int) -> str:
    """Why the port cannot be had."""
    if error.errno == errno.EADDRINUSE:
        return f"Port {port} is taken by another program: choose another one, or 0 for any free port."
    return f"The listener cannot listen on port {port}: {error.strerror}."
