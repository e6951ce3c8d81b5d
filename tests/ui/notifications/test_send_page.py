"""The page that sends to a receiver, by real events and over real HTTP."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QTextBrowser,
    QWidget,
)

from qfpay_gui.models.notifications.notifications_model import NotificationsModel
from qfpay_gui.models.profiles.state import Keys
from qfpay_gui.models.tasks import TaskRunner
from qfpay_gui.qfpay.credentials import Credentials
from qfpay_gui.qfpay.notifications.message import Answer, Message
from qfpay_gui.qfpay.notifications.variants import VARIANTS
from qfpay_gui.ui.notifications.notifications_panel import NotificationsPanel
from qfpay_gui.ui.notifications.send_page import SendPage
from tests.qfpay.notifications import receivers
from tests.qfpay.notifications.receivers import KEY
from tests.qfpay.notifications.test_composing import ORDER
from tests.services.notifications.receiving import serve
from tests.ui.person import Person, find, press, status_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

NOW = 1_772_359_200.0


class Desk:
    """The panel with its third page before it."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self.runner = TaskRunner(2)
        notifications = NotificationsModel(self.runner)
        notifications.set_keys(Keys(Credentials("A" * 32, KEY), {}))
        self.notifications, self.model = notifications, notifications.posting
        self.panel = NotificationsPanel(notifications, now=lambda: NOW)
        self.page = find(self.panel, SendPage, "")
        self.person = Person(lambda: self.panel)
        self.said: list[str] = []
        status_of(self.panel).said.connect(self.said.append)
        self.seen: list[Message] = []
        self.panel.resize(900, 520)
        self.panel.show()
        self.panel.activateWindow()
        QTest.qWaitForWindowActive(self.panel, 2000)
        self.panel.show_send()

    def until(self, condition: Callable[[], bool]) -> None:
        """Until this holds."""
        self._qtbot.waitUntil(condition, timeout=20_000)

    def press(self, button: str, receiver: Callable[[Message], Answer] = receivers.right) -> None:
        """Type the address of this receiver, press, and wait for the end."""
        with serve(receiver, self.seen) as url:
            self.person.type("receiver_url", url)
            self.person.click(button)
            self.until(lambda: not self.model.state.is_working)

    def type_body(self, words: str) -> None:
        """Replace the body, key by key."""
        box = find(self.panel, QPlainTextEdit, "receiver_body")
        box.setFocus()
        press("Ctrl+A", box)
        QTest.keyClicks(box, words)

    def read(self) -> str:
        """The words of the document."""
        return find(self.panel, QTextBrowser, "receiver_result").toPlainText()

    def enabled(self, *names: str) -> list[bool]:
        """Which of these buttons can be pressed."""
        return [find(self.panel, QWidget, name).isEnabled() for name in names]


@pytest.fixture
def desk(dressed: None, qtbot: QtBot) -> Iterator[Desk]:  # noqa: ARG001 - for its effect
    """A page with an example composed, and no address."""
    made = Desk(qtbot)
    yield made
    made.panel.close()
    made.panel.deleteLater()
    made.notifications.close()
    assert made.runner.close(5000)


def test_what_would_be_posted_is_seen_live_with_its_signature(desk: Desk) -> None:
    """And why it cannot be posted yet; the cursor is in the address."""
    assert QApplication.focusWidget() is find(desk.panel, QWidget, "receiver_url")
    assert desk.person.said("receiver_problem").startswith("Type the address")
    assert desk.enabled("post_once", "post_series", "post_schedule", "post_cancel") == [False] * 4
    desk.type_body('{"txamt": "300"}')
    right = receivers.md5(b'{"txamt": "300"}')
    assert desk.person.said("receiver_signature") == right
    assert f'X-QF-SIGN: {right}\n{{"txamt": "300"}}' in desk.read()
    for choice, shown in (
        ("lower-case", right.lower()),
        ("no-header", "no header"),
        ("empty-header", "empty"),
        ("header-case", f"x-qf-sign: {right}"),
        ("late", "–"),
    ):
        desk.person.choose("receiver_variant", choice)
        assert desk.person.said("receiver_signature") == shown
    desk.person.type("receiver_url", "http://127.0.0.1:9/")
    assert "cannot be posted so" in desk.person.said("receiver_problem")
    desk.person.choose("receiver_variant", "tampered")
    assert '{"txamt": "100"}' in desk.read()
    assert "A right receiver must: refuse it" in desk.read()


def test_a_press_posts_once_and_shows_answer_and_verdict(desk: Desk) -> None:
    """Headers and body of the answer as they came; markup in them is text."""
    answer = Answer(200, b"SUCCESS\n<b>&", (("X-Shop", "<i>tea"),))
    desk.press("post_once", lambda _one: answer)
    assert len(desk.seen) == 1
    shown = desk.read()
    assert "The body says more than SUCCESS" in shown
    assert "SUCCESS\n<b>&" in shown
    assert "X-Shop: <i>tea" in shown
    assert "What was posted" in shown
    anew = SendPage(desk.model, lambda: NOW, desk.panel)  # as where another language rebuilds the window
    assert find(anew, QLineEdit, "receiver_url").text() == desk.model.state.outgoing.url != ""
    desk.person.choose("receiver_variant", "other-key")
    assert desk.read().startswith("What is posted")
    assert desk.enabled("copy_receiver_report", "save_receiver_report") == [False, False]


