"""The simulator as a server: starting, stopping, and clients that misbehave."""

from __future__ import annotations

import socket
import threading
import time
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
import requests

from qfpay_gui.services.simulator import DEMO, Outcome, Simulator, parse_outcome
from tests.services.simulator.conftest import FORM, PAYMENT, Merchant, form, sign

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(autouse=True)
def _silent(capfd: pytest.CaptureFixture[str]) -> Iterator[None]:
    """Nothing a client does makes the simulator print."""
    yield
    assert capfd.readouterr() == ("", "")


def _address(simulator: Simulator) -> tuple[str, int]:
    parts = urlsplit(simulator.base_url)
    return parts.hostname or "", parts.port or 0


def _talk(simulator: Simulator, sent: bytes) -> bytes:
    """Everything that comes back for these bytes until the connection ends."""
    received = b""
    with socket.create_connection(_address(simulator), timeout=10) as connection:
        connection.sendall(sent)
        while piece := connection.recv(65536):
            received += piece
    return received


def _post(length: str, body: bytes = b"") -> bytes:
    """A bare POST with this Content-Length."""
    return f"POST /trade/v1/payment HTTP/1.1\r\nHost: localhost\r\nContent-Length: {length}\r\n\r\n".encode() + body


def test_it_is_reached_by_an_ordinary_client(simulator: Simulator) -> None:
    """A requests client gets an order with nothing but the documented headers."""
    headers = {"X-QF-APPCODE": DEMO.app_code, "X-QF-SIGN": sign(PAYMENT, DEMO.client_key)}
    with requests.Session() as session:
        session.trust_env = False
        reply = session.post(f"{simulator.base_url}/trade/v1/payment", data=PAYMENT, headers=headers, timeout=10)
    assert reply.json()["respcd"] == "0000"


def test_it_listens_on_loopback_only(simulator: Simulator) -> None:
    """The base URL is 127.0.0.1 with a port that was free."""
    host, port = _address(simulator)
    assert (host, port > 1023) == ("127.0.0.1", True)


def test_it_introduces_itself(merchant: Merchant) -> None:
    """GET / is a plain page that says what this is."""
    reply = merchant.raw("GET", "/", b"", {})
    assert (reply.status, reply.headers["Content-Type"]) == (200, "text/plain; charset=UTF-8")
    assert reply.body.startswith(b"QFPay simulator")
    assert reply.headers["X-Simulator"] == "QFPay Tester"


@pytest.mark.parametrize("path", ["/trade/v1/payments", "/trade/v1/payment/", "/favicon.ico", "/%2e%2e/"])
def test_unknown_paths_are_explained(merchant: Merchant, path: str) -> None:
    """404 comes as JSON that says where to look."""
    reply = merchant.send(path=path)
    assert (reply.status, "GET / says what the simulator has" in reply.respmsg) == (404, True)


def test_other_methods_are_explained(merchant: Merchant) -> None:
    """PUT is refused as JSON too, without a server's usual page."""
    reply = merchant.send(method="PUT")
    assert (reply.status, reply.headers["X-Simulator"]) == (501, "QFPay Tester")
    assert "PUT" in reply.respmsg


def test_an_absolute_url_is_understood(simulator: Simulator, merchant: Merchant) -> None:
    """A client that believes it talks to a proxy is served."""
    assert merchant.send(path=f"{simulator.base_url}/trade/v1/payment").respcd == "0000"


@pytest.mark.parametrize("length", ["abc", "-1", "+5", "1.5", "", "5\r\nContent-Length: 6", "٣"])
def test_a_bad_content_length_is_refused(simulator: Simulator, length: str) -> None:
    """Content-Length is one whole number."""
    received = _talk(simulator, _post(length, b"12345"))
    assert received.startswith(b"HTTP/1.1 400 ")
    assert b"Content-Length is not one whole number" in received


@pytest.mark.parametrize("length", [str(2 * 1024 * 1024 + 1), "9" * 11, "9" * 5000])
def test_an_announced_excess_is_refused(simulator: Simulator, length: str) -> None:
    """A body beyond 2 MB is refused before it is read."""
    assert _talk(simulator, _post(length)).startswith(b"HTTP/1.1 413 ")


def test_a_large_body_is_refused_and_the_client_hears_of_it(merchant: Merchant) -> None:
    """A client that sends 20 MB in one go, more than any buffer holds, still gets the refusal."""
    assert merchant.send(body=b"x" * 20_000_000).status == 413


def test_the_largest_body_is_read(merchant: Merchant) -> None:
    """2 MB are taken, decoded and checked."""
    head = form(PAYMENT) + b"&udid="
    body = head + b"x" * (2 * 1024 * 1024 - len(head))
    assert merchant.send(body=body, signature="0" * 32).respcd == "1108"


def test_a_chunked_body_is_refused(simulator: Simulator) -> None:
    """A body without a length is answered with 411."""
    request = b"POST /trade/v1/payment HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
    assert _talk(simulator, request).startswith(b"HTTP/1.1 411 ")


def test_a_short_body_is_told(simulator: Simulator) -> None:
    """A client that hangs up early is told how much was missing."""
    with socket.create_connection(_address(simulator), timeout=10) as connection:
        connection.sendall(_post("10", b"12345"))
        connection.shutdown(socket.SHUT_WR)
        received = connection.makefile("rb").read()
    assert received.startswith(b"HTTP/1.1 400 ")
    assert b"announces 10 bytes, but only 5 came" in received


