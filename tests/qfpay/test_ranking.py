from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qfpay_gui.qfpay.ranking import Fit, findable, fit, folded, ranked

_TRADE = findable(("out_trade_no", "Order number"), "The merchant's own number.")


@pytest.mark.parametrize(
    ("query", "how"),
    [
        ("out_trade_no", Fit.EXACT),
        ("order number", Fit.EXACT),
        ("out_tr", Fit.BEGINNING),
        ("outtrade", Fit.BEGINNING),
        ("trade no", Fit.WORD),
        ("no trade", Fit.WORD),
        ("rade_n", Fit.INSIDE),
        ("merchant", Fit.TEXT),
        ("trade merchant", Fit.TEXT),
        ("merchants", None),
        ("trade refund", None),
        ("___", None),
    ],
)
def test_how_well_an_entry_fits(query: str, how: Fit | None) -> None:
    """Exact name, beginning, words of the name, a piece of it, the text; each word must be somewhere."""
    assert fit(query, _TRADE) is how


def test_case_width_and_blanks_do_not_matter() -> None:
    """What an input method types and what a manual prints find the same."""
    assert folded("  ＴＸＡＭＴ \u3000 1108 ") == "txamt 1108"
    entries = [(name, findable((name,))) for name in ("txamt", "txcurrcd")]
    assert ranked("ｔｘＡＭＴ", entries) == ["txamt"]


def test_the_best_comes_first_and_equal_ones_stay_in_order() -> None:
    """An exact name beats a longer one, that beats a word, and a mention comes last."""
    entries = [
        ("mention", findable(("cancel",), "see txamt")),
        ("word", findable(("the txamt",))),
        ("longer", findable(("txamt_of",))),
        ("exact", findable(("txamt",))),
        ("longer too", findable(("txamt2",))),
        ("other", findable(("udid",))),
    ]
    assert ranked("txamt", entries) == ["exact", "longer", "longer too", "word", "mention"]


def test_nothing_asked_is_everything() -> None:
    """An empty line lists all, as it is given."""
    entries = [("b", findable(("b",))), ("a", findable(("a",)))]
    assert ranked("", entries) == ranked(" \u3000", entries) == ["b", "a"]


@given(st.lists(st.text(max_size=12), max_size=6), st.text(max_size=8))
def test_whatever_is_typed_only_what_fits_is_found(names: list[str], query: str) -> None:
    """Nothing raises, nothing is found twice, and each found name or its bare letters hold the first word."""
    entries = [(place, findable((name,))) for place, name in enumerate(names)]
    found = ranked(query, entries)
    assert len(set(found)) == len(found)
    assert set(found) <= set(range(len(names)))
    for place, name in enumerate(names):
        if folded(query) == folded(name):
            assert place in found
