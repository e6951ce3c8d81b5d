"""Simplified and traditional characters: the table is sound, and turns values over."""

from __future__ import annotations

import pytest

from qfpay_gui.qfpay.signing.chinese import (
    counterparts,
    frequent,
    pairs,
    simplified,
    traditional,
    traditional_where_certain,
)

VARIANTS = frozenset("爲僞説産")
"""Traditional forms that Big5 lacks: variants of the mainland's and of Hong Kong's fonts."""
RARE = frozenset("啰翚")
"""Simplified forms that GB 2312 lacks."""


def _is_in(charset: str, character: str) -> bool:
    return character.encode(charset, "replace") != b"?"


def test_every_pair_stands_once_and_turns_to_one_simplified_form() -> None:
    """No traditional character has two simplified ones, and none is a simplified one of another pair."""
    traditionals = [pair[1] for pair in pairs()]
    assert len(pairs()) > 1000
    assert len(set(traditionals)) == len(traditionals)
    assert not {pair[0] for pair in pairs()} & set(traditionals)


def test_the_character_sets_of_either_side_know_the_characters() -> None:
    """GB 2312 has the simplified ones, Big5 the traditional ones: a slip in the table would show here."""
    assert {pair[0] for pair in pairs() if not _is_in("gb2312", pair[0])} == RARE
    assert {pair[1] for pair in pairs() if not _is_in("big5hkscs", pair[1])} == VARIANTS


@pytest.mark.parametrize(
    ("ours", "theirs"), [("电子秤 点心", "電子秤 點心"), ("冻柠茶", "凍檸茶"), ("车站 A&B", "車站 A&B"), ("tea", "tea")]
)
def test_values_turn_over_and_back(ours: str, theirs: str) -> None:
    """What both sets share stays."""
    assert simplified(theirs) == ours
    assert traditional(ours) == theirs
    assert traditional_where_certain(ours) == theirs


def test_a_character_of_both_sets_is_doubtful() -> None:
    """后 is a queen in traditional texts, and “after” in simplified ones."""
    assert traditional("皇后") == "皇後"
    assert traditional_where_certain("皇后") == "皇后"
    assert counterparts("发") == ("發", "髮")
    assert counterparts("a") == ()


def test_frequent_characters_are_of_both_sets() -> None:
    """None twice; rare ones are left out."""
    assert len(frequent()) == len(set(frequent())) > 4900
    assert {"茶", "电", "電"} <= set(frequent())
    assert "苶" not in frequent()
