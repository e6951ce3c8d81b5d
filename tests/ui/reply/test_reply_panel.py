"""The reply panel as a person uses it, on a real model with a real background runner."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QTabWidget,
    QTextBrowser,
    QTextEdit,
    QToolButton,
    QWidget,
)

from qfpay_gui.models.sending.replies_model import RepliesModel
from qfpay_gui.models.sending.send_model import Answered, Broken, Sending, SendModel
from qfpay_gui.models.tasks import TaskRunner
from qfpay_gui.ui.look import theme
from qfpay_gui.ui.reply.fields_table import FieldsTable
from qfpay_gui.ui.reply.reply_panel import ReplyPanel
from tests.ui.person import come_to, find, status_of
from tests.ui.reply import answers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from qfpay_gui.models.sending.answer import Answer

HTML = b"<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>"


class Desk:
    """A panel on screen with its model; the client answers what ``client.answer`` says once it is released."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self.client = answers.HeldClient(answers.success())
        self.clock = answers.Clock()
        self.runner = TaskRunner(1)
        self.model = SendModel(self.runner, lambda _url, _credentials: self.client, self.clock)
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.window.resize(760, 340)
        self.panel = ReplyPanel(RepliesModel(self.model, self.model), self.window, now=self.clock)
        self.panel.resize(self.window.size())
        self.window.show()
        come_to(self.window)

    def send(self) -> None:
        """Send the example request; the reply waits until ``receive``."""
        self.client.released.clear()
        assert self.model.send(self.client.answer.request, answers.CREDENTIALS)

    def receive(self) -> None:
        """Let the client answer, and wait until the panel has it."""
        with self._qtbot.waitSignal(self.model.changed, timeout=10_000):
            self.client.released.set()

    def answer(self, answer: Answer) -> None:
        """Send, and get this answer."""
        self.client.answer = answer
        self.send()
        self.receive()

    def said(self, name: str) -> str:
        """What the label of this name says, without the places where long words may break."""
        label = self.panel.findChild(QLabel, name)
        assert isinstance(label, QLabel)
        assert label.isVisible()
        return label.text().replace("\u200b", "")

    def text(self, name: str) -> str:
        """What the read-only text of this name holds."""
        view = self.panel.findChild(QPlainTextEdit, name)
        assert isinstance(view, QPlainTextEdit)
        return view.toPlainText()

    def shows(self, name: str) -> bool:
        """Whether the widget of this name can be seen."""
        widget = self.panel.findChild(QWidget, name)
        assert isinstance(widget, QWidget)
        return widget.isVisible()

    def click(self, kind: type[QPushButton | QToolButton], name: str) -> None:
        """Click the button of this name."""
        button = self.panel.findChild(kind, name)
        assert button is not None
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    @property
    def tabs(self) -> QTabWidget:
        """The tabs of the answer."""
        tabs = self.panel.findChild(QTabWidget, "reply_tabs")
        assert isinstance(tabs, QTabWidget)
        return tabs


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    """A panel where nothing was sent yet."""
    made = Desk(qtbot)
    yield made
    made.client.released.set()
    assert made.runner.close(5000)


def test_before_the_first_send_it_invites(desk: Desk) -> None:
    """It says what will appear, and which keys send."""
    assert desk.said("reply_idle_heading") == "Nothing sent yet"
    assert "Ctrl+Return" in desk.said("reply_idle_words")


def test_a_quick_reply_never_shows_the_waiting(desk: Desk) -> None:
    """The page stays as it was until the reply is there."""
    desk.send()
    assert desk.shows("reply_idle")
    desk.receive()
    assert desk.said("verdict_headline").startswith("Simulated: Order created")


