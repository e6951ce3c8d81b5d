"""Slow, many and endless: a connection has its time, its size and its place, and its thread ends with it."""

from __future__ import annotations

import socket
import threading
from contextlib import ExitStack, suppress
from itertools import product
from typing import TYPE_CHECKING

import pytest

from qfpay_gui.services.loopback import handler, server
from qfpay_gui.services.loopback.server import Places
from qfpay_gui.services.notifications.listener import Listener
from qfpay_gui.services.simulator import Simulator
from tests.services.loopback.test_service import FOREVER, SOON, Echo, Echoing, connected, posted, talk, until_end
from tests.thorough import chosen

if TYPE_CHECKING:
    from collections.abc import Iterator

SLOW = 50
HEAD = b"POST / HTTP/1.1\r\nHost: localhost\r\n"


def working() -> list[threading.Thread]:
    """The threads that serve a connection."""
    return [thread for thread in threading.enumerate() if "process_request_thread" in thread.name]


def all_gone() -> bool:
    """Whether they have ended, once they were waited for."""
    for thread in working():
        thread.join(SOON)
    return working() == []


@pytest.fixture
def pairs() -> Iterator[list[socket.socket]]:
    """Three connections, the server's ends of them."""
    with ExitStack() as stack:
        made = [socket.socketpair() for _ in range(3)]
        yield [stack.enter_context(end) for pair in made for end in pair][::2]


BEGINNINGS = (b"", b"POST / HT", HEAD, HEAD + b"Content-Length: 900\r\n\r\nx")


@pytest.mark.parametrize(("begin", "service"), chosen(list(product(BEGINNINGS, (Echo, Simulator, Listener))), 2))
def test_slow_connections_are_gone_when_their_time_is_over(
    begin: bytes, service: type[Echo | Simulator | Listener]
) -> None:
    """However steadily each sends a byte: silence, a head and a body have one deadline together."""
    with service(patience=0.5) as running, ExitStack() as stack:
        clients = [stack.enter_context(connected(running)) for _ in range(SLOW)]
        for client in clients:
            client.sendall(begin)
        while open_ones := [client for client in clients if is_open(client)]:
            for client in open_ones:
                with suppress(OSError):
                    client.send(b"x")
        assert all_gone()
        assert talk(running, posted()).startswith(b"HTTP/1.1 200 ")


def is_open(client: socket.socket) -> bool:
    """Whether the other side has not ended this connection; gives it a moment to do so."""
    client.settimeout(0.001)
    try:
        return client.recv(4096) != b""
    except TimeoutError:
        return True
    except OSError:
        return False


