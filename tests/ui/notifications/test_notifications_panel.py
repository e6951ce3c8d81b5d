"""The notifications panel by real events, over a real listener."""

from __future__ import annotations

import json
import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QTabWidget,
    QTextBrowser,
)

from qfpay_gui.models.notifications.notifications_model import NotificationsModel
from qfpay_gui.models.notifications.pasted import TYPED
from qfpay_gui.models.profiles.state import Keys
from qfpay_gui.models.tasks import TaskRunner
from qfpay_gui.qfpay.credentials import Credentials
from qfpay_gui.services.notifications.received import Acknowledged, AnswerMode
from qfpay_gui.services.simulator import Attempt, Delivery
from qfpay_gui.ui.look import theme
from qfpay_gui.ui.notifications.notices_table import NoticesTable
from qfpay_gui.ui.notifications.notifications_panel import NotificationsPanel
from qfpay_gui.ui.notifications.retries_page import RetriesPage
from qfpay_gui.ui.notifications.rows_model import Column
from qfpay_gui.ui.widgets.turning_splitter import TurningSplitter
from qfpay_gui.ui.words.translate import whole
from tests.diagnosis.notification.samples import BODY, BY_ID, CHINESE, KEY, MEMBERS, OTHER_KEY, SIGNATURE, signed
from tests.services.notifications.posting import post
from tests.ui.person import Person, come_to, find, press, status_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

NOW = 1_772_359_200.0
REFUND: bytes = BY_ID["n-refund"]["body"].encode()
FORGED = BODY.replace(b'"300"', b'"900"')
COMPACT = json.dumps(MEMBERS, separators=(",", ":"))


class Desk:
    """The panel, and the person before it."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self.runner = TaskRunner(2)
        self.model = NotificationsModel(self.runner)
        self.model.set_keys(Keys(Credentials("A" * 32, KEY), {"Tea House": OTHER_KEY}))
        self.now = NOW
        self.panel = NotificationsPanel(self.model, now=lambda: self.now)
        self.person = Person(lambda: self.panel)
        self.said: list[str] = []
        status_of(self.panel).said.connect(self.said.append)
        self.panel.resize(760, 340)
        self.panel.show()
        come_to(self.panel)

    def until(self, condition: Callable[[], bool]) -> None:
        """Until this holds."""
        self._qtbot.waitUntil(condition, timeout=10_000)

    def listen(self) -> Desk:
        """Press the button and wait."""
        self.person.click("start_listening")
        self.until(lambda: bool(self.model.url))
        return self

    def post(self, body: bytes = BODY, signature: str = SIGNATURE) -> None:
        """Somebody sends this, and it is answered and checked."""
        count = len(self.model.notices)
        sender = threading.Thread(target=post, args=(self.model.url, body, {"X-QF-SIGN": signature}))
        sender.start()
        self.until(lambda: len(self.model.notices) > count and self._is_settled())
        sender.join(5)

    def _is_settled(self) -> bool:
        return all(
            one.check is not None and (one.received is None or one.received.answered is not Acknowledged.PENDING)
            for one in self.model.notices
        )

    @property
    def table(self) -> NoticesTable:
        """The list."""
        return find(self.panel, NoticesTable, "notices")

    def spoken(self, row: int) -> list[str]:
        """What a screen reader says of a row."""
        rows = self.table.rows_model
        return [rows.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole) for column in Column]

    def read(self, name: str) -> str:
        """The words of a document."""
        return find(self.panel, QTextBrowser, name).toPlainText()

    def go_to(self, row: int) -> None:
        """Click on a row."""
        centre = self.table.visualRect(self.table.rows_model.index(row, Column.ORDER)).center()
        QTest.mouseClick(self.table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, centre)

    def open_page(self, tabs: str, place: int) -> None:
        """Click on a tab."""
        bar = find(self.panel, QTabWidget, tabs).tabBar()
        QTest.mouseClick(bar, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, bar.tabRect(place).center())

    def paste(self, words: str) -> None:
        """Paste into the box of the check, and wait for the verdict."""
        box = find(self.panel, QPlainTextEdit, "notification_paste")
        QGuiApplication.clipboard().setText(whole(words))
        box.setFocus()
        press("Ctrl+A", box)
        press("Ctrl+V", box)
        self.settle()

    def settle(self) -> None:
        """Until the paste was examined."""
        self.until(lambda: not self.model.pasted.is_waiting)


@pytest.fixture
def desk(dressed: None, qtbot: QtBot) -> Iterator[Desk]:  # noqa: ARG001 - for its effect
    """A panel that does not listen yet."""
    made = Desk(qtbot)
    yield made
    made.panel.close()
    made.panel.deleteLater()
    made.model.close()
    assert made.runner.close(5000)


def delivery(url: str = "", *, state: str = "waiting", next_at: float | None = NOW + 105) -> Delivery:
    """The simulator's delivery of the sample, tried twice."""
    tried = (
        Attempt(NOW - 130, 500, "broken <b>", accepted=False, reason="HTTP 500 is not accepted."),
        Attempt(NOW - 10, None, "", accepted=False, reason="No answer came."),
    )
    return Delivery(4, "payment", "QA1", "2026", url, BODY, SIGNATURE, tried, next_at, state)  # type: ignore[arg-type]


