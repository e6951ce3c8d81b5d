from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow

from qfpay_gui.ui.window.window_menus import Menus
from tests.ui.person import come_to, press

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def window(dressed: None, qtbot: QtBot) -> QMainWindow:  # noqa: ARG001 - for its effect
    """A window without menus."""
    made = QMainWindow()
    qtbot.addWidget(made)
    made.setCentralWidget(QLineEdit())
    made.resize(400, 300)
    made.show()
    come_to(made)
    return made


def test_a_command_runs_by_each_of_its_shortcuts(window: QMainWindow) -> None:
    """And by its entry in the menu, which has a name to be found by."""
    menus, ran = Menus(window), list[str]()
    action = menus.add(menus.menu("&Request"), "send", "&Send", lambda: ran.append("ran"), "Ctrl+Return", "Ctrl+Enter")
    QApplication.processEvents()
    press("Ctrl+Return", window.centralWidget())
    press("Ctrl+Enter", window.centralWidget())
    action.trigger()
    assert ran == ["ran"] * 3
    assert menus.actions["send"] is action
    assert window.findChild(QAction, "action_send") is action


def test_of_several_choices_one_is_checked(window: QMainWindow) -> None:
    """The chosen one at first; whichever is chosen then, its value is handed on."""
    menus, chosen = Menus(window), list[str]()
    menu = menus.menu("&Theme")
    choices = (("system", "As the system"), ("light", "Light"), ("dark", "Dark"))
    menus.add_choices(menu, choices, "light", lambda action: chosen.append(action.data()))
    assert [action.isChecked() for action in menu.actions()] == [False, True, False]
    menu.actions()[2].trigger()
    assert [action.isChecked() for action in menu.actions()] == [False, False, True]
    assert chosen == ["dark"]
