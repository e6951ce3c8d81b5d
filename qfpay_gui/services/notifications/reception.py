"""One message over HTTP: read within bounds, noted, answered as told, and hung up."""

from __future__ import annotations

import os
import socket
import time
from contextlib import suppress
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Protocol, cast

from qfpay_gui.services.notifications.received import Answered, AnswerMode

if TYPE_CHECKING:
    import threading

    from qfpay_gui.services.notifications.received import Pairs, Received

LARGEST_BODY = 256 * 1024
_CHUNK = 64 * 1024
_ANSWERS = {
    AnswerMode.SUCCESS: (200, b"SUCCESS"),
    AnswerMode.SLOW: (200, b"SUCCESS"),
    AnswerMode.ERROR: (500, b"The listener of QFPay Tester answers with an error, as it was told to."),
    AnswerMode.WRONG_BODY: (200, b"OK"),
}
_WELCOME = b"QFPay Tester listens for notifications here: POST them, with the header X-QF-SIGN."


class Desk(Protocol):
    """Who notes what comes in."""

    def note(self, method: str, path: str, headers: Pairs, body: bytes) -> Received:
        """Keep it, and say how it is to be answered."""

    def conclude(self, received: Received, answered: Answered, status: int | None = None) -> None:
        """Keep what became of the answer."""


@dataclass(frozen=True)
class Wiring:
    """What a reception needs; ``patience`` and ``slowness`` are seconds, ``stopping`` ends every wait."""

    desk: Desk
    patience: float
    slowness: float
    stopping: threading.Event


class Server(ThreadingHTTPServer):
    """Listens on loopback; a fault in a reception never prints a traceback."""

    daemon_threads = True
    allow_reuse_address = os.name == "posix"  # elsewhere it would take a port from under another program
    request_queue_size = 64

    def __init__(self, address: tuple[str, int], wiring: Wiring) -> None:
        self.wiring = wiring
        super().__init__(address, Reception)

    def server_bind(self) -> None:
        """Bind without the name look-up of the base class, which may take seconds."""
        super(ThreadingHTTPServer, self).server_bind()

    def handle_error(self, request: object, client_address: object) -> None:
        """A sender that went away is nothing to report."""


class UnreadableError(Exception):
    """The message cannot be taken in; ``status`` and ``words`` are the answer."""

    def __init__(self, status: int, words: str) -> None:
        super().__init__(words)
        self.status, self.words = status, words


class Reception(BaseHTTPRequestHandler):
    """Handles one message on one connection; nothing of it is logged."""

    protocol_version = "HTTP/1.1"
    server_version = "QFPay-Tester-Listener"
    sys_version = ""

    @property
    def _wiring(self) -> Wiring:
        return cast("Server", self.server).wiring

    def setup(self) -> None:
        """Bound every single read and write."""
        super().setup()
        self.connection.settimeout(self._wiring.patience)

    def do_GET(self) -> None:
        """Say what this is."""
        self._answer(200, _WELCOME)

    def do_POST(self) -> None:
        """Take it in and answer as told."""
        try:
            body = self._read()
        except UnreadableError as unreadable:
            self._answer(unreadable.status, unreadable.words.encode())
            self._drain()
            return
        headers = tuple((name, value) for name, value in self.headers.items())
        self._conclude(self._wiring.desk.note(self.command, self.path[:2000], headers, body))

    def log_message(self, *_arguments: object) -> None:
        """Log nothing: notifications carry personal data."""

    def _conclude(self, received: Received) -> None:
        desk = self._wiring.desk
        if received.mode is AnswerMode.NOTHING:
            self.close_connection = True
            desk.conclude(received, Answered.WITHHELD)
            return
        if received.mode is AnswerMode.SLOW and (self._wiring.stopping.wait(self._wiring.slowness) or self._is_gone()):
            self.close_connection = True
            desk.conclude(received, Answered.TOO_LATE)
            return
        status, words = _ANSWERS[received.mode]
        try:
            self._answer(status, words)
        except OSError:
            desk.conclude(received, Answered.TOO_LATE)
        else:
            desk.conclude(received, Answered.SENT, status)

    def _is_gone(self) -> bool:
        """Whether the sender has closed the connection meanwhile."""
        try:
            self.connection.setblocking(False)  # noqa: FBT003 - the socket's own name for it
            return not bytes(self.connection.recv(1, socket.MSG_PEEK))
        except BlockingIOError:
            return False
        except OSError:
            return True
        finally:
            with suppress(OSError):
                self.connection.settimeout(self._wiring.patience)

    def _read(self) -> bytes:
        """The body's bytes; raises UnreadableError."""
        try:
            if "chunked" in self.headers.get("Transfer-Encoding", "").lower():
                return self._read_chunks()
            return self._read_exactly(_length(self.headers.get("Content-Length", "0").strip()))
        except TimeoutError:
            raise UnreadableError(408, "The body did not arrive in time.") from None

    def _read_chunks(self) -> bytes:
        body = b""
        while size := _size(self.rfile.readline(1000)):
            if len(body) + size > LARGEST_BODY:
                raise _TOO_LARGE
            body += self._read_exactly(size)
            self.rfile.readline(10)
        while self.rfile.readline(1000).strip():
            pass  # trailers
        return body

    def _read_exactly(self, length: int) -> bytes:
        body, deadline = bytearray(), time.monotonic() + self._wiring.patience
        while len(body) < length:
            self.connection.settimeout(max(deadline - time.monotonic(), 0.001))
            piece = self.rfile.read1(min(length - len(body), _CHUNK))
            if not piece:
                raise UnreadableError(400, f"{length} bytes were announced, {len(body)} came.")
            body += piece
        self.connection.settimeout(self._wiring.patience)
        return bytes(body)

    def _answer(self, status: int, words: bytes) -> None:
        self.close_connection = True
        self.send_response(status)
        for name, value in (
            ("Content-Type", "text/plain"),
            ("Content-Length", str(len(words))),
            ("Connection", "close"),
        ):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(words)

    def _drain(self) -> None:
        """Read on for a moment what was refused: closing earlier would take the answer from the sender."""
        with suppress(OSError):
            self.wfile.flush()
            self.connection.shutdown(socket.SHUT_WR)
            deadline = time.monotonic() + min(self._wiring.patience, 1.0)
            while (left := deadline - time.monotonic()) > 0:
                self.connection.settimeout(left)
                if not self.rfile.read1(_CHUNK):
                    return


_TOO_LARGE = UnreadableError(413, f"The body is larger than {LARGEST_BODY} bytes.")


def _length(announced: str) -> int:
    if not (announced.isascii() and announced.isdigit()):
        raise UnreadableError(400, "Content-Length is no whole number of bytes.")
    if len(announced) > 9 or int(announced) > LARGEST_BODY:
        raise _TOO_LARGE
    return int(announced)


def _size(line: bytes) -> int:
    try:
        return int(line.partition(b";")[0].strip(), 16)
    except ValueError:
        raise UnreadableError(400, "A chunk’s size cannot be read.") from None
