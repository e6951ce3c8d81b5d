"""What fits a search best: exact names first, then beginnings, words of the name, and words of the text."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable

_BLANKS = re.compile(r"\s+")
_BETWEEN = re.compile(r"[\W_]+")
T = TypeVar("T")


class Fit(IntEnum):
    """How well an entry fits what was typed; lower is better."""

    EXACT = 0
    BEGINNING = 1
    WORD = 2
    INSIDE = 3
    TEXT = 4


@dataclass(frozen=True)
class Findable:
    """The names an entry is known by and whatever else is said of it, as :func:`folded` writes them."""

    names: tuple[str, ...]
    text: str = ""


def findable(names: Iterable[str], text: str = "") -> Findable:
    """An entry of these names and this text, as people write them."""
    return Findable(tuple(folded(name) for name in names), folded(text))


def folded(words: str) -> str:
    """The words without regard to case, width of characters and how blank the space between them is."""
    return _BLANKS.sub(" ", unicodedata.normalize("NFKC", words).casefold()).strip()


def fit(query: str, entry: Findable) -> Fit | None:
    """How well this entry fits a folded query; None where a word of it is nowhere."""
    if query in entry.names:
        return Fit.EXACT
    bare = _BETWEEN.sub("", query)
    if any(name.startswith(query) or (bare and _BETWEEN.sub("", name).startswith(bare)) for name in entry.names):
        return Fit.BEGINNING
    terms = query.split()
    for name in entry.names:
        if all(any(word.startswith(term) for word in _BETWEEN.split(name)) for term in terms):
            return Fit.WORD
    if any(all(term in name for term in terms) for name in entry.names):
        return Fit.INSIDE
    whole = " ".join((*entry.names, entry.text))
    return Fit.TEXT if all(term in whole for term in terms) else None


def ranked(query: str, entries: Iterable[tuple[T, Findable]]) -> list[T]:
    """What fits, the best first and in the given order where equal; everything where nothing is asked."""
    wanted = folded(query)
    if not wanted:
        return [one for one, _entry in entries]
    found = ((fit(wanted, entry), one) for one, entry in entries)
    fitting = [(how, one) for how, one in found if how is not None]
    return [one for _how, one in sorted(fitting, key=lambda pair: pair[0])]
