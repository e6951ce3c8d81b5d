"""JavaScript string literals that hold any text, safe to paste into code, comments and HTML."""

from __future__ import annotations

import re
import unicodedata

_SHORT = {"'": "\\'", "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_UNSEEN_CATEGORIES = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp", "Zs"})
# Letters, marks and symbols by category which show nothing: joiners, fillers, selectors, the blank braille cell.
_UNSEEN = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]"
)


def string_literal(value: str) -> str:
    """The single-quoted literal (ECMAScript 5) whose UTF-16 code units are exactly this text's.

    It stays on one line, ends neither a comment nor a script element, and shows what is invisible or reorders text
    as escapes. Lone surrogates, which no file can hold, are escaped too.
    """
    written = "".join(_written(character) for character in value)
    return "'" + written.replace("*/", "*\\/") + "'"


def _written(character: str) -> str:
    if character in _SHORT:
        return _SHORT[character]
    return _escaped(character) if _needs_escape(character) else character


def _needs_escape(character: str) -> bool:
    if " " <= character <= "~":
        return character == "<"  # no </script> and no <!-- in a page that embeds the code
    return unicodedata.category(character) in _UNSEEN_CATEGORIES or _UNSEEN.match(character) is not None


def _escaped(character: str) -> str:
    units = character.encode("utf-16-be", "surrogatepass").hex().upper()
    return "".join(f"\\u{units[start : start + 4]}" for start in range(0, len(units), 4))
