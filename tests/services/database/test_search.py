from __future__ import annotations

import pytest

from qfpay_gui.services.database.search import LONGEST_TEXT, searchable, words_of


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("", ()),
        ("  \t\n", ()),
        ("1108  QA20 ", ("1108", "qa20")),
        ("ＱＡ２０", ("qa20",)),
        ("Straße", ("strasse",)),
        ('"a" OR b*', ('"a"', "or", "b*")),
        ("\ud83d", ("\ufffd",)),
    ],
)
def test_a_query_is_words(query: str, words: tuple[str, ...]) -> None:
    """White space parts them; quotes, stars and operators are part of them; width and case do not count."""
    assert words_of(query) == words


def test_long_texts_and_queries_are_cut() -> None:
    """A pasted megabyte neither fills the file nor makes a query that takes for ever."""
    assert len(searchable(["x" * 1_000_000])) == LONGEST_TEXT
    assert words_of(" ".join(["y" * 1000] * 1000)) == ("y" * 200,) * 12


def test_a_part_is_one_line() -> None:
    """Parts are kept apart, and empty ones left out."""
    assert searchable(["a\nb", "", "C"]) == "a b\nc"
