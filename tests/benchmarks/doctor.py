"""The doctor's search for a signature that nothing explains, beside nothing but as many digests."""

from __future__ import annotations

import hashlib
import time
from typing import TYPE_CHECKING

from qfpay_gui.diagnosis import diagnose
from qfpay_gui.diagnosis.doctor.case import Case, as_pairs
from qfpay_gui.diagnosis.doctor.search import STAGES, Search
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
    signed = "&".join(f"{name}={value}" for name, value in sorted(_PARAMS.items())).encode() + _KEY.encode()
    for depth, what in ((1, "one deviation"), (2, "up to two deviations"), (3, "up to three deviations")):
        recipes = _recipes(depth)

        def search(depth: int = depth) -> Iterator[float]:
            began = time.process_time()
            diagnose(_PARAMS, _KEY, _UNEXPLAINED, depth=depth)
            yield 1000 * (time.process_time() - began)

        def digests(count: int = recipes) -> Iterator[float]:
            began = time.process_time()
            for _recipe in range(count):
                hashlib.md5(signed, usedforsecurity=False).digest()
            yield 1000 * (time.process_time() - began)

        ours, bare = side_by_side(search, digests, rounds)
        pace = f"{1000 * recipes * len(ours) / sum(ours):,.0f} recipes a second"
        yield Comparison(f"doctor, {what}", f"{recipes:,} digests by hashlib.md5", ours, bare, pace)


def _recipes(depth: int) -> int:
    """How many recipes the search tries: one digest each."""
    search = Search(Case(as_pairs(_PARAMS), _KEY), {_UNEXPLAINED.lower(): None})
    for stage in STAGES:
        if stage.size <= depth:
            search.at(stage, stage.size)
    return search.tried
