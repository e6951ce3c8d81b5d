"""A request prepared and its signing string drawn, beside nothing but the digest of the same bytes."""

from __future__ import annotations

import hashlib
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from qfpay_gui.models.request.signing_text import signing_text
from qfpay_gui.qfpay.credentials import Credentials
from qfpay_gui.qfpay.environments import SIMULATOR
from qfpay_gui.qfpay.request.draft import example_draft, freshened
from qfpay_gui.qfpay.request.prepared import prepare
from qfpay_gui.qfpay.signing import signature
from tests.benchmarks.measuring import Comparison, side_by_side

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_TIMES = 100
_NOW = datetime(2026, 11, 23, 11, 40, tzinfo=UTC)
_CREDENTIALS = Credentials("F" * 32, "0" * 32)


def measure(rounds: int) -> Iterator[Comparison]:
    """The official signature alone, and all that a keystroke computes."""
    draft = freshened(example_draft(), _NOW, "AB12CD")
    request = prepare(draft, _CREDENTIALS, SIMULATOR, now=_NOW)
    signed = request.signing_string.encode()
    pairs = dict(request.parameters)

    def digest() -> object:
        return hashlib.md5(signed, usedforsecurity=False).hexdigest()

    def sign() -> object:
        return signature(pairs, _CREDENTIALS.client_key)

    def prepare_and_draw() -> object:
        prepared = prepare(draft, _CREDENTIALS, SIMULATOR, now=_NOW)
        return signing_text(prepared.signed.segments, reveal_key=False).spans

    for what, work in (("signature()", sign), ("prepare() with its findings, and drawn", prepare_and_draw)):
        ours, bare = side_by_side(_timed(work), _timed(digest), rounds)
        pace = f"{1000 * len(ours) / sum(ours):,.0f} a second"
        yield Comparison(what, f"hashlib.md5 over the same {len(signed)} bytes", ours, bare, pace)


def _timed(work: Callable[[], object]) -> Callable[[], Iterator[float]]:
    """The mean milliseconds of a hundred calls in a row."""

    def durations() -> Iterator[float]:
        began = time.perf_counter()
        for _call in range(_TIMES):
            work()
        yield 1000 * (time.perf_counter() - began) / _TIMES

    return durations
