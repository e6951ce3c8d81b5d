"""Weighs a reading: how much of it looks as a request of this API does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.importing.names import KNOWN, is_digest
from qfpay_gui.diagnosis.importing.proof import signed_with
from qfpay_gui.diagnosis.importing.request import ARCHIVES
from qfpay_gui.diagnosis.importing.scan.shapes import SHAPES
from qfpay_gui.qfpay.request.parameters import endpoint

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qfpay_gui.diagnosis.importing.request import ReadRequest

WEIGHTS = {
    "known name": 5.0,
    "mandatory name": 3.0,
    "plausible value": 2.0,
    "implausible value": -3.0,
    "unknown name": -1.0,
    "unknown name among known ones": 1.0,
    "name of code": -8.0,
    "signature": 6.0,
    "odd signature": 3.0,
    "app code": 3.0,
    "address": 1.0,
    "shown as sent": 4.0,
    "exact": 4.0,
    "whole": 20.0,
    "archive": 40.0,
    "value holds a name": -12.0,
    "value in brackets": -6.0,
    "value still escaped": -5.0,
    "value ends in a separator": -5.0,
    "value of code": -4.0,
    "word for nothing": -4.0,
    "unbalanced brackets": -3.0,
    "character of a value": 0.004,
    "switched off": 8.0,
    "doubled name": -3.0,
    "request without a name": -4.0,
    "same request again": -20.0,
    "further request without a number": -10.0,
    "lens": -0.4,
    "right signature": 1000.0,
}
"""What speaks for a reading and what against it."""

_MANDATORY = frozenset(one.name for one in endpoint("payment").parameters if one.mandatory) | {"txamt", "out_trade_no"}
_CODE_NAME = re.compile(r"[^A-Za-z_]|.*[^\w.\-\[\]*]|.*\.[A-Za-z]")
_HOLDS_NAME = re.compile(
    rf"(?<![A-Za-z])(?:{'|'.join(sorted(KNOWN, key=len, reverse=True))}|X-QF-[A-Z]+)[\"']?\s?(?:=|:|=>)"
)
_ESCAPED = re.compile(r"%[0-9A-Fa-f]{2}|&(?:amp|quot|lt|gt|#\d+);|\\[\"nrtu]|\x1b|</")
_ENDINGS = frozenset({",", ";", "&", "|", '"', "\\"})
_OPENED = {")": "(", "]": "[", "}": "{"}
_ENTITY = re.compile(r"&(?:amp|quot|#39|#34);")
_CODE_VALUE = re.compile(r"\w\([\"']|\w\(\w*\)\Z")
_NOTHING = frozenset({"null", "None", "undefined", "nil", "NULL", "NaN"})
_BRACKETS = (("[", "]"), ('"', '"'), ("'", "'"), ("“", "”"), ("`", "`"), ("(", ")"), ("*", "*"), ("<", ">"))


def weight(requests: tuple[ReadRequest, ...], lenses: int, keys: Mapping[str, str]) -> float:
    """How likely these requests are what the paste shows; comparable between readings of the same paste."""
    total = lenses * WEIGHTS["lens"]
    seen: set[tuple[str, str]] = set()
    for place, request in enumerate(requests):
        mark = request.params.get("out_trade_no", ""), request.signature
        known = len(KNOWN & request.params.keys())
        if place and any(a and a == b for one in seen for a, b in zip(one, mark, strict=True)):
            total += WEIGHTS["same request again"]
        elif place and (known < 3 or not _has_number(request)) and not request.is_wire:
            total += WEIGHTS["further request without a number"]
        else:
            total += _of_request(request, keys, is_bare=not lenses)
        seen.add(mark)
    return total


def is_sufficient(request: ReadRequest) -> bool:
    """Whether the request has a signature and all that a payment needs, and nothing speaks against any value."""
    shaped = [name for name, value in request.pairs if name in SHAPES and SHAPES[name].fullmatch(value)]
    is_plain = all(_against(value) == 0 for _name, value in request.pairs)
    return set(shaped) >= _MANDATORY and is_digest(request.signature) and is_plain


def is_unescaped(request: ReadRequest) -> bool:
    """Whether no value looks as if something were to be undone yet."""
    return not any(_ESCAPED.search(value) or _HOLDS_NAME.search(value) for _name, value in request.pairs)


def _has_number(request: ReadRequest) -> bool:
    return any(name in request.params for name in ("out_trade_no", "syssn"))


def _of_request(request: ReadRequest, keys: Mapping[str, str], *, is_bare: bool) -> float:
    total = sum(_of_pair(name, value, request) for name, value in request.pairs)
    if not _is_certain(request):
        total += WEIGHTS["request without a name"] * (bool(request.pairs) and not KNOWN & request.params.keys())
        total += (len(request.pairs) - len(request.params)) * WEIGHTS["doubled name"]
    if request.signature:
        total += WEIGHTS["signature" if is_digest(request.signature) else "odd signature"]
    total += WEIGHTS["app code"] * bool(request.app_code) + WEIGHTS["address"] * bool(request.url)
    total += WEIGHTS["shown as sent"] * (request.is_wire and bool(request.pairs))
    total += WEIGHTS["switched off"] * any(note.code == "disabled" for note in request.notes)
    total += WEIGHTS["exact"] * (request.is_exact and bool(request.pairs))
    total += WEIGHTS["whole"] * (request.is_whole and is_bare and bool(request.pairs))
    total += WEIGHTS["archive"] * (request.form in ARCHIVES and bool(request.pairs))
    return total + WEIGHTS["right signature"] * bool(signed_with(request, keys))


def _is_certain(request: ReadRequest) -> bool:
    """Whether the format leaves no doubt about names and values."""
    return request.is_exact or request.form in {"curl", "curl-cmd", "powershell"}


def _of_pair(name: str, value: str, request: ReadRequest) -> float:
    total = 0.0
    if name in KNOWN:
        total += WEIGHTS["known name"] + WEIGHTS["mandatory name"] * (name in _MANDATORY)
    elif not _is_certain(request) and _CODE_NAME.match(name):
        total += WEIGHTS["name of code"]
    elif len(KNOWN & request.params.keys()) > 2:
        total += WEIGHTS["unknown name among known ones"]
    elif not _is_certain(request):
        total += WEIGHTS["unknown name"]
    if shape := SHAPES.get(name):
        total += WEIGHTS["plausible value" if shape.fullmatch(value) else "implausible value"]
    total += WEIGHTS["character of a value"] * min(len(value), 100)
    if _is_certain(request):
        return total + WEIGHTS["value still escaped"] * bool(_ENTITY.search(value))
    return total + _against(value)


def _against(value: str) -> float:
    total = 0.0
    if _CODE_VALUE.search(value) or (value[:1] in {'"', "'"} and value.count(value[0]) == 1):
        total += WEIGHTS["value of code"]
    if value in _NOTHING:
        total += WEIGHTS["word for nothing"]
    if any(value.count(one) != value.count(other) for one, other in ("()", "[]", "{}")):
        total += WEIGHTS["unbalanced brackets"]
    if _HOLDS_NAME.search(value):
        total += WEIGHTS["value holds a name"]
    if len(value) > 1 and any(value[0] == one and value[-1] == other for one, other in _BRACKETS):
        total += WEIGHTS["value in brackets"]
    if _ESCAPED.search(value):
        total += WEIGHTS["value still escaped"]
    if value[-1:] in _ENDINGS or (value[-1:] in _OPENED and _OPENED[value[-1]] not in value):
        total += WEIGHTS["value ends in a separator"]
    return total
