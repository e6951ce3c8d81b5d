"""Tests of the place where two texts part."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qfpay_gui.qfpay.differences import first_difference

TEXTS = st.text("ab=&é支😀", max_size=12)


@pytest.mark.parametrize(
    ("left", "right", "place"),
    [("", "", None), ("a", "a", None), ("ab", "ac", 1), ("ab", "xb", 0), ("a", "ab", 1), ("ab", "a", 1), ("", "x", 0)],
)
def test_the_place_is_the_first_character_that_differs(left: str, right: str, place: int | None) -> None:
    """The index of the first differing character, the end of the shorter text, or None where both are equal."""
    assert first_difference(left, right) == place


@given(TEXTS, TEXTS)
def test_texts_agree_before_the_place_and_differ_at_it(left: str, right: str) -> None:
    """Of any two texts, what stands before the place is the same and what stands at it is not."""
    place = first_difference(left, right)
    if place is None:
        assert left == right
    else:
        assert left[:place] == right[:place]
        assert left[place : place + 1] != right[place : place + 1]


@given(TEXTS, TEXTS)
def test_the_order_of_the_texts_does_not_matter(left: str, right: str) -> None:
    """Two texts part at the same place, whichever is named first."""
    assert first_difference(left, right) == first_difference(right, left)
