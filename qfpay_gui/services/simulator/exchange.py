"""One HTTP exchange: reads a request within bounds, sends the answer, and hangs up."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from qfpay_gui.services.faults.faults import note
from qfpay_gui.services.loopback.handler import LoopbackHandler, UnreadableError, in_time
from qfpay_gui.services.simulator.answers import HttpAnswer, explained
from qfpay_gui.services.simulator.wire import Request

if TYPE_CHECKING:
    from collections.abc import Callable

LARGEST_BODY = 2 * 1024 * 1024
_LARGEST_DRAIN = 16 * LARGEST_BODY


class SimulatorHandler(LoopbackHandler):
    """Handles one request; ``respond`` answers it, ``connection`` is what a server hands to its handlers."""

    server_version = "QFPay-Tester-Simulator"
    short_body = "Content-Length announces {length} bytes, but only {came} came."

    def __init__(self, respond: Callable[[Request], HttpAnswer], *connection: Any) -> None:
        self._respond = respond
        super().__init__(*connection)

    def do_GET(self) -> None:  # noqa: N802 - as http.server calls it
        """Answer a GET."""
        self._exchange()

    def do_POST(self) -> None:  # noqa: N802 - as http.server calls it
        """Answer a POST."""
        self._exchange()

    def refuse(self, status: int, words: str) -> None:
        """Answer what is no request of the interface in the simulator's own way."""
        self._send(explained(status, words))

    def _exchange(self) -> None:
        """Read, answer, hang up."""
        try:
            answer = self._respond(self._read())
        except UnreadableError as unreadable:
            self.refuse(unreadable.status, unreadable.words)
            return
        except Exception as fault:  # noqa: BLE001 - a fault of the simulator is told to the client, not to stderr
            note(fault)
            answer = explained(500, f"A fault in the simulator itself: {type(fault).__name__}.", "1254")
        if answer.delay and self.server.stopping.wait(answer.delay):
            self.close_connection = True
            return
        self._send(answer)

    def _read(self) -> Request:
        """The whole request; raises UnreadableError."""
        path, _, query = self.path.partition("?")
        headers = tuple((name.lower(), value) for name, value in self.headers.items())
        length = self._content_length()
        with in_time():
            body = self.read_exactly(length)
        self.taken_in()
        head = "\n".join((self.requestline, *(f"{name}: {value}" for name, value in self.headers.items())))
        return Request(self.command, _path(path), query.encode("latin-1"), headers, body, head)

    def _content_length(self) -> int:
        """The announced length of the body in bytes; raises UnreadableError."""
        if self.headers.get("Transfer-Encoding"):
            raise UnreadableError(411, "Send Content-Length; a chunked body is not read.")
        announced = set(self.headers.get_all("Content-Length", ["0"]))
        length = announced.pop().strip()
        if announced or not (length.isascii() and length.isdigit()):
            raise UnreadableError(400, "Content-Length is not one whole number of bytes.")
        if len(length) > 10 or int(length) > LARGEST_BODY:
            raise UnreadableError.too_large(LARGEST_BODY)
        return int(length)

    def _send(self, answer: HttpAnswer) -> None:
        """Send as much of the answer as it asks for, then end the connection."""
        self.close_connection = True
        if answer.sent == "nothing":
            return
        headers = (*answer.headers, ("X-Simulator", "QFPay Tester"))
        self.send_head(answer.status, answer.content_type, len(answer.body), headers)
        if self.command != "HEAD":
            self.wfile.write(answer.body if answer.sent == "all" else answer.body[: len(answer.body) // 2])
        if answer.status >= HTTPStatus.BAD_REQUEST:
            self.drain(2.0, _LARGEST_DRAIN)


def _path(raw: str) -> str:
    """The path without scheme and host, which a client behind a proxy setting sends along."""
    if raw.startswith(("http://", "https://")):
        return "/" + raw.split("/", 3)[3] if raw.count("/") >= 3 else "/"
    return raw
