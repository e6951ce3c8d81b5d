"""One POST to this machine, and whatever comes back of it."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING

import pytest

from qfpay_gui.services.simulator.notify import post as module
from qfpay_gui.services.simulator.notify.loopback import NotifyTarget
from qfpay_gui.services.simulator.notify.post import LARGEST_ANSWER, Post, PostResult
from tests.services.simulator.party import SUCCESS, Receiver, http

if TYPE_CHECKING:
    from collections.abc import Callable

REQUEST = b"POST / HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}"
OK = b"HTTP/1.1 200 OK\r\n"


def posted(answer: Callable[[bytes], bytes]) -> PostResult:
    """What came back from a server that answers so."""
    with Receiver(answer) as receiver:
        port = int(receiver.url.rsplit(":", 1)[1].partition("/")[0])
        result = Post(to(port), REQUEST).send()
        assert receiver.next() == REQUEST
    return result


def to(port: int, *hosts: str) -> NotifyTarget:
    """This port of this machine."""
    return NotifyTarget(hosts or ("127.0.0.1",), port, f"127.0.0.1:{port}", "/")


def raw(answer: bytes) -> Callable[[bytes], bytes]:
    """Always these bytes."""
    return lambda _request: answer


def test_an_answer_comes_back_as_it_was() -> None:
    """Status, body, and every byte of it."""
    assert posted(SUCCESS) == PostResult(200, b"SUCCESS", SUCCESS(b""))


@pytest.mark.parametrize("spare", [0, 1])
def test_a_long_body_is_cut(spare: int) -> None:
    """One byte more than is read tells that there was more."""
    result = posted(http("200 OK", b"x" * (LARGEST_ANSWER + 100 * spare)))
    assert len(result.body) == LARGEST_ANSWER + spare
    assert result.raw.startswith(OK)


@pytest.mark.parametrize(
    ("answer", "failure"),
    [
        (b"", "The receiver hung up without an answer."),
        (OK + b"Transfer-Encoding: chunked\r\n\r\n9\r\nhalf", "The receiver hung up in the middle of its answer."),
        (b"220 mail.example ESMTP\r\n", "What came back is not HTTP."),
        (OK + b"X: y\r\n" * 101 + b"\r\n", "What came back is not HTTP."),
    ],
)
def test_what_is_no_answer_is_said(answer: bytes, failure: str) -> None:
    """With what came all the same."""
    result = posted(raw(answer))
    assert (result.status, result.body, result.raw, result.failure) == (None, b"", answer, failure)


def test_where_nothing_listens_the_next_address_is_tried() -> None:
    """Until the last, whose refusal is said."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
        assert Post(to(port), REQUEST).send() == PostResult(
            failure="Nothing listens there: the connection was refused."
        )
        with socket.create_server(("127.0.0.2", port)) as other:
            post = Post(to(port, "127.0.0.1", "127.0.0.2"), REQUEST)
            other.settimeout(5)
            post.abort()
            assert post.send() == PostResult(failure="The simulator was stopped.")
            other.accept()[0].close()


def test_a_silent_receiver_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """After five seconds, which are fewer here."""
    monkeypatch.setattr(module, "PATIENCE", 0.05)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        result = Post(to(silent.getsockname()[1]), REQUEST).send()
    assert result == PostResult(failure="No whole answer came within 0.05 seconds.")
    monkeypatch.setattr(module, "PATIENCE", -1.0)
    assert "No whole answer" in Post(to(9), REQUEST).send().failure