@pytest.mark.parametrize(
    ("head", "status"),
    [
        (HEAD + b"X-A: b\r\n" * 98 + b"\r\n", b"200"),
        (HEAD + b"X-A: b\r\n" * 101 + b"\r\n", b"431"),
        (HEAD + (b"X-A: " + b"b" * 60_000 + b"\r\n") * 2 + b"\r\n", b"200"),
        (HEAD + (b"X-A: " + b"b" * 60_000 + b"\r\n") * 3 + b"\r\n", b"431"),
        (HEAD + b"X-A: " + b"b" * 70_000 + b"\r\n\r\n", b"431"),
        (b"POST /" + b"x" * 60_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n", b"200"),
        (b"POST /" + b"x" * 70_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n", b"414"),
    ],
)
def test_a_head_has_a_size(head: bytes, status: bytes) -> None:
    """Some hundred headers, 64 KB a line, 128 KB in all; the refusal is a sentence."""
    assert handler.LARGEST_HEAD == 128 * 1024
    with Echo() as echo:
        answer = talk(echo, head)
    assert answer.split(b" ", 2)[1] == status
    assert b"<html" not in answer.lower()


def test_a_body_may_be_larger_than_a_head() -> None:
    """The head's bound ends with the head."""
    with Echo() as echo:
        assert talk(echo, posted(b"x" * 200_000)).endswith(b"x" * 200_000)


def test_whoever_sends_longest_makes_way(pairs: list[socket.socket]) -> None:
    """One place for each, and the first to come is the first to go."""
    places = Places(2, grace=0)
    assert [places.enter(one) for one in pairs] == [True, True, True]
    assert [end_reached(one) for one in pairs] == [True, False, False]


def test_whoever_waits_for_an_answer_stays(pairs: list[socket.socket]) -> None:
    """The next in line goes instead, and where everybody waits, nobody else comes in."""
    first, second, third = pairs
    places = Places(2, grace=0)
    places.enter(first)
    places.enter(second)
    places.taken_in(first)
    assert places.enter(third)
    assert [end_reached(one) for one in pairs] == [False, True, False]
    places.leave(second)
    places.taken_in(third)
    assert not places.enter(second)
    places.leave(first)
    assert places.enter(second)


@pytest.mark.parametrize("freed_by", ["leave", "close"])
def test_everybody_has_a_moment_to_send(pairs: list[socket.socket], freed_by: str) -> None:
    """Before it is over the next one waits for a place, or for the end of it all."""
    first, second, third = pairs
    places = Places(2, grace=FOREVER)
    places.enter(first)
    places.enter(second)
    entered: list[bool] = []
    waiting = threading.Thread(target=lambda: entered.append(places.enter(third)), daemon=True)
    waiting.start()
    waiting.join(0.05)
    assert waiting.is_alive()
    if freed_by == "leave":
        places.leave(first)
    else:
        places.close()
    waiting.join(SOON)
    assert entered == [freed_by == "leave"]
    assert [end_reached(one) for one in pairs] == [freed_by == "close", freed_by == "close", False]


def test_after_the_end_nobody_comes_in(pairs: list[socket.socket]) -> None:
    """Though every place is free."""
    places = Places(2, grace=0)
    places.close()
    assert not places.enter(pairs[0])


def end_reached(one: socket.socket) -> bool:
    """Whether reading here has been ended."""
    one.setblocking(False)  # noqa: FBT003 - the socket's own name for it
    try:
        return one.recv(1) == b""
    except BlockingIOError:
        return False


def test_a_full_house_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever comes while every place is waited in hears 503; a place that is left is free."""
    monkeypatch.setattr(server.Places.__init__, "__defaults__", (1, FOREVER))
    with Echo() as echo, connected(echo) as waiting:
        waiting.sendall(posted(b"x", "/wait"))
        with connected(echo) as client:
            assert until_end(client).startswith(b"HTTP/1.1 503 ")
        echo.stop()
        assert all_gone()
        echo.start()
        assert talk(echo, posted(b"x")).endswith(b"x")


@pytest.mark.parametrize(("raised", "times"), [(ValueError("ours"), 1), (ConnectionResetError("theirs"), 0)])
def test_only_mistakes_of_the_program_are_reported(
    monkeypatch: pytest.MonkeyPatch, raised: Exception, times: int
) -> None:
    """A client that went away is none."""
    noted: list[BaseException] = []

    def fails(_handler: Echoing) -> None:
        raise raised

    monkeypatch.setattr(Echoing, "do_POST", fails)
    monkeypatch.setattr(server, "note", noted.append)
    with Echo() as echo, connected(echo) as client:
        client.sendall(posted(b"x"))
        until_end(client)
        assert all_gone()
    assert noted == [raised] * times


def test_what_cannot_be_read_says_why() -> None:
    """Where nobody answers with it, its words are what is seen."""
    assert str(handler.UnreadableError(400, "No body.")) == "No body."
    with pytest.raises(handler.UnreadableError, match="did not arrive in time") as late, handler.in_time():
        raise TimeoutError
    assert late.value.status == 408
    assert handler.UnreadableError.too_large(5).status == 413


def test_a_place_is_free_before_its_client_knows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever asks again at once, having the answer, is served."""
    monkeypatch.setattr(server.Places.__init__, "__defaults__", (1, 0))
    with Echo() as echo:
        for _ in range(3):
            assert talk(echo, posted(b"x")).startswith(b"HTTP/1.1 200 ")


def test_stopping_ends_whoever_is_still_sending() -> None:
    """Their threads do not outlive the service."""
    with Echo(patience=FOREVER) as echo, ExitStack() as stack:
        clients = [stack.enter_context(connected(echo)) for _ in range(5)]
        for client in clients:
            client.sendall(HEAD)
        talk(echo, posted())
        echo.stop()
        assert [until_end(client) for client in clients] == [b""] * 5
        assert all_gone()
