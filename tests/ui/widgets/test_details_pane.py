"""What is said beside a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel

from qfpay_gui.ui.widgets.details_pane import DetailsPane
from tests.ui.person import find

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot


def test_without_an_icon_the_headline_begins_where_the_words_do(stage: QWidget, qtbot: QtBot) -> None:
    """With one it stands beside it, as far to the right as the icon takes."""
    pane = DetailsPane("row", stage)
    pane.resize(300, 200)
    pane.show()
    headline, words = find(pane, QLabel, "row_headline"), find(pane, QLabel, "row_next")

    def indent() -> int:
        return headline.mapTo(pane, QPoint()).x() - words.mapTo(pane, QPoint()).x()

    pane.say("Nothing", "Select an order")
    qtbot.waitUntil(lambda: words.width() > 0 and indent() == 0)
    pane.say("Paid", "Refund it", icon=("check", "ok_fg"))
    qtbot.waitUntil(lambda: indent() > 0)


def test_what_is_said_stays_together_at_the_top(stage: QWidget, qtbot: QtBot) -> None:
    """A pane that is higher than its words leaves the rest empty, below them."""
    pane = DetailsPane("row", stage)
    pane.resize(300, 600)
    pane.show()
    words = find(pane, QLabel, "row_next")
    pane.say("Nothing", "Select an order")
    qtbot.waitUntil(lambda: 0 < words.geometry().bottom() < 100)