def test_a_slow_reply_shows_where_it_waits_and_for_how_long(qtbot: QtBot, desk: Desk) -> None:
    """After half a second the host is named and the seconds count."""
    desk.send()
    qtbot.waitUntil(lambda: desk.shows("reply_sending"), timeout=5000)
    assert desk.said("reply_sending_heading") == "Waiting for 127.0.0.1:51234 …"
    qtbot.waitUntil(lambda: desk.said("seconds_elapsed") != "0 s", timeout=5000)
    desk.receive()
    assert not desk.shows("reply_sending")


def test_cancelling_is_said_at_once(desk: Desk) -> None:
    """Whoever presses Esc sees that it was heard."""
    desk.send()
    desk.model.cancel()
    assert desk.said("reply_sending_heading") == "Cancelling …"


def test_a_created_order_says_what_happened_whose_turn_it_is_and_what_to_do(desk: Desk) -> None:
    """The verdict comes first, the small facts below it; that it is simulated is said once."""
    desk.answer(answers.success())
    assert desk.said("verdict_headline") == "Simulated: Order created – nobody has paid yet."
    assert "<b>The Mini Program’s turn, then the payer’s.</b>" in desk.said("verdict_next")
    assert "Hand pay_params to the Mini Program" in desk.said("verdict_next")
    assert "claim:verdict.created,verdict.mini-program-turn,verdict.hand-over" in desk.said("verdict_next")
    assert find(desk.panel, QLabel, "verdict_next").accessibleName().endswith("documented, sources differ")
    assert not desk.shows("answered_by")
    assert desk.said("reply_codes") == "0000 · HTTP 200"
    assert desk.said("reply_measured").startswith("41 ms · ")


def test_a_created_order_opens_pay_params_with_the_time_that_is_left(desk: Desk) -> None:
    """Six members, checked, above the countdown."""
    desk.answer(answers.success())
    assert desk.panel.page == "pay_params"
    table = desk.panel.findChild(FieldsTable, "pay_params")
    assert isinstance(table, FieldsTable)
    first = table.item(0, 1)
    assert first is not None
    assert first.text() == answers.PAY_PARAMS["appId"]
    assert "1:59:59 left" in desk.said("prepay_id_lifetime")


def test_pay_params_are_copied_as_json_without_a_change(desk: Desk) -> None:
    """What a merchant's Mini Program gets is what QFPay sent."""
    desk.answer(answers.success())
    desk.click(QPushButton, "copy_pay_params")
    assert json.loads(QGuiApplication.clipboard().text()) == answers.PAY_PARAMS


def test_the_snippet_is_copied_from_anywhere_and_that_is_said(qtbot: QtBot, desk: Desk) -> None:
    """The page need not be open; the sentence names what was copied."""
    desk.answer(answers.success())
    with qtbot.waitSignal(status_of(desk.panel).said) as copied:
        desk.panel.copy_snippet()
    snippet = QGuiApplication.clipboard().text()
    assert "wx.requestPayment({" in snippet
    assert answers.PAY_PARAMS["paySign"] in snippet
    assert copied.args == [f"Copied: code for the Mini Program, {len(snippet):,} characters"]


def test_without_a_snippet_nothing_is_copied(desk: Desk) -> None:
    """Neither before a reply nor after a refusal is the clipboard touched."""
    QGuiApplication.clipboard().setText("before")
    desk.panel.copy_snippet()
    desk.answer(answers.refused())
    desk.panel.copy_snippet()
    assert QGuiApplication.clipboard().text() == "before"


def test_the_snippet_page_shows_the_code_and_its_button_copies_it(desk: Desk) -> None:
    """What is shown is what is copied."""
    desk.answer(answers.success())
    desk.panel.show_page("snippet")
    desk.click(QPushButton, "copy_snippet")
    assert desk.text("snippet") + "\n" == QGuiApplication.clipboard().text()


