"""The key as another program writes it: escaped, masked, cut at a sign, read as a number, printed."""

from __future__ import annotations

import base64
import math
import re
from contextlib import suppress
from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.doctor.deviations.writing_words import MORE_WAYS, WAYS
from qfpay_gui.diagnosis.doctor.sweeps.form import ALONE
from qfpay_gui.qfpay.signing.prints import ALPHABET
from qfpay_gui.qfpay.signing.recipe import DIGESTS, WRITINGS
from qfpay_gui.qfpay.text import text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qfpay_gui.diagnosis.doctor.sweeps.key_labels import Damage

LONGEST = 80
"""Characters of a key that is looked at one by one."""

_WRITTEN = text("Doctor", "the key was written otherwise: {how}")
_WAS = text("Doctor", "the key was {how}, and not used as it is")
_HASHED = text("Doctor", "the {digest} of the key was used in place of the key")
_REARRANGED = text("Doctor", "the key was used with its characters in another order or not all of them: {how}")
_SWALLOWED = text(
    "Doctor", "a piece of the key, “{what}”, was swallowed: a shell, a template or Perl took it for a variable"
)
_CUT_AT = text("Doctor", "the key was cut at its “{what}”: only the first {count} characters were used")
_NUMBER = text("Doctor", "the key was read as a number, as a spreadsheet does, and written as {form}")
_PRINTED = text("Doctor", "a program's print of the key was used: {form} ({what})")
_MASKED = text("Doctor", "the key was used masked, with “{what}” for its middle")
_VARIABLE = re.compile(
    r"\$\{?[A-Za-z_]\w*\}?|\$\d|\$\W?|@\{?[A-Za-z_]\w*\}?|%\w*%?|\{\w*\}|#\w*|!\w+|`[^`]*`|<[^>]*>|&\w*;?|\\."
)


def rewritten(key: str) -> Iterator[Damage]:
    """Every way of writing it that is known."""
    yield from _written(key)
    yield from _swallowed(key)
    yield from _as_number(key)
    yield from _printed(key)


def _written(key: str) -> Iterator[Damage]:
    """All that is done to values, done to the key, and what only keys meet."""
    for cost, ways in ((4, WAYS), (ALONE, MORE_WAYS)):
        for way in ways:
            if not way.writing.startswith("misread"):
                yield "key-written-otherwise", cost, WRITINGS[way.writing](key), _WAS, {"how": way.how}
    raw = key.encode()
    others = (
        ("HTML-escaped (&#43; &#34;)", WRITINGS["HTML: Go templates"](key).replace("'", "&#39;")),
        ("base64 with the line feed of echo", base64.b64encode(raw + b"\n").decode()),
        ("base64, unpadded", base64.b64encode(raw).decode().rstrip("=")),
        ("base64, URL-safe", base64.urlsafe_b64encode(raw).decode()),
        ("base32", base64.b32encode(raw).decode()),
        ("base32, unpadded", base64.b32encode(raw).decode().rstrip("=")),
        ("URL-safe: “-” and “_” for “+” and “/”", key.translate(_URL_SAFE)),
        ("URL-safe, unpadded", key.translate(_URL_SAFE).rstrip("=")),
        ("the usual base64 for the URL-safe one", key.translate(_NOT_URL_SAFE)),
        ("hex of the bytes with dashes", raw.hex("-").upper()),
        ("digits only", re.sub(r"\D", "", key)),
        ("letters only", re.sub(r"[^A-Za-z]", "", key)),
        ("in UTF-16: a NUL after each character", "\0".join((*key, ""))),
    )
    for how, damaged in others:
        yield "key-written-otherwise", 4, damaged, _WRITTEN, {"how": how}
    for name, digest in _HASHES.items():
        for written in (digest(raw), digest(raw).upper()):
            yield "key-hashed", ALONE, written, _HASHED, {"digest": name}
    yield from _rearranged(key)
    yield from _masked(key)


_URL_SAFE, _NOT_URL_SAFE = str.maketrans("+/", "-_"), str.maketrans("-_", "+/")
_HASHES = {name: DIGESTS[name] for name in ("SHA1", "SHA256", "SHA512", "SHA224", "MD5 of MD5")}


