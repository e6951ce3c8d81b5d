"""From the first start to a request that a real account signs, in as few presses as can be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from tests.ui.person import find

if TYPE_CHECKING:
    from tests.ui.desk import Desk

APP_CODE, KEY = "A1B2C3D4E5F60718293A4B5C6D7E8F90", "5A3C9E0F7B1D2846AC0E5F9B7D3182C4"
FIELDS = {"name": "Tea shop", "app_code": APP_CODE, "client_key": KEY}


class Presses:
    """Counts every key that acts and every click; what is typed into a field, and Tab between two, is no press."""

    def __init__(self) -> None:
        self.count = 0

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the keyboard is."""
        self.count += 1
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key, modifier)

    def click(self, widget: QWidget) -> None:
        """Click on it."""
        self.count += 1
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def _fill_in(presses: Presses, filled: list[str]) -> None:
    """Type what QFPay gave, from the field that has the keyboard on, and save."""
    dialog = QApplication.activeModalWidget()
    focused = QApplication.focusWidget()
    if dialog is None or focused is None or focused.objectName() != "name" or filled:
        return
    for name, value in FIELDS.items():
        QTest.keyClicks(find(dialog, QLineEdit, name), value)
        filled.append(name)
    find(dialog, QLineEdit, "client_key").setFocus()
    presses.press(Qt.Key.Key_Return)


def _add_by(desk: Desk, presses: Presses, last: QWidget) -> None:
    """Press the last thing before the dialog, and fill that in."""
    filled: list[str] = []
    timer = QTimer(desk.window)
    timer.timeout.connect(lambda: _fill_in(presses, filled))
    timer.start(5)
    presses.click(last)
    timer.stop()
    assert filled == list(FIELDS)
    desk.wait(lambda: not desk.bench.profiles.state.busy)


def test_a_real_account_signs_after_three_presses(desk: Desk) -> None:
    """The chip, Add a profile, Save: it is then in use, in live testing, which the simulator's list offers first."""
    presses = Presses()
    presses.click(desk.person.find(QWidget, "environment"))
    _add_by(desk, presses, desk.person.find(QWidget, "add_profile"))
    assert (desk.bench.environment.id, desk.bench.credentials.client_key) == ("live-hk", KEY)
    assert desk.bench.draft.prepared.url.startswith("https://test-openapi-hk.qfapi.com/")
    assert presses.count == 3


def test_of_any_other_environment_after_five_at_most(desk: Desk) -> None:
    """Searched for by its region: what is typed leads to the line, and the profile is added for that one."""
    presses = Presses()
    presses.click(desk.person.find(QWidget, "environment"))
    QTest.keyClicks(find(desk.window, QLineEdit, "places_search"), "thailand")
    _add_by(desk, presses, desk.person.find(QWidget, "add_profile"))
    assert desk.bench.environment.id == "live-th"
    assert presses.count <= 5
