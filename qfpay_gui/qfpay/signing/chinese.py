"""Chinese written in the other of its two sets of characters, by a table of frequent ones."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from qfpay_gui.resources import read_json

if TYPE_CHECKING:
    from collections.abc import Mapping


def simplified(value: str) -> str:
    """Every traditional character of the table in its simplified form (電 becomes 电)."""
    return value if value.isascii() else value.translate(_tables()[0])


def traditional(value: str) -> str:
    """Every simplified character of the table in its usual traditional form."""
    return value if value.isascii() else value.translate(_tables()[1])


def traditional_where_certain(value: str) -> str:
    """As ``traditional``, but without those that are traditional ones as well (后, 里, 面)."""
    return value if value.isascii() else value.translate(_tables()[2])


def counterparts(character: str) -> tuple[str, ...]:
    """The other forms of one character; () for one that has none in the table."""
    return tuple(dict.fromkeys(one for pair in pairs() if character in pair for one in pair if one != character))


@cache
def pairs() -> tuple[str, ...]:
    """The simplified and the traditional form, the usual one of several first; ValueError for a broken table."""
    found = tuple(pair for line in read_json("data/chinese_pairs.json")["pairs"] for pair in line.split())
    if any(len(pair) != 2 or pair[0] == pair[1] for pair in found):
        message = "chinese_pairs.json: every entry has two different characters"
        raise ValueError(message)
    return found


@cache
def frequent() -> tuple[str, ...]:
    """The 3,755 of the first level of GB 2312, and the traditional ones of the table."""
    first_level = b"".join(bytes((row, column)) for row in range(0xB0, 0xD8) for column in range(0xA1, 0xFF))
    return tuple(dict.fromkeys((*first_level.decode("gb2312", "ignore"), *(pair[1] for pair in pairs()))))


@cache
def _tables() -> tuple[Mapping[int, str], Mapping[int, str], Mapping[int, str]]:
    to_simplified = {ord(pair[1]): pair[0] for pair in pairs()}
    to_traditional = {ord(pair[0]): pair[1] for pair in reversed(pairs())}
    certain = {code: theirs for code, theirs in to_traditional.items() if not _is_in_big5(chr(code))}
    return to_simplified, to_traditional, certain


def _is_in_big5(character: str) -> bool:
    try:
        return bool(character.encode("big5"))
    except UnicodeEncodeError:
        return False
