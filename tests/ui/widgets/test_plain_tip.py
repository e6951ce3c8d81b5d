from __future__ import annotations

import pytest
from PySide6.QtGui import Qt, QTextDocument

from qfpay_gui.ui.widgets.plain_tip import plain_tip


@pytest.mark.parametrize(
    "words", ["<b>300</b>", "a < b", "<", "<img src=x>\nsecond  line", "&lt;b&gt;", "300 & more", "plain", "<!--x-->y"]
)
def test_a_tool_tip_shows_exactly_these_words(words: str) -> None:
    """Whatever Qt takes for markup is written so that it shows."""
    tip = plain_tip(words)
    shown = tip
    if Qt.mightBeRichText(tip):
        document = QTextDocument()
        document.setHtml(tip)
        shown = document.toPlainText()
    assert shown == words