def _rearranged(key: str) -> Iterator[Damage]:
    half = len(key) // 2
    for how, damaged in (
        ("its halves swapped", key[half:] + key[:half]),
        ("without its first and last character", key[1:-1]),
        ("only every second character, the first among them", key[::2]),
        ("only every second character, from the second on", key[1::2]),
        ("each two characters swapped", "".join(key[at : at + 2][::-1] for at in range(0, len(key), 2))),
        ("its two-character groups backwards", "".join(key[at : at + 2] for at in range(len(key) - 2, -1, -2))),
        ("its second half only", key[half:]),
    ):
        yield "key-rearranged", ALONE, damaged, _REARRANGED, {"how": how}


def _masked(key: str) -> Iterator[Damage]:
    for mask in ("*", "x", "X", "•", ".", "·"):
        for shown in (0, 2, 3, 4, 6, 8):
            for count in dict.fromkeys((len(key) - 2 * shown, 3, 4, 6, 8)):
                end = key[-shown:] if shown else ""
                yield "key-masked", 5, key[:shown] + mask * count + end, _MASKED, {"what": mask * 3}


def _swallowed(key: str) -> Iterator[Damage]:
    for found in _VARIABLE.finditer(key):
        yield (
            "key-swallowed",
            4,
            key[: found.start()] + key[found.end() :],
            _SWALLOWED,
            {"what": found.group() if len(found.group()) < 4 else f"{found.group()[0]}…"},
        )
    for signs in ("$", "@", "$@", "%", "#", "&"):
        without = re.sub(rf"[{signs}]\{{?\w*\}}?", "", key)
        yield "key-swallowed", 4, without, _SWALLOWED, {"what": " ".join(signs)}
    for at, one in enumerate(key[:LONGEST]):
        if not one.isalnum():
            yield "key-cut", 3, key[:at], _CUT_AT, {"what": one, "count": at}
            yield "key-cut", 5, key[at + 1 :], _CUT_AT, {"what": one, "count": at}
            yield "key-swallowed", 4, key[:at] + key[at + 1 :], _SWALLOWED, {"what": one}
            yield "key-swallowed", 5, key.replace(one, ""), _SWALLOWED, {"what": one}
    for cut in (
        key.strip("0"),
        key.lstrip("0"),
        key.strip("0123456789"),
        *(key.lstrip(key[:n]) for n in (1, 2, 3)),
        *(key.rstrip(key[-n:]) for n in (1, 2, 3)),
    ):
        yield "key-cut", 5, cut, _CUT_AT, {"what": key[:1], "count": len(cut)}


def _as_number(key: str) -> Iterator[Damage]:
    digits = re.match(r"\s*[+-]?\d*\.?\d*(?:[eE][+-]?\d+)?", key)
    try:
        number = float(digits.group()) if digits else 0.0
    except ValueError:
        number = float("nan")
    forms = {repr(number), "NaN", "nan", "0", "inf", "INF", "Infinity", "1.#INF"}
    if math.isfinite(number):
        forms |= {f"{number:.{places}{letter}}" for places in (*range(7), 9, 14, 15, 16, 17) for letter in "eEgGf"}
        forms |= {
            f"{int(number)}",
            f"{number:.14E}".replace("E+", "E"),
            f"{number:.0f}"[:15] + "0" * max(0, len(f"{number:.0f}") - 15),
            repr(number).upper().replace("E+", "E"),
            f"{number:,.0f}",
        }
        forms |= {_javascript(number)}
    if key.isdigit():
        forms |= {
            f"{int(key)}",
            f"{int(key):,}",
            f"{min(int(key), 2**63 - 1)}",
            f"{min(int(key), 2**31 - 1)}",
            f"{int(key) & (2**64 - 1)}",
        }
    with suppress(ValueError, OverflowError):
        forms |= {f"{int(key, 16)}", f"{float(int(key, 16)):.15g}"}
    for form in sorted(forms):
        yield "key-as-number", 5, form, _NUMBER, {"form": re.sub("[0-9]", "9", form)}


def _javascript(number: float) -> str:
    return re.sub(r"e([+-])0", r"e\1", repr(number)) if number >= 1e21 else f"{number:.0f}"


def _printed(key: str) -> Iterator[Damage]:
    for made in ALPHABET:
        form = made.write(key)
        yield "key-printed", ALONE if made.is_rare else 4, form, _PRINTED, {"form": made.form, "what": made.maker}
