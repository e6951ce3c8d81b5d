from __future__ import annotations

import socket
from typing import TYPE_CHECKING

import pytest

from qfpay_gui.qfpay.reply.exchange import Layer
from qfpay_gui.services.client import QFPayClient
from qfpay_gui.services.http.terms import Timeouts
from tests.services.http.misbehaving import (
    CERTIFICATE,
    Behaviour,
    Misbehaving,
    hang,
    raw,
    reply,
    reset,
    tunnel_to,
)
from tests.services.http.sending import (
    APP_CODE,
    CREDENTIALS,
    QUICK,
    SHOP,
    closed,
    failed,
    failure_of,
    prepared,
    replied,
    send,
    unknown,
    without_proxies,
)

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """The machine's own proxies take no part."""
    without_proxies(monkeypatch)


@pytest.fixture
def closed_port() -> Iterator[int]:
    """A port where nobody listens."""
    with closed() as port:
        yield port


def test_what_goes_to_this_machine_goes_past_any_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Loopback is reached directly although the environment names a proxy for everything."""
    for name in ("http_proxy", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    with Misbehaving(reply(b"direct")) as server:
        assert replied(send(server)).body == b"direct"


def test_a_proxy_is_used_and_sees_nothing_of_the_request(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tunnel gets the proxy's login, the server gets the request, and neither gets the other's."""
    with Misbehaving(reply(b"through"), tls=True) as server, Misbehaving(tunnel_to(server.port)) as proxy:
        monkeypatch.setenv("https_proxy", f"http://me:secret@127.0.0.1:{proxy.port}")
        client = QFPayClient(SHOP, CREDENTIALS, timeouts=QUICK, ca_file=str(CERTIFICATE))
        assert replied(client.send(prepared(SHOP))).body == b"through"
        assert len(server.requests) == len(proxy.requests) == 1
    assert proxy.requests[0].startswith(b"CONNECT pay.example:443 ")
    assert b"Proxy-Authorization: Basic " in proxy.requests[0]
    assert APP_CODE.encode() not in proxy.requests[0]
    assert b"Proxy-Authorization" not in server.requests[0]


def test_no_proxy_is_honoured(monkeypatch: pytest.MonkeyPatch) -> None:
    """A host that is excepted from the proxy is reached directly."""
    with Misbehaving(reply(b"direct"), tls=True) as server:
        monkeypatch.setenv("https_proxy", "http://127.0.0.1:9")
        monkeypatch.setenv("no_proxy", "pay.example")
        here = (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", server.port))
        monkeypatch.setattr(socket, "getaddrinfo", lambda *_args, **_kwargs: [here])
        client = QFPayClient(SHOP, CREDENTIALS, timeouts=QUICK, ca_file=str(CERTIFICATE))
        assert replied(client.send(prepared(SHOP))).body == b"direct"


def test_a_tunnel_is_asked_for_before_the_server_is_trusted(monkeypatch: pytest.MonkeyPatch) -> None:
    """A certificate the client does not trust ends the exchange inside the tunnel, as TLS."""
    with Misbehaving(reply(), tls=True) as server, Misbehaving(tunnel_to(server.port)) as proxy:
        monkeypatch.setenv("https_proxy", f"127.0.0.1:{proxy.port}")
        failure = failed(QFPayClient(SHOP, CREDENTIALS, timeouts=QUICK).send(prepared(SHOP)))
        assert server.requests == []
    assert (failure.layer, failure.may_have_arrived) == (Layer.TLS, False)


@pytest.mark.parametrize(
    ("behaviour", "word"),
    [
        (raw(b"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n"), "407"),
        (raw(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n"), "403"),
        (raw(b""), "closed"),
        (hang(), "timed out"),
        (reset(), "Reset"),
    ],
    ids=["login wanted", "forbidden", "closed", "silent", "reset"],
)
def test_a_proxy_that_opens_no_tunnel_is_named(
    monkeypatch: pytest.MonkeyPatch, behaviour: Behaviour, word: str
) -> None:
    """What the proxy refuses is the proxy's layer, and the server cannot have got anything."""
    with Misbehaving(behaviour) as proxy:
        monkeypatch.setenv("https_proxy", f"http://me:s3cret%21@127.0.0.1:{proxy.port}")
        found = failure_of(SHOP, timeouts=Timeouts(connect=0.4))
        assert len(proxy.requests) == proxy.connections == 1
    assert (found.layer, found.may_have_arrived) == (Layer.PROXY, False)
    assert word in found.technical
    assert "s3cret" not in found.technical


def test_a_proxy_nobody_runs_is_named(monkeypatch: pytest.MonkeyPatch, closed_port: int) -> None:
    """A refused connection to the proxy is not the server's refusal."""
    monkeypatch.setenv("https_proxy", f"http://127.0.0.1:{closed_port}")
    found = failure_of(SHOP)
    assert (found.layer, found.may_have_arrived) == (Layer.PROXY, False)
    assert "ConnectionRefused" in found.technical


def test_a_proxy_that_cannot_be_trusted_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """The certificate in question is the proxy's, not the server's."""
    with Misbehaving(reply(), tls=True) as proxy:
        monkeypatch.setenv("https_proxy", f"https://localhost:{proxy.port}")
        found = failure_of(SHOP)
        assert proxy.requests == []
    assert (found.layer, found.may_have_arrived) == (Layer.PROXY, False)
    assert "certificate verify failed" in found.technical


def test_a_proxy_with_an_unknown_name_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """The name that does not resolve is the proxy's."""
    monkeypatch.setenv("https_proxy", "http://proxy.invalid:3128")
    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    found = failure_of(SHOP)
    assert (found.layer, found.may_have_arrived) == (Layer.PROXY, False)
    assert "proxy.invalid:3128" in found.technical


@pytest.mark.parametrize(
    "proxy",
    [
        "socks5://me:s3cret@127.0.0.1:9",
        "http://me:s3cret@",
        "http://me:s3cret@h:port",
        "me:s3cret@",
        "http://me:s/s3cret@h:1",
    ],
)
def test_a_proxy_that_cannot_be_used_is_not_passed_by(monkeypatch: pytest.MonkeyPatch, proxy: str) -> None:
    """A proxy setting that makes no sense here fails instead of being ignored."""
    monkeypatch.setenv("https_proxy", proxy)
    found = failure_of(SHOP)
    assert (found.layer, found.may_have_arrived) == (Layer.PROXY, False)
    assert "s3cret" not in found.technical
