"""A port for other programs: the simulator answers there, until requests are handed on to somebody else."""

from __future__ import annotations

import io
import time
from dataclasses import dataclass, field
from functools import partial
from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from qfpay_gui.qfpay.reply.exchange import HttpReply, Layer, TransportFailure
from qfpay_gui.qfpay.reply.no_answer import words_of
from qfpay_gui.services.http.cancellation import Cancellation
from qfpay_gui.services.loopback.handler import LoopbackHandler, UnreadableError, in_time
from qfpay_gui.services.loopback.service import LoopbackService
from qfpay_gui.services.proxy.head import Head, split
from qfpay_gui.services.proxy.incoming import Incoming, KeptStream, read_chunks
from qfpay_gui.services.proxy.passing import Passing
from qfpay_gui.services.simulator.answers import HttpAnswer
from qfpay_gui.services.simulator.exchange import LARGEST_BODY, SimulatorHandler
from qfpay_gui.services.simulator.overheard import HandedOn, Overheard
from qfpay_gui.services.simulator.wire import Request

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from qfpay_gui.services.http.terms import Terms

OURS = "X-QFPay-Tester"
"""The header of an answer that is neither the target's nor the simulator's."""
_MAY_HAVE_ARRIVED = "Whether it arrived is unknown: query the order before anything is sent again."
_NOT_SENT = "Nothing was sent."
_SWITCHED = (
    "Meanwhile another place was chosen to hand requests on to: nothing was sent. Send it again if it was meant."
)
_LATE = {Layer.CONNECT_TIMEOUT, Layer.READ_TIMEOUT}


@dataclass(frozen=True)
class Target:
    """Whom requests are handed on to, and on which terms; of its address scheme, host and port count."""

    base_url: str
    terms: Callable[[], Terms] = field(repr=False)

    @property
    def origin(self) -> str:
        """Scheme, host and port."""
        return "/".join(self.base_url.split("/", 3)[:3])

    @property
    def host(self) -> str:
        """Host and port, as the header Host names them."""
        return urlsplit(self.base_url).netloc


class Door(LoopbackService):
    """Serves other programs; ``respond`` is the simulator's answer, ``target`` None while it is the one to answer.

    ``on_exchange`` is told of every request that was handed on, once its reply has ended, on the thread of its
    connection; the simulator tells of its own. ``on_refused`` is told of each that was refused before it was whole.
    """

    called = thread_name = "door"

    def __init__(self, respond: Callable[[Request], HttpAnswer], *, port: int = 0, patience: float = 10.0) -> None:
        super().__init__(port, patience, partial(DoorHandler, self, respond))
        self.target: Target | None = None
        self.on_exchange: Callable[[Overheard], None] | None = None
        self.on_refused: Callable[[Overheard], None] | None = None
        self._under_way: set[Cancellation] = set()

    def hand_on(self, incoming: Incoming, target: Target, passing: Passing) -> HandedOn:
        """Send it there, once, and pass the reply back; what became of it."""
        head, changes = Head.of(incoming.head).handed_on(target.host.encode())
        began, cancel = time.monotonic(), Cancellation()
        self._under_way.add(cancel)
        try:
            outcome = _sent(head + incoming.framed, target, passing, cancel)
        finally:
            self._under_way.discard(cancel)
        seconds = time.monotonic() - began
        return HandedOn(target.base_url, changes, incoming.framed, outcome, passing.reply, passing.left, seconds)

    def _closed(self) -> None:
        for cancel in tuple(self._under_way):
            cancel.cancel()


def _sent(raw: bytes, target: Target, passing: Passing, cancel: Cancellation) -> HttpReply | TransportFailure:
    from qfpay_gui.services.http.verbatim import send_verbatim  # noqa: PLC0415 - requests is slow to import

    return send_verbatim(raw, target.origin, target.terms(), heard=passing.heard, begun=passing.begin, cancel=cancel)


