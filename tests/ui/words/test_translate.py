from __future__ import annotations

import pytest

from qfpay_gui.qfpay.text import Text, text
from qfpay_gui.ui.words.languages import speak
from qfpay_gui.ui.words.translate import in_a_row

ONE, TWO, THREE = (text("Test", f"{words}.") for words in ("One", "Two", "Three"))


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize(
    ("language", "sentences", "said"),
    [
        ("en", [], ""),
        ("en", [ONE], "One."),
        ("en", [ONE, TWO, THREE], "One. Two. Three."),
        ("zh_CN", [ONE, TWO, THREE], "One.Two.Three."),
        ("zh_HK", [ONE, TWO], "One.Two."),
    ],
)
def test_sentences_are_set_apart_as_the_language_does_it(language: str, sentences: list[Text], said: str) -> None:
    """Chinese has no blank behind its full stop."""
    speak(language)
    assert in_a_row(sentences) == said
