"""The others a simulator deals with: somebody who watches it, and a merchant's server that is notified."""

from __future__ import annotations

import queue
import socket
import threading
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Callable

    from qfpay_gui.services.simulator import Event, EventKind

PATIENCE = 10.0


class Watcher:
    """Takes down every event, and which threads told them."""

    def __init__(self) -> None:
        self._waiting: queue.Queue[Event] = queue.Queue()
        self.events: list[Event] = []
        self.threads: set[int] = set()

    def __call__(self, event: Event) -> None:
        """One event."""
        self.threads.add(threading.get_ident())
        self._waiting.put(event)

    def next(self, kind: EventKind) -> Event:
        """The next event of this kind; those before it are taken down."""
        while True:
            event = self._waiting.get(timeout=PATIENCE)
            self.events.append(event)
            if event.kind is kind:
                return event

    def kinds(self) -> list[EventKind]:
        """The kinds of all events so far."""
        with suppress(queue.Empty):
            while True:
                self.events.append(self._waiting.get_nowait())
        return [event.kind for event in self.events]


@dataclass
class Receiver:
    """A bare server on 127.0.0.1 that hands each request to ``answer`` and sends what it returns, byte by byte."""

    answer: Callable[[bytes], bytes]
    requests: queue.Queue[bytes] = field(default_factory=queue.Queue)

    def __enter__(self) -> Self:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join(PATIENCE)

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self._listener.getsockname()[1]}/notify?shop=7"

    def next(self) -> bytes:
        """The next whole request that came in."""
        return self.requests.get(timeout=PATIENCE)

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                connection, _ = self._listener.accept()
                with connection, suppress(OSError):
                    request = _whole(connection)
                    self.requests.put(request)
                    connection.sendall(self.answer(request))


def _whole(connection: socket.socket) -> bytes:
    """Headers, and as much body as they announce."""
    received = b""
    while True:
        head, found, body = received.partition(b"\r\n\r\n")
        length = next((int(line[15:]) for line in head.split(b"\r\n") if line.startswith(b"Content-Length:")), 0)
        if found and len(body) >= length:
            return received
        piece = connection.recv(65536)
        if not piece:
            return received
        received += piece


def http(status: str, body: bytes = b"", *headers: str) -> Callable[[bytes], bytes]:
    """Always this answer."""
    lines = (f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", "Connection: close", *headers, "", "")
    whole = "\r\n".join(lines).encode() + body
    return lambda _request: whole


SUCCESS = http("200 OK", b"SUCCESS")


def in_turn(*answers: Callable[[bytes], bytes]) -> Callable[[bytes], bytes]:
    """One answer after the other."""
    left = iter(answers)

    def answer(request: bytes) -> bytes:
        return next(left)(request)

    return answer