def test_a_refusal_says_why_there_are_no_pay_params_and_lists_what_came(desk: Desk) -> None:
    """The first page is not just empty."""
    desk.answer(answers.refused("1108"))
    assert desk.panel.page == "pay_params"
    why = desk.said("why_no_pay_params")
    assert why.startswith("pay_params come with respcd 0000 only; this reply says 1108. <a href='claim:reply.pay")
    assert desk.said("reply_codes") == "1108 · HTTP 200"
    assert not desk.shows("copy_pay_params")


def test_a_web_page_opens_the_raw_reply_and_the_next_success_pay_params_again(desk: Desk) -> None:
    """The panel opens what helps, without forgetting what a person prefers."""
    desk.answer(answers.answered(HTML, status=502, reason="Bad Gateway"))
    assert desk.panel.page == "raw"
    assert "<title>502 Bad Gateway</title>" in desk.text("raw_reply")
    desk.answer(answers.success())
    assert desk.panel.page == "pay_params"


def test_a_page_a_person_chose_stays_open(desk: Desk) -> None:
    """Whoever compares raw replies need not open the page for each."""
    desk.answer(answers.success())
    bar = desk.tabs.tabBar()
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, bar.tabRect(2).center())
    desk.answer(answers.refused())
    assert desk.panel.page == "raw"


def test_the_raw_reply_is_laid_out_or_as_it_came(desk: Desk) -> None:
    """The button switches, the copied body never changes."""
    answer = answers.success()
    desk.answer(answer)
    desk.panel.show_page("raw")
    assert answer.reply is not None
    assert '\n  "respcd": "0000",' in desk.text("raw_reply")
    desk.click(QToolButton, "lay_out")
    assert desk.text("raw_reply").endswith("\n\n" + answer.reply.text)
    desk.click(QPushButton, "copy_body")
    assert QGuiApplication.clipboard().text() == answer.reply.text


def test_the_request_as_sent_is_copied_without_what_was_decoded(desk: Desk) -> None:
    """The decoded parameters are there for reading only, and can be put away."""
    answer = answers.success()
    desk.answer(answer)
    desk.panel.show_page("sent")
    shown = desk.text("sent_request")
    assert f"X-QF-APPCODE: {answers.CREDENTIALS.app_code}" in shown
    assert answers.KEY not in shown
    desk.click(QPushButton, "copy_sent")
    assert QGuiApplication.clipboard().text().encode().endswith(b"\n\n" + answer.request.body)
    desk.click(QToolButton, "show_decoded")
    assert shown.startswith(desk.text("sent_request"))
    assert desk.text("sent_request") == QGuiApplication.clipboard().text()


def test_the_checks_name_findings_signature_echo_and_timings(desk: Desk) -> None:
    """Everything that was checked stands on one page."""
    desk.answer(answers.success(txamt="301"))
    desk.panel.show_page("checks")
    view = desk.panel.findChild(QTextBrowser, "checks")
    assert isinstance(view, QTextBrowser)
    said = view.toPlainText()
    for expected in ("txamt came back as 301; sent was 300", "signature matches", "First byte of the reply", "38 ms"):
        assert expected in said


def test_markup_in_a_reply_stays_text(desk: Desk) -> None:
    """What a server writes is shown, never obeyed."""
    desk.answer(answers.success(txamt="<h1>301</h1>"))
    desk.panel.show_page("checks")
    view = desk.panel.findChild(QTextBrowser, "checks")
    assert isinstance(view, QTextBrowser)
    assert "<h1>301</h1>" in view.toPlainText()
    desk.answer(answers.refused("0<b>x", "<u>"))
    desk.panel.show_page("pay_params")
    assert "0&lt;b&gt;x" in desk.said("why_no_pay_params")
    assert "<u>" not in desk.said("verdict_next")


def test_tabs_count_what_needs_attention(desk: Desk) -> None:
    """A title with its number and an icon, and none of either after a clean answer."""
    desk.answer(answers.success(txamt="301", pay_params={**answers.PAY_PARAMS, "package": "prepay_id="}))
    assert desk.tabs.tabText(0) == "pay_params (1)"
    assert desk.tabs.tabText(4) == "Checks (2)"
    assert not desk.tabs.tabIcon(4).isNull()
    desk.answer(answers.success())
    assert [desk.tabs.tabText(place) for place in (0, 4)] == ["pay_params", "Checks"]
    assert desk.tabs.tabIcon(4).isNull()


