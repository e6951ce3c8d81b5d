"""The doctor's search for a signature that nothing explains, beside nothing but as many digests."""

from __future__ import annotations

import hashlib
import time
from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.doctor.diagnosis import Known, examine
from tests.benchmarks.measuring import Comparison, side_by_side

if TYPE_CHECKING:
    from collections.abc import Iterator

_KEY = "0A1B2C3D4E5F60718293A4B5C6D7E8F9"
_UNEXPLAINED = "0123456789ABCDEF0123456789ABCDEF"
_PARAMS = {
    "txamt": "300",
    "txcurrcd": "HKD",
    "pay_type": "800213",
    "out_trade_no": "QA20260301000142",
    "txdtm": "2026-03-01 18:00:00",
    "sub_openid": "oAbCdEfGhIjKlMnOpQrStUvWxYz0",
    "goods_name": "港式奶茶",
}


def measure(rounds: int) -> Iterator[Comparison]:
    """Up to one deviation, two and three: everything is tried, for nothing fits. In the processor's own time."""
    for depth, what in ((1, "one deviation"), (2, "up to two deviations"), (3, "up to three deviations")):
        yield _compare(depth, f"doctor, {what}", rounds)


def _compare(depth: int, what: str, rounds: int) -> Comparison:
    signed = "&".join(f"{name}={value}" for name, value in sorted(_PARAMS.items())).encode() + _KEY.encode()
    recipes = 0

    def search() -> Iterator[float]:
        nonlocal recipes
        began = time.process_time()
        account = examine(_PARAMS, _KEY, _UNEXPLAINED, "MD5", Known(), depth).account
        yield 1000 * (time.process_time() - began)
        recipes = account.tried if account else 0

    def digests() -> Iterator[float]:
        began = time.process_time()
        for _recipe in range(recipes):
            hashlib.md5(signed, usedforsecurity=False).digest()
        yield 1000 * (time.process_time() - began)

    ours, bare = side_by_side(search, digests, rounds)
    pace = f"{1000 * recipes * len(ours) / sum(ours):,.0f} recipes a second"
    return Comparison(what, f"{recipes:,} digests by hashlib.md5", ours, bare, pace)
