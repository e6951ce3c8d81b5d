"""The example payment of the client's tests, sent, and its outcome."""

from __future__ import annotations

import contextlib
import socket
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.credentials import Credentials
from qfpay_gui.qfpay.environments import custom
from qfpay_gui.qfpay.reply.exchange import Exchange, HttpReply, TransportFailure
from qfpay_gui.qfpay.request.prepared import PreparedRequest
from qfpay_gui.qfpay.signing.recipe import OFFICIAL
from qfpay_gui.services.client import QFPayClient
from qfpay_gui.services.http.terms import Timeouts
from tests.services.http.misbehaving import (
    CERTIFICATE,
    Misbehaving,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pytest

    from qfpay_gui.services.http.cancellation import Cancellation

CLIENT_KEY = "0123456789ABCDEF0123456789ABCDEF"

APP_CODE = "A1B2C3D4E5F60718293A4B5C6D7E8F90"

CREDENTIALS = Credentials(APP_CODE, CLIENT_KEY)

SIGNED = OFFICIAL.sign((), CLIENT_KEY, "MD5")

QUICK = Timeouts(connect=2, read=2, overall=4)

SHOP = "https://pay.example"

HEADERS = (
    ("X-QF-APPCODE", APP_CODE),
    ("X-QF-SIGN", "9F2C41D077AE"),
    ("Content-Type", "application/x-www-form-urlencoded"),
)


def prepared(
    base_url: str,
    *,
    body: bytes = b"txamt=300&txcurrcd=HKD",
    headers: tuple[tuple[str, str], ...] = HEADERS,
    path: str = "/trade/v1/payment",
    method: str = "POST",
) -> PreparedRequest:
    """A payment request for this base URL."""
    return PreparedRequest(method, base_url + path, headers, body, (), SIGNED, "MD5", custom(base_url))


def send(server: Misbehaving, *, timeouts: Timeouts = QUICK, cancel: Cancellation | None = None) -> Exchange:
    """The example payment, sent to this server."""
    client = QFPayClient(server.base_url, CREDENTIALS, timeouts=timeouts, ca_file=str(CERTIFICATE))
    return client.send(prepared(server.base_url), cancel=cancel)


def replied(exchange: Exchange) -> HttpReply:
    """The reply; a failure fails the test."""
    assert isinstance(exchange.outcome, HttpReply), exchange.outcome
    return exchange.outcome


def failed(exchange: Exchange) -> TransportFailure:
    """The failure; a reply fails the test."""
    assert isinstance(exchange.outcome, TransportFailure), exchange.outcome
    return exchange.outcome


def failure_of(
    base_url: str,
    *,
    headers: tuple[tuple[str, str], ...] = (("X-QF-APPCODE", APP_CODE),),
    timeouts: Timeouts = QUICK,
    ca_file: str = "",
    elsewhere: str = "",
) -> TransportFailure:
    """The failure of a small payment sent to this base URL."""
    url = (elsewhere or base_url) + "/trade/v1/payment"
    request = PreparedRequest("POST", url, headers, b"txamt=300", (), SIGNED, "MD5", custom(base_url))
    exchange = QFPayClient(base_url, CREDENTIALS, timeouts=timeouts, ca_file=ca_file).send(request)
    assert isinstance(exchange, Exchange)
    assert exchange.request is request
    assert isinstance(exchange.outcome, TransportFailure), exchange.outcome
    for secret in (CLIENT_KEY, APP_CODE, "txamt"):
        assert secret not in exchange.outcome.technical
    return exchange.outcome


def unknown(*_args: object, **_kwargs: object) -> list[object]:
    """A resolver that knows no name."""
    raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")


@contextlib.contextmanager
def closed() -> Iterator[int]:
    """A port that is taken, so that nobody else gets it, and where nobody listens."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        yield taken.getsockname()[1]


def without_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take the machine's own proxies out of the environment."""
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
