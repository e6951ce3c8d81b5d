"""A whole number in Chinese numerals, plain and as banks write them, with and without a currency."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_PLAIN = ("零一二三四五六七八九", "十百千", "万亿")
_SETS = (
    _PLAIN,
    ("零壹贰叁肆伍陆柒捌玖", "拾佰仟", "万亿"),
    ("零壹貳叁肆伍陸柒捌玖", "拾佰仟", "萬億"),
    ("零壹貳參肆伍陸柒捌玖", "拾佰仟", "萬億"),
)
LARGEST = 10**12
"""What is not below it is not written in words."""


def in_chinese(number: int) -> Iterator[str]:
    """Every way of writing this number; nothing for a negative or larger one."""
    if not 0 <= number < LARGEST:
        return
    for digits, small, large in _SETS:
        words = _words(number, digits, small, large)
        yield words
        yield from (f"{words}{unit}" for unit in ("元", "元整", "圆整", "圓整", "圓正", "元正"))
    short = _words(number, *_PLAIN)
    if short.startswith("一十"):
        yield short[1:]


def _words(number: int, digits: str, small: str, large: str) -> str:
    """Groups of four digits; one zero for any number of them inside."""
    if number == 0:
        return digits[0]
    written, place = "", 0
    while number:
        number, group = divmod(number, 10000)
        if group:
            gap = digits[0] if group < 1000 and number else ""
            written = gap + _group(group, digits, small) + (("", *large)[place]) + written
        elif written and not written.startswith(digits[0]):
            written = digits[0] + written
        place += 1
    return written


def _group(group: int, digits: str, small: str) -> str:
    written = ""
    for at, digit in enumerate(map(int, reversed(f"{group}"))):
        if digit:
            written = digits[digit] + ("", *small)[at] + written
        elif written and not written.startswith(digits[0]):
            written = digits[0] + written
    return written