class DoorHandler(SimulatorHandler):
    """Answers as the simulator, or hands on; which of the two is decided when the head has come."""

    def __init__(self, door: Door, respond: Callable[[Request], HttpAnswer], *connection: Any) -> None:
        self._door = door
        self._target: Target | None = None
        self._is_whole = False
        super().__init__(respond, *connection)

    def __getattr__(self, name: str) -> Any:
        """Any method is handed on, also one that the simulator does not know; a tunnel is not opened."""
        if name.startswith("do_") and name != "do_CONNECT" and self._target is not None:
            return self._exchange
        raise AttributeError(name)

    def setup(self) -> None:
        """Keep what comes in."""
        super().setup()
        self._incoming = self._kept = KeptStream(self.connection, self._incoming.deadline, self._incoming.most)
        self.rfile = io.BufferedReader(self._kept)

    def parse_request(self) -> bool:
        """Read the head; from here on it is known who answers."""
        self._target = self._door.target
        return super().parse_request()

    def taken_in(self) -> None:
        """From here on it is an exchange."""
        self._is_whole = True
        super().taken_in()

    def refuse(self, status: int, words: str) -> None:
        """Say in whose name this is refused, and tell of what is none of the exchanges."""
        try:
            if self._target is None:
                super().refuse(status, words)
            else:
                LoopbackHandler.refuse(self, status, words)
        finally:
            if self._door.on_refused is not None and not self._is_whole:
                self._door.on_refused(self._refused(status, words))

    def _refused(self, status: int, words: str) -> Overheard:
        """What came of it, up to its body."""
        head = split(bytes(self._kept.came))[0].decode("utf-8", "replace").replace("\r\n", "\n").rstrip("\n")
        path = getattr(self, "path", "").partition("?")[0]
        request = Request(self.command or "", path, head=head)
        return Overheard(time.time(), request, HttpAnswer(status, "text/plain", words.encode()), refused=True)

    def version_string(self) -> str:
        """The name of what answers."""
        return "QFPay-Tester" if self._target else super().version_string()

    def send_head(self, status: int, content_type: str, length: int, others: Iterable[tuple[str, str]] = ()) -> None:
        """Mark an answer of this program's own."""
        marked = (
            (*others, (OURS, "not the answer of the host that requests are handed on to")) if self._target else others
        )
        super().send_head(status, content_type, length, marked)

    def _exchange(self) -> None:
        if self._target is None:
            super()._exchange()
        else:
            self.close_connection = True
            self._hand_on(self._target)

    def _hand_on(self, target: Target) -> None:
        """Read the whole request, then send it, once."""
        try:
            incoming = self._take_in()
        except UnreadableError as unreadable:
            self.refuse(unreadable.status, unreadable.words)
            return
        self.taken_in()
        if self._door.target is not target:
            self.refuse(HTTPStatus.SERVICE_UNAVAILABLE, _SWITCHED)
            return
        at = time.time()
        self.connection.settimeout(self.server.patience)
        passing = Passing(self.wfile.write)
        done = self._door.hand_on(incoming, target, passing)
        answer = _answer(done, target)
        try:
            if not passing.begun:
                self.refuse(answer.status, answer.body.decode())
        finally:
            if self._door.on_exchange is not None:
                self._door.on_exchange(Overheard(at, self._request(incoming), answer, done))

    def _take_in(self) -> Incoming:
        head = split(bytes(self._kept.came))[0]
        if odd := Head.of(head).odd_line:
            what = "is not METHOD /path HTTP/1.1" if odd == 1 else "is no header"
            raise UnreadableError(400, f"Line {odd} of the request {what}: it is not handed on.")
        with in_time():
            if self.headers.get("Transfer-Encoding"):
                return Incoming(head, *self._chunks())
            body = self.read_exactly(self._content_length())
        return Incoming(head, body, body)

    def _chunks(self) -> tuple[bytes, bytes]:
        """A chunked body; one that can be read in two ways is none."""
        codings = self.headers.get_all("Transfer-Encoding", [])
        if [one.strip().lower() for one in codings] != ["chunked"] or "Content-Length" in self.headers:
            raise UnreadableError(400, "Transfer-Encoding is not chunked alone, or comes with Content-Length.")
        return read_chunks(self.rfile, self.read_exactly, LARGEST_BODY)

    def _request(self, incoming: Incoming) -> Request:
        """The request as it is read to be examined; the body of a chunked one is put together."""
        path, _, query = self.path.partition("?")
        headers = tuple((name.lower(), value) for name, value in self.headers.items())
        head = incoming.head.decode("utf-8", "replace").replace("\r\n", "\n").rstrip("\n")
        return Request(self.command, path, query.encode("latin-1"), headers, incoming.body, head)


def _answer(done: HandedOn, target: Target) -> HttpAnswer:
    """What the program hears: the target's reply, or why there is none."""
    match done.outcome:
        case HttpReply(status=status, headers=headers, body=body):
            kinds = (value for name, value in headers if name.lower() == "content-type")
            return HttpAnswer(status, next(kinds, ""), body)
        case failure:
            said = words_of(failure)
            came = _MAY_HAVE_ARRIVED if failure.may_have_arrived else _NOT_SENT
            words = f"Handed on to {target.host}, which did not answer. {said.headline} {came} {said.remedy}"
            late = failure.layer in _LATE
            status = HTTPStatus.GATEWAY_TIMEOUT if late else HTTPStatus.BAD_GATEWAY
            return HttpAnswer(status, "text/plain; charset=UTF-8", words.encode())
