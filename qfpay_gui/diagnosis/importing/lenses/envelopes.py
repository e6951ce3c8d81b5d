"""Lenses that open what carries a text whole: a member of a log's JSON, base64, percent encoding."""

from __future__ import annotations

import base64
import binascii
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote_plus

from qfpay_gui.diagnosis.importing.lenses.view import Edit
from qfpay_gui.diagnosis.importing.names import KNOWN
from qfpay_gui.diagnosis.importing.prints.literals import literal

if TYPE_CHECKING:
    from collections.abc import Iterator

_TEXTS = (
    "message|log|msg|body|data|text|content|payload|event|raw|detail|line|textPayload|MESSAGE|_raw|full_message"
    "|short_message"
)
_MEMBER = re.compile(
    rf'\\?"(?:{_TEXTS}|@?message|log\.original)\\?"\s{{0,4}}:\s{{0,4}}"((?:[^"\\]|\\.)*+)"?', re.DOTALL
)
_ESCAPE = re.compile(r"(?:\\u[0-9A-Fa-f]{4}|\\.)++", re.DOTALL)
_BASE64 = re.compile(
    r"(?<![\w+/=-])(?:(?:[A-Za-z0-9+/_-]{40,}\r?\n)+[A-Za-z0-9+/_-]*={0,2}|[A-Za-z0-9+/_-]{40,}={0,2})(?![\w+/=-])"
)
_PERCENT = re.compile(r"(?<![\w.~*!'()+/%-])[\w.~*!'()+/-]*+(?:%[0-9A-Fa-f]{2}[\w.~*!'()+/-]*+){4,}+")
_NAME = re.compile("|".join(sorted(KNOWN, key=len, reverse=True)))
_WORTH = re.compile(r"(?:txamt|out_trade_no|txcurrcd|pay_type|txdtm|syssn)(?=\W)")
_MOST = 2000


def members(text: str) -> Iterator[Edit]:
    """The texts inside ``message``, ``log``, ``body`` and their like; what is around them is left out."""
    if text.lstrip()[:1] not in {"{", "["} and '{"' not in text:
        return
    found = [one for one in _MEMBER.finditer(text) if len(one[1]) > 1][:_MOST]
    if not found or not any(_WORTH.search(one[1]) for one in found):
        return
    place = 0
    for one in found:
        inner = literal(f'"{one[1]}"')
        ending = "" if inner.endswith("\n") else "\n"
        yield Edit(place, one.start(1), "" if place == 0 else ending)
        for escape in _ESCAPE.finditer(text, *one.span(1)):
            yield Edit(*escape.span(), literal(f'"{escape.group()}"'))
        place = one.end(1)
    yield Edit(place, len(text))


def in_base64(text: str) -> Iterator[Edit]:
    """Stretches of base64 that hold names of the API."""
    for found in _BASE64.finditer(text):
        written = re.sub(r"\s", "", found.group()).replace("-", "+").replace("_", "/")
        try:
            inner = base64.b64decode(written + "=" * (-len(written) % 4)).decode()
        except (binascii.Error, UnicodeDecodeError, ValueError):
            continue
        if _WORTH.search(inner):
            yield Edit(*found.span(), f"\n{inner}\n\n")


def in_percents(text: str) -> Iterator[Edit]:
    """Stretches that are percent-encoded as a whole, so that even the signs between names and values are."""
    for found in _PERCENT.finditer(text):
        written = found.group()
        if _NAME.search(written) and re.search(r"%3D|%22|%3d", written):
            inner = unquote_plus(written)
            if _WORTH.search(inner):
                yield Edit(*found.span(), f"\n{inner}\n\n")