def test_the_series_is_a_table_that_is_copied_and_saved_without_a_key(desk: Desk, tmp_path: Path) -> None:
    """In three forms; a receiver that prints the key does not bring it into a file."""

    def telling(one: Message) -> Answer:
        return receivers.right(one) if one.signature else Answer(200, f"key is {KEY}".encode())

    desk.press("post_series", telling)
    assert QApplication.focusWidget() is find(desk.panel, QWidget, "post_series")
    assert desk.person.said("receiver_facts") == ""
    shown = desk.read()
    assert f"All {len(VARIANTS)} trials went as they must." in shown
    assert "credited twice" in shown
    assert all(str(one.title) in shown for one in VARIANTS)
    desk.person.click("copy_receiver_report")
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("# What a receiver")
    written = [copied]
    for name in ("a.md", "b.json", "c"):
        assert desk.page.save_to(str(tmp_path / name))
        written.append((tmp_path / (name if "." in name else f"{name}.html")).read_text("utf-8"))
    assert len(json.loads(written[2])["trials"]) == len(VARIANTS)
    assert written[3].startswith("<!DOCTYPE html>")
    assert [KEY in one for one in written] == [False] * 4
    assert "key is •••" in written[0]
    assert not desk.page.save_to(str(tmp_path / "no" / "d.md"))
    assert desk.said[-1].startswith("Not saved")


def test_the_schedule_counts_down_and_can_be_hastened_and_stopped(desk: Desk) -> None:
    """In real time; the button for the next attempt is there only while one is waited for."""
    now = find(desk.panel, QWidget, "post_now")
    with serve(receivers.wary, desk.seen) as url:
        desk.person.type("receiver_url", url)
        desk.person.choose("post_lapse", "Real time")
        assert not now.isVisible()
        desk.person.click("post_schedule")
        desk.until(lambda: desk.model.state.next_at is not None)
        assert desk.enabled("post_once", "post_cancel") == [False, True]
        desk.person.click("post_now")
        desk.until(lambda: len(desk.model.state.attempts) == 2 and desk.model.state.next_at is not None)
        assert desk.person.said("receiver_facts").startswith("Next attempt in ")
        desk.person.click("post_cancel")
    assert desk.enabled("post_once", "post_cancel") == [True, False]
    assert desk.person.said("receiver_facts") == "Stopped."
    assert QApplication.focusWidget() is find(desk.panel, QWidget, "post_schedule")
    assert "2" in desk.read()


@pytest.mark.parametrize("agree", [True, False])
def test_another_host_is_asked_about_once_and_by_name(desk: Desk, *, agree: bool) -> None:
    """Nothing is posted before, and nothing where it is not agreed to."""
    desk.person.type("receiver_url", "https://shop.invalid/notify?token=1")
    asked: list[str] = []
    desk.person.choose("receiver_variant", "no-header")

    def answer() -> None:
        box = desk.panel.findChild(QMessageBox, "question")
        assert box is not None
        asked.append(box.text())
        assert not desk.model.state.is_working
        button = find(box, QPushButton, "agree") if agree else box.button(QMessageBox.StandardButton.Cancel)
        assert button is not None
        button.click()

    desk.person.click("post_once")
    QTimer.singleShot(0, answer)
    desk.until(lambda: bool(asked) and not desk.model.state.is_working)
    assert asked == ["Post it to shop.invalid?"]
    assert len(desk.model.state.attempts) == int(agree)
    assert desk.read().count("DNS knows no such host") == int(agree)


def test_a_notification_that_came_in_or_was_pasted_is_sent_on(desk: Desk) -> None:
    """As recorded, byte for byte; once edited it is signed anew."""
    body = '{"a": "1",   "b": "2"}'
    desk.notifications.pasted.offer(f"X-QF-SIGN: {'AB' * 16}\n\n{body}")
    desk.until(lambda: not desk.notifications.pasted.is_waiting)
    desk.panel.show_check()
    desk.person.click("send_checked")
    combo = find(desk.panel, QComboBox, "receiver_variant")
    assert combo.currentText() == "As recorded"
    assert find(desk.panel, QPlainTextEdit, "receiver_body").toPlainText() == body
    desk.press("post_once")
    assert (desk.seen[0].body, desk.seen[0].signature) == (body.encode(), "AB" * 16)
    desk.type_body('{"a": "2"}')
    assert combo.currentText() == "Right"
    assert combo.findText("As recorded") == -1
    desk.model.compose(ORDER)
    assert '"out_trade_no": "A17"' in find(desk.panel, QPlainTextEdit, "receiver_body").toPlainText()
    desk.person.click("receiver_example")
    assert "A17" not in find(desk.panel, QPlainTextEdit, "receiver_body").toPlainText()
