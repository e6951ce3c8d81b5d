"""How one language or another writes capitals and small letters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def _ucwords(value: str) -> str:
    return re.sub(r"(^|[ \t\r\n\f\v])([a-z])", lambda one: one[1] + one[2].upper(), value)


def _go_title(value: str) -> str:
    return re.sub(r"(?<!\w)[^\W\d_]", lambda one: one[0].upper(), value)


def _net_title(value: str) -> str:
    return _WORD.sub(lambda one: one[0] if one[0].isupper() else one[0][:1].upper() + one[0][1:].lower(), value)


LETTERS: Mapping[str, tuple[str, Callable[[str], str]]] = {
    "letters: title": ("every word capital, Python's title", str.title),
    "letters: capitalize": (
        "first letter capital, the rest small",
        lambda value: value[:1].upper() + value[1:].lower(),
    ),
    "letters: ucfirst": ("first letter capital", lambda value: value[:1].upper() + value[1:]),
    "letters: lcfirst": ("first letter small", lambda value: value[:1].lower() + value[1:]),
    "letters: ucwords": ("every word capital, PHP's ucwords", _ucwords),
    "letters: Go title": ("every word capital, Go's Title", _go_title),
    "letters: .NET title": ("every word capital, .NET's ToTitleCase", _net_title),
    "letters: swapped": ("capital and small swapped", str.swapcase),
    "letters: .NET title, older": (
        "every letter after a mark capital",
        lambda value: re.sub(r"[^\W\d_]+", lambda one: one[0][:1].upper() + one[0][1:], value),
    ),
    "letters: upper, Turkish": ("upper case, Turkish (İ for i)", lambda value: value.replace("i", "İ").upper()),
    "letters: lower, Turkish": ("lower case, Turkish (ı for I)", lambda value: value.replace("I", "ı").lower()),
    "letters: upper, ASCII": (
        "upper case, ASCII only",
        lambda value: "".join(one.upper() if one.isascii() else one for one in value),
    ),
    "letters: lower, ASCII": (
        "lower case, ASCII only",
        lambda value: "".join(one.lower() if one.isascii() else one for one in value),
    ),
}