def test_without_listening_there_is_no_address(desk: Desk) -> None:
    """It says so and offers to listen; then the address can be copied and used for the next payment."""
    assert "Nobody listens" in desk.person.said("notify_url_here")
    assert not find(desk.panel, QPushButton, "use_notify_url").isVisible()
    desk.listen()
    assert desk.person.said("notify_url_here") == desk.model.url
    desk.person.click("copy_notify_url")
    assert QGuiApplication.clipboard().text() == desk.model.url
    assert desk.said == [f"Copied: {desk.model.url}"]
    used: list[str] = []
    desk.panel.use_url.connect(used.append)
    desk.person.click("use_notify_url")
    assert used == [desk.model.url]


def test_listening_can_be_stopped(desk: Desk) -> None:
    """The address goes away, and the button to listen comes back."""
    desk.listen()
    desk.person.click("stop_listening")
    desk.until(lambda: not desk.runner.busy)
    assert find(desk.panel, QPushButton, "start_listening").isVisible()
    assert desk.model.url == ""


def test_a_notification_appears_with_everything_about_it(desk: Desk) -> None:
    """Time, kind, order, amount, verdict, answer; its fields explained, headers and body as they came."""
    desk.listen().post()
    assert desk.spoken(0)[1:] == ["Payment", "QA202603010001", "HK$3.00", "Valid", "SUCCESS"]
    meaning = desk.read("notice_meaning")
    assert "Valid: QFPay’s signature fits" in meaning
    assert "HK$3.00 was paid" in meaning
    assert "must do" in meaning
    page = find(desk.panel, QTextBrowser, "notice_meaning").toHtml()
    assert all(
        f"claim:notifying.{duty}" in page for duty in ("verify", "compare", "kinds", "repeats", "answer", "arrives")
    )
    raw = find(desk.panel, QPlainTextEdit, "notice_raw").toPlainText()
    assert f"X-QF-SIGN: {SIGNATURE}" in raw
    assert BODY.decode() in raw


@pytest.mark.parametrize(
    ("mode", "shown"),
    [(AnswerMode.ERROR, "HTTP 500"), (AnswerMode.WRONG_BODY, "200 OK"), (AnswerMode.NOTHING, "Hung up")],
)
def test_the_answer_is_chosen_and_shown(desk: Desk, mode: AnswerMode, shown: str) -> None:
    """The list tells what each sender got."""
    desk.listen()
    desk.person.choose("answer_mode", mode.value)
    desk.post()
    assert desk.spoken(0)[Column.ANSWERED] == shown


def test_what_is_not_valid_stands_out_and_says_why(desk: Desk) -> None:
    """A forged one and one that was written anew are told apart."""
    desk.listen().post(FORGED)
    assert desk.spoken(0)[Column.VALID] == "Not valid"
    assert "nobody can tell" in desk.read("notice_meaning")
    desk.post(COMPACT.encode())
    assert "same JSON is written" in desk.read("notice_meaning")


def test_who_looks_at_the_newest_follows_and_who_chose_another_stays(desk: Desk) -> None:
    """Live, but nothing is taken from under the eye."""
    desk.listen().post()
    desk.post(REFUND, signed(REFUND))
    assert desk.table.notice is not None
    assert desk.table.notice.explained.notify_type == "refund"
    desk.go_to(1)
    desk.post(CHINESE, signed(CHINESE))
    assert desk.table.notice is not None
    assert desk.table.notice.body == BODY
    assert "咖啡两杯" not in desk.read("notice_meaning")
    desk.go_to(0)
    assert "咖啡两杯" in desk.read("notice_meaning")


def test_the_order_number_is_copied_by_key(desk: Desk) -> None:
    """Ctrl+C in the list."""
    desk.listen().post()
    desk.go_to(0)
    press("Ctrl+C", desk.table)
    assert QGuiApplication.clipboard().text() == "QA202603010001"
    assert "QA202603010001" in desk.said[-1]


def test_what_came_in_can_be_forgotten(desk: Desk) -> None:
    """Nothing is kept anywhere, and the invitation comes back."""
    desk.listen().post()
    desk.person.click("clear_notices")
    assert desk.model.notices == ()
    assert desk.person.find(QLabel, "notices_empty").isVisible()


