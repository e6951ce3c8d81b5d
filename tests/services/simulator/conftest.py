"""A merchant who signs and sends on its own, so that the simulator is judged by a third reading of the rules."""

from __future__ import annotations

import hashlib
import http.client
import json
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest

from qfpay_gui.services.simulator import Simulator
from tests.services.simulator.party import Watcher

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from qfpay_gui.qfpay.credentials import Credentials

FORM = "application/x-www-form-urlencoded"
PAYMENT = {
    "txamt": "300",
    "txcurrcd": "HKD",
    "pay_type": "800213",
    "out_trade_no": "QA202603010001",
    "txdtm": "2026-03-01 10:00:00",
    "sub_openid": "oAbCdEfGhIjKlMnOpQrStUvWxYz0",
}
MONTH = {"start_time": "2026-03-01 00:00:00", "end_time": "2026-03-31 23:59:59"}
"""All orders of the month in which :class:`Clock` begins."""


@dataclass
class Clock:
    """Seconds since 1970 that move only when told: 2026-03-01 10:00:00 UTC+8 at first."""

    now: float = 1772330400.0

    def __call__(self) -> float:
        """This moment."""
        return self.now


@dataclass(frozen=True)
class Reply:
    """An answer as it came over the wire."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def fields(self) -> Any:
        """The parsed JSON."""
        return json.loads(self.body)

    @property
    def respcd(self) -> str:
        """The outer respcd."""
        return str(self.fields["respcd"])

    @property
    def respmsg(self) -> str:
        """What the simulator explains."""
        return str(self.fields["respmsg"])


def percent(value: str) -> bytes:
    """Percent-encodes every byte, and a space as a plus."""
    return b"".join(b"+" if byte == 0x20 else b"%%%02X" % byte for byte in value.encode())


def form(params: Mapping[str, str]) -> bytes:
    """The parameters as a form."""
    return b"&".join(percent(name) + b"=" + percent(value) for name, value in params.items())


def sign(params: Mapping[str, str], key: str, algorithm: str = "md5") -> str:
    """The signature, worked out once more."""
    string = "&".join(f"{name}={params[name]}" for name in sorted(params)) + key
    return hashlib.new(algorithm, string.encode()).hexdigest().upper()


@dataclass(frozen=True)
class Merchant:
    """Sends to one simulator; every keyword replaces what would rightly be sent."""

    base_url: str
    credentials: Credentials = field(repr=False)

    def send(  # noqa: PLR0913 - each keyword is one thing a merchant can get wrong
        self,
        params: Mapping[str, str] | None = None,
        *,
        path: str = "/trade/v1/payment",
        method: str = "POST",
        body: bytes | None = None,
        signature: str | None = None,
        headers: Mapping[str, str | None] | None = None,
    ) -> Reply:
        """One exchange; a header of None is left out."""
        params = PAYMENT if params is None else params
        chosen = {
            "Content-Type": FORM,
            "X-QF-APPCODE": self.credentials.app_code,
            "X-QF-SIGN": sign(params, self.credentials.client_key) if signature is None else signature,
            **(headers or {}),
        }
        sent = {name: value for name, value in chosen.items() if value is not None}
        return self.raw(method, path, form(params) if body is None else body, sent)

    def raw(self, method: str, path: str, body: bytes, headers: Mapping[str, str]) -> Reply:
        """One exchange with exactly these headers."""
        connection = http.client.HTTPConnection(urlsplit(self.base_url).netloc, timeout=10)
        try:
            connection.request(method, path, body, dict(headers))
            response = connection.getresponse()
            return Reply(response.status, dict(response.getheaders()), response.read())
        finally:
            connection.close()

    def knowing(self, client_key: str) -> Merchant:
        """The same merchant with another key."""
        return replace(self, credentials=replace(self.credentials, client_key=client_key))


@dataclass(frozen=True)
class Shop:
    """A merchant and the customers who come in."""

    simulator: Simulator
    merchant: Merchant

    def order(self, out_trade_no: str = "order", **changes: str) -> Any:
        """The fields of an accepted payment."""
        reply = self.merchant.send({**PAYMENT, "out_trade_no": out_trade_no, **changes})
        assert reply.respcd == "0000"
        return reply.fields

    def sell(self, out_trade_no: str = "order", **changes: str) -> str:
        """The syssn of an order that a customer has paid."""
        fields = self.order(out_trade_no, **changes)
        assert self.simulator.pay(prepay_id(fields)).ok
        return str(fields["syssn"])

    def refund(self, syssn: str, txamt: str, out_trade_no: str = "refund", **changes: str) -> Reply:
        """The answer to a refund."""
        params = {"syssn": syssn, "out_trade_no": out_trade_no, "txamt": txamt, "txdtm": PAYMENT["txdtm"], **changes}
        return self.merchant.send(params, path="/trade/v1/refund")

    def by_hand(self, action: str, method: str = "POST", *, token: str | None = None, **params: str) -> Reply:
        """What comes of acting as the customer over HTTP."""
        headers = {"X-Simulator-Token": self.simulator.control_token if token is None else token}
        return self.merchant.raw(method, f"/simulator/v1/{action}", form(params), headers)

    def end(self, call: str, **changes: str) -> Reply:
        """The answer to a close or a reversal."""
        params = {"txamt": PAYMENT["txamt"], "txdtm": PAYMENT["txdtm"], **changes}
        return self.merchant.send(params, path=f"/trade/v1/{call}")

    def rows(self, **params: str) -> list[dict[str, str]]:
        """The rows a query finds."""
        reply = self.merchant.send(params or MONTH, path="/trade/v1/query")
        assert reply.respcd == "0000"
        return list(reply.fields["data"])

    def row(self, **params: str) -> dict[str, str]:
        """The only row a query finds."""
        (row,) = self.rows(**params)
        return row


def prepay_id(fields: Any) -> str:
    """WeChat's number of an order just made."""
    return str(fields["pay_params"]["package"]).removeprefix("prepay_id=")


@pytest.fixture
def clock() -> Clock:
    """The time of the simulator."""
    return Clock()


@pytest.fixture
def simulator(clock: Clock) -> Iterator[Simulator]:
    """A running simulator without an mchid."""
    with Simulator(clock=clock) as running:
        yield running


@pytest.fixture
def merchant(simulator: Simulator) -> Merchant:
    """A merchant with the simulator's credentials."""
    return Merchant(simulator.base_url, simulator.credentials)


@pytest.fixture
def watcher(simulator: Simulator) -> Watcher:
    """Somebody who watches the simulator from the first moment on."""
    watching = Watcher()
    simulator.on_event = watching
    return watching


@pytest.fixture
def shop(simulator: Simulator, merchant: Merchant) -> Shop:
    """Everything a day at a shop takes."""
    return Shop(simulator, merchant)
