"""HTTP on loopback, for what this program plays itself: a port, threads and bounds, and nothing of payments."""

from __future__ import annotations

import errno
import math
import os
import socket
import sys
import threading
import time
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import TCPServer
from typing import TYPE_CHECKING, Self

from qfpay_gui.services.faults.faults import note

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from types import TracebackType

HOST = "127.0.0.1"
_CHUNK = 64 * 1024
_LOOKS_UP = 0.05
"""Seconds after which a running server sees at the latest that it is to stop."""
_PARTING = 5
"""Seconds its thread is given to end."""


class LoopbackService:
    """Answers on loopback from ``start`` to ``stop``, as often as wanted, or within a ``with``.

    ``port`` 0 takes any free one. A client has ``patience`` seconds for its request. ``handler`` makes the handler of
    each connection. Raises ValueError for an impossible port.
    """

    called: str
    """What a sentence about its port calls it."""
    thread_name: str

    def __init__(self, port: int, patience: float, handler: Callable[..., LoopbackHandler]) -> None:
        if not 0 <= port <= 65535:
            raise ValueError("A port is a number from 0 to 65535; 0 takes any free one.")
        self._port, self._patience, self._handler = port, patience, handler
        self._server: LoopbackServer | None = None
        self._thread = threading.Thread()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.stop()

    @property
    def base_url(self) -> str:
        """Where it listens, or "" while it does not run."""
        server = self._server
        return f"http://{HOST}:{server.server_address[1]}" if server else ""

    def start(self) -> None:
        """Listen; returns when requests are taken. Raises OSError with a sentence for people."""
        if self._server:
            return
        try:
            self._server = server = LoopbackServer(self._port, self._patience, self._handler)
        except OSError as error:
            raise OSError(error.errno, self._not_listening(error)) from error
        self._opened()
        self._thread = threading.Thread(
            target=server.serve_forever, args=(_LOOKS_UP,), daemon=True, name=self.thread_name
        )
        self._thread.start()

    def stop(self) -> None:
        """Listen no more and drop answers that are still waited for; harmless when it does not run."""
        server, self._server = self._server, None
        if server:
            server.stopping.set()
            server.shutdown()
            server.server_close()
            self._thread.join(_PARTING)
            self._closed()

    def _opened(self) -> None:
        """The port is had; the first request is taken after this."""

    def _closed(self) -> None:
        """No more requests are taken."""

    def _not_listening(self, error: OSError) -> str:
        """Why the port cannot be had."""
        if error.errno == errno.EADDRINUSE:
            return f"Port {self._port} is taken by another program: choose another one, or 0 for any free port."
        return f"The {self.called} cannot listen on port {self._port}: {error.strerror}."


class LoopbackServer(ThreadingHTTPServer):
    """The listening socket; ``stopping`` ends every wait of a handler, and no fault prints a traceback."""

    daemon_threads = True
    allow_reuse_address = os.name == "posix"  # elsewhere it would take a port from under another program
    request_queue_size = 64

    def __init__(self, port: int, patience: float, handler: Callable[..., LoopbackHandler]) -> None:
        self.patience, self.stopping = patience, threading.Event()
        super().__init__((HOST, port), handler)

    def server_bind(self) -> None:
        """Bind without the name look-up of HTTPServer, which may take seconds."""
        TCPServer.server_bind(self)

    def handle_error(self, request: object, client_address: object) -> None:  # noqa: ARG002 - as socketserver calls it
        """Report what is not a client that went away."""
        error = sys.exc_info()[1]
        if error is not None and not isinstance(error, OSError):
            note(error)


class UnreadableError(Exception):
    """A request cannot be taken in; ``status`` and ``words`` are the answer."""

    def __init__(self, status: int, words: str) -> None:
        super().__init__(words)
        self.status, self.words = status, words

    @classmethod
    def too_large(cls, most: int) -> Self:
        """For a body of more than ``most`` bytes."""
        return cls(413, f"The body is larger than {most} bytes.")


@contextmanager
def in_time() -> Iterator[None]:
    """Reading a body within this raises UnreadableError where patience ends first."""
    try:
        yield
    except TimeoutError:
        raise UnreadableError(408, "The body did not arrive in time.") from None


class LoopbackHandler(BaseHTTPRequestHandler):
    """One request on one connection: every read and write is bounded, and nothing is logged."""

    protocol_version = "HTTP/1.1"
    sys_version = ""
    server: LoopbackServer
    short_body: str
    """What a client hears that hangs up within its body: a template of ``length`` and ``came``."""

    def setup(self) -> None:
        """Bound every single read and write."""
        super().setup()
        self.connection.settimeout(self.server.patience)

    def log_message(self, *_arguments: object) -> None:
        """Log nothing: requests carry personal data."""

    def read_exactly(self, length: int) -> bytes:
        """So many bytes, patience being for all of them together; raises TimeoutError and UnreadableError."""
        body, deadline = bytearray(), time.monotonic() + self.server.patience
        while len(body) < length:
            self.connection.settimeout(max(deadline - time.monotonic(), 0.001))
            piece = self.rfile.read1(min(length - len(body), _CHUNK))
            if not piece:
                raise UnreadableError(400, self.short_body.format(length=length, came=len(body)))
            body += piece
        self.connection.settimeout(self.server.patience)
        return bytes(body)

    def send_head(self, status: int, content_type: str, length: int, others: Iterable[tuple[str, str]] = ()) -> None:
        """Send the status and headers of the one answer on this connection; its body, ``length`` bytes, follows."""
        self.send_response(status)
        sized = (("Content-Type", content_type), ("Content-Length", str(length)))
        for name, value in (*sized, *others, ("Connection", "close")):
            self.send_header(name, value)
        self.end_headers()

    def drain(self, seconds: float, most: float = math.inf) -> None:
        """Read on for a moment what was refused: closing earlier would take the answer from the client."""
        with suppress(OSError):
            self.wfile.flush()
            self.connection.shutdown(socket.SHUT_WR)
            deadline, left = time.monotonic() + min(self.server.patience, seconds), most
            while left > 0 and (rest := deadline - time.monotonic()) > 0:
                self.connection.settimeout(rest)
                piece = self.rfile.read1(_CHUNK)
                left = left - len(piece) if piece else 0
