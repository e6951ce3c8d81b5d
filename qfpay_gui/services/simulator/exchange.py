"""One HTTP exchange: reads a request within bounds, sends the answer, and hangs up."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, cast

from qfpay_gui.services.simulator.answers import HttpAnswer, explained
from qfpay_gui.services.simulator.wire import Request

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable

LARGEST_BODY = 2 * 1024 * 1024
_LARGEST_DRAIN = 16 * LARGEST_BODY
_CHUNK = 64 * 1024


@dataclass(frozen=True)
class Wiring:
    """What an exchange needs: who answers, how long a client may take (seconds), when to give up waiting."""

    respond: Callable[[Request], HttpAnswer]
    patience: float
    stopping: threading.Event


class Server(ThreadingHTTPServer):
    """Listens on loopback; a fault in an exchange never prints a traceback."""

    daemon_threads = True
    allow_reuse_address = os.name == "posix"  # elsewhere it would take a port from under another program
    request_queue_size = 64

    def __init__(self, address: tuple[str, int], wiring: Wiring) -> None:
        self.wiring = wiring
        super().__init__(address, Exchange)

    def server_bind(self) -> None:
        """Bind without the name look-up of the base class, which may take seconds."""
        super(ThreadingHTTPServer, self).server_bind()

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that went away is nothing to report."""


class UnreadableRequestError(Exception):
    """The request cannot be taken in; ``answer`` says why."""

    def __init__(self, answer: HttpAnswer) -> None:
        super().__init__(answer.status)
        self.answer = answer


class Exchange(BaseHTTPRequestHandler):
    """Handles one request on one connection; nothing of it is logged."""

    protocol_version = "HTTP/1.1"
    server_version = "QFPay-Tester-Simulator"
    sys_version = ""

    @property
    def _wiring(self) -> Wiring:
        return cast("Server", self.server).wiring

    def setup(self) -> None:
        """Bound every single read and write."""
        super().setup()
        self.connection.settimeout(self._wiring.patience)

    def do_GET(self) -> None:
        """Answer a GET."""
        self._exchange()

    def do_POST(self) -> None:
        """Answer a POST."""
        self._exchange()

    def log_message(self, *_arguments: object) -> None:
        """Log nothing: requests carry personal data."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer what the base class refuses in the simulator's own way."""
        self.requestline, self.request_version = "", "HTTP/1.1"
        self._send(explained(code, f"{message or HTTPStatus(code).phrase}. {explain or ''}".strip()))

    def _exchange(self) -> None:
        """Read, answer, hang up."""
        try:
            answer = self._wiring.respond(self._read())
        except UnreadableRequestError as unreadable:
            answer = unreadable.answer
        except Exception as fault:  # noqa: BLE001 - a fault of the simulator is told to the client, not to stderr
            answer = explained(500, f"A fault in the simulator itself: {type(fault).__name__}.", "1254")
        if answer.delay and self._wiring.stopping.wait(answer.delay):
            self.close_connection = True
            return
        self._send(answer)

    def _read(self) -> Request:
        """The whole request; raises UnreadableRequestError."""
        path, _, query = self.path.partition("?")
        headers = tuple((name.lower(), value) for name, value in self.headers.items())
        body = self._read_body(self._content_length())
        return Request(self.command, _path(path), query.encode("latin-1"), headers, body)

    def _content_length(self) -> int:
        """The announced length of the body in bytes; raises UnreadableRequestError."""
        if self.headers.get("Transfer-Encoding"):
            raise UnreadableRequestError(explained(411, "Send Content-Length; a chunked body is not read."))
        announced = set(self.headers.get_all("Content-Length", ["0"]))
        length = announced.pop().strip()
        if announced or not (length.isascii() and length.isdigit()):
            raise UnreadableRequestError(explained(400, "Content-Length is not one whole number of bytes."))
        if len(length) > 10 or int(length) > LARGEST_BODY:
            raise UnreadableRequestError(explained(413, f"The body is larger than {LARGEST_BODY} bytes."))
        return int(length)

    def _read_body(self, length: int) -> bytes:
        """Exactly this many bytes within the time allowed; raises UnreadableRequestError."""
        body, deadline = bytearray(), time.monotonic() + self._wiring.patience
        while len(body) < length:
            try:
                self.connection.settimeout(max(deadline - time.monotonic(), 0.001))
                piece = self.rfile.read1(min(length - len(body), _CHUNK))
            except TimeoutError:
                raise UnreadableRequestError(explained(408, "The body did not arrive in time.")) from None
            if not piece:
                message = f"Content-Length announces {length} bytes, but only {len(body)} came."
                raise UnreadableRequestError(explained(400, message))
            body += piece
        self.connection.settimeout(self._wiring.patience)
        return bytes(body)

    def _send(self, answer: HttpAnswer) -> None:
        """Send as much of the answer as it asks for, then end the connection."""
        self.close_connection = True
        if answer.sent == "nothing":
            return
        self.send_response(answer.status)
        headers = (*answer.headers, ("X-Simulator", "QFPay Tester"), ("Connection", "close"))
        for name, value in (("Content-Type", answer.content_type), ("Content-Length", str(len(answer.body))), *headers):
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(answer.body if answer.sent == "all" else answer.body[: len(answer.body) // 2])
        if answer.status >= HTTPStatus.BAD_REQUEST:
            self._drain()

    def _drain(self) -> None:
        """Read on for a moment what was refused: closing earlier would take the answer from the client."""
        with suppress(OSError):
            self.wfile.flush()
            self.connection.shutdown(1)
            deadline, left = time.monotonic() + min(self._wiring.patience, 2.0), _LARGEST_DRAIN
            while left > 0 and (rest := deadline - time.monotonic()) > 0:
                self.connection.settimeout(rest)
                piece = self.rfile.read1(_CHUNK)
                left = left - len(piece) if piece else 0


def _path(raw: str) -> str:
    """The path without scheme and host, which a client behind a proxy setting sends along."""
    if raw.startswith(("http://", "https://")):
        return "/" + raw.split("/", 3)[3] if raw.count("/") >= 3 else "/"
    return raw
