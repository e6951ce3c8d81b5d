from __future__ import annotations

import socket
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qfpay_gui.services.client import QFPayClient
from qfpay_gui.services.http.outgoing import headers_sent
from qfpay_gui.services.http.terms import Timeouts
from tests.services.http.misbehaving import (
    Misbehaving,
    read_request,
    reply,
)
from tests.services.http.sending import (
    CREDENTIALS,
    QUICK,
    prepared,
    replied,
    send,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def test_the_reply_comes_back_as_it_was_sent() -> None:
    """Status, reason, headers in order and the body's bytes are those of the server."""
    behaviour = reply(b'{"respcd": "1108"}\xff', "200 Fine", "X-QF-SIGN: AB\r\nSet-Cookie: a=1\r\nSet-Cookie: b=2\r\n")
    with Misbehaving(behaviour) as server:
        got = replied(send(server))
    assert (got.status, got.reason, got.body, got.truncated) == (200, "Fine", b'{"respcd": "1108"}\xff', False)
    assert got.headers == (
        ("Content-Length", "19"),
        ("X-QF-SIGN", "AB"),
        ("Set-Cookie", "a=1"),
        ("Set-Cookie", "b=2"),
    )


def test_the_times_of_the_steps_rise() -> None:
    """Connected, first byte and total are measured from the start, in this order."""
    with Misbehaving(reply()) as server:
        times = send(server).timings
    assert times.connected is not None
    assert times.first_byte is not None
    assert 0 < times.connected <= times.first_byte <= times.total


def test_the_wire_carries_the_prepared_request_and_the_listed_headers_only() -> None:
    """What arrives is the request line, exactly the lines of headers_sent, and the body."""
    with Misbehaving(reply()) as server:
        request = prepared(server.base_url)
        send(server)
    lines = ["POST /trade/v1/payment HTTP/1.1", *(f"{name}: {value}" for name, value in headers_sent(request))]
    assert server.requests == ["\r\n".join([*lines, "", ""]).encode("latin-1") + request.body]


@pytest.fixture(scope="module")
def echo() -> Iterator[Misbehaving]:
    """A server that answers properly all the time."""
    with Misbehaving(reply()) as server:
        yield server


@given(body=st.binary(max_size=2000), value=st.text(st.characters(codec="latin-1", exclude_characters="\r\n\0")))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_arrive_as_they_were_prepared(echo: Misbehaving, body: bytes, value: str) -> None:
    """Neither body nor header value is encoded, trimmed or normalised on the way."""
    request = prepared(echo.base_url, body=body, headers=(("X-QF-APPCODE", value),))
    replied(QFPayClient(echo.base_url, CREDENTIALS, timeouts=QUICK).send(request))
    header, _end, received = echo.requests[-1].partition(b"\r\n\r\n")
    assert received == body
    assert b"\r\nX-QF-APPCODE: " + value.encode("latin-1") + b"\r\n" in header + b"\r\n"


def test_a_get_with_a_query_is_sent_as_written(echo: Misbehaving) -> None:
    """A request without a body announces none, and its query is left alone."""
    request = prepared(echo.base_url, method="GET", body=b"", path="/trade/v1/query?syssn=1&x=%E5%A5%B6+a")
    replied(QFPayClient(echo.base_url, CREDENTIALS, timeouts=QUICK).send(request))
    assert echo.requests[-1].startswith(b"GET /trade/v1/query?syssn=1&x=%E5%A5%B6+a HTTP/1.1\r\n")
    assert b"Content-Length" not in echo.requests[-1]


@pytest.mark.parametrize("status", ["301 Moved", "302 Found", "307 Temporary", "429 Slow down", "503 Busy"])
def test_a_redirect_or_refusal_is_a_reply_and_not_followed(status: str) -> None:
    """Whatever the status says, the request is not sent a second time."""
    with Misbehaving(reply(b"no", status, "Location: /elsewhere\r\nRetry-After: 0\r\n")) as server:
        got = replied(send(server))
        assert f"{got.status} {got.reason}" == status
        assert got.body == b"no"
        assert len(server.requests) == server.connections == 1


def test_two_sends_use_two_connections() -> None:
    """No connection is kept, so none can have gone stale."""
    with Misbehaving(reply(headers="Connection: keep-alive\r\n")) as server:
        client = QFPayClient(server.base_url, CREDENTIALS, timeouts=QUICK)
        replied(client.send(prepared(server.base_url)))
        replied(client.send(prepared(server.base_url)))
        assert server.connections == 2


def test_tls_with_an_added_authority_is_verified() -> None:
    """A server whose certificate the CA file vouches for is talked to."""
    with Misbehaving(reply(b"safe"), tls=True) as server:
        assert replied(send(server)).body == b"safe"


def test_stored_passwords_are_not_used(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A .netrc entry for the host adds no Authorization header."""
    netrc = tmp_path / ".netrc"
    netrc.write_text("machine 127.0.0.1 login me password secret\n")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    monkeypatch.setenv("HOME", str(tmp_path))
    with Misbehaving(reply()) as server:
        replied(send(server))
    assert b"authorization" not in server.requests[0].lower()


def test_time_outs_must_be_above_zero() -> None:
    """A time-out of nothing is a mistake of the caller."""
    with pytest.raises(ValueError, match="above zero"):
        Timeouts(read=0)


def test_a_method_in_small_letters_is_a_mistake_of_the_caller(echo: Misbehaving) -> None:
    """The library would capitalise it, which is not what was prepared."""
    with pytest.raises(ValueError, match="post"):
        QFPayClient(echo.base_url, CREDENTIALS).send(prepared(echo.base_url, method="post"))


def test_importing_the_client_does_not_import_requests() -> None:
    """Starting the program does not wait for the HTTP library."""
    code = "import sys, qfpay_gui.services.client; print('requests' in sys.modules or 'urllib3' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603 - fixed
    assert done.stdout.strip() == "False"


def test_the_server_of_these_tests_reads_whole_requests() -> None:
    """A request that arrives in pieces is put together, so that counts and bytes can be trusted."""
    ours, theirs = socket.socketpair()
    with ours, theirs:
        ours.sendall(b"POST / HTTP/1.1\r\nContent-Length: 5\r\n\r\nab")
        with ThreadPoolExecutor(1) as pool:
            reading = pool.submit(read_request, theirs)
            ours.sendall(b"cde")
            assert reading.result(timeout=5).endswith(b"\r\n\r\nabcde")
