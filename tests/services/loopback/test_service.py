"""What the simulator and the listener share: a port on loopback, bounded requests, and clients that misbehave."""

from __future__ import annotations

import errno
import logging
import math
import socket
import struct
import threading
import time
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from qfpay_gui.services.loopback import server
from qfpay_gui.services.loopback.handler import LoopbackHandler, UnreadableError, in_time
from qfpay_gui.services.loopback.service import LoopbackService
from qfpay_gui.services.notifications import reception
from qfpay_gui.services.notifications.listener import Listener
from qfpay_gui.services.simulator import Simulator, exchange

if TYPE_CHECKING:
    from collections.abc import Iterator

FOREVER = 60.0
SOON = 5.0
"""Seconds within which what is to happen at once has happened, on a busy machine too."""
LARGEST = 200_000


class Echoing(LoopbackHandler):
    """Sends back what was posted, to /wait only after an hour; what it refuses it reads on, at /little but little."""

    server_version = "Echo"
    short_body = "{came} of {length}"

    def do_POST(self) -> None:  # noqa: N802 - as http.server calls it
        """Read and answer."""
        try:
            status, words = 200, self._read()
            self.taken_in()
        except UnreadableError as unreadable:
            status, words = unreadable.status, unreadable.words.encode()
        if self.path == "/wait" and self.server.stopping.wait(3600):
            self.close_connection = True
            return
        self.send_head(status, "text/plain", len(words), [("X-Echo", "yes")])
        self.wfile.write(words)
        if status != 200:
            self.drain(FOREVER, 1000 if self.path == "/little" else math.inf)

    def _read(self) -> bytes:
        length = int(self.headers.get("Content-Length", "0"))
        if length > LARGEST:
            raise UnreadableError.too_large(LARGEST)
        with in_time():
            return self.read_exactly(length)


class Echo(LoopbackService):
    """A service that does nothing else; ``steps`` are what became of its port."""

    called, thread_name = "echo", "echo-loop"

    def __init__(self, port: int = 0, patience: float = FOREVER) -> None:
        super().__init__(port, patience, Echoing)
        self.steps: list[str] = []

    def _opened(self) -> None:
        self.steps.append("opened")

    def _closed(self) -> None:
        self.steps.append("closed")


Service = type[Echo | Simulator | Listener]
each_service = pytest.mark.parametrize("service", [Echo, Simulator, Listener])
breaking_off = pytest.mark.parametrize(
    "sent", [b"", b"POST / HT", b"POST / HTTP/1.1\r\nContent-Length: 10\r\n\r\nhalf"], ids=["silent", "line", "body"]
)


@pytest.fixture(autouse=True)
def _silent(capfd: pytest.CaptureFixture[str]) -> Iterator[None]:
    """Nothing a client does makes a service print."""
    yield
    assert capfd.readouterr() == ("", "")


@pytest.fixture
def echo() -> Iterator[Echo]:
    """A running one, with all the patience in the world."""
    with Echo() as running:
        yield running


def test_it_answers_on_loopback(echo: Echo) -> None:
    """The answer bears its length and what else was told, and ends the connection."""
    head, _, body = talk(echo, posted(b"coffee")).partition(b"\r\n\r\n")
    lines = head.split(b"\r\n")
    assert (lines[0], body) == (b"HTTP/1.1 200 OK", b"coffee")
    assert lines[3:] == [b"Content-Type: text/plain", b"Content-Length: 6", b"X-Echo: yes", b"Connection: close"]
    assert address(echo)[0] == "127.0.0.1"


