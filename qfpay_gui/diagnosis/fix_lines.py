"""The code that does rightly what a diagnosis says was done otherwise, in the merchant's language, by mechanism."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.language import language_of
from qfpay_gui.resources import read_json

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qfpay_gui.diagnosis import Diagnosis, ReadRequest

LANGUAGES = (
    ("python", "Python"),
    ("node", "JavaScript"),
    ("php", "PHP"),
    ("java", "Java"),
    ("go", "Go"),
    ("dotnet", "C#"),
    ("ruby", "Ruby"),
    ("shell", "Shell"),
)
"""The ids and names of the languages a line can be had in."""
_AMOUNTS = frozenset({"txamt", "amount", "total_fee"})
_OF_KEYS = (
    (r"key-with-white-space|key-with-line-feed", "key read"),
    (r"key-with-|key-quoted|key-grouped|app-code-and-key", "key cleaned"),
    (
        r"key-(?:swallowed|as-number|printed|written|url|decoded|hex|base64|hashed)|other-|placeholder|-as-key",
        "key read",
    ),
    (r"", "key checked"),
)
"""By id, where another key was used than the right one."""
_JOINS_OF_KEYS = r"key-(?:joined|after|in-front|at-both|missing|among|before)|app-code-signed|other-equals"
_OF_IDS = (
    (r"body-|mojibake-sent", "body"),
    (r"sha256-without-header", "header SHA256"),
    (r"time-", "time"),
    (r"amount-(?:in-major|sent-in-major|in-floating|as-money|rounded|times|in-other-unit)", "amount"),
    (r"amount-|number-(?!made)|value-as-number|duration-", "number"),
    (r"json-(?!signed|members)", "json"),
    (r"null-|empty-", "empty"),
    (r"value-printed|truth-|print-sent", "text"),
    (r"signature-(?!signed|in-body)|digest|hmac|checksum|not-hashed|text-sent|md5-with|low-byte|byte-order", "digest"),
    (r"charset-|question-marks|mojibake|numeric-references", "digest"),
)
"""By id; what is not named here is mended by joining rightly the very parameters that are sent."""
_NAMED = frozenset({"time", "amount", "number", "json", "text"})
"""Mechanisms that write one parameter."""


def language_of_fix(case: ReadRequest) -> str:
    """The language to answer in: that of the program as far as the paste tells it, else Python."""
    told = language_of(case)
    return told if told in dict(LANGUAGES) else "python"


def fix_line(diagnosis: Diagnosis, language: str, sign_type: str = "MD5") -> str:
    """The code that mends what deviates, a statement a mechanism; "" where nothing does.

    ``language`` is an id of LANGUAGES; KeyError for any other.
    """
    name, length = _name(diagnosis), len(_right_key(diagnosis))
    mechanisms = dict.fromkeys(mechanism_of(identity, diagnosis) for identity in diagnosis.deviations)
    lines = (_lines()[_row(mechanism, sign_type)][language] for mechanism in mechanisms)
    filled = [line.replace("{{name}}", name).replace("{{length}}", f"{length}") for line in lines]
    return " ".join(f"{line.rstrip(';')};" for line in filled) if len(filled) > 1 else "".join(filled)


def mechanism_of(identity: str, diagnosis: Diagnosis) -> str:
    """What has to be written otherwise where this deviation was found."""
    if identity.startswith(("key-", "app-code-", "other-", "placeholder", "value-as-key")):
        return _of_key(identity, diagnosis)
    found = next((mechanism for known, mechanism in _OF_IDS if re.match(known, identity)), "join")
    name = _name(diagnosis)
    if found in _NAMED and not (name.isascii() and name.isidentifier()):
        return "join"
    return "number" if found == "amount" and name not in _AMOUNTS else found


def _of_key(identity: str, diagnosis: Diagnosis) -> str:
    if re.match(_JOINS_OF_KEYS, identity):
        return "join"
    right = _right_key(diagnosis)
    found = next(mechanism for known, mechanism in _OF_KEYS if re.search(known, identity))
    if found == "key checked" and diagnosis.client_key == right:
        return "join"
    return "key checked" if found == "key cleaned" and not (right.isascii() and right.isalnum()) else found


def _row(mechanism: str, sign_type: str) -> str:
    return f"{mechanism} {sign_type if sign_type == 'SHA256' else 'MD5'}" if mechanism == "digest" else mechanism


def _right_key(diagnosis: Diagnosis) -> str:
    return "".join(one.text for one in diagnosis.right.segments if one.kind == "key")


def _name(diagnosis: Diagnosis) -> str:
    """The parameter that was signed otherwise than sent; "" for none or several at once."""
    right = {one.name: one.text for one in diagnosis.right.segments if one.kind == "value"}
    signed = dict(diagnosis.params)
    differing = [name for name, value in right.items() if name in signed and signed[name] != value]
    return differing[0] if differing else ""


@cache
def _lines() -> Mapping[str, Mapping[str, str]]:
    found: Mapping[str, Mapping[str, str]] = read_json("data/fix_lines.json")["lines"]
    if any(row.keys() != dict(LANGUAGES).keys() for row in found.values()):
        message = "fix_lines.json: every mechanism has a line in every language"
        raise ValueError(message)
    return found
