"""The key as another program writes it: escaped, masked, cut at a sign, read as a number, printed."""

from __future__ import annotations

import base64
import html
import math
import re
from contextlib import suppress
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote, unquote_plus

from qfpay_gui.qfpay.signing.prints import ALPHABET
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 80
"""Characters of a key that is looked at one by one."""

_WRITTEN = text("Doctor", "the key was written otherwise: {how}")
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

Damage = tuple[str, int, str, Text, dict[str, object]]
"""Identity, cost, the key that comes of it, the words, and what fills them."""


def rewritten(key: str) -> Iterator[Damage]:
    """Every way of writing it that is known."""
    yield from _written(key)
    yield from _swallowed(key)
    yield from _as_number(key)
    yield from _printed(key)


def _written(key: str) -> Iterator[Damage]:
    raw = key.encode()
    ways = (
        ("HTML-escaped (&amp; &lt;)", html.escape(key)),
        ("HTML-escaped (&amp; &lt;)", html.escape(key, quote=False)),
        (
            "HTML-escaped (&#43; &#34;)",
            html.escape(key).replace("+", "&#43;").replace("&quot;", "&#34;").replace("&#x27;", "&#39;"),
        ),
        ("HTML-escaped (&#x3D; &#x2F;)", html.escape(key).replace("=", "&#x3D;").replace("`", "&#x60;")),
        ("HTML-escaped (&#x3D; &#x2F;)", html.escape(key).replace("/", "&#x2F;").replace("=", "&#x3D;")),
        ("HTML-decoded", html.unescape(key)),
        ("“+” became a blank", key.replace("+", " ")),
        ("URL-decoded (“+” became a blank)", unquote_plus(key)),
        ("URL-decoded", unquote(key)),
        ("URL-encoded, slash kept", quote(key)),
        ("URL-encoded twice", quote(quote(key, safe=""), safe="")),
        ("“\\/” for “/”, as JSON writers do", key.replace("/", "\\/")),
        ("JSON-escaped", key.replace("\\", "\\\\").replace('"', '\\"')),
        ("backslashes lost", key.replace("\\", "")),
        ("quotes and backslashes escaped", re.sub(r"(['\"\\])", r"\\\1", key)),
        ("XML CDATA", f"<![CDATA[{key}]]>"),
        ("base64 with the line feed of echo", base64.b64encode(raw + b"\n").decode()),
        ("base64, unpadded", base64.b64encode(raw).decode().rstrip("=")),
        ("base64, URL-safe", base64.urlsafe_b64encode(raw).decode()),
        ("hex of the bytes with dashes", raw.hex("-").upper()),
        ("first letter upper case", key[:1].upper() + key[1:].lower()),
        ("upper case first letter", key[:1].upper() + key[1:]),
        ("letters and digits only", re.sub(r"\W", "", key)),
        ("letters and digits only", re.sub(r"[^A-Za-z0-9]", "", key)),
        ("digits only", re.sub(r"\D", "", key)),
        ("letters only", re.sub(r"[^A-Za-z]", "", key)),
        ("every blank taken out", re.sub(r"\s", "", key)),
        ("in UTF-16: a NUL after each character", "\0".join((*key, ""))),
    )
    for how, damaged in ways:
        yield "key-written-otherwise", 4, damaged, _WRITTEN, {"how": how}
    yield from _masked(key)


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
        yield "key-printed", 4, form, _PRINTED, {"form": made.form, "what": made.maker}
