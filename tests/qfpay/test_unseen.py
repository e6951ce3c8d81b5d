from __future__ import annotations

import pytest

from qfpay_gui.qfpay.unseen import is_unseen


@pytest.mark.parametrize("character", ["\n", "\0", "\x7f", "\xa0", "\u200b", "\u202e", "\ufeff", "\u3164", "\ue000"])
def test_what_shows_nothing_is_unseen(character: str) -> None:
    """Controls, joiners, bidi marks, fillers and private characters."""
    assert is_unseen(character)


@pytest.mark.parametrize("character", [" ", "a", "~", "é", "奶", "😀", "・", "•"])
def test_what_shows_is_seen(character: str) -> None:
    """A plain space, letters, ideographs and emoji."""
    assert not is_unseen(character)
