from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from qfpay_gui.ui.widgets.empty_page import EmptyPage
from tests.ui.person import Person, find

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot


@pytest.fixture
def way_out() -> QPushButton:
    """A button that leads out of the emptiness."""
    button = QPushButton("Show all")
    button.setObjectName("show_all")
    return button


@pytest.fixture
def page(stage: QWidget, way_out: QPushButton) -> EmptyPage:
    """A page with a way out."""
    made = EmptyPage("nothing", way_out, stage)
    made.resize(400, 300)
    made.present("search", "No entry matches.")
    made.show()
    return made


def test_it_says_why_there_is_nothing_below_a_picture(page: EmptyPage) -> None:
    """The words stand under the icon, and over the button."""
    words, button = find(page, QLabel, "nothing"), find(page, QPushButton, "show_all")
    (picture,) = (label for label in page.findChildren(QLabel) if label is not words)
    assert words.text() == "No entry matches."
    assert not picture.pixmap().isNull()
    assert picture.geometry().bottom() < words.geometry().top() < button.geometry().top()


def test_its_words_are_shown_as_they_are(page: EmptyPage) -> None:
    """What looks like markup is not taken for it."""
    page.present("search", "<b>none</b>")
    label = find(page, QLabel, "nothing")
    as_they_are = label.sizeHint().width()
    page.present("search", "none")
    assert label.sizeHint().width() < as_they_are


def test_the_button_leads_out(page: EmptyPage, way_out: QPushButton, qtbot: QtBot) -> None:
    """The page shows the button of whoever made it."""
    with qtbot.waitSignal(way_out.clicked):
        Person(lambda: page).click("show_all")


def test_a_page_may_have_no_way_out(stage: QWidget) -> None:
    """Where nothing can be done, there is no button."""
    page = EmptyPage("nothing", parent=stage)
    page.present("bell", "Nothing came in yet.")
    assert find(page, QLabel, "nothing").text() == "Nothing came in yet."
    assert not page.findChildren(QPushButton)
