"""A reply's header read from a connected socket, and sockets that are opened within their time."""

from __future__ import annotations

import http.client
import socket
import ssl
import time
from typing import TYPE_CHECKING

import pytest
from urllib3.connectionpool import HTTPSConnectionPool
from urllib3.util import parse_url

from qfpay_gui.services.http.connections import OnceAdapter, WholeHeaderReply, open_socket
from qfpay_gui.services.http.progress import SendProgress, TooManyInterimError

if TYPE_CHECKING:
    from collections.abc import Iterator

OK = b"HTTP/1.1 200 OK\r\n"
INTERIM = b"HTTP/1.1 100 Continue\r\n\r\n"


def read(sent: bytes, progress: SendProgress) -> WholeHeaderReply:
    """What is read of a reply whose server then hangs up."""
    ours, theirs = socket.socketpair()
    with ours, theirs:
        ours.settimeout(2)
        theirs.sendall(sent)
        theirs.shutdown(socket.SHUT_WR)
        made = WholeHeaderReply(ours, progress=progress)
        try:
            made.begin()
        finally:
            made.close()
        return made


def handed_over() -> SendProgress:
    """The request is with the network."""
    progress = SendProgress()
    progress.handed_over = True
    return progress


def test_a_header_ends_with_an_empty_line() -> None:
    """The lines heard are counted, that one too."""
    progress = handed_over()
    assert read(OK + b"Content-Length: 0\r\n\r\n", progress).status == 200
    assert progress.heard == 3


@pytest.mark.parametrize("sent", [OK, OK + b"X-A: b\r\n", OK + b"X-A: b"])
def test_a_header_without_its_end_is_no_reply(sent: bytes) -> None:
    """It might be the beginning of another; what was heard is known."""
    progress = handed_over()
    with pytest.raises(http.client.RemoteDisconnected, match="inside the header"):
        read(sent, progress)
    assert progress.heard == sent.count(b"\n") + (not sent.endswith(b"\n"))


def test_silence_is_not_heard() -> None:
    """An end of the connection is no line."""
    progress = handed_over()
    with pytest.raises(http.client.RemoteDisconnected):
        read(b"", progress)
    assert progress.heard == 0


def test_what_a_proxy_says_before_the_request_is_not_heard_of_the_reply() -> None:
    """It says something about a tunnel."""
    progress = SendProgress()
    assert read(OK + b"\r\n", progress).status == 200
    assert progress.heard == 0


def test_a_reply_that_is_always_still_to_come_is_given_up() -> None:
    """After twenty times."""
    assert read(INTERIM * 20 + OK + b"\r\n", handed_over()).status == 200
    with pytest.raises(TooManyInterimError):
        read(INTERIM * 21 + OK + b"\r\n", handed_over())


@pytest.fixture
def port() -> Iterator[int]:
    """Where somebody listens."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield listener.getsockname()[1]


def test_a_socket_has_the_whole_time_for_each_wait(port: int) -> None:
    """However little of it the connecting took."""
    progress = SendProgress()
    with open_socket(progress, "127.0.0.1", port, 7.5) as sock:
        assert sock.gettimeout() == 7.5
        assert sock.getpeername() == ("127.0.0.1", port)
    progress.release()


def test_a_name_whose_resolution_took_all_the_time_is_still_tried(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """For a breath, in which this machine answers."""
    progress, clock = SendProgress(), iter([0.0, 0.5])
    monkeypatch.setattr(time, "perf_counter", lambda: next(clock))
    with open_socket(progress, "127.0.0.1", port, 0.4) as sock:
        assert sock.gettimeout() == 0.4
    progress.release()


@pytest.mark.parametrize("proxy", [None, "http://127.0.0.1:8080"])
def test_certificates_are_verified_by_the_context_and_a_proxys_by_the_usual_authorities(proxy: str | None) -> None:
    """Whatever else is trusted, is trusted of the host that is asked."""
    pool = HTTPSConnectionPool("pay.example", _proxy=parse_url(proxy) if proxy else None)
    OnceAdapter(SendProgress(), ssl.create_default_context()).cert_verify(pool, "https://pay.example/", True, None)  # noqa: FBT003 - as requests calls it
    assert pool.cert_reqs == "CERT_REQUIRED"
    assert (pool.ca_certs is None) == (proxy is None)
