"""The other way round: a program's print was sent, and what was signed is the value in it."""

from __future__ import annotations

import ast
import re
from contextlib import suppress
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.doctor.deviations.amounts import NUMBER_SENT
from qfpay_gui.qfpay.signing.prints import ALPHABET
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from collections.abc import Iterator

Row = tuple[str, int, str, Text, dict[str, str]]
LONGEST = 512
"""Characters of a value that is taken for a print."""

_MARK = "\ue000"
_PRINT = text("Doctor", "{name} was signed as {value}, but a program's print of it was sent: {sent} ({maker})")
_MINOR = text("Doctor", "{name} was signed as {value}, but sent in major units: {sent}")
_MONEY = re.compile(
    r"[^\W\d]{0,3}[$¥￥€£฿₩ \u00a0]{0,2}(\d{1,3}(?:[, _'\u00a0\u202f]\d{3})+|\d+)(\.\d+)?[ \u00a0]?[^\W\d]{0,3}[$¥￥€]?"
)


def rows_behind(value: str) -> Iterator[Row]:
    """Every text of which this value is a known print."""
    if len(value) > LONGEST:
        return
    yield from _numbers(value)
    for maker, inner in (*_literal(value), *_unwrapped(value)):
        if inner != value:
            yield "print-sent", 3, inner, _PRINT, {"maker": maker}


def _numbers(value: str) -> Iterator[Row]:
    found = _MONEY.fullmatch(value)
    if found is None:
        with suppress(ArithmeticError):
            number = Decimal(value) if re.fullmatch(r"\d+(\.\d+)?[eE][+-]?\d{1,2}", value) else Decimal("0.5")
            if number == number.to_integral_value():
                yield "number-sent-otherwise", 3, f"{int(number)}", NUMBER_SENT, {}
        return
    whole = re.sub(r"\D", "", found[1])
    number = Decimal(whole + (found[2] or ""))
    bare = f"{number.normalize():f}"
    for form in dict.fromkeys((whole, bare, whole + (found[2] or ""))):
        yield "number-sent-otherwise", 3, form, NUMBER_SENT, {}
    if found[2] or not value.isdigit():
        yield "amount-sent-in-major-units", 3, f"{(number * 100).normalize():f}", _MINOR, {}


def _literal(value: str) -> Iterator[tuple[str, str]]:
    """What Python reads in it: bytes, a text in quotes, a list of one."""
    if value[:1] not in {"b", "'", '"', "[", "("}:
        return
    try:
        content = ast.literal_eval(value)
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return
    if isinstance(content, (list, tuple)) and len(content) == 1:
        content = content[0]
    if isinstance(content, bytes):
        with suppress(UnicodeError):
            yield "b'…'", content.decode()
    elif isinstance(content, (str, int, float)):
        yield f"{value[0]}…{value[-1]}", f"{content}"


def _unwrapped(value: str) -> Iterator[tuple[str, str]]:
    """What stands inside where a maker puts the same text before and after any value."""
    for maker, before, after in _frames():
        if value.startswith(before) and value.endswith(after):
            yield maker, value[len(before) : len(value) - len(after)]


@cache
def _frames() -> tuple[tuple[str, str, str], ...]:
    """What stands before and after the text, by maker."""
    found = ((made.maker, *made.write(_MARK).partition(_MARK)) for made in ALPHABET)
    return tuple((maker, before, after) for maker, before, mark, after in found if mark and before + after)
