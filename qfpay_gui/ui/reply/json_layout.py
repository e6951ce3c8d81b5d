"""Lays JSON out for reading, token by token, so that numbers, duplicates and order stay as they were written."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.json_reading import JsonText, read_json

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 200_000
_DEEPEST = 40
_INDENT = "  "
_STEPS = {"{": 1, "[": 1, "}": -1, "]": -1}
_OPENING = frozenset("{[")
_BREAKING = frozenset("{[,")
_SPACED = {":": ": "}
_TOKEN = re.compile(r'"(?:\\.|[^"\\])*+"|[{}\[\],:]|[^\s{}\[\],:"]++', re.DOTALL)


def laid_out(written: str) -> str | None:
    """The JSON with one member a line and readable letters in place of escapes.

    None where it is no strict JSON object or list, is or becomes longer than 200,000 characters, or is
    nested so deeply that indenting hides more than it shows.
    """
    if len(written) > LONGEST or not _is_strict(written):
        return None
    tokens = _TOKEN.findall(written)
    if _depth(tokens) > _DEEPEST:
        return None
    pretty = "".join(_lines(tokens))
    return pretty if len(pretty) <= LONGEST else None


def _is_strict(written: str) -> bool:
    parsed = read_json(written)
    return isinstance(parsed, JsonText) and not parsed.faults and isinstance(parsed.value, dict | list)


def _depth(tokens: list[str]) -> int:
    depth = deepest = 0
    for token in tokens:
        depth += _STEPS.get(token, 0)
        deepest = max(deepest, depth)
    return deepest


def _lines(tokens: list[str]) -> Iterator[str]:
    depth, before = 0, ""
    for token in tokens:
        step = _STEPS.get(token, 0)
        depth += min(step, 0)
        is_empty = step < 0 and before in _OPENING
        if not is_empty and (step < 0 or before in _BREAKING):
            yield "\n" + _INDENT * depth
        yield _SPACED.get(token) or _readable(token)
        depth += max(step, 0)
        before = token


def _readable(token: str) -> str:
    """A string with its escaped letters spelled out; one that would hide something stays as written."""
    if "\\u" not in token:
        return token
    spoken = json.loads(token)
    return json.dumps(spoken, ensure_ascii=False) if spoken.isprintable() else token
