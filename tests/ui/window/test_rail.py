from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from qfpay_gui.ui.window.rail import Rail
from qfpay_gui.ui.window.workspaces import Workspace
from tests.ui.person import press

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


@pytest.fixture
def rail(stage: QWidget) -> Rail:
    """Five workspaces, the first of them open."""
    made = Rail({one: one.value.title() for one in Workspace}, stage)
    made.show_current(Workspace.REQUEST)
    made.resize(made.width(), 500)
    made.show()
    QApplication.processEvents()
    return made


def test_a_press_chooses_and_leaves_the_keyboard_where_it_is(rail: Rail) -> None:
    """The workspace takes the keyboard on, not the button."""
    chosen: list[str] = []
    rail.chosen.connect(chosen.append)
    QTest.mouseClick(rail.buttons[Workspace.ORDERS], Qt.MouseButton.LeftButton)
    assert chosen == ["orders"]
    assert not rail.buttons[Workspace.ORDERS].hasFocus()
    assert not rail.buttons[Workspace.REQUEST].isChecked()


def test_the_arrow_keys_go_up_and_down_it(rail: Rail) -> None:
    """As in a list of tabs: where the keyboard goes, the workspace follows."""
    chosen: list[str] = []
    rail.chosen.connect(chosen.append)
    rail.buttons[Workspace.REQUEST].setFocus()
    press("Down")
    press("Down")
    press("Up")
    assert chosen == ["case", "orders", "case"]
    assert rail.buttons[Workspace.CASE].hasFocus()


@pytest.mark.parametrize(("count", "spoken"), [(0, "Orders"), (1, "Orders, new: 1"), (100, "Orders, new: 100")])
def test_what_is_new_is_spoken_as_well(rail: Rail, count: int, spoken: str) -> None:
    """Nobody has to see the number."""
    button = rail.buttons[Workspace.ORDERS]
    before = button.grab().toImage()
    button.present(count)
    assert button.accessibleName() == spoken
    assert "Ctrl+3" in button.toolTip()
    assert (button.grab().toImage() != before) == bool(count)


def test_narrow_it_shows_icons_alone_and_keeps_every_name(rail: Rail) -> None:
    """Narrower, not poorer; and back again."""
    wide = rail.width()
    rail.set_narrow(True)
    QApplication.processEvents()
    assert rail.width() < wide
    styles = {button.toolButtonStyle() for button in rail.buttons.values()}
    assert styles == {Qt.ToolButtonStyle.ToolButtonIconOnly}
    assert all(button.accessibleName() for button in rail.buttons.values())
    rail.set_narrow(False)
    assert rail.width() == wide
