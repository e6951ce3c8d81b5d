"""The signature as received, read back to the hex of a digest, whatever form it was written in."""

from __future__ import annotations

import base64
import binascii
import re
from itertools import combinations
from typing import TYPE_CHECKING
from urllib.parse import unquote

from qfpay_gui.diagnosis.doctor.deviation import Deviation
from qfpay_gui.qfpay.signing.digests import CASES
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

LENGTHS = (16, 20, 24, 28, 30, 32, 40, 56, 64, 96, 128)
"""Hex digits of the known digests."""

_HEX = re.compile("[0-9a-f]+")
_NEGATIVE = re.compile("ffffff([89a-f][0-9a-f])")
_FRAME = re.compile(r"^(?:x-qf-sign|sign(?:ature)?|md5|sha-?256|0x|\\x|[\"'“‘<\[(])[\s:=]*", re.IGNORECASE)
_MEND = text("Doctor", "Send the digest as plain hex digits, nothing before, between or after them.")

_FORMS: dict[str, tuple[str, int, Text]] = {
    "base64": ("signature-base64", 2, text("Doctor", "the digest was sent in base64, not in hex")),
    "base64, URL-safe": ("signature-base64", 3, text("Doctor", "the digest was sent in URL-safe base64, not in hex")),
    "base64 of lower-case hex": (
        "signature-base64-of-hex",
        3,
        text("Doctor", "the hex digest was sent in base64 once more"),
    ),
    "base64 of upper-case hex": (
        "signature-base64-of-hex",
        3,
        text("Doctor", "the upper-case hex digest was sent in base64 once more"),
    ),
    "hex of hex": ("signature-hex-of-hex", 3, text("Doctor", "the hex digest was written in hex once more")),
    "hex of upper-case hex": ("signature-hex-of-hex", 3, text("Doctor", "the hex digest was written in hex once more")),
    "dashes": ("signature-separated", 2, text("Doctor", "the bytes of the digest were sent with marks between them")),
    "without leading zeros": (
        "signature-zeros-missing",
        2,
        text("Doctor", "zeros at the start of the digest are missing, as Java's BigInteger drops them"),
    ),
    "without the zero of small bytes": (
        "signature-zeros-missing",
        2,
        text("Doctor", "bytes of the digest below 16 were written with one digit: a zero is missing"),
    ),
    "signed bytes": (
        "signature-signed-bytes",
        2,
        text("Doctor", "negative bytes of the digest were written as “ffffff…”, as Java's Integer.toHexString does"),
    ),
    "reversed": ("signature-reversed", 7, text("Doctor", "the digest was sent backwards")),
    "first character missing": ("signature-cut", 4, text("Doctor", "the first character of the signature is missing")),
    "last character missing": ("signature-cut", 3, text("Doctor", "the last character of the signature is missing")),
    "framed": ("signature-decorated", 3, text("Doctor", "the signature was sent with other text around it")),
}


def targets(received: str) -> Mapping[str, Deviation | None]:
    """Lower-case hex digests that the signature may stand for, each with the deviation of its form, None for plain hex.

    White space around it is no deviation: no server sees that of a header value.
    """
    stripped = received.strip()
    found: dict[str, Deviation | None] = {}
    for digest, form in _readings(stripped):
        if len(digest) in LENGTHS and _HEX.fullmatch(digest):
            found.setdefault(digest, _deviation(form) if form else None)
    return found


def _deviation(form: str) -> Deviation:
    identity, cost, cause = _FORMS[form]
    recipe = {"case": form} if form in CASES else {}
    return Deviation(identity, cost, cause, _MEND, recipe)


def _readings(received: str) -> Iterator[tuple[str, str]]:
    if len(received) > 1024:
        return
    plain = received.lower()
    yield plain, ""
    joined = re.sub(r"[\s:_-]", "", plain)
    yield joined, "dashes"
    yield from _from_base64(received)
    if _HEX.fullmatch(plain):
        yield from _of_hex(plain)
    bare = _FRAME.sub("", received).strip(" \"'“”‘’<>[]();,.").lower()
    yield bare, "framed"


def _of_hex(plain: str) -> Iterator[tuple[str, str]]:
    yield from _hex_of_hex(plain)
    if len(plain) > 32 and "ffffff" in plain:
        unsigned = _NEGATIVE.sub(r"\1", plain)
        yield from ((one, "signed bytes") for length in (32, 64) for one in _with_byte_zeros(unsigned, length))
        yield unsigned, "signed bytes"
    yield from ((plain.zfill(length), "without leading zeros") for length in LENGTHS if 0 < length - len(plain) <= 6)
    for length in LENGTHS:
        yield from ((one, "without the zero of small bytes") for one in _with_byte_zeros(plain, length))
    if len(plain) + 1 in LENGTHS:
        yield from ((plain + digit, "last character missing") for digit in "0123456789abcdef")
        yield from ((digit + plain, "first character missing") for digit in "0123456789abcdef")
    yield plain[::-1], "reversed"


def _hex_of_hex(plain: str) -> Iterator[tuple[str, str]]:
    if len(plain) % 2 == 0:
        inner = bytes.fromhex(plain).decode("latin-1")
        yield inner.lower(), "hex of upper-case hex" if inner != inner.lower() else "hex of hex"


def _from_base64(received: str) -> Iterator[tuple[str, str]]:
    written = re.sub(r"\s|\\n", "", unquote(received)).replace(" ", "+")
    url_safe = "-" in written or "_" in written or not written.endswith("=")
    standard = written.replace("-", "+").replace("_", "/")
    try:
        raw = base64.b64decode(standard + "=" * (-len(standard) % 4), validate=True)
    except (binascii.Error, ValueError):
        return
    yield raw.hex(), "base64, URL-safe" if url_safe else "base64"
    inner = raw.decode("latin-1").strip()
    upper = inner != inner.lower()
    yield inner.lower(), "base64 of upper-case hex" if upper else "base64 of lower-case hex"


def _with_byte_zeros(plain: str, length: int) -> Iterator[str]:
    """Every digest of this length that loses its bytes' leading zeros to become ``plain``; up to three are lost."""
    lost = length - len(plain)
    if not 0 < lost <= 3 or length > 64:
        return
    for short in combinations(range(length // 2), lost):
        yield _padded(plain, frozenset(short), length // 2)


def _padded(plain: str, short: frozenset[int], count: int) -> str:
    pieces, at = [], 0
    for index in range(count):
        width = 1 if index in short else 2
        pieces.append(plain[at : at + width].zfill(2))
        at += width
    return "".join(pieces)
