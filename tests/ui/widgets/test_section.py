from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QToolButton

from qfpay_gui.ui.widgets.section import Section
from tests.ui.person import find

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot


@pytest.fixture
def section(stage: QWidget) -> Section:
    """A section with one field."""
    made = Section("Optional", stage)
    made.name_header("header")
    edit = QLineEdit()
    edit.setObjectName("inside")
    made.body_layout.addWidget(edit)
    made.resize(400, 200)
    made.show()
    return made


def test_it_begins_folded(section: Section) -> None:
    """What is rarely needed does not stand in the way."""
    assert not section.is_open
    assert not find(section, QLineEdit, "inside").isVisible()


@pytest.mark.parametrize("by_mouse", [True, False])
def test_its_header_unfolds_and_folds_it(section: Section, qtbot: QtBot, by_mouse: bool) -> None:  # noqa: FBT001 - a parameter
    """By a click, and by the space bar."""
    header = find(section, QToolButton, "header")
    for opened in (True, False):
        with qtbot.waitSignal(section.toggled) as toggled:
            if by_mouse:
                QTest.mouseClick(header, Qt.MouseButton.LeftButton)
            else:
                QTest.keyClick(header, Qt.Key.Key_Space)
        assert toggled.args == [opened]
        assert section.is_open == find(section, QLineEdit, "inside").isVisible() == opened


def test_its_title_can_count(section: Section) -> None:
    """The words of the header change with what is inside."""
    section.set_title("Optional (2 set)")
    assert find(section, QToolButton, "header").text() == "Optional (2 set)"


def test_it_can_be_opened_by_the_form(section: Section) -> None:
    """As where a field inside is asked for."""
    section.set_open(True)
    assert find(section, QLineEdit, "inside").isVisible()


def test_what_fills_it_late_is_made_once_and_reached_by_the_tab_key_from_its_header(stage: QWidget) -> None:
    """Though all that stands below was in the window before."""
    made: list[QLineEdit] = []
    section = Section("Late", stage)
    section.name_header("late")
    below = QLineEdit(stage)

    def fill() -> None:
        made.extend(QLineEdit() for _ in range(2))
        for edit in made:
            section.body_layout.addWidget(edit)

    section.fill_when_opened(fill)
    section.show()
    below.show()
    assert not made
    for is_open in (True, False, True):
        section.set_open(is_open)
    assert len(made) == 2
    order = [find(section, QToolButton, "late"), *made, below]
    order[0].setFocus()
    for widget in order[1:]:
        QTest.keyClick(stage, Qt.Key.Key_Tab)
        assert widget.hasFocus()
