"""One request on one connection: who asks, and how much and how long, is bounded, and nothing is logged."""

from __future__ import annotations

import io
import math
import socket
import time
from contextlib import contextmanager, suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from typing import TYPE_CHECKING, Self

from qfpay_gui.services.loopback.callers import stranger
from qfpay_gui.services.loopback.stream import BoundedStream

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from qfpay_gui.services.loopback.server import LoopbackServer

LARGEST_HEAD = 128 * 1024
"""Bytes from the request line to the empty line, both included; http.client takes 64 KB a line and a hundred lines."""
_CHUNK = 64 * 1024


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
    """Takes in one request from a program of this machine: head and body have the server's patience together.

    Below it a method ``do_…`` reads, says ``taken_in``, and answers.
    """

    protocol_version = "HTTP/1.1"
    sys_version = ""
    server: LoopbackServer
    short_body: str
    """What a client hears that hangs up within its body: a template of ``length`` and ``came``."""
    takes_tunnels = False
    """Whether a request may come through a tunnel, under the public name of its other end."""

    def setup(self) -> None:
        """Bound all that is read."""
        super().setup()
        self.rfile.close()
        self._incoming = BoundedStream(self.connection, time.monotonic() + self.server.patience, LARGEST_HEAD)
        self.rfile = io.BufferedReader(self._incoming)

    def parse_request(self) -> bool:
        """Read the head; no page of the web gets further than this."""
        if not super().parse_request():
            return False
        self._incoming.most = math.inf
        if words := stranger(self.headers, self.server.names, tunnelled=self.takes_tunnels):
            self.refuse(HTTPStatus.FORBIDDEN, words)
        return not words

    def log_message(self, *_arguments: object) -> None:
        """Log nothing: requests carry personal data."""

    def taken_in(self) -> None:
        """The request is whole: its place is kept until the answer."""
        self.server.places.taken_in(self.connection)

    def read_exactly(self, length: int) -> bytes:
        """So many bytes; raises TimeoutError and UnreadableError."""
        body = bytearray()
        while len(body) < length:
            piece = self.rfile.read1(min(length - len(body), _CHUNK))
            if not piece:
                raise UnreadableError(400, self.short_body.format(length=length, came=len(body)))
            body += piece
        return bytes(body)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Refuse what the base class refuses in the service's own way."""
        self.requestline, self.request_version = "", "HTTP/1.1"
        self.refuse(code, f"{message or HTTPStatus(code).phrase}. {explain or ''}".strip())

    def refuse(self, status: int, words: str) -> None:
        """Answer with a sentence instead, and hang up."""
        said = words.encode()
        self.send_head(status, "text/plain; charset=UTF-8", len(said))
        if self.command != "HEAD":
            self.wfile.write(said)
        self.drain(1.0)

    def send_head(self, status: int, content_type: str, length: int, others: Iterable[tuple[str, str]] = ()) -> None:
        """Send the status and headers of the one answer on this connection; its body, ``length`` bytes, follows."""
        self.connection.settimeout(self.server.patience)
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
            self._incoming.most = math.inf
            self._incoming.deadline = time.monotonic() + min(self.server.patience, seconds)
            while most > 0 and (piece := self.rfile.read1(_CHUNK)):
                most -= len(piece)
