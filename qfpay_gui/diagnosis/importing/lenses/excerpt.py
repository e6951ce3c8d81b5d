"""Of a very long text, the stretches in which a request may stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.importing.lenses.view import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

LONG = 24_000
"""Characters of a text that are read at most; of a longer one only the stretches around names of the API."""

_NAME = re.compile(r"txamt|out_trade_no|txcurrcd|pay_type|txdtm|syssn|sub_openid|X-QF-|x-qf-|X-Qf-")
_BEFORE = 1500
_BEHIND = 2500


def excerpt(text: str) -> Iterator[Edit]:
    """All but the stretches around names of the API, from the first on until enough is read."""
    if len(text) <= LONG:
        return
    end = left = 0
    for start, until in _stretches(text):
        if left + until - start > LONG:
            break
        yield Edit(end, start, "\n" * (end > 0))
        left += until - start
        end = until
    yield Edit(end, len(text))


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Stretches around the names, those that touch as one, none longer than the limit."""
    start = end = -1
    for found in _NAME.finditer(text):
        if found.end() <= end - _BEHIND // 2:
            continue
        begin, until = _line_start(text, found.start()), min(len(text), found.end() + _BEHIND)
        if start >= 0 and (begin > end or until - start > LONG):
            yield start, end
            start = -1
            begin = max(begin, end)
        start = begin if start < 0 else start
        end = until
    if start >= 0:
        yield start, end


def _line_start(text: str, at: int) -> int:
    begin = max(0, at - _BEFORE)
    line = text.find("\n", begin, at)
    return begin if line < 0 else line + 1
