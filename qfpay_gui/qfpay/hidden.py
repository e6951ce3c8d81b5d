"""Characters that cannot be seen, or look like others: the usual reason why two equal texts are not."""

from __future__ import annotations

import re
from dataclasses import dataclass

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
    "\ufffd": "U+FFFD",
}
_UNSEEN = (
    "\x00-\x1f\x7f-\xa0\xad\u061c\u115f\u1160\u17b4\u17b5\u180e\u1680\u2000-\u200f\u2028-\u202f\u205f-\u206f"
    "\u3000\u3164\ufeff\uffa0\ufff9-\ufffd\ud800-\udfff"
)
_FULL_WIDTH = "\uff01-\uff5e"
_HIDDEN = re.compile(f"[{_UNSEEN}]|^ +| +$")
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
    """Every invisible character, and every space at either end, from left to right."""
    if value.isprintable() and not (value.startswith(" ") or value.endswith(" ")) and value.isascii():
        return ()
    found = []
    for match in _HIDDEN.finditer(value):
        run = match.group()
        found.append(Hidden(match.start(), run, "SPACE" if run.startswith(" ") else name_of(run)))
    return tuple(found)


def full_width(value: str) -> str:
    """The first run of full-width letters, digits or signs (such as ``１２３``), or ""."""
    match = None if value.isascii() else _FULL_WIDTH_RUN.search(value)
    return match.group() if match else ""


def half_width(value: str) -> str:
    """The text with full-width letters, digits and signs replaced by the plain ones."""
    return _FULL_WIDTH_RUN.sub(lambda match: "".join(chr(ord(c) - 0xFEE0) for c in match.group()), value)
