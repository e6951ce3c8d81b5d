"""A program's request through the door that hands it on, beside the same request to the same host without it."""

from __future__ import annotations

import ssl
import time
from functools import partial
from http.client import HTTPConnection, HTTPSConnection
from statistics import median
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from qfpay_gui.services.http.terms import Terms
from qfpay_gui.services.proxy.door import Door, Target
from qfpay_gui.services.simulator.answers import explained
from tests.benchmarks.measuring import Comparison, side_by_side
from tests.services.http.misbehaving import CERTIFICATE, Misbehaving, reply

if TYPE_CHECKING:
    from collections.abc import Iterator

_TIMES = 10
_BODY = b"txamt=300&txcurrcd=HKD&pay_type=800213&out_trade_no=QA1&txdtm=2026-03-01+12%3A05%3A06"
_FORM = {"Content-Type": "application/x-www-form-urlencoded", "X-QF-APPCODE": "F" * 32, "X-QF-SIGN": "0" * 32}


def measure(rounds: int) -> Iterator[Comparison]:
    """To a host that speaks plain HTTP, and to one that speaks TLS."""
    trusted = ssl.create_default_context(cafile=CERTIFICATE)
    door = Door(lambda _request: explained(503, ""))
    for what, is_tls in (("request through the door", False), ("the same to a host with TLS", True)):
        with Misbehaving(reply(), tls=is_tls) as host, door:
            door.target = Target(host.base_url, partial(Terms, ca_file=str(CERTIFICATE)))
            through = partial(_asked, door.base_url, None)
            straight = partial(_asked, host.base_url, trusted if is_tls else None)
            ours, bare = side_by_side(through, straight, rounds)
        yield Comparison(what, "it without the door", ours, bare, f"adds {median(ours) - median(bare):.1f} ms")


def _asked(base_url: str, context: ssl.SSLContext | None) -> Iterator[float]:
    """The milliseconds of each request, on a connection of its own."""
    where = urlsplit(base_url)
    for _time in range(_TIMES):
        began = time.perf_counter()
        host, port = str(where.hostname), where.port
        connection = HTTPSConnection(host, port, context=context) if context else HTTPConnection(host, port)
        connection.request("POST", "/trade/v1/payment", _BODY, _FORM)
        connection.getresponse().read()
        connection.close()
        yield 1000 * (time.perf_counter() - began)
