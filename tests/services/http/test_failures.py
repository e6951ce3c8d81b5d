from __future__ import annotations

import socket
import ssl
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qfpay_gui.qfpay.environments import custom
from qfpay_gui.qfpay.reply.exchange import Layer, TransportFailure
from qfpay_gui.qfpay.request.prepared import PreparedRequest
from qfpay_gui.services.client import QFPayClient
from qfpay_gui.services.http.failures import causes_of, failure
from qfpay_gui.services.http.progress import SendProgress
from qfpay_gui.services.http.terms import Timeouts
from tests.services.http.misbehaving import (
    CERTIFICATE,
    Behaviour,
    Misbehaving,
    drip,
    full_queue,
    hang,
    raw,
    reply,
    reset,
)
from tests.services.http.sending import (
    CREDENTIALS,
    QUICK,
    SHOP,
    SIGNED,
    closed,
    failure_of,
    unknown,
    without_proxies,
)

if TYPE_CHECKING:
    from collections.abc import Iterator


OK = b"HTTP/1.1 200 OK\r\n"
TIGHT = Timeouts(connect=2, read=0.4, overall=4)


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """The machine's own proxies take no part."""
    without_proxies(monkeypatch)


@pytest.fixture
def closed_port() -> Iterator[int]:
    """A port where nobody listens."""
    with closed() as port:
        yield port


@pytest.mark.parametrize(
    ("behaviour", "layer"),
    [
        (hang(), Layer.READ_TIMEOUT),
        (hang(OK), Layer.READ_TIMEOUT),
        (hang(OK + b"Content-Length: 9\r\n\r\nhalf"), Layer.READ_TIMEOUT),
        (raw(b""), Layer.CONNECTION_LOST),
        (raw(OK + b"Content-Ty"), Layer.CONNECTION_LOST),
        (raw(OK + b"X-Whole: line\r\n"), Layer.CONNECTION_LOST),
        (raw(OK + b"Content-Length: 9\r\n\r\nhalf"), Layer.CONNECTION_LOST),
        (raw(OK + b"Transfer-Encoding: chunked\r\n\r\n9\r\nhalf"), Layer.CONNECTION_LOST),
        (raw(OK + b"Transfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n"), Layer.CONNECTION_LOST),
        (raw(b"SSH-2.0-OpenSSH_9.6\r\n"), Layer.NOT_HTTP),
        (raw(OK + b"Transfer-Encoding: chunked\r\n\r\n-5\r\nabcde"), Layer.NOT_HTTP),
        (reset(), Layer.CONNECTION_LOST),
        (reset(OK + b"Content-Length: 9\r\n\r\nhalf"), Layer.CONNECTION_LOST),
    ],
    ids=[
        "silent",
        "silent inside the header",
        "silent inside the body",
        "closed before the reply",
        "closed inside a header line",
        "closed between header lines",
        "closed inside the body",
        "closed inside a chunk",
        "closed between chunks",
        "not HTTP",
        "a chunk of negative length",
        "reset before the reply",
        "reset inside the body",
    ],
)
@pytest.mark.parametrize("tls", [False, True], ids=["plain", "tls"])
def test_trouble_with_the_reply_is_named_and_nothing_is_sent_again(
    behaviour: Behaviour,
    layer: Layer,
    tls: bool,  # noqa: FBT001 - parametrised
) -> None:
    """After the request went out its outcome is unknown, and the server saw exactly one request."""
    with Misbehaving(behaviour, tls=tls) as server:
        found = failure_of(server.base_url, timeouts=TIGHT, ca_file=str(CERTIFICATE))
        assert len(server.requests) == server.connections == 1
    assert (found.layer, found.may_have_arrived) == (layer, True)
    assert found.technical


