from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QTabWidget

from qfpay_gui.ui.widgets.later import Later

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def tabs(qtbot: QtBot) -> QTabWidget:
    """Two tabs, the second of which holds a line that is made later."""
    tabs = QTabWidget()
    tabs.addTab(QLineEdit(), "now")
    tabs.addTab(Later(QLineEdit), "later")
    qtbot.addWidget(tabs)
    tabs.show()
    qtbot.waitExposed(tabs)
    return tabs


def _place(tabs: QTabWidget) -> Later[QLineEdit]:
    place = tabs.widget(1)
    assert isinstance(place, Later)
    return place


def test_what_nobody_looks_at_is_not_made(tabs: QTabWidget) -> None:
    """The start does not wait for it."""
    assert not _place(tabs).is_made


def test_it_is_there_as_soon_as_it_is_looked_at(tabs: QTabWidget) -> None:
    """Made once, and visible at once."""
    tabs.setCurrentIndex(1)
    line = _place(tabs).widget
    assert line.isVisible()
    tabs.setCurrentIndex(0)
    tabs.setCurrentIndex(1)
    assert _place(tabs).widget is line


def test_it_is_made_for_whoever_asks(tabs: QTabWidget) -> None:
    """Before it is shown, too."""
    line = _place(tabs).widget
    assert not line.isVisible()
    assert _place(tabs).is_made


def test_the_keyboard_goes_to_what_is_inside(tabs: QTabWidget, qtbot: QtBot) -> None:
    """The place itself takes no key."""
    tabs.setCurrentIndex(1)
    _place(tabs).setFocus(Qt.FocusReason.ShortcutFocusReason)
    qtbot.waitUntil(lambda: tabs.focusWidget() is _place(tabs).widget)
