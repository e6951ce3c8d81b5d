"""Which characters a program should show as escapes: those nobody sees, and those that reorder text."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

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
