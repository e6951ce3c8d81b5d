"""Finds the JSON documents of a text: a collection and its environment are often pasted one below the other."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from qfpay_gui.qfpay.json_reading import WrittenNumber

if TYPE_CHECKING:
    from collections.abc import Iterator

_START = re.compile(r"^[ \t]{0,20}(?=[{\[])", re.MULTILINE)
_MARKS = re.compile(
    r'"(?:entries|request|requests|item|items|mode|urlencoded|resources|endpoint|mimeType|method|dataMode|paths)"\s{0,9}:'
)
_MOST_FAILURES = 20
_DECODER = json.JSONDecoder(strict=False, parse_int=WrittenNumber, parse_float=WrittenNumber)


def documents(source: str) -> Iterator[Any]:
    """Each object or list that begins a line, if any looks like an export."""
    if not _MARKS.search(source):
        return
    at = failures = 0
    while failures < _MOST_FAILURES and (found := _START.search(source, at)):
        try:
            value, at = _DECODER.raw_decode(source, found.end())
        except (ValueError, RecursionError):
            at, failures = found.end() + 1, failures + 1
        else:
            yield value
