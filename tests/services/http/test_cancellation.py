from __future__ import annotations

import contextlib
import socket
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from qfpay_gui.qfpay.reply.exchange import Layer
from qfpay_gui.services.client import QFPayClient
from qfpay_gui.services.http.cancellation import Cancellation
from qfpay_gui.services.http.connections import TrackedConnection
from qfpay_gui.services.http.progress import AbortedError, AbortReason, SendProgress
from qfpay_gui.services.http.terms import Timeouts
from tests.services.http.misbehaving import (
    Misbehaving,
    drip,
    full_queue,
    hang,
    reply,
)
from tests.services.http.sending import (
    CREDENTIALS,
    SHOP,
    failed,
    prepared,
    replied,
    send,
    without_proxies,
)


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """The machine's own proxies take no part."""
    without_proxies(monkeypatch)


@pytest.mark.parametrize(
    "behaviour",
    [
        hang(),
        hang(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf"),
        drip(b"HTTP/1.1 200 OK\r\nX-Slow: "),
        drip(b"HTTP/1.1 200 OK\r\n\r\n"),
    ],
    ids=["silent", "half a body", "dripping header", "dripping body without a length"],
)
@pytest.mark.parametrize("tls", [False, True], ids=["plain", "tls"])
def test_cancelling_ends_a_waiting_send(behaviour: object, tls: bool) -> None:  # noqa: FBT001 - parametrised
    """A send that waits for its reply ends within two seconds, and says it may have arrived."""
    assert callable(behaviour)
    patient = Timeouts(connect=20, read=20, overall=20)
    cancel = Cancellation()
    with Misbehaving(behaviour, tls=tls) as server, ThreadPoolExecutor(1) as pool:
        sending = pool.submit(send, server, timeouts=patient, cancel=cancel)
        assert server.arrived.wait(5)
        cancel.cancel()
        failure = failed(sending.result(timeout=2))
        assert len(server.requests) == server.connections == 1
    assert (failure.layer, failure.may_have_arrived) == (Layer.CANCELLED, True)


def test_cancelling_before_sending_sends_nothing() -> None:
    """A send that was called off beforehand never connects."""
    cancel = Cancellation()
    cancel.cancel()
    cancel.cancel()
    with Misbehaving(reply()) as server:
        failure = failed(send(server, cancel=cancel))
        assert server.connections == 0
    assert cancel.cancelled
    assert (failure.layer, failure.may_have_arrived) == (Layer.CANCELLED, False)


def test_cancelling_after_the_reply_changes_nothing() -> None:
    """A late click meets a finished send."""
    cancel = Cancellation()
    with Misbehaving(reply()) as server:
        exchange = send(server, cancel=cancel)
    cancel.cancel()
    assert replied(exchange).status == 200


def test_cancelling_ends_a_tls_handshake_that_gets_no_answer() -> None:
    """A server that accepts and says nothing can be left while the handshake waits; nothing was sent."""
    cancel = Cancellation()
    with socket.create_server(("127.0.0.1", 0)) as listener, ThreadPoolExecutor(1) as pool:
        base_url = f"https://localhost:{listener.getsockname()[1]}"
        client = QFPayClient(base_url, CREDENTIALS, timeouts=Timeouts(connect=20))
        sending = pool.submit(client.send, prepared(base_url), cancel=cancel)
        conn, _address = listener.accept()
        with conn:
            assert conn.recv(1)
            cancel.cancel()
            failure = failed(sending.result(timeout=2))
    assert (failure.layer, failure.may_have_arrived) == (Layer.CANCELLED, False)


def test_cancelling_ends_a_name_resolution_that_gets_no_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    """The window need not wait for a resolver that waits for its network."""
    cancel = Cancellation()
    with Misbehaving(reply()) as resolver, ThreadPoolExecutor(1) as pool:

        def waiting(*_args: object, **_kwargs: object) -> list[object]:
            resolver.arrived.set()
            resolver.released.wait(30)
            return []

        monkeypatch.setattr(socket, "getaddrinfo", waiting)
        sending = pool.submit(QFPayClient(SHOP, CREDENTIALS).send, prepared(SHOP), cancel=cancel)
        assert resolver.arrived.wait(5)
        cancel.cancel()
        failure = failed(sending.result(timeout=2))
    assert (failure.layer, failure.may_have_arrived) == (Layer.CANCELLED, False)


# Elsewhere a full queue refuses, or shutting down a socket does not wake what connects it.
if sys.platform == "linux":

    def test_cancelling_ends_a_connection_that_is_not_accepted() -> None:
        """A connection attempt that nobody answers ends on cancelling, with nothing sent."""
        cancel = Cancellation()
        with full_queue() as port, ThreadPoolExecutor(1) as pool:
            base_url = f"http://127.0.0.1:{port}"
            client = QFPayClient(base_url, CREDENTIALS, timeouts=Timeouts(connect=20))
            sending = pool.submit(client.send, prepared(base_url), cancel=cancel)
            with pytest.raises(TimeoutError):
                sending.result(timeout=0.2)
            cancel.cancel()
            failure = failed(sending.result(timeout=2))
        assert (failure.layer, failure.may_have_arrived) == (Layer.CANCELLED, False)


def test_a_line_that_was_hung_up_takes_no_byte() -> None:
    """Hung up between connecting and sending: nothing of the request can have arrived."""
    progress = SendProgress()
    with (
        Misbehaving(reply()) as server,
        contextlib.closing(TrackedConnection("127.0.0.1", server.port, timeout=2, progress=progress)) as conn,
    ):
        conn.connect()
        progress.abort(AbortReason.CANCELLED)
        with pytest.raises(AbortedError):
            conn.send(b"POST")
        progress.release()
    assert not progress.handed_over
