"""Another key used than the client key: somebody else's, a wrong copy, or a text that stands for it."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING
from urllib.parse import quote_plus

from qfpay_gui.diagnosis.doctor.deviation import Deviation
from qfpay_gui.qfpay.signing.digests import DIGESTS
from qfpay_gui.qfpay.text import text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qfpay_gui.diagnosis.doctor.case import Case

USE_KEY = text("Doctor", "Use the client_key exactly as QFPay gave it, of the same environment as the app code.")


def deviations(case: Case) -> Iterator[Deviation]:
    """Every key that may have been taken for the client key, each once."""
    seen = {case.client_key}
    for one in (*_other_keys(case), *_written(case.client_key), *_placeholders()):
        if one.key is not None and one.key not in seen:
            seen.add(one.key)
            yield one


def _other_keys(case: Case) -> Iterator[Deviation]:
    other = text("Doctor", "the key of “{name}” was used in place of this merchant's")
    for name, key in case.other_keys:
        yield Deviation("other-profile-key", 1, other.fill(name=name), USE_KEY, key=key)
    if case.app_code:
        code = text("Doctor", "the app code was used in place of the key")
        yield Deviation("app-code-as-key", 1, code, USE_KEY, key=case.app_code)
        both = text("Doctor", "the app code was appended together with the key")
        yield Deviation("app-code-and-key", 4, both, USE_KEY, key=case.app_code + case.client_key, depth=2)
        yield Deviation("app-code-and-key", 4, both, USE_KEY, key=case.client_key + case.app_code, depth=2)
    named = text("Doctor", "the value of {name} was used in place of the key")
    for name, value in (*case.unsent, *case.sent):
        if value:
            yield Deviation("value-as-key", 4, named.fill(name=name), USE_KEY, key=value, depth=1)


def _written(key: str) -> Iterator[Deviation]:
    """The right key, with something done to it."""
    hidden = "".join(one for one in key if one.isprintable() and one not in "\u200b\ufeff\u00a0")
    yield Deviation("key-trimmed", 1, text("Doctor", "the key was trimmed"), USE_KEY, key=key.strip())
    cleaned = text("Doctor", "invisible characters were taken out of the key")
    yield Deviation("key-trimmed", 2, cleaned, USE_KEY, key=hidden)
    lower = text("Doctor", "the key was written in lower case")
    yield Deviation("key-lower-cased", 1, lower, USE_KEY, key=key.lower())
    upper = text("Doctor", "the key was written in upper case")
    yield Deviation("key-upper-cased", 1, upper, USE_KEY, key=key.upper())
    yield Deviation(
        "key-case-swapped",
        5,
        text("Doctor", "capitals and small letters of the key were swapped"),
        USE_KEY,
        key=key.swapcase(),
        depth=1,
    )
    yield Deviation(
        "key-with-white-space", 3, text("Doctor", "a space stands before the key"), USE_KEY, key=f" {key}", depth=2
    )
    yield from _cut(key)
    yield from _quoted(key)
    yield from _encoded(key)
    yield from _mistyped(key)


def _cut(key: str) -> Iterator[Deviation]:
    last, first = text("Doctor", "the last character of the key is missing"), _FIRST_MISSING
    yield Deviation("key-cut", 2, last, USE_KEY, key=key[:-1])
    yield Deviation("key-cut", 2, first, USE_KEY, key=key[1:])
    some = text("Doctor", "only the first {count} characters of the key were used")
    rest = text("Doctor", "only the last {count} characters of the key were used")
    for count in range(1, min(len(key), 64)):
        yield Deviation("key-cut", 4, some.fill(count=count), USE_KEY, key=key[:count], depth=2 if count == 16 else 1)
        yield Deviation("key-cut", 5, rest.fill(count=count), USE_KEY, key=key[-count:], depth=1)
    twice = text("Doctor", "the key was written twice")
    yield Deviation("key-twice", 4, twice, USE_KEY, key=key * 2, depth=2)


_FIRST_MISSING = text("Doctor", "the first character of the key is missing")


def _quoted(key: str) -> Iterator[Deviation]:
    cause = text("Doctor", "the key was used with {marks} around it")
    for before, after, cost in (
        ('"', '"', 2),
        ("'", "'", 3),
        ("<", ">", 4),
        ("{", "}", 4),
        ("[", "]", 4),
        ("“", "”", 5),
    ):
        words = cause.fill(marks=before + after)
        yield Deviation("key-quoted", cost, words, USE_KEY, key=f"{before}{key}{after}", depth=2)


def _encoded(key: str) -> Iterator[Deviation]:
    raw = key.encode()
    forms = (
        ("key-hashed", 3, text("Doctor", "the MD5 of the key was used in place of the key"), DIGESTS["MD5"](raw)),
        (
            "key-hashed",
            3,
            text("Doctor", "the upper-case MD5 of the key was used in place of the key"),
            DIGESTS["MD5"](raw).upper(),
        ),
        ("key-hashed", 4, text("Doctor", "the SHA256 of the key was used in place of the key"), DIGESTS["SHA256"](raw)),
        ("key-base64", 3, text("Doctor", "the key was encoded in base64"), base64.b64encode(raw).decode("ascii")),
        ("key-hex", 4, text("Doctor", "the key was written in hex"), raw.hex()),
        ("key-hex", 5, text("Doctor", "the key was written in upper-case hex"), raw.hex().upper()),
        ("key-url-encoded", 2, text("Doctor", "the key was URL-encoded"), quote_plus(key)),
        ("key-reversed", 6, text("Doctor", "the key was reversed"), key[::-1]),
        ("key-decoded", 4, text("Doctor", "the key was decoded from base64"), _from_base64(key)),
        ("key-decoded", 4, text("Doctor", "the key was decoded from hex"), _from_hex(key)),
    )
    for identity, cost, cause, written in forms:
        yield Deviation(identity, cost, cause, USE_KEY, key=written, depth=2)


def _from_base64(key: str) -> str:
    try:
        return base64.b64decode(key, validate=True).decode("utf-8", "replace")
    except ValueError:
        return key


def _from_hex(key: str) -> str:
    try:
        return bytes.fromhex(key).decode("utf-8", "replace")
    except ValueError:
        return key


_ALIKE = tuple(
    (one, other)
    for alike in ("O0", "o0", "l1", "I1", "Il", "B8", "S5", "Z2")
    for one, other in (tuple(alike), tuple(reversed(alike)))
)


def _mistyped(key: str) -> Iterator[Deviation]:
    alike = text("Doctor", "characters that look alike were mixed up in the key")
    for one, other in _ALIKE if 8 <= len(key) <= 64 else ():
        yield Deviation("key-mistyped", 3, alike, USE_KEY, key=key.replace(one, other), depth=1)


def _placeholders() -> Iterator[Deviation]:
    cause = text("Doctor", "the text “{text}” was used in place of the key")
    for word in _PLACEHOLDERS:
        depth = 2 if word in _PLACEHOLDERS[:4] else 1
        yield Deviation("placeholder-as-key", 3, cause.fill(text=word), USE_KEY, key=word, depth=depth)


_PLACEHOLDERS = (
    "undefined",
    "null",
    "None",
    "client_key",
    "clientKey",
    "key",
    "{client_key}",
    "YOUR_CLIENT_KEY",
    "NULL",
)
