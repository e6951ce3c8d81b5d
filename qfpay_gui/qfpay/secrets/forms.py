"""Regular expressions that find a secret again after it was URL-encoded, JSON-escaped, or written in base64 or hex."""

from __future__ import annotations

import base64
import re
from itertools import groupby

_ESCAPES = {'"': '"', "/": "/", "\n": "n", "\r": "r", "\t": "t", "\b": "b", "\f": "f"}
# What is encoded or escaped again grows a little each time: % becomes %25, then %2525; \ becomes \\, then \\\\.
# Both are bounded, for unbounded repeats let a hostile text stall the search.
_PERCENT = "%(?:25){0,3}"
_BACKSLASH = rf"(?:\\|{_PERCENT}5c){{1,8}}"


def every_form(secret: str) -> str:
    """A pattern for every form; use it with IGNORECASE. An occurrence may mix encodings, and encode them twice."""
    raw = secret.encode("utf-8", "surrogatepass")
    return "|".join(f"(?:{form})" for form in (_characters(secret), *_base64(raw), _hex(raw)))


def _characters(secret: str) -> str:
    """Plain, URL-encoded (space as + or %20) or JSON-escaped, each character on its own."""
    runs = ((character, len(list(run))) for character, run in groupby(secret))
    return "".join(_run(character, count) for character, count in runs)


def _run(character: str, count: int) -> str:
    """The same character several times. A run of backslashes changes its length with each escaping."""
    if character != "\\":
        return _character(character) * count
    return rf"(?:\\(?:u005c)?|{_PERCENT}5c){{{count},{8 * count}}}"


def _character(character: str) -> str:
    """One character as it may be written: itself, its UTF-8 bytes as %41, or a JSON escape."""
    ways = [_percent(character), _unicode(character), re.escape(character)]
    if character in _ESCAPES:
        ways.append(_BACKSLASH + _ESCAPES[character])
    if character == " ":
        ways += [r"\+", f"{_PERCENT}2b"]
    return f"(?:{'|'.join(ways)})"


def _percent(character: str) -> str:
    return "".join(f"{_PERCENT}{byte:02x}" for byte in character.encode("utf-8", "surrogatepass"))


def _unicode(character: str) -> str:
    """JSON's escape by code unit: a surrogate pair outside the basic plane."""
    units = character.encode("utf-16-be", "surrogatepass").hex()
    return "".join(rf"{_BACKSLASH}u{units[start : start + 4]}" for start in range(0, len(units), 4))


def _base64(raw: bytes) -> list[str]:
    """The characters that are the secret's own, for each of the three places it can have in a longer text."""
    cores = []
    for before in range(3):
        written = base64.b64encode(bytes(before) + raw).decode("ascii")
        core = written[-(-before * 8 // 6) : (before + len(raw)) * 8 // 6]
        cores.append("".join(_base64_character(character) for character in core))
    return [core for core in cores if core]


def _base64_character(character: str) -> str:
    """Base64 has two alphabets, and may be URL-encoded or JSON-escaped itself."""
    match character:
        case "+":
            return rf"(?:[-+ ]|{_PERCENT}2b|{_BACKSLASH}u002b)"
        case "/":
            return rf"(?:[_/]|{_PERCENT}2f|{_BACKSLASH}/)"
        case _:
            return character


def _hex(raw: bytes) -> str:
    """Two digits a byte, together or with a space, colon or dash between, as dumps show them."""
    return "[-: ]?".join(f"{byte:02x}" for byte in raw)
