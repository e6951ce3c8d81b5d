"""Finds where in a paste each value that was read stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from heapq import nsmallest
from typing import TYPE_CHECKING, NamedTuple

from qfpay_gui.diagnosis.importing.names import KNOWN, role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qfpay_gui.diagnosis.importing.request import ReadRequest

PARAMETER = "parameter"
ROLES = ("signature", "app_code", "client_key", "sign_type", "url")
"""What a stretch may be besides a parameter: the fields of a ReadRequest, ``sign_type`` as it is stated."""

_LONGEST, _NEAREST, _MOST_BETWEEN, _DISTINCT = 1000, 60, 120, 6
_ENTITIES = {"&": "amp", "<": "lt", ">": "gt", '"': "quot", "'": "apos"}
_SPECIAL = {
    " ": r"\+",
    "'": r"'\\''|\\'|''",
    '"': r'\\"|""',
    "\\": r"\\\\",
    "/": r"\\/",
    "\n": r"\\n",
    "\r": r"\\r",
    "\t": r"\\t",
}
_AROUND = 50_000
_WORD = re.compile(r"[A-Za-z_][\w-]*")


@dataclass(frozen=True)
class Place:
    """A stretch of the paste and the role it was read in; ``at`` is a parameter's place among the pairs, else -1."""

    start: int
    end: int
    role: str
    name: str = ""
    at: int = -1


class _Value(NamedTuple):
    role: str
    name: str
    written: str
    at: int = -1


def places(source: str, request: ReadRequest) -> tuple[Place, ...]:
    """The stretches of the paste from which this request was read, in their order; values not found again have none."""
    view = request.view
    if view is None:
        return ()
    mark = len(source) - len(source.removeprefix("\ufeff"))
    centre = _centre(view.text, request)
    first = max(0, centre - _AROUND)
    text = view.text[first : centre + _AROUND]
    taken: dict[tuple[int, int], None] = {}
    found = []
    for value in _values(text, request):
        stretch = _stretch(text, value, centre - first, taken)
        if stretch is not None:
            taken[stretch] = None
            start, end = view.origin(stretch[0] + first, stretch[1] + first)
            found.append(Place(start + mark, end + mark, value.role, value.name, value.at))
    return tuple(sorted(found, key=lambda one: (one.start, one.end)))


def _values(text: str, request: ReadRequest) -> Iterator[_Value]:
    """The longest first, so that no short one takes a part of a long one."""
    values = [_Value(PARAMETER, name, value, at) for at, (name, value) in enumerate(request.pairs)]
    address = request.url.partition("?")[0]
    shown = address if address in text else f"/{address.partition('://')[2].partition('/')[2]}"
    stated = {"sign_type": request.stated_sign_type, "url": shown if len(shown) > 1 else ""}
    beside = [_Value(name, "", stated.get(name, getattr(request, name))) for name in ROLES]
    yield from sorted((one for one in (*values, *beside) if one.written), key=lambda one: -len(one.written))


def _centre(text: str, request: ReadRequest) -> int:
    """About where this request of several stands: at what no other request shares with it."""
    params = request.params
    for value in (request.signature, params.get("out_trade_no", ""), params.get("syssn", "")):
        if value and (place := text.find(value)) >= 0:
            return place
    return 0


def _stretch(text: str, value: _Value, centre: int, taken: dict[tuple[int, int], None]) -> tuple[int, int] | None:
    """The stretch of this value: behind its name near the centre, else wherever it stands alone."""
    found: list[tuple[int, int]] = []
    for is_word in (True, False)[: 1 + (len(value.written) >= _DISTINCT)]:
        pattern = _pattern(value.written, is_word=is_word)
        anywhere = (one.span() for one in pattern.finditer(text))
        found = found or [*_behind_name(text, value, pattern, centre)]
        found = found or nsmallest(_NEAREST, anywhere, key=lambda one: abs(one[0] - centre))
    free = (one for one in found if one in taken or not any(one[0] < end and start < one[1] for start, end in taken))
    return min(free, key=lambda one: one in taken, default=None)


def _behind_name(text: str, value: _Value, pattern: re.Pattern[str], centre: int) -> Iterator[tuple[int, int]]:
    """Where the value follows its name, with no other name of the API between them."""
    for start in nsmallest(_NEAREST, _names(text, value), key=lambda place: abs(place - centre)):
        found = pattern.search(text, start, start + _MOST_BETWEEN + 6 * len(value.written))
        if found and not any(one in KNOWN for one in _WORD.findall(text[start : found.start()])):
            yield found.span()


def _names(text: str, value: _Value) -> Iterator[int]:
    """The places right behind each name of this value."""
    if value.role == PARAMETER:
        spelled = re.compile(rf"(?<![A-Za-z0-9_-]){re.escape(value.name)}(?![A-Za-z0-9_-])")
        return (one.end() for one in spelled.finditer(text))
    return (one.end() for one in _WORD.finditer(text) if role(one.group()) == value.role)


@lru_cache(maxsize=512)
def _pattern(value: str, *, is_word: bool) -> re.Pattern[str]:
    """The value as it stands, URL-encoded, with entities or a string's escapes; as a word of its own or glued."""
    written = re.escape(value) if len(value) > _LONGEST else "".join(map(_spellings, value))
    if not is_word:
        return re.compile(written)
    before = r"(?:(?<![0-9A-Za-z])|(?<=%[0-9A-Fa-f]{2})|(?<=\\[nrt]))" if value[0].isalnum() else ""
    return re.compile(before + written + (r"(?![0-9A-Za-z])" if value[-1].isalnum() else ""))


@lru_cache(maxsize=2048)
def _spellings(sign: str) -> str:
    if sign.isascii() and (sign.isalnum() or sign == "_"):
        return sign
    raw = sign.encode("utf-8", "surrogatepass")
    units = sign.encode("utf-16-be", "surrogatepass").hex()
    escaped = "".join(rf"\\u{units[place : place + 4]}" for place in range(0, len(units), 4))
    percents = "".join(rf"\^?%\^?{one:02x}" for one in raw)
    ways = [re.escape(sign), f"(?i:{percents})", f"(?i:{escaped})", f"(?i:&#(?:{ord(sign)}|x{ord(sign):x});)"]
    ways += [f"&{_ENTITIES[sign]};"] if sign in _ENTITIES else []
    if special := _SPECIAL.get(sign):
        ways.insert(0, special)
    return f"(?:{'|'.join(ways)})"
