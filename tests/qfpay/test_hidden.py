from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qfpay_gui.qfpay.hidden import (
    Hidden,
    full_width,
    half_width,
    hidden,
    hidden_names,
    is_unseen,
    name_of,
    without_hidden,
)


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("Coffee", ()),
        ("Iced tea", ()),
        ("奶茶 😀", ()),
        ("", ()),
        (" a", (Hidden(0, " ", "SPACE"),)),
        ("a  ", (Hidden(1, "  ", "SPACE"),)),
        ("   ", (Hidden(0, "   ", "SPACE"),)),
        (" a ", (Hidden(0, " ", "SPACE"), Hidden(2, " ", "SPACE"))),
        ("a\n", (Hidden(1, "\n", "LF"),)),
        ("a \n", (Hidden(2, "\n", "LF"),)),
        ("\ufeffa", (Hidden(0, "\ufeff", "BOM"),)),
        ("茶\u200b", (Hidden(1, "\u200b", "ZWSP"),)),
        ("a\u200b\u200bb", (Hidden(1, "\u200b", "ZWSP"), Hidden(2, "\u200b", "ZWSP"))),
        (" 茶\u3000", (Hidden(0, " ", "SPACE"), Hidden(2, "\u3000", "IDSP"))),
        ("\ud83d", (Hidden(0, "\ud83d", "U+D83D"),)),
        ("☕\ufe0f", (Hidden(1, "\ufe0f", "VS16"),)),
        ("\u202eabc", (Hidden(0, "\u202e", "U+202E"),)),
    ],
    ids=ascii,
)
def test_what_cannot_be_seen_is_found_where_it_stands(value: str, found: tuple[Hidden, ...]) -> None:
    """Invisible characters one by one, and spaces at an end as one run, from left to right."""
    assert hidden(value) == found


@pytest.mark.parametrize(
    ("value", "seen"), [("  a\u200bb c\n", "ab c"), ("Coffee", "Coffee"), ("   ", ""), ("\ufeff茶 ", "茶")], ids=ascii
)
def test_what_nobody_sees_is_taken_out(value: str, seen: str) -> None:
    """A blank between words stays."""
    assert without_hidden(value) == seen


@given(st.text(st.characters()))
def test_each_hidden_run_is_what_the_text_holds_there(value: str) -> None:
    """Places and runs agree with the text, ascend, and never overlap; the names are those of the short list."""
    end = 0
    for one in hidden(value):
        assert one.start >= end
        end = one.start + len(one.run)
        assert value[one.start : end] == one.run
    assert set(hidden_names(value)) == {one.name for one in hidden(value)}


@given(st.characters())
def test_no_control_or_format_character_of_the_basic_plane_is_overlooked(character: str) -> None:
    """What Unicode calls a control, a separator or a half pair shows up, save the plain space."""
    if unicodedata.category(character) in {"Cc", "Zl", "Zp", "Zs", "Cs"} and character != " ":
        assert hidden(f"a{character}b")


@pytest.mark.parametrize("value", ["a" + " " * 1_000_000 + "b", "茶" + " " * 1_000_000 + "茶"])
def test_a_million_inner_spaces_are_nothing_hidden(value: str) -> None:
    """Spaces between words are ordinary, and looking for others takes no noticeable time."""
    assert hidden(value) == ()
    assert hidden_names(value) == ()


def test_each_kind_is_named_once() -> None:
    """A value full of one character gives one name."""
    assert hidden_names(" \u200b\n\u200b" * 1000) == ("SPACE", "ZWSP", "LF")


def test_a_character_without_a_short_name_is_named_by_its_code_point() -> None:
    """Every character has a name to be asked about."""
    assert name_of("\x01") == "U+0001"
    assert name_of("\U000e0041") == "U+E0041"


def test_full_width_letters_are_found_and_made_plain() -> None:
    """What an input method for Chinese typed is shown, and what was meant."""
    assert full_width("ab１２３c４") == "１２３"
    assert full_width("abc") == full_width("奶茶") == ""
    assert half_width("ＡＢ１２３～奶茶") == "AB123~奶茶"


@given(st.text())
def test_plain_text_holds_nothing_full_width(value: str) -> None:
    """Once made plain, nothing is left to be remarked on."""
    assert full_width(half_width(value)) == ""


@pytest.mark.parametrize("character", ["\n", "\0", "\x7f", "\xa0", "\u200b", "\u202e", "\ufeff", "\u3164", "\ue000"])
def test_what_shows_nothing_is_unseen(character: str) -> None:
    """Controls, joiners, bidi marks, fillers and private characters."""
    assert is_unseen(character)


@pytest.mark.parametrize("character", [" ", "a", "~", "é", "奶", "😀", "・", "•"])
def test_what_shows_is_seen(character: str) -> None:
    """A plain space, letters, ideographs and emoji."""
    assert not is_unseen(character)
