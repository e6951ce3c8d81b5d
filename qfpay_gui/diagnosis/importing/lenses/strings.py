"""Lenses that undo a string literal's escapes, the quotes of a chat program, and strings put together in code."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.importing.lenses.view import Edit
from qfpay_gui.diagnosis.importing.names import KNOWN
from qfpay_gui.diagnosis.importing.prints.literals import literal

if TYPE_CHECKING:
    from collections.abc import Iterator

_ESCAPES = re.compile(
    r"(?:\\(?:u\{[0-9A-Fa-f]{1,6}\}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|x[0-9A-Fa-f]{2}|[0-7]{3}|[\"'\\/nrt]))++"
)
_KNOWN = "|".join(sorted(KNOWN, key=len, reverse=True))
_ESCAPED_NAME = re.compile(
    rf"\\[\"'nrt][\s{{,&*-]*+(?:{_KNOWN}|X-QF)|(?:{_KNOWN})\\+[\"']|\\u00(?:26|3[dD]|22)|\\x(?:26|3[dD]|22)|\\r\\n"
)
_LITERAL = re.compile(r"\s*[bBuU]?([\"'])((?:(?!\1)[^\\\n]|\\.)+)\1\s*", re.DOTALL)
_ANY_ESCAPE = re.compile(
    r"(?:\\(?:x[0-9A-Fa-f]{2}|[0-7]{3}))+|\\(?:u\{[0-9A-Fa-f]{1,6}\}|u[0-9A-Fa-f]{4}(?:\\u[dD][c-fC-F][0-9A-Fa-f]{2})?"
    r"|U[0-9A-Fa-f]{8}|.)",
    re.DOTALL,
)
_CODES = re.compile(r"(?:\\(?:[ux]\{[0-9A-Fa-f]{1,6}\}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|x[0-9A-Fa-f]{2}|[0-7]{3}))++")
_CHINESE = re.compile(rb"(?:[\xB0-\xF7][\xA1-\xFE])+")
_BYTES = re.compile(r"(?:\\(?:x[0-9A-Fa-f]{2}|[0-7]{3})){2,}+")
_LONG_UNIT = re.compile(r"\\U([0-9A-Fa-f]{4})(?![0-9A-Fa-f]{4})")
_CURLY = {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "＂": '"'}
_CURLY_SIGN = re.compile("[“”„«»‘’＂]")
_WIDE = {"：": ":", "＝": "=", "＆": "&", "，": ",", "｛": "{", "｝": "}"}
_WIDE_SIGN = re.compile("[＝＆｛｝]|(?<=[A-Za-z_\"'])[：](?=.)")
_JOINT = re.compile(
    r"""(?<=[\w&=%+.])(["'])[ \t]*(?:[+.]|&[ \t]*_?|\\)?[ \t]*\r?\n[ \t]*(?:[+.&][ \t]*)?\1(?=[\w&=%])"""
)


def escapes(text: str) -> Iterator[Edit]:
    r"""``\\"``, ``\\n`` and their like where they stand beside the names, one level of them."""
    if not _ESCAPED_NAME.search(text):
        return
    for found in _ESCAPES.finditer(text):
        yield Edit(*found.span(), _meant(found.group()))


def whole(text: str) -> Iterator[Edit]:
    """A text that is one string literal from the first sign to the last, as a program prints it."""
    found = _LITERAL.fullmatch(text)
    if not found:
        return
    start, end = found.span(2)
    yield Edit(0, start)
    for escape in _ANY_ESCAPE.finditer(text, start, end):
        yield Edit(*escape.span(), _meant(escape.group()))
    yield Edit(end, len(text))


def codes(text: str) -> Iterator[Edit]:
    r"""Characters written by their number: ``\\u5976``, ``\\u{5976}``, ``\\xE5``, octal."""
    return (Edit(*found.span(), _meant(found.group())) for found in _CODES.finditer(text))


def _meant(written: str) -> str:
    if _BYTES.fullmatch(written):
        codes = re.findall(r"\\(?:x([0-9A-Fa-f]{2})|([0-7]{3}))", written)
        raw = bytes(int(hexa, 16) if hexa else int(octal, 8) & 255 for hexa, octal in codes)
        try:
            return raw.decode()
        except UnicodeDecodeError:
            # Of these bytes Python's repr escapes none, so it is no character that it cannot print.
            if _CHINESE.fullmatch(raw):
                return raw.decode("gb18030")
    return literal(f'"{written}"')


def short_units(text: str) -> Iterator[Edit]:
    r"""``\\U5976`` with four digits, as some loggers write it."""
    return (Edit(*found.span(), chr(int(found[1], 16))) for found in _LONG_UNIT.finditer(text))


def typographic(text: str) -> Iterator[Edit]:
    """Quotes that a chat or mail program made pretty."""
    return (Edit(*found.span(), _CURLY[found.group()]) for found in _CURLY_SIGN.finditer(text))


def full_width(text: str) -> Iterator[Edit]:
    """Signs of a Chinese keyboard that stand for the plain ones."""
    return (Edit(*found.span(), _WIDE[found.group()]) for found in _WIDE_SIGN.finditer(text))


def joined(text: str) -> Iterator[Edit]:
    """A string that code puts together from pieces, one to a line."""
    return (Edit(*found.span()) for found in _JOINT.finditer(text))
