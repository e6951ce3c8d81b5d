"""Characters that cannot be seen, or look like others: the usual reason why two equal texts are not."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_NAMES = {
    "\t": "TAB",
    "\n": "LF",
    "\r": "CR",
    "\x00": "NUL",
    "\u00a0": "NBSP",
    "\u00ad": "SHY",
    "\u200b": "ZWSP",
    "\u200c": "ZWNJ",
    "\u200d": "ZWJ",
    "\u2028": "LS",
    "\u2029": "PS",
    "\u2060": "WJ",
    "\u3000": "IDSP",
    "\ufeff": "BOM",
    "\ufe0f": "VS16",
    "\ufffd": "U+FFFD",
}
_UNSEEN = (
    "\x00-\x1f\x7f-\xa0\xad\u034f\u061c\u115f\u1160\u1680\u17b4\u17b5\u180b-\u180f\u2000-\u200f\u2028-\u202f"
    "\u205f-\u206f\u2800\u3000\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffd\ud800-\udfff\U000e0000-\U000e0fff"
)
_FULL_WIDTH = "\uff01-\uff5e"
_HIDDEN = re.compile(f"[{_UNSEEN}]")
_FULL_WIDTH_RUN = re.compile(f"[{_FULL_WIDTH}]+")


@dataclass(frozen=True)
class Hidden:
    """A run of text that hides: where it starts, what it is, and its short name, such as ``BOM``."""

    start: int
    run: str
    name: str


def name_of(character: str) -> str:
    """The field's short name of an invisible character, or its code point as ``U+XXXX``."""
    return _NAMES.get(character, f"U+{ord(character):04X}")


def hidden(value: str) -> tuple[Hidden, ...]:
    """Every invisible character, and the run of spaces at either end, from left to right."""
    if _is_plain(value):
        return ()
    lead, trail = _outer_spaces(value)
    found = [Hidden(0, " " * lead, "SPACE")] if lead else []
    if not (value.isascii() and value.isprintable()):
        found += [Hidden(one.start(), one.group(), name_of(one.group())) for one in _HIDDEN.finditer(value)]
    if trail:
        found.append(Hidden(len(value) - trail, " " * trail, "SPACE"))
    return tuple(found)


def hidden_names(value: str) -> tuple[str, ...]:
    """The short name of each kind of hidden character, once; quick for a value of any length."""
    names = ["SPACE"] if any(_outer_spaces(value)) else []
    if not (value.isascii() and value.isprintable()) and _HIDDEN.search(value):
        names += [name_of(one) for one in _HIDDEN.findall("".join(dict.fromkeys(value)))]
    return tuple(names)


def without_hidden(value: str) -> str:
    """The text without what nobody sees in it; a blank between words stays."""
    for one in reversed(hidden(value)):
        value = value[: one.start] + value[one.start + len(one.run) :]
    return value


def compacted(value: str) -> str:
    """The text without spaces, line breaks and invisible characters, wherever they are: no code has any."""
    return "".join(character for character in value if not hidden_names(character))


def _is_plain(value: str) -> bool:
    """Whether it is seen at once that nothing hides here: so it is with most of what is signed."""
    return value.isascii() and value.isprintable() and value[:1] != " " != value[-1:]


def _outer_spaces(value: str) -> tuple[int, int]:
    """How many spaces lead and trail; a value of spaces only leads with all of them."""
    rest = value.lstrip(" ")
    return len(value) - len(rest), len(rest) - len(rest.rstrip(" "))


def full_width(value: str) -> str:
    """The first run of full-width letters, digits or signs (such as ``１２３``), or ""."""
    match = None if value.isascii() else _FULL_WIDTH_RUN.search(value)
    return match.group() if match else ""


def half_width(value: str) -> str:
    """The text with full-width letters, digits and signs replaced by the plain ones."""
    return _FULL_WIDTH_RUN.sub(lambda match: "".join(chr(ord(c) - 0xFEE0) for c in match.group()), value)


_CATEGORIES = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp", "Zs"})
# Letters, marks and symbols by category which show nothing: joiners, fillers, selectors, the blank braille cell.
_FILLERS = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]"
)


@lru_cache(maxsize=8192)
def is_unseen(character: str) -> bool:
    """Whether this character shows nothing, or changes how others are shown; a plain space does not."""
    if " " <= character <= "~":
        return False
    return unicodedata.category(character) in _CATEGORIES or _FILLERS.match(character) is not None