def test_no_reply_opens_the_checks_and_says_to_query(desk: Desk) -> None:
    """A time-out leads to a query, not to another send."""
    desk.answer(answers.unanswered())
    assert desk.panel.page == "checks"
    assert "query out_trade_no" in desk.said("verdict_next")
    assert "claim:verdict.outcome-unknown,verdict.no-answer-in-time" in desk.said("verdict_next")
    assert desk.said("reply_codes") == "read time-out"
    desk.panel.show_page("raw")
    assert not desk.shows("raw_reply")


def test_the_verdict_is_copied_for_a_ticket_without_the_key(desk: Desk) -> None:
    """With the order's number and the technical lines, plain and whole."""
    desk.answer(answers.refused("1108"))
    desk.click(QToolButton, "copy_verdict")
    ticket = QGuiApplication.clipboard().text()
    assert "respcd: 1108" in ticket
    assert "out_trade_no: QA20261123114002K7QZP" in ticket
    assert answers.KEY not in ticket


def test_a_ticket_masks_what_the_reply_repeats_of_key_and_person(desk: Desk) -> None:
    """Also where the number that was sent holds it."""
    person = '{"user_creid":"440524188001010014","user_truename":"李雷"}'
    sent = answers.request(values={"extend_info": person, "out_trade_no": "QA440524188001010014"})
    words = f"李雷 may not pay with {answers.KEY}"
    body = json.dumps({"respcd": "1108", "resperr": words, "syssn": "440524188001010014"}).encode()
    desk.answer(answers.answered(body, sent=sent))
    desk.click(QToolButton, "copy_verdict")
    copied = QGuiApplication.clipboard().text()
    assert "respcd: 1108" in copied
    assert "resperr: ••• may not pay with •••" in copied
    assert not any(secret in copied for secret in (answers.KEY, "440524188001010014", "李雷"))


def test_a_fault_of_this_program_says_what_is_known_and_what_to_do(desk: Desk) -> None:
    """Nothing typed is lost, the outcome is unknown, and there is something to report."""
    desk.client.error = KeyError("a value nobody should see")
    desk.send()
    desk.receive()
    assert isinstance(desk.model.state, Broken)
    words = desk.said("reply_broken_words")
    assert "Nothing you typed is lost" in words
    assert "query out_trade_no QA20261123114002K7QZP" in words
    desk.click(QPushButton, "copy_fault")
    assert "failed while sending: KeyError" in QGuiApplication.clipboard().text()
    assert "nobody should see" not in QGuiApplication.clipboard().text()


@pytest.mark.parametrize(
    ("key", "page"), [(Qt.Key.Key_1, "pay_params"), (Qt.Key.Key_3, "raw"), (Qt.Key.Key_5, "checks")]
)
def test_alt_and_a_digit_open_a_page(desk: Desk, key: Qt.Key, page: str) -> None:
    """From anywhere in the window."""
    desk.answer(answers.success())
    desk.panel.show_page("snippet")
    QTest.keyClick(desk.window, key, Qt.KeyboardModifier.AltModifier)
    assert desk.panel.page == page


def test_ctrl_tab_goes_to_the_next_page_even_from_within_a_text(desk: Desk) -> None:
    """The text does not keep the keys to itself."""
    desk.answer(answers.success())
    desk.panel.show_page("raw")
    view = desk.panel.findChild(QPlainTextEdit, "raw_reply")
    assert isinstance(view, QPlainTextEdit)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert desk.panel.page == "sent"


