from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QSystemTrayIcon, QWidget

from qfpay_gui.models.polling.state import SENT_OTHERWISE, STOPPED, TOO_MANY, PollEnded
from qfpay_gui.ui.window.system_notice import SystemNotice
from tests.ui.person import come_to, return_to

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.desk import Desk


def look_here(desk: Desk) -> None:
    """Wait until the keyboard is in the window."""
    come_to(desk.window)


@pytest.fixture
def elsewhere(desk: Desk, qtbot: QtBot) -> QWidget:
    """Another window, to which somebody has gone; with it gone, they would be back."""
    look_here(desk)
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    come_to(other)
    assert not desk.window.isActiveWindow()
    return other


def test_nothing_is_told_to_whoever_looks_at_the_window(desk: Desk) -> None:
    """The status line tells them."""
    look_here(desk)
    desk.window.order_actions.notified.emit()
    assert desk.window.notice.told == []


@pytest.mark.usefixtures("elsewhere")
def test_whoever_is_elsewhere_is_told_and_then_no_more(desk: Desk) -> None:
    """No number and no value is among the words; the icon goes when the window is looked at."""
    desk.person.click("send")
    number = desk.wait_for_answer().request.value("out_trade_no")
    desk.bench.poll.changed.emit(PollEnded(TOO_MANY.fill(count=20), 20))
    desk.window.order_actions.notified.emit()
    assert desk.window.notice.told == ["The queries have ended.", "A notification came in."]
    assert number not in " ".join(desk.window.notice.told)
    return_to(desk.window)
    desk.wait(lambda: desk.window.notice.told == [])


@pytest.mark.usefixtures("elsewhere")
def test_whoever_ended_the_queries_is_not_told(desk: Desk) -> None:
    """They know."""
    for reason in (STOPPED, SENT_OTHERWISE):
        desk.bench.poll.changed.emit(PollEnded(reason, 3))
    assert desk.window.notice.told == []


# The window system of the tests has no tray.
@pytest.mark.qt_log_ignore("systemTrayWindowChanged|This plugin does not support", extend=True)
@pytest.mark.usefixtures("elsewhere")
def test_the_icon_in_the_tray_is_made_once_and_leads_back(desk: Desk) -> None:
    """On a desktop that takes messages."""
    notice = SystemNotice(desk.window)
    for words in ("a", "b"):
        notice._show(words)
    assert len(notice.findChildren(QSystemTrayIcon)) == 1
    assert isinstance(notice._tray, QSystemTrayIcon)
    notice._tray.messageClicked.emit()
    desk.wait(desk.window.isActiveWindow)
