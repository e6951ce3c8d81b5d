"""Speaks to the simulator and the listener without a network: bytes in, bytes out, on this thread."""

from __future__ import annotations

import socket
import tempfile
import threading
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qfpay_gui.services.loopback.server import Places
from qfpay_gui.services.notifications.listener import Listener
from qfpay_gui.services.notifications.reception import Reception
from qfpay_gui.services.simulator import DEMO, Simulator
from qfpay_gui.services.simulator.exchange import SimulatorHandler
from qfpay_gui.services.simulator.trade.verify import Signed
from qfpay_gui.services.simulator.wire import UnreadableFormError, read_form

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qfpay_gui.services.simulator.answers import HttpAnswer
    from qfpay_gui.services.simulator.wire import Request

TOKENS = (
    *(
        b"GET",
        b"POST",
        b" HTTP/1.1",
        b"/trade/v1/",
        b"payment",
        b"query",
        b"refund",
        b"close",
        b"reversal",
        b"/simulator/v1/pay",
    ),
    *(
        b"Host: localhost",
        b"Origin: ",
        b"Sec-Fetch-Site: ",
        b"Content-Length: ",
        b"Transfer-Encoding: chunked",
        b"0\r\n\r\n",
    ),
    *(b"X-QF-SIGNTYPE: SHA256", b"X-Simulator-Outcome: ", b"respcd:1143", b"broken-json", b"html:502", b"invalid-utf8"),
    *(
        b"Content-Type: multipart/form-data; boundary=x7",
        b"--x7",
        b"Content-Disposition: form-data; name=",
        b"expired_time",
    ),
    *(b"start_time=2026-03-01 00:00:00", b"page=", b"page_size=", b"extend_info=", b"notify_url=http://127.0.0.1:9/"),
    *(b"SIGNATURE", b"LENGTH", b"TOKEN", b"%zz", b"%e5%a5%b6", b"/sns/jscode2session?appid=", b"js_code="),
)
_HEAD = (
    b"POST /trade/v1/%s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
    b"Content-Length: LENGTH\r\nX-QF-APPCODE: " + DEMO.app_code.encode() + b"\r\nX-QF-SIGN: SIGNATURE\r\n\r\n"
)
_PAYMENT = b"txamt=300&txcurrcd=HKD&pay_type=800213&out_trade_no=1&txdtm=2026-03-01 10:00:00&sub_openid=o"
_BODIES = {
    b"payment": _PAYMENT,
    b"query": b"out_trade_no=order&page=1&page_size=10",
    b"refund": b"syssn=SYSSN&out_trade_no=2&txamt=100&txdtm=2026-03-01 10:00:00",
    b"close": b"syssn=SYSSN&txamt=300&txdtm=2026-03-01 10:00:00",
    b"reversal": b"out_trade_no=order&txamt=300&txdtm=2026-03-01 10:00:00",
}


class _Server:
    """What a handler asks of the server it belongs to."""

    patience, names = 2.0, ()

    def __init__(self) -> None:
        self.places, self.stopping = Places(), threading.Event()
        self.stopping.set()


def seeds() -> list[bytes]:
    """One of each call, in two kinds of body, and what else is served."""
    calls = [_HEAD % call + body for call, body in _BODIES.items()]
    multipart = _HEAD.replace(b"application/x-www-form-urlencoded", b"multipart/form-data; boundary=x7") % b"payment"
    part = b'--x7\r\nContent-Disposition: form-data; name="txamt"\r\n\r\n300\r\n--x7--\r\n'
    pay = b"POST /simulator/v1/pay HTTP/1.1\r\nX-Simulator-Token: TOKEN\r\nContent-Length: LENGTH\r\n\r\nsyssn=SYSSN"
    code = b"GET /sns/jscode2session?appid=wx&secret=s&js_code=01234567890123456789 HTTP/1.1\r\n\r\n"
    chunks = b"POST /n HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\nX: y\r\n\r\n"
    return [*calls, multipart + part, pay, code, chunks, b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"]


def talk(data: bytes) -> None:
    """Send these bytes to a simulator that has one paid order and one open one, and to a listener.

    SIGNATURE, LENGTH, TOKEN and SYSSN stand for what is right, so that chance need not guess it.
    """
    simulator = Simulator(clock=lambda: 1772330400.0)
    simulator._world.life._hooks = _Silent()  # type: ignore[assignment]
    faults: list[Exception] = []

    def respond(request: Request) -> HttpAnswer:
        try:
            return simulator.respond(request)
        except Exception as fault:
            faults.append(fault)
            raise

    for number in (b"order", b"sold"):
        said = _said(_completed(_HEAD % b"payment" + _PAYMENT.replace(b"no=1", b"no=" + number), simulator), respond)
        assert b'"respcd": "0000"' in said, said
    sold = simulator._world.life.book.find("out_trade_no", "sold")
    assert sold is not None
    simulator.pay(sold.prepay_id)
    said = _said(_completed(data, simulator), respond)
    assert DEMO.client_key.encode() not in said
    if faults:
        raise faults[0]
    _listened(data)


def _listened(data: bytes) -> None:
    listener = Listener(clock=lambda: 0.0)
    _exchanged(data, lambda *connection: Reception(listener, 0.0, *connection))
    assert len(listener.received()) <= 1


def _said(data: bytes, respond: Any) -> bytes:
    return _exchanged(data, lambda *connection: SimulatorHandler(respond, *connection))


def _exchanged(data: bytes, handle: Any) -> bytes:
    """What a handler answers to these bytes, on this very thread; a client that goes away is no fault."""
    client, end = socket.socketpair()
    with client, end:
        client.settimeout(2)
        client.sendall(data)
        client.shutdown(socket.SHUT_WR)
        with suppress(ConnectionError, TimeoutError):
            handle(end, ("127.0.0.1", 1), _Server())
        end.close()
        return b"".join(iter(lambda: client.recv(65536), b""))


def _completed(data: bytes, simulator: Simulator) -> bytes:
    """The bytes with their marks replaced."""
    head, empty, body = data.partition(b"\r\n\r\n")
    sold = simulator._world.life.book.find("out_trade_no", "sold")
    body = body.replace(b"SYSSN", sold.syssn.encode() if sold else b"")
    query = head.partition(b"\r\n")[0].partition(b"?")[2].rpartition(b" ")[0]
    with suppress(UnreadableFormError):
        sign_type = "SHA256" if b"X-QF-SIGNTYPE: SHA256" in head else "MD5"
        signed = Signed(read_form(query) + read_form(body), DEMO.app_code, DEMO.client_key, sign_type)
        head = head.replace(b"SIGNATURE", signed.expected.encode())
    head = head.replace(b"LENGTH", str(len(body)).encode()).replace(b"TOKEN", simulator.control_token.encode())
    return head + empty + body


class _Silent:
    """Nobody hears of what happens, so that no other thread takes part."""

    def __getattr__(self, _name: str) -> Any:
        return lambda *_arguments: None


@contextmanager
def folder() -> Iterator[Path]:
    """A folder for a moment, in memory where there is such a place: what is written is waited for."""
    memory = Path("/dev/shm")  # noqa: S108 - the folder made in it is its user's own
    with tempfile.TemporaryDirectory(prefix="fuzz-", dir=memory if memory.is_dir() else None) as place:
        yield Path(place)