def test_focusing_the_panel_focuses_its_tabs(desk: Desk) -> None:
    """Whoever goes to the reply can at once choose a page with the arrow keys."""
    desk.answer(answers.success())
    desk.panel.setFocus()
    QTest.keyClick(desk.tabs.tabBar(), Qt.Key.Key_Right)
    assert desk.panel.page == "snippet"


def test_an_unknown_page_is_refused(desk: Desk) -> None:
    """A misspelled name does not silently open something else."""
    with pytest.raises(ValueError, match="payparams"):
        desk.panel.show_page("payparams")


def test_pages_nobody_looks_at_are_not_drawn(desk: Desk) -> None:
    """A huge reply costs only what is shown."""
    desk.answer(answers.success())
    assert desk.text("raw_reply") == ""
    desk.panel.show_page("raw")
    assert desk.text("raw_reply") != ""


def test_the_longest_reply_the_client_reads_costs_no_more_to_show_than_half_of_it(desk: Desk) -> None:
    """Of two megabytes on one line no page lays out more characters than of one."""
    held = []
    for length in (1_048_500, 2_097_100):
        desk.answer(answers.answered(b'{"respcd":"1108","resperr":"' + b"a" * length, truncated=True))
        for page in ("pay_params", "snippet", "raw", "sent", "checks"):
            desk.panel.show_page(page)
            QApplication.processEvents()
        held.append(_characters(desk.panel))
    half, whole = held
    assert whole == half
    assert 50_000 < len(desk.text("raw_reply")) < 51_000


def _characters(panel: QWidget) -> int:
    """How many all pages together hold."""
    labels = (label.text() for label in panel.findChildren(QLabel))
    plain = (view.toPlainText() for view in panel.findChildren(QPlainTextEdit))
    rich = (view.toPlainText() for view in panel.findChildren(QTextEdit))
    return sum(map(len, (*labels, *plain, *rich)))


def test_a_new_panel_shows_the_state_its_model_is_in(qtbot: QtBot, desk: Desk) -> None:
    """A change of language builds the window anew; the answer is still there."""
    desk.answer(answers.success())
    window = QWidget()
    qtbot.addWidget(window)
    panel = ReplyPanel(RepliesModel(desk.model, desk.model), window)
    headline = panel.findChild(QLabel, "verdict_headline")
    assert isinstance(headline, QLabel)
    assert "Order created" in headline.text()
    assert isinstance(desk.model.state, Answered)


@pytest.mark.parametrize("page", ["pay_params", "snippet", "checks"])
def test_a_change_of_theme_reaches_what_is_painted_with_colours(desk: Desk, qapp: QApplication, page: str) -> None:
    """The page looks different in the dark, and as before in the light again."""
    theme.apply(qapp, "light")
    desk.answer(answers.success(txamt="301"))
    desk.panel.show_page(page)
    desk.clock.pass_by(seconds=0)
    light = desk.panel.grab().toImage()
    theme.apply(qapp, "dark")
    desk.panel.restyle()
    assert desk.panel.grab().toImage() != light
    theme.apply(qapp, "light")
    desk.panel.restyle()
    assert desk.panel.grab().toImage().size() == light.size()


def test_a_long_order_number_does_not_widen_the_panel(desk: Desk) -> None:
    """128 characters without a space break where the panel ends."""
    sent = answers.request(values={"out_trade_no": "Z" * 128})
    narrow = desk.panel.minimumSizeHint().width()
    failure = answers.unanswered()
    desk.client.answer = failure
    assert desk.model.send(sent, answers.CREDENTIALS)
    desk.receive()
    assert "Z" * 128 in desk.said("verdict_next")
    assert desk.panel.minimumSizeHint().width() <= narrow


def test_while_it_waits_the_model_is_sending(desk: Desk) -> None:
    """The panel shows the model's state and has none of its own."""
    desk.send()
    assert isinstance(desk.model.state, Sending)
    desk.receive()
    assert isinstance(desk.model.state, Answered)