def test_the_name_of_this_machine_is_not_looked_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where names are slow to find, the start would take seconds."""

    def look_up(name: str = "") -> str:
        raise AssertionError(name)

    monkeypatch.setattr(socket, "getfqdn", look_up)
    with Echo() as echo:
        assert talk(echo, posted(b"x")).endswith(b"x")


@each_service
def test_a_port_in_use_is_named(echo: Echo, service: Service) -> None:
    """The sentence says which port and the way out, and the second service does not run."""
    port = address(echo)[1]
    second = service(port=port)
    with pytest.raises(OSError, match=f"Port {port} is taken by another program: choose another one, or 0 ") as caught:
        second.start()
    assert (caught.value.errno, second.base_url) == (errno.EADDRINUSE, "")
    assert getattr(caught.value, "text", "") == caught.value.strerror
    second.stop()


@pytest.mark.parametrize(("service", "called"), [(Echo, "echo"), (Simulator, "simulator"), (Listener, "listener")])
def test_any_other_reason_comes_with_the_systems_words(
    monkeypatch: pytest.MonkeyPatch, service: Service, called: str
) -> None:
    """An address this machine does not have, for one."""
    monkeypatch.setattr(server, "HOST", "203.0.113.1")
    with pytest.raises(OSError, match=f"The {called} cannot listen on port 0: ") as caught:
        service().start()
    reason = caught.value.__cause__
    assert isinstance(reason, OSError)
    assert str(caught.value).endswith(f": {reason.strerror}.")


def test_a_start_that_failed_can_be_tried_again(echo: Echo) -> None:
    """Once the other program lets go of the port."""
    second = Echo(address(echo)[1])
    with pytest.raises(OSError, match="is taken"):
        second.start()
    assert second.steps == []
    echo.stop()
    with second:
        assert talk(second, posted(b"x")).endswith(b"x")


@pytest.mark.parametrize(("service", "name"), [(Echo, "echo-loop"), (Simulator, "simulator"), (Listener, "notify")])
def test_its_thread_has_a_name_and_ends_with_it(service: Service, name: str) -> None:
    """It keeps no program from ending."""
    before = set(threading.enumerate())
    with service():
        own = [thread for thread in threading.enumerate() if thread not in before and thread.name == name]
        assert [thread.daemon for thread in own] == [True]
    assert not own[0].is_alive()


def test_it_starts_and_stops_as_often_as_wanted(echo: Echo) -> None:
    """The port is free at once; starting or stopping twice changes nothing."""
    port = address(echo)[1]
    echo.stop()
    again = Echo(port)
    for _ in range(3):
        again.stop()
        again.start()
        again.start()
        assert talk(again, posted(b"x")).endswith(b"x")
        assert address(again)[1] == port
        again.stop()
    assert again.base_url == ""
    assert again.steps == ["opened", "closed"] * 3


@breaking_off
@each_service
def test_stopping_does_not_wait_for_a_client_that_hangs(service: Service, sent: bytes) -> None:
    """However long its patience: it stops at once, and whoever comes then is refused."""
    running = service(patience=FOREVER)
    running.start()
    place = address(running)
    with connected(running) as client:
        client.sendall(sent)
        before = time.monotonic()
        running.stop()
        assert time.monotonic() - before < SOON
        with pytest.raises(ConnectionError):
            socket.create_connection(place, timeout=SOON).close()


def test_stopping_wakes_an_answer_that_waits(echo: Echo) -> None:
    """Whose client sees the connection end."""
    with connected(echo) as client:
        client.sendall(posted(b"x", "/wait"))
        talk(echo, posted(b"x"))
        echo.stop()
        assert until_end(client) == b""


def test_a_client_that_hangs_keeps_nobody_waiting(echo: Echo) -> None:
    """Each connection has a thread of its own."""
    with connected(echo) as client:
        client.sendall(posted(b"half", length="10"))
        assert talk(echo, posted(b"x")).endswith(b"x")


def test_a_refused_body_is_read_so_that_the_refusal_arrives(echo: Echo) -> None:
    """Also by a client that sends all of it, more than any buffer holds, before it listens; it is not kept waiting."""
    before = time.monotonic()
    assert talk(echo, posted(b"x" * 20_000_000)).startswith(b"HTTP/1.1 413 ")
    assert time.monotonic() - before < SOON


@pytest.mark.parametrize(("path", "patience"), [("/", 0.3), ("/little", FOREVER)])
def test_a_refused_client_that_never_ends_is_cut_off(path: str, patience: float) -> None:
    """Reading on is for a moment, and for so many bytes."""
    with Echo(patience=patience) as echo, connected(echo) as client:
        client.sendall(posted(path=path, length=str(LARGEST + 1)))
        with pytest.raises(ConnectionError):
            keep_sending(client)


@breaking_off
@each_service
def test_a_client_that_goes_away_is_no_news(service: Service, sent: bytes, caplog: pytest.LogCaptureFixture) -> None:
    """Breaking off without a word is neither printed nor logged, and the next one is served."""
    with caplog.at_level(logging.DEBUG), service() as running:
        with connected(running) as client:
            client.sendall(sent)
            client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        assert talk(running, posted(b"")).startswith(b"HTTP/1.1 200 ")
    assert caplog.text == ""


def test_why_a_request_cannot_be_taken_in_is_said_where_it_is_raised() -> None:
    """As it is answered."""
    too_large = UnreadableError.too_large(5)
    assert (str(too_large), too_large.status) == (too_large.words, 413) == ("The body is larger than 5 bytes.", 413)


NOT_ONE = (400, b"Content-Length is not one whole number of bytes.")
NO = (400, b"Content-Length is no whole number of bytes.")


@pytest.mark.parametrize(
    ("length", "of_simulator", "of_listener"),
    [
        ("-1", NOT_ONE, NO),
        ("ten", NOT_ONE, NO),
        ("", NOT_ONE, NO),
        ("4\r\nContent-Length: 5", NOT_ONE, (200, b"SUCCESS")),
        (
            "10",
            (400, b"Content-Length announces 10 bytes, but only 4 came."),
            (400, b"10 bytes were announced, 4 came."),
        ),
        ("9" * 5000, (413, b"The body is larger than 2097152 bytes."), (413, b"The body is larger than 262144 bytes.")),
        ("4", (200, b"QFPay simulator"), (200, b"SUCCESS")),
        (None, (200, b"QFPay simulator"), (200, b"SUCCESS")),
    ],
    ids=["negative", "word", "empty", "two", "too much", "huge", "right", "missing"],
)
def test_each_judges_a_content_length_in_its_own_words(
    length: str | None, of_simulator: tuple[int, bytes], of_listener: tuple[int, bytes]
) -> None:
    """The simulator teaches what is wrong with a request; the listener takes what any sender may send."""
    request = posted(b"half", length=length) if length is not None else b"POST / HTTP/1.1\r\nHost: localhost\r\n\r\n"
    for service, (status, words) in ((Simulator(), of_simulator), (Listener(), of_listener)):
        with service:
            answer = talk(service, request, ended=True)
        assert answer.startswith(b"HTTP/1.1 %d " % status)
        assert words in answer


@pytest.mark.parametrize(
    ("service", "largest"), [(Simulator, exchange.LARGEST_BODY), (Listener, reception.LARGEST_BODY)]
)
def test_the_limit_is_the_last_size_that_is_read(service: type[Simulator | Listener], largest: int) -> None:
    """One byte more is refused, in so many words."""
    with service() as running:
        assert talk(running, posted(b"x" * largest)).startswith(b"HTTP/1.1 200 ")
        refusal = talk(running, posted(b"x" * (largest + 1)))
    assert refusal.startswith(b"HTTP/1.1 413 ")
    assert b"The body is larger than %d bytes." % largest in refusal


def address(service: LoopbackService) -> tuple[str, int]:
    """Host and port."""
    parts = urlsplit(service.base_url)
    return parts.hostname or "", parts.port or 0


def connected(service: LoopbackService) -> socket.socket:
    """A connection that waits for no more than a while."""
    return socket.create_connection(address(service), timeout=2 * SOON)


def posted(body: bytes = b"", path: str = "/", *, length: str | None = None) -> bytes:
    """A POST with this body, of the length that is claimed."""
    claimed = str(len(body)) if length is None else length
    return f"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Length: {claimed}\r\n\r\n".encode() + body


def talk(service: LoopbackService, sent: bytes, *, ended: bool = False) -> bytes:
    """Everything that comes back for these bytes; ``ended`` says at once that no more follow."""
    with connected(service) as client:
        client.sendall(sent)
        if ended:
            client.shutdown(socket.SHUT_WR)
        return until_end(client)


def keep_sending(client: socket.socket) -> None:
    """Until the other side has had enough, or longer than it may take."""
    deadline = time.monotonic() + SOON
    while time.monotonic() < deadline:
        client.sendall(b"x" * 1000)


def until_end(client: socket.socket) -> bytes:
    """What comes until the other side ends."""
    received = b""
    while piece := client.recv(65536):
        received += piece
    return received
