from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qfpay_gui.services.database.words import LONGEST_TEXT, folded, grams, match, searchable, words_of

ANY_TEXT = st.text(st.characters(), max_size=60)


@given(ANY_TEXT, st.data())
def test_every_piece_of_a_text_is_proposed_by_its_index(written: str, data: st.DataObject) -> None:
    """A word taken from anywhere in a text asks for grams which that text has: the index never hides a match."""
    searched = searchable([written])
    words = searched.split()
    if words:
        word = data.draw(st.sampled_from(words))
        start = data.draw(st.integers(0, len(word) - 1))
        piece = word[start : data.draw(st.integers(start + 1, len(word)))]
        assert set(match([piece]).split(" AND ")) <= set(grams(searched).split(" "))


@given(ANY_TEXT)
def test_tokens_are_hex_whatever_the_text(written: str) -> None:
    """No character of a text can be read as part of a query."""
    assert set(match(words_of(written))) <= set("0123456789abcdef AND")
    assert set(grams(searchable([written]))) <= set("0123456789abcdef ")


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
    """A pasted megabyte neither fills the index nor makes a query that takes for ever."""
    assert len(searchable(["x" * 1_000_000])) == LONGEST_TEXT
    assert len(match(words_of(" ".join(["y" * 1000] * 1000))).split(" AND ")) < 200


def test_a_part_is_one_line() -> None:
    """Grams never reach from one part into the next."""
    assert searchable(["a\nb", "", "C"]) == "a b\nc"
    assert folded("bc").encode().hex() not in grams(searchable(["ab", "cd"])).split(" ")
