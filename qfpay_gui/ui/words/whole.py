"""Texts on their way into Qt."""

from __future__ import annotations

_MISREAD = ("\ufeff", "\ufffe")


def whole(words: str) -> str:
    """What to hand to Qt so that these words arrive whole.

    PySide reads U+FEFF at the start of a str as a byte order mark and drops it, and U+FFFE as a
    reason to swap all bytes; a mark put before it is the one that is read and dropped. Signals
    that carry such a value are declared with ``object``, which passes it as it is.
    """
    return "\ufeff" + words if words.startswith(_MISREAD) else words