def test_the_retry_schedule_counts_down(desk: Desk) -> None:
    """Past attempts, the next one, those that may follow, all marked as simulated."""
    desk.listen().post()
    desk.model.set_deliveries((delivery(),))
    desk.open_page("notice_tabs", 2)
    page = desk.panel.findChild(RetriesPage)
    assert isinstance(page, RetriesPage)
    assert page.is_ticking
    assert desk.person.said("delivery_simulated") == "simulated"
    assert desk.person.said("delivery_state") == "Next attempt in 1:45"
    desk.now += 100
    page.tick()
    assert desk.person.said("delivery_state") == "Next attempt in 0:05"
    desk.now += 10
    page.tick()
    assert "due now" in desk.person.said("delivery_state")
    attempts = desk.read("delivery_attempts")
    assert "HTTP 500 broken <b>" in attempts
    assert "no answer" in attempts
    assert "Then after 10 min, 60 min, 2 h, 6 h, 15 h." in attempts
    desk.open_page("notice_tabs", 0)
    assert not page.is_ticking


def test_a_retry_and_another_pace_can_be_asked_for(desk: Desk) -> None:
    """The panel asks; the pace is remembered for a rebuilt window."""
    asked: list[object] = []
    desk.panel.retry_requested.connect(asked.append)
    desk.panel.time_lapse_chosen.connect(asked.append)
    desk.listen().post()
    desk.model.set_deliveries((delivery(),))
    desk.open_page("notice_tabs", 2)
    desk.until(lambda: desk.person.find(QAbstractButton, "retry_delivery").width() > 0)
    desk.person.click("retry_delivery")
    desk.person.choose("time_lapse", "60 × faster")
    assert asked == [4, 60.0]
    assert desk.model.state.time_lapse == 60.0


@pytest.mark.parametrize(
    ("state", "words", "may_retry"),
    [
        ("accepted", "not sent again", True),
        ("given up", "never accepted", True),
        ("not delivered", "Never sent", False),
    ],
)
def test_a_delivery_that_ended_says_how(desk: Desk, state: str, words: str, *, may_retry: bool) -> None:
    """One that never came here stands in the list, too."""
    desk.model.set_deliveries((delivery("https://shop.example/n", state=state, next_at=None),))
    desk.open_page("notice_tabs", 2)
    assert words in desk.person.said("delivery_state")
    assert find(desk.panel, QPushButton, "retry_delivery").isEnabled() == may_retry
    assert desk.table.rows_model.index(0, Column.ANSWERED).data(Qt.ItemDataRole.ToolTipRole) == "No answer came."


def test_a_message_of_somebody_else_has_no_schedule_here(desk: Desk) -> None:
    """QFPay's is told in words."""
    desk.listen().post()
    desk.open_page("notice_tabs", 2)
    assert "did not send this one" in desk.person.said("delivery_state")
    assert "2, 10, 10 and 60 minutes" in desk.read("delivery_attempts")
    assert not find(desk.panel, QPushButton, "retry_delivery").isVisible()


def test_a_received_one_opens_in_the_check(desk: Desk) -> None:
    """By Enter or by the button, with its signature."""
    desk.listen().post()
    desk.go_to(0)
    press("Return", desk.table)
    desk.settle()
    assert find(desk.panel, QPlainTextEdit, "notification_paste").isVisible()
    assert desk.person.edit("notification_signature").text() == SIGNATURE
    assert "Valid: QFPay’s signature fits" in desk.read("check_result")
    desk.open_page("notifications_tabs", 0)
    desk.person.click("open_in_check")
    assert find(desk.panel, QPlainTextEdit, "notification_paste").isVisible()


def test_a_pasted_one_is_verified_and_explained(desk: Desk) -> None:
    """Headers and body from the clipboard; the verdict can be copied."""
    desk.panel.show_check()
    assert QApplication.focusWidget() is find(desk.panel, QPlainTextEdit, "notification_paste")
    desk.paste(f"X-QF-SIGN: {SIGNATURE}\r\n\r\n{BODY.decode()}")
    assert "Valid" in desk.read("check_result")
    assert "headers and body" in desk.person.said("check_facts")
    desk.person.click("copy_check")
    assert "Valid" in QGuiApplication.clipboard().text()


def test_a_body_alone_asks_for_its_signature(desk: Desk) -> None:
    """Typed into its field, the cause and the way out are said."""
    desk.panel.show_check()
    desk.paste(COMPACT)
    assert "No signature was found" in desk.read("check_result")
    desk.person.paste("notification_signature", SIGNATURE)
    desk.settle()
    result = desk.read("check_result")
    assert "its bytes do not" in result
    assert "php://input" in result


