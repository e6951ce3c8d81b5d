"""Sentences in the language of the window, and texts on their way into Qt."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_TWO = text("Case", "{first} {second}")
_MISREAD = ("\ufeff", "\ufffe")


def translated(sentence: Text | None) -> str:
    """The sentence in the window's language with its values filled in; "" for None."""
    return "" if sentence is None else filled(sentence, QCoreApplication.translate)


def filled(sentence: Text, look_up: Callable[[str, str], str]) -> str:
    """The sentence with its values filled in, in the language in which ``look_up`` finds context and template."""
    template = look_up(sentence.context, sentence.template)
    if not sentence.values:
        return template.format()
    values = {name: filled(value, look_up) if isinstance(value, Text) else value for name, value in sentence.values}
    return template.format_map(values)


def in_a_row(sentences: Iterable[Text]) -> str:
    """These sentences one after the other, set apart as the window's language does it; "" for none."""
    words = map(translated, sentences)
    return reduce(lambda first, second: translated(_TWO.fill(first=first, second=second)), words, next(words, ""))


def whole(words: str) -> str:
    """What to hand to Qt so that these words arrive whole.

    PySide reads U+FEFF at the start of a str as a byte order mark and drops it, and U+FFFE as a
    reason to swap all bytes; a mark put before it is the one that is read and dropped. Signals
    that carry such a value are declared with ``object``, which passes it as it is.
    """
    return "\ufeff" + words if words.startswith(_MISREAD) else words
