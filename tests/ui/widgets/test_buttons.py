from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from qfpay_gui.ui.widgets.buttons import SinglePressButton
from tests.ui.person import double_click

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


@pytest.fixture
def pressed(stage: QWidget) -> tuple[SinglePressButton, list[str]]:
    """A button, and its presses."""
    button, presses = SinglePressButton("Send", stage), list[str]()
    button.clicked.connect(lambda: presses.append("pressed"))
    button.show()
    return button, presses


def test_a_double_click_is_one_press(pressed: tuple[SinglePressButton, list[str]]) -> None:
    """The nervous second click does nothing."""
    button, presses = pressed
    double_click(button)
    assert len(presses) == 1


def test_keys_and_single_clicks_press_it(pressed: tuple[SinglePressButton, list[str]]) -> None:
    """It is a button like any other."""
    button, presses = pressed
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert len(presses) == 2
