from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qfpay_gui.qfpay.text import Text, text


def test_a_text_is_its_english_sentence() -> None:
    """Without a translation, the template with its values is what is read."""
    assert str(text("Tests", "{name} is missing").fill(name="txamt")) == "txamt is missing"


def test_the_template_is_kept_for_translation() -> None:
    """Filling values in changes neither context nor template, which are what a translation is looked up by."""
    filled = text("Tests", "{count} times").fill(count=2)
    assert (filled.context, filled.template, filled.values) == ("Tests", "{count} times", (("count", "2"),))


def test_a_value_may_be_a_text_itself() -> None:
    """A sentence inside a sentence stays translatable."""
    inner = text("Tests", "Production")
    filled = text("Tests", "Made for {where}").fill(where=inner)
    assert filled.values == (("where", inner),)
    assert str(filled) == "Made for Production"


def test_the_last_value_given_counts() -> None:
    """Values can be filled in one after another, and again."""
    assert str(text("Tests", "{a}{b}").fill(a=1).fill(b=2).fill(a=3)) == "32"


@given(st.text(st.characters()))
def test_a_value_is_shown_as_it_is(value: str) -> None:
    """Braces and percent signs in a value are nothing special."""
    assert str(text("Tests", "[{value}]").fill(value=value)) == f"[{value}]"


def test_a_forgotten_value_is_an_error() -> None:
    """A sentence with a hole in it is not shown."""
    with pytest.raises(KeyError):
        str(Text("Tests", "{name} is missing"))