FRAGMENTS = [
    OK,
    b"HTTP/1.1 100 Continue\r\n\r\n",
    b"HTTP/1.0 999 \xff\r\n",
    b"HTTP/2 200\r\n",
    b"\r\n",
    b"Content-Length: 5\r\n",
    b"Content-Length: 5, 6\r\n",
    b"Content-Length: -1\r\n",
    b"Transfer-Encoding: chunked\r\n",
    b"-5\r\nabcde\r\n",
    b"5\r\nabcde\r\n",
    b"0\r\n\r\n",
    b"Set-Cookie: \xff=\0;;=\r\n",
    b" folded\r\n",
    b"no colon\r\n",
    b"X: " + b"y" * 70000 + b"\r\n",
    b"A: b\r\n" * 120,
    b"Content-Encoding: gzip\r\n",
    b"Location: http://[::bad\r\n",
    b"\0\xffhello",
]


@given(answer=st.lists(st.sampled_from(FRAGMENTS), max_size=8).map(b"".join))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_reply_however_malformed_raises_or_is_asked_for_again(answer: bytes) -> None:
    """Whatever comes back is a reply or a named failure after exactly one request."""
    with Misbehaving(raw(OK + answer)) as server:
        url = f"{server.base_url}/trade/v1/payment"
        request = PreparedRequest("POST", url, (), b"txamt=300", (), SIGNED, "MD5", custom(server.base_url))
        outcome = QFPayClient(server.base_url, CREDENTIALS, timeouts=QUICK).send(request).outcome
        assert len(server.requests) == server.connections == 1
    if isinstance(outcome, TransportFailure):
        assert outcome.layer in {Layer.CONNECTION_LOST, Layer.NOT_HTTP}
        assert outcome.may_have_arrived


@pytest.mark.parametrize(
    "before",
    [b"", OK, OK + b"X: ", OK + b"\r\n", OK + b"Content-Length: 9999999\r\n\r\n"],
    ids=["nothing", "status", "header", "body without a length", "long body"],
)
def test_a_dripping_server_cannot_hold_on(before: bytes) -> None:
    """Each wait is short, and still the exchange ends at its deadline, as a read time-out."""
    with Misbehaving(drip(before)) as server:
        found = failure_of(server.base_url, timeouts=Timeouts(connect=2, read=2, overall=0.3))
        assert len(server.requests) == server.connections == 1
    assert (found.layer, found.may_have_arrived) == (Layer.READ_TIMEOUT, True)
    assert "given up" in found.technical


def test_a_refused_connection_is_named(closed_port: int) -> None:
    """Nobody listens: nothing can have arrived."""
    found = failure_of(f"http://127.0.0.1:{closed_port}")
    assert (found.layer, found.may_have_arrived) == (Layer.CONNECT, False)
    assert found.technical.startswith(f"127.0.0.1:{closed_port}: ConnectionRefusedError")


def test_an_unknown_name_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that does not resolve never got a connection."""
    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    found = failure_of("https://name.invalid")
    assert (found.layer, found.may_have_arrived) == (Layer.NAME_RESOLUTION, False)
    assert "name.invalid:443: gaierror" in found.technical


def test_a_name_that_cannot_be_one_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """A label above 63 characters does not crash the resolver's encoding."""

    def encoding(host: str, *_args: object, **_kwargs: object) -> list[object]:
        host.encode("idna")
        return []

    monkeypatch.setattr(socket, "getaddrinfo", encoding)
    found = failure_of(f"https://{'a' * 64}.example")
    assert (found.layer, found.may_have_arrived) == (Layer.NAME_RESOLUTION, False)


def test_a_resolver_without_an_answer_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """The connect time-out covers the name, too."""
    with Misbehaving(reply()) as idle:

        def waiting(*_args: object, **_kwargs: object) -> list[object]:
            idle.released.wait(30)
            return []

        monkeypatch.setattr(socket, "getaddrinfo", waiting)
        found = failure_of(SHOP, timeouts=Timeouts(connect=0.2))
    assert (found.layer, found.may_have_arrived) == (Layer.NAME_RESOLUTION, False)


