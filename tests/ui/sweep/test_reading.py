"""What the sweep looks for, it finds: each defect made on purpose, beside the same widget without it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QTableWidget,
    QTableWidgetItem,
    QToolButton,
    QWidget,
)

from qfpay_gui.ui.look.theme import set_property
from tests.ui.sweep import reading

if TYPE_CHECKING:
    from collections.abc import Callable

LONG = "What became of the order, in more words than there is room for"


def _label(stage: QWidget) -> QWidget:
    return QLabel(LONG, stage)


def _wrapped(stage: QWidget) -> QWidget:
    label = QLabel(LONG, stage)
    label.setWordWrap(True)
    return label


def _button(stage: QWidget) -> QWidget:
    return QPushButton(LONG, stage)


def _box(stage: QWidget) -> QWidget:
    box = QComboBox(stage)
    box.addItem(LONG)
    return box


def _placeholder(stage: QWidget) -> QWidget:
    line = QLineEdit(stage)
    line.setPlaceholderText(LONG)
    return line


def _table(stage: QWidget) -> QWidget:
    table = QTableWidget(1, 1, stage)
    table.setWordWrap(False)
    table.setItem(0, 0, QTableWidgetItem(LONG))
    table.horizontalHeader().setStretchLastSection(True)
    return table


MAKERS = [_label, _wrapped, _button, _box, _placeholder, _table]


@pytest.mark.parametrize("make", MAKERS)
@pytest.mark.parametrize(("width", "is_cut"), [(90, True), (700, False)])
def test_a_text_without_room_is_found(
    stage: QWidget, make: Callable[[QWidget], QWidget], width: int, *, is_cut: bool
) -> None:
    """And one that has room is not."""
    one = make(stage)
    one.resize(width, 34)
    one.show()
    assert bool(reading.cut(stage)) == is_cut


@pytest.mark.parametrize("make", [_label, _box, _placeholder])
def test_a_tool_tip_makes_up_for_it(stage: QWidget, make: Callable[[QWidget], QWidget]) -> None:
    """Then the whole text can be read."""
    one = make(stage)
    one.setToolTip(LONG)
    one.resize(90, 34)
    one.show()
    assert reading.cut(stage) == []


@pytest.mark.parametrize(("x", "is_cut"), [(0, False), (80, True)])
def test_what_lies_beyond_its_parent_is_found(stage: QWidget, x: int, *, is_cut: bool) -> None:
    """Where nothing scrolls to it."""
    holder = QWidget(stage)
    holder.resize(100, 60)
    button = QPushButton("Send", holder)
    button.move(x, 0)
    holder.show()
    assert bool(reading.cut(stage)) == is_cut


def test_what_is_scrolled_to_is_not_lost(stage: QWidget) -> None:
    """A long form is read by scrolling."""
    area, page = QScrollArea(stage), QWidget()
    page.resize(200, 900)
    QPushButton("Send", page).move(0, 800)
    area.setWidget(page)
    area.resize(260, 200)
    area.show()
    assert reading.cut(stage) == []


@pytest.mark.parametrize(("words", "name", "found"), [("", "", 1), ("", "Copy", 0), ("Copy", "", 0)])
def test_a_control_without_a_name_is_found(stage: QWidget, words: str, name: str, found: int) -> None:
    """Its words or its accessible name are what a screen reader says."""
    button = QToolButton(stage)
    button.setText(words)
    button.setAccessibleName(name)
    button.show()
    assert len(reading.unnamed(stage)) == found


@pytest.mark.parametrize(("side", "found"), [(23, 1), (24, 0)])
def test_a_target_too_small_is_found(stage: QWidget, side: int, found: int) -> None:
    """24 pixels in both directions are enough."""
    button = QToolButton(stage)
    set_property(button, "role", "rail")  # the one that is as small as it is made
    button.setFixedSize(60, side)
    button.show()
    assert len(reading.small(stage)) == found


@pytest.mark.parametrize(
    ("places", "found"), [([(0, 0), (90, 0), (0, 40)], 0), ([(0, 40), (0, 0)], 1), ([(90, 0), (0, 0)], 1)]
)
def test_a_tab_order_that_goes_back_is_found(stage: QWidget, places: list[tuple[int, int]], found: int) -> None:
    """It goes to the right, then down; up again only further to the right."""
    stops = [QLineEdit(stage) for _place in places]
    for stop, (x, y) in zip(stops, places, strict=True):
        stop.setGeometry(x, y, 80, 30)
        stop.show()
    assert len(reading.out_of_order(stops)) == found
