"""Search words and the index they are looked up in: every run of one, two and three characters of a text.

SQLite's own trigram tokenizer cannot find words of one or two characters, which is how Chinese is searched.
"""

from __future__ import annotations

import unicodedata
from itertools import pairwise
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.signing.recipe import well_formed

if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST_TEXT = 3000
_LONGEST_WORD, _MOST_WORDS, _MOST_GRAMS = 200, 12, 10


def folded(written: str) -> str:
    """The text as it is compared: full-width letters and letter case make no difference."""
    return unicodedata.normalize("NFKC", well_formed(written)).casefold()


def searchable(parts: Iterable[str]) -> str:
    """The text a search looks through, one part a line; cut at 3,000 characters, so name what matters first."""
    return "\n".join(folded(part).replace("\n", " ") for part in parts if part)[:LONGEST_TEXT]


def words_of(query: str) -> tuple[str, ...]:
    """The words of a query; quotes, stars and operators are characters like any other."""
    return tuple(word[:_LONGEST_WORD] for word in folded(query).split()[:_MOST_WORDS])


def grams(searched: str) -> str:
    """Every run of one to three characters within a line, each as one token of hex digits."""
    found: set[str] = set()
    for line in searched.split("\n"):
        found.update(line)
        found.update(map("".join, pairwise(line)))
        found.update(map("".join, zip(line, line[1:], line[2:], strict=False)))
    return " ".join(map(_token, found))


def match(words: Iterable[str]) -> str:
    """The index query that every text with these words meets; a few others may, so compare the texts as well."""
    return " AND ".join(_token(gram) for word in words for gram in _cover(word))


def _token(gram: str) -> str:
    return gram.encode().hex()


def _cover(word: str) -> tuple[str, ...]:
    """Runs of three that cover the word, its end first: order numbers differ at their ends."""
    if len(word) <= 3:
        return (word,)
    ends = range(len(word), 2, -3)
    return tuple(word[end - 3 : end] for end in ends)[:_MOST_GRAMS] + ((word[:3],) if len(word) % 3 else ())