@pytest.mark.parametrize(
    "garbage",
    [
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\r\n\r\n",
        b"GET\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET /" + b"x" * 70_000,
    ],
)
def test_garbage_ends_the_connection(simulator: Simulator, garbage: bytes) -> None:
    """Whatever is not HTTP is refused, and the next request is served."""
    assert b"Traceback" not in _talk(simulator, garbage)
    assert Merchant(simulator.base_url, simulator.credentials).send().respcd == "0000"


@pytest.mark.parametrize(
    ("sent", "answer"),
    [(b"", b""), (b"POST /trade/v1/pay", b""), (_post("10", b"12345"), b"HTTP/1.1 408 ")],
)
def test_slow_clients_are_not_waited_for(sent: bytes, answer: bytes) -> None:
    """A client that stops in the middle is let go once patience is over."""
    with Simulator(patience=0.2) as simulator:
        assert _talk(simulator, sent)[:13] == answer


def test_a_client_that_trickles_is_not_waited_for() -> None:
    """Patience is for the whole body, not for each byte of it."""
    with Simulator(patience=0.3) as simulator, socket.create_connection(_address(simulator), timeout=10) as connection:
        connection.sendall(_post("1000"))
        connection.settimeout(0.05)
        received, before = b"", time.monotonic()
        while not received and time.monotonic() - before < 5:
            try:
                connection.sendall(b"x")
                received = connection.recv(100)
            except TimeoutError:
                continue
    assert received.startswith(b"HTTP/1.1 408 ")


def test_a_client_that_leaves_is_no_news(simulator: Simulator) -> None:
    """Hanging up before a large answer disturbs nobody."""
    headers = (
        f"X-QF-APPCODE: {DEMO.app_code}\r\nX-QF-SIGN: {sign(PAYMENT, DEMO.client_key)}\r\nContent-Type: {FORM}\r\n"
    )
    request = _post(f"{len(form(PAYMENT))}\r\n{headers}X-Simulator-Outcome: oversized", form(PAYMENT))
    with socket.create_connection(_address(simulator), timeout=10) as connection:
        connection.sendall(request)
        connection.recv(1)
    merchant = Merchant(simulator.base_url, simulator.credentials)
    assert merchant.send({**PAYMENT, "out_trade_no": "next"}).respcd == "0000"


def test_a_fault_of_its_own_is_told_to_the_client() -> None:
    """A clock that fails ends in HTTP 500 with the kind of fault, not in a traceback."""

    def broken() -> float:
        raise ZeroDivisionError

    with Simulator(clock=broken) as simulator:
        reply = Merchant(simulator.base_url, simulator.credentials).send()
    assert (reply.status, "ZeroDivisionError" in reply.respmsg) == (500, True)


def test_stopping_does_not_wait_for_a_late_answer() -> None:
    """Stopping cuts a delay of minutes short, and the client sees its connection end."""
    simulator = Simulator()
    simulator.start()
    simulator.outcome = parse_outcome("delay:500")
    endings: list[BaseException] = []

    def pay() -> None:
        try:
            Merchant(base_url, simulator.credentials).send()
        except OSError as error:
            endings.append(error)

    base_url = simulator.base_url
    client = threading.Thread(target=pay)
    client.start()
    _wait_for_order(simulator)
    before = time.monotonic()
    simulator.stop()
    client.join(5)
    assert (time.monotonic() - before < 5, len(endings)) == (True, 1)


def _wait_for_order(simulator: Simulator) -> None:
    """Return once the payment has been taken in."""
    merchant = Merchant(simulator.base_url, simulator.credentials)
    deadline = time.monotonic() + 10
    while not merchant.send({"out_trade_no": PAYMENT["out_trade_no"]}, path="/trade/v1/query").fields["data"]:
        assert time.monotonic() < deadline


def test_stopping_twice_is_harmless() -> None:
    """A simulator can be stopped before it starts, and twice afterwards."""
    simulator = Simulator()
    simulator.stop()
    simulator.start()
    simulator.start()
    simulator.stop()
    simulator.stop()
    assert simulator.base_url == ""


def test_a_stopped_simulator_can_start_again_where_it_was() -> None:
    """The port is free at once after stopping, and orders survive."""
    with Simulator() as first:
        port = _address(first)[1]
        Merchant(first.base_url, first.credentials).send()
    simulator = Simulator(port=port)
    for _ in range(2):
        with simulator:
            assert _address(simulator)[1] == port
            reply = Merchant(simulator.base_url, simulator.credentials).send()
    assert reply.respcd == "1251"


def test_a_taken_port_is_explained(simulator: Simulator) -> None:
    """A port in use is an OSError with a sentence, and the second simulator does not run."""
    port = _address(simulator)[1]
    second = Simulator(port=port)
    with pytest.raises(OSError, match=f"Port {port} is taken by another program"):
        second.start()
    assert second.base_url == ""


def test_impossible_choices_are_refused() -> None:
    """Ports beyond the range and empty credentials are a ValueError."""
    with pytest.raises(ValueError, match="0 to 65535"):
        Simulator(port=70_000)
    for app_code, client_key in (("", "K"), ("A", "")):
        with pytest.raises(ValueError, match="needs an app_code and a client_key"):
            Simulator(app_code=app_code, client_key=client_key)


def test_credentials_are_the_demo_ones_unless_given() -> None:
    """The window asks the simulator what to sign with, and the key is in no repr."""
    assert Simulator().credentials == DEMO
    mine = Simulator(app_code="A", client_key="my-own-key", mchid="M").credentials
    assert (mine.app_code, mine.client_key, mine.mchid) == ("A", "my-own-key", "M")
    assert "my-own-key" not in repr(mine)
    assert Simulator().outcome == Outcome.normal