def test_the_last_line_break_of_a_paste_counts(desk: Desk) -> None:
    """The box changes nothing of what was pasted: CR LF and the break at the end are seen."""
    desk.panel.show_check()
    windows = BY_ID["n-crlf"]
    desk.paste(windows["body"])
    desk.person.paste("notification_signature", windows["signature"])
    desk.settle()
    assert "Valid" in desk.read("check_result")
    desk.paste(f"{BODY.decode()}\n")
    desk.person.paste("notification_signature", SIGNATURE)
    desk.settle()
    result = desk.read("check_result")
    assert "line break at the end of the body is left out" in result
    assert "Copying often adds one" in result


def test_another_key_can_be_chosen_or_typed(desk: Desk) -> None:
    """The profile that fits is named; the typed key shows as dots."""
    desk.panel.show_check()
    desk.paste(f"X-QF-SIGN: {signed(BODY, OTHER_KEY)}\n\n{BODY.decode()}")
    assert "Tea House" in desk.read("check_result")
    desk.person.choose("notification_key", "Tea House")
    desk.settle()
    assert "Valid:" in desk.read("check_result")
    desk.person.choose("notification_key", TYPED)
    desk.person.paste("notification_typed_key", KEY)
    desk.settle()
    assert "Not valid" in desk.read("check_result")
    desk.person.paste("notification_typed_key", OTHER_KEY)
    desk.settle()
    assert "Valid:" in desk.read("check_result")
    assert OTHER_KEY not in desk.person.edit("notification_typed_key").displayText()


def test_the_key_is_in_no_words_of_the_panel(desk: Desk) -> None:
    """Whatever the verdict."""
    desk.panel.show_check()
    desk.paste(f"X-QF-SIGN: {signed(BODY, KEY.lower())}\n\n{BODY.decode()}")
    assert "lower case" in desk.read("check_result")
    desk.person.click("copy_check")
    shown = desk.read("check_result") + QGuiApplication.clipboard().text()
    assert KEY not in shown
    assert KEY.lower() not in shown


def test_an_emptied_box_invites_again(desk: Desk) -> None:
    """No verdict is left over."""
    desk.panel.show_check()
    desk.paste(f"X-QF-SIGN: {SIGNATURE}\n\n{BODY.decode()}")
    press("Ctrl+A", find(desk.panel, QPlainTextEdit, "notification_paste"))
    press("Del", find(desk.panel, QPlainTextEdit, "notification_paste"))
    desk.until(lambda: "The verdict comes here" in desk.read("check_result"))


def test_a_rebuilt_panel_shows_what_was_there(desk: Desk) -> None:
    """Paste, signature and list come from the model, as when the language changes."""
    desk.listen().post()
    desk.panel.show_check()
    desk.paste(COMPACT)
    desk.person.paste("notification_signature", SIGNATURE)
    desk.settle()
    again = NotificationsPanel(desk.model)
    assert find(again, QPlainTextEdit, "notification_paste").toPlainText() == COMPACT
    assert "its bytes do not" in find(again, QTextBrowser, "check_result").toPlainText()
    assert find(again, NoticesTable, "notices").rows_model.rowCount() == 1
    again.deleteLater()


def test_where_it_is_narrow_the_parts_stand_above_each_other(desk: Desk) -> None:
    """At 560 pixels nothing is lost, and kind and verdict are icons with words for a screen reader."""
    desk.listen().post()
    splitter = find(desk.panel, TurningSplitter, "notices_splitter")
    assert splitter.orientation() is Qt.Orientation.Horizontal
    desk.panel.resize(560, 420)
    assert desk.panel.width() == 560
    assert splitter.orientation() is Qt.Orientation.Vertical
    desk.until(lambda: desk.table.viewport().width() > 400)
    cell = desk.table.rows_model.index(0, Column.VALID)
    assert cell.data() == ""
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole) == "Valid"


def test_another_theme_redraws_everything(desk: Desk, qapp: QApplication) -> None:
    """The documents take the colours of the dark theme."""
    desk.listen().post()
    desk.model.set_deliveries((delivery(),))
    light = find(desk.panel, QTextBrowser, "notice_meaning").toHtml()
    theme.apply(qapp, "dark", "en")
    desk.panel.restyle()
    dark = find(desk.panel, QTextBrowser, "notice_meaning").toHtml()
    assert theme.current().ok_fg.name() in dark
    assert dark != light


def test_a_delivery_of_another_merchant_is_not_called_forged(desk: Desk) -> None:
    """One that never came here and does not fit the chosen key says no more than that."""
    lost = delivery("https://shop.example/n", state="not delivered", next_at=None)
    desk.model.set_keys(Keys(Credentials("A" * 32, OTHER_KEY), {}))
    desk.model.set_deliveries((lost,))
    assert desk.spoken(0)[Column.VALID] == "Not this key"
