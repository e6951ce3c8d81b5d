from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QSplitter, QTabWidget

from qfpay_gui.ui.window.right_side import RightSide
from tests.ui.person import find

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


@pytest.fixture
def right(stage: QWidget) -> RightSide:
    """Two panels, with room for both."""
    upper, lower = QLabel("signature"), QLabel("reply")
    lower.setObjectName("reply")
    made = RightSide((("Signature", upper), ("Reply", lower)), stage)
    made.resize(600, 700)
    made.show()
    QApplication.processEvents()
    return made


def _seen(right: RightSide) -> list[str]:
    return sorted(label.text() for label in right.findChildren(QLabel) if label.isVisible())


def _grow(right: RightSide, height: int) -> None:
    right.resize(600, height)
    QApplication.processEvents()


def test_with_room_both_panels_are_seen(right: RightSide) -> None:
    """One above the other, neither of no height."""
    assert _seen(right) == ["reply", "signature"]
    assert min(right.splitter.sizes()) > 50


def test_without_room_one_of_them_is_seen_at_a_time(right: RightSide) -> None:
    """As tabs with their titles; the hidden one is really hidden, for the tab key too."""
    _grow(right, 400)
    tabs = find(right, QTabWidget, "right_tabs")
    assert [tabs.tabText(index) for index in range(tabs.count())] == ["Signature", "Reply"]
    assert _seen(right) == ["signature"]
    right.show_panel(find(right, QLabel, "reply"))
    assert _seen(right) == ["reply"]


def test_growing_again_brings_both_back(right: RightSide) -> None:
    """In their order, whichever tab was open; nothing is lost."""
    _grow(right, 400)
    right.show_panel(find(right, QLabel, "reply"))
    _grow(right, 700)
    assert _seen(right) == ["reply", "signature"]
    assert isinstance(right.splitter.widget(0), QLabel)
    assert min(right.splitter.sizes()) > 50


def test_between_the_two_heights_it_stays_as_it_is(right: RightSide) -> None:
    """It does not flicker at one pixel."""
    _grow(right, 580)
    assert not right.is_tabbed
    _grow(right, 540)
    _grow(right, 580)
    assert right.is_tabbed


def test_with_room_showing_a_panel_changes_nothing(right: RightSide) -> None:
    """Both are in sight already."""
    before = find(right, QSplitter, "right_splitter").sizes()
    right.show_panel(find(right, QLabel, "reply"))
    assert find(right, QSplitter, "right_splitter").sizes() == before
