from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from qfpay_gui.ui.look.theme import px
from tests.ui.person import double_click

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.bar.conftest import BarDesk


def _count_presses(desk: BarDesk) -> list[str]:
    """Sends as the window does, and tells what was asked for."""
    asked: list[str] = []

    def send() -> None:
        asked.append("send")
        desk.bench.send(desk.bench.review())

    desk.bar.send_requested.connect(send)
    desk.bar.cancel_requested.connect(lambda: asked.append("cancel"))
    return asked


def test_send_becomes_cancel_while_a_request_is_under_way(desk: BarDesk, qtbot: QtBot) -> None:
    """At the same place, and back again."""
    send, cancel = desk.person.find(QPushButton, "send"), desk.person.find(QPushButton, "cancel")
    desk.person.choose("simulator_outcome", "delay:5")
    _count_presses(desk)
    assert (send.isVisible(), cancel.isVisible()) == (True, False)
    desk.person.click("send")
    assert (send.isVisible(), cancel.isVisible()) == (False, True)
    desk.bench.send_model.cancel()
    assert not cancel.isEnabled()
    qtbot.waitUntil(lambda: not desk.bench.send_model.is_sending)
    assert (send.isVisible(), cancel.isVisible(), cancel.isEnabled()) == (True, False, True)


def test_a_double_click_on_send_neither_sends_twice_nor_cancels(desk: BarDesk, qtbot: QtBot) -> None:
    """The second press lands where Cancel has come to be."""
    desk.person.choose("simulator_outcome", "delay:5")
    asked = _count_presses(desk)
    double_click(desk.person.find(QPushButton, "send"))
    assert asked == ["send"]
    desk.bench.send_model.cancel()
    qtbot.waitUntil(lambda: not desk.bench.send_model.is_sending)


def test_a_second_press_of_the_space_bar_goes_nowhere_and_the_focus_comes_back(desk: BarDesk, qtbot: QtBot) -> None:
    """It is not typed into the next field."""
    send = desk.person.find(QPushButton, "send")
    desk.person.choose("simulator_outcome", "delay:5")
    asked = _count_presses(desk)
    send.setFocus()
    QTest.keyClick(send, Qt.Key.Key_Space)
    assert QApplication.focusWidget() is desk.bar
    QTest.keyClick(desk.bar, Qt.Key.Key_Space)
    assert asked == ["send"]
    desk.bench.send_model.cancel()
    qtbot.waitUntil(lambda: not desk.bench.send_model.is_sending)
    assert QApplication.focusWidget() is send


def test_production_colours_bar_and_button(desk: BarDesk) -> None:
    """The colour of real money, beside the icon and the words."""
    desk.person.choose("environment", "production-hk")
    send = desk.person.find(QPushButton, "send")
    assert (desk.bar.property("kind"), send.property("kind")) == ("production", "production")
    desk.person.choose("environment", "simulator")
    assert (desk.bar.property("kind"), send.property("kind")) == ("simulator", None)


def test_send_says_what_it_sends_and_does_not_shrink_while_one_types(desk: BarDesk) -> None:
    """With the amount as typed; real money is called so."""
    send = desk.person.find(QPushButton, "send")
    assert send.text() == "Send HK$3.00"
    desk.bench.draft.type_value("txamt", "123456")
    assert send.text() == "Send HK$1,234.56"
    width = send.minimumWidth()
    assert width >= send.sizeHint().width()
    desk.bench.draft.type_value("txamt", "1")
    assert (send.text(), send.minimumWidth()) == ("Send HK$0.01", width)
    desk.person.choose("environment", "live-hk")
    assert send.text() == "Send HK$0.01 – real money"
    assert send.minimumWidth() > width
    desk.person.choose("environment", "simulator")
    assert send.text() == "Send HK$0.01"
    assert send.minimumWidth() == max(px(104), send.sizeHint().width()) < width
