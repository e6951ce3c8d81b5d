"""What was answered is no part of what was sent: replies are left out before a request is read."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_RESPCD = re.compile(r"\b(?:respcd|notify_type|paydtm|sysdtm|chnlsn)\b(?=\\*[\"'\]]?\s{0,3}(?:=|:|：))")
_STATUS = re.compile(
    r"(?:HTTP/[\d.]{1,3} \d{3}\b|\bresponse: Status \d{3})[^\n]*"
    r"(?:\n(?![^\n]*(?:(?:POST|GET) |\btxamt\b|\bout_trade_no\b))"
    r"(?:(?:[<>*|\"' -]{0,6}|header: )[A-Za-z][\w-]{1,40}: ?[^\n]*|[^\w\n]{1,12}(?=\n)))*"
)
_OPEN, _CLOSE = "{[(", "}])"
_BRACKET = re.compile(r"[{}\[\]()]")
_BEFORE = 4000
_BEHIND = 8000
_MOST = 400


def without_replies(text: str) -> str:
    """The text with blanks where replies stand; places stay what they are."""
    parts, place = [], 0
    for begin, end in sorted((*_groups(text), *_heads(text))):
        if end > place:
            start = max(begin, place)
            parts += [text[place:start], "\n" * (end - start)]
            place = end
    return "".join([*parts, text[place:]])


def _groups(text: str) -> Iterator[tuple[int, int]]:
    """The brackets around each respcd."""
    end = -1
    for found in islice(_RESPCD.finditer(text), _MOST):
        if found.start() >= end:
            start = _opening(text, found.start())
            end = _closing(text, start) if start >= 0 else -1
            if end > 0:
                yield start, end


def _heads(text: str) -> Iterator[tuple[int, int]]:
    return (found.span() for found in islice(_STATUS.finditer(text), _MOST))


def _opening(text: str, at: int) -> int:
    """The place of the bracket that is open here, -1 where there is none near."""
    depth = 0
    for place in range(at - 1, max(-1, at - _BEFORE), -1):
        if text[place] in _CLOSE:
            depth += 1
        elif text[place] in _OPEN:
            if depth == 0 and not (text[place] == "[" and not text[place + 1 : at].strip("\"' ")):
                return place
            depth = max(0, depth - 1)
    return -1


def _closing(text: str, start: int) -> int:
    """Where the bracket that opens here is closed; the end of the line where it never is."""
    depth = 0
    for found in _BRACKET.finditer(text, start, start + _BEHIND):
        depth += 1 if found.group() in _OPEN else -1
        if depth == 0:
            return found.end()
    line = text.find("\n", start)
    return len(text) if line < 0 else line