def test_a_name_without_an_address_is_no_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty answer of the resolver is told apart from a refusal of the server only by its words."""
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_args, **_kwargs: [])
    found = failure_of(SHOP)
    assert (found.layer, found.may_have_arrived) == (Layer.CONNECT, False)


def test_the_second_address_of_a_name_is_tried(monkeypatch: pytest.MonkeyPatch, closed_port: int) -> None:
    """A name with a dead first address still connects, and the request goes out once."""
    with Misbehaving(raw(b"")) as server:
        found_here = [
            (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port)) for port in (closed_port, server.port)
        ]
        monkeypatch.setattr(socket, "getaddrinfo", lambda *_args, **_kwargs: found_here)
        assert failure_of(server.base_url).layer is Layer.CONNECTION_LOST
        assert len(server.requests) == server.connections == 1


# Elsewhere a full queue refuses.
if sys.platform == "linux":

    def test_a_connection_nobody_accepts_times_out() -> None:
        """The connect time-out has its own name, and nothing can have arrived."""
        with full_queue() as port:
            found = failure_of(f"http://127.0.0.1:{port}", timeouts=Timeouts(connect=0.2))
        assert (found.layer, found.may_have_arrived) == (Layer.CONNECT_TIMEOUT, False)


def test_a_certificate_nobody_vouches_for_is_refused() -> None:
    """Without the CA file the server is not talked to."""
    with Misbehaving(reply(), tls=True) as server:
        found = failure_of(server.base_url)
        assert server.requests == []
    assert (found.layer, found.may_have_arrived) == (Layer.TLS, False)
    assert "certificate verify failed" in found.technical


def test_a_certificate_for_another_host_is_refused() -> None:
    """A trusted certificate counts for its own names only."""
    with Misbehaving(reply(), tls=True) as server:
        found = failure_of(f"https://127.0.0.1:{server.port}", ca_file=str(CERTIFICATE))
        assert server.requests == []
    assert (found.layer, found.may_have_arrived) == (Layer.TLS, False)
    assert "127.0.0.1" in found.technical


def test_a_server_that_speaks_no_tls_is_named() -> None:
    """An https URL at a port that speaks plain HTTP fails as TLS, before anything of the request is sent."""
    with socket.create_server(("127.0.0.1", 0)) as listener, Misbehaving(reply()) as plain:
        port = listener.getsockname()[1]

        def answer() -> None:
            conn, _address = listener.accept()
            with conn:
                conn.recv(10)
                conn.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")

        plain.start(answer)
        found = failure_of(f"https://localhost:{port}", ca_file=str(CERTIFICATE))
    assert (found.layer, found.may_have_arrived) == (Layer.TLS, False)
    assert "SSLError" in found.technical


def test_a_tls_handshake_without_an_answer_is_tls() -> None:
    """A server that accepts and stays silent is given up at the connect time-out."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        found = failure_of(f"https://localhost:{listener.getsockname()[1]}", timeouts=Timeouts(connect=0.3))
    assert (found.layer, found.may_have_arrived) == (Layer.TLS, False)


def test_causes_that_go_in_circles_end() -> None:
    """An exception that is its own cause is told once."""
    first, second = OSError("first"), OSError("second")
    first.__cause__, second.__cause__ = second, first
    assert list(causes_of(first)) == [first, second]


def test_an_error_inside_tls_after_the_request_is_tls() -> None:
    """A server may refuse with a TLS alert after the request went out; its outcome is unknown."""
    progress = SendProgress()
    progress.connected, progress.handed_over = 0.1, True
    found = failure(ssl.SSLError(1, "tlsv13 alert certificate required"), progress, ())
    assert (found.layer, found.may_have_arrived) == (Layer.TLS, True)
    assert failure(ssl.SSLEOFError(8, "EOF"), progress, ()).layer is Layer.CONNECTION_LOST
