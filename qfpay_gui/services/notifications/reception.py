"""One message over HTTP: read within bounds, noted, answered as told, and hung up."""

from __future__ import annotations

import re
import socket
from typing import TYPE_CHECKING, Any, Protocol

from qfpay_gui.services.loopback.handler import LoopbackHandler, UnreadableError, in_time
from qfpay_gui.services.notifications.received import Acknowledged, AnswerMode

if TYPE_CHECKING:
    from qfpay_gui.services.notifications.received import Pairs, Received

LARGEST_BODY = 256 * 1024
_LONGEST_LINE = 1000
_MOST_TRAILERS = 100
_LINE_ENDS = (b"\r\n", b"\n")
_CHUNK_SIZE = re.compile(rb"0*([0-9a-f]{1,8})[ \t]*(?:;[^\n]*)?\r?\n", re.IGNORECASE)  # RFC 9112, 7.1
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

    def conclude(self, received: Received, answered: Acknowledged, status: int | None = None) -> None:
        """Keep what became of the answer."""


class Reception(LoopbackHandler):
    """Handles one message for ``desk``; a slow answer takes ``slowness`` seconds.

    ``connection`` is what a server hands to its handlers.
    """

    server_version = "QFPay-Tester-Listener"
    short_body = "{length} bytes were announced, {came} came."
    takes_tunnels = True

    def __init__(self, desk: Desk, slowness: float, *connection: Any) -> None:
        self._desk, self._slowness = desk, slowness
        super().__init__(*connection)

    def do_GET(self) -> None:  # noqa: N802 - as http.server calls it
        """Say what this is."""
        self._answer(200, _WELCOME)

    def do_POST(self) -> None:  # noqa: N802 - as http.server calls it
        """Take it in and answer as told."""
        try:
            body = self._read()
        except UnreadableError as unreadable:
            self.refuse(unreadable.status, unreadable.words)
            return
        self.taken_in()
        headers = tuple((name, value) for name, value in self.headers.items())
        self._conclude(self._desk.note(self.command, self.path[:2000], headers, body))

    def _conclude(self, received: Received) -> None:
        if received.mode is AnswerMode.NOTHING:
            self.close_connection = True
            self._desk.conclude(received, Acknowledged.WITHHELD)
            return
        if received.mode is AnswerMode.SLOW and (self.server.stopping.wait(self._slowness) or self._is_gone()):
            self.close_connection = True
            self._desk.conclude(received, Acknowledged.TOO_LATE)
            return
        status, words = _ANSWERS[received.mode]
        try:
            self._answer(status, words)
        except OSError:
            self._desk.conclude(received, Acknowledged.TOO_LATE)
        else:
            self._desk.conclude(received, Acknowledged.SENT, status)

    def _is_gone(self) -> bool:
        """Whether the sender has closed the connection meanwhile."""
        try:
            self.connection.setblocking(False)  # noqa: FBT003 - the socket's own name for it
            return not bytes(self.connection.recv(1, socket.MSG_PEEK))
        except BlockingIOError:
            return False
        except OSError:
            return True

    def _read(self) -> bytes:
        """The body's bytes; raises UnreadableError."""
        with in_time():
            if "chunked" in self.headers.get("Transfer-Encoding", "").lower():
                return self._read_chunks()
            return self.read_exactly(_length(self.headers.get("Content-Length", "0").strip()))

    def _read_chunks(self) -> bytes:
        body = bytearray()
        while size := _size(self._line()):
            if len(body) + size > LARGEST_BODY:
                raise UnreadableError.too_large(LARGEST_BODY)
            body += self.read_exactly(size)
            if self._line() not in _LINE_ENDS:
                raise UnreadableError(400, "A chunk is longer than its size says.")
        for _trailer in range(_MOST_TRAILERS):
            if self._line() in _LINE_ENDS:
                return bytes(body)
        raise UnreadableError(400, "There are too many lines after the last chunk.")

    def _line(self) -> bytes:
        """The next line with its end."""
        line = bytes(self.rfile.readline(_LONGEST_LINE))
        if not line.endswith(b"\n"):
            raise UnreadableError(400, "A line between the chunks is too long, or the last one is missing.")
        return line

    def _answer(self, status: int, words: bytes) -> None:
        self.send_head(status, "text/plain", len(words))
        self.wfile.write(words)


def _length(announced: str) -> int:
    if not (announced.isascii() and announced.isdigit()):
        raise UnreadableError(400, "Content-Length is no whole number of bytes.")
    if len(announced) > 9 or int(announced) > LARGEST_BODY:
        raise UnreadableError.too_large(LARGEST_BODY)
    return int(announced)


def _size(line: bytes) -> int:
    found = _CHUNK_SIZE.fullmatch(line)
    if found is None:
        raise UnreadableError(400, "A chunk’s size cannot be read.")
    return int(found[1], 16)
