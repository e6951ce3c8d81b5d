from __future__ import annotations

import gc
import json
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QProgressBar, QWidget

from qfpay_gui.models.openid.openid_model import OpenidModel
from qfpay_gui.models.tasks import TaskRunner
from qfpay_gui.qfpay.code2session.answer import Found
from qfpay_gui.qfpay.code2session.call import CONSOLE_LINE, HOST
from qfpay_gui.services.keychain.errors import KeychainLocked
from qfpay_gui.services.simulator import Simulator
from qfpay_gui.services.wechat_session import WechatSession
from qfpay_gui.ui.look import theme
from qfpay_gui.ui.openid.openid_dialog import OpenidDialog
from qfpay_gui.ui.openid.openid_form import OpenidForm
from tests.models.openid.blocking_app_secrets import BlockingAppSecrets
from tests.services.http.misbehaving import Misbehaving, hang, reply
from tests.ui.person import Person, agree, come_to, escape, press, status_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

APPID, OTHER = "wx2421b1c4370ec43b", "wxffffffffffffffff"
SECRET = "0f1e2d3c4b5a69788796a5b4c3d2e1f0"
JS_CODE = "0716AVll20uHk94SLDml27etM946AVlq"
OPENID = "oQFTester_0penid_for_demo_01"
ANSWER = json.dumps({"session_key": "tiihtNczf5v6AKRyjwEUhQ==", "openid": OPENID}).encode()


class Bench:
    """A dialog over a keychain that knows one Mini Program, and a person who works with it."""

    def __init__(self, qtbot: QtBot, runner: TaskRunner, keychain_runner: TaskRunner) -> None:
        self.qtbot = qtbot
        self.base_url = HOST
        self.store = BlockingAppSecrets(**{APPID: SECRET})
        self.model = OpenidModel(runner, keychain_runner, self.store, lambda: self.base_url, patience_ms=40)
        self.used: list[str] = []
        self.said: list[str] = []

    def open(self, pay_params_appid: str = "") -> OpenidDialog:
        """Show the dialog, as the window does."""
        self.dialog = OpenidDialog(self.model)
        self.qtbot.addWidget(self.dialog)
        self.dialog.used.connect(self.used.append)
        status_of(self.dialog).said.connect(self.said.append)
        self.model.begin(pay_params_appid)
        self.dialog.show()
        come_to(self.dialog)
        self.settle()
        self.person = Person(lambda: self.dialog)
        return self.dialog

    def settle(self) -> None:
        """Wait until neither the network nor the keychain owes an answer."""
        self.wait(lambda: not self.model.is_asking and not self.model._keeper.calls.busy)

    def wait(self, condition: Callable[[], bool]) -> None:
        """Wait for this."""
        self.qtbot.waitUntil(condition)

    def is_enabled(self, name: str) -> bool:
        """Whether this button can be pressed."""
        return self.person.find(QAbstractButton, name).isEnabled()

    def sees(self, name: str) -> bool:
        """Whether the widget of this name can be seen."""
        return self.person.find(QWidget, name).isVisible()

    def text(self, name: str) -> str:
        """What stands in a field."""
        return self.person.find(QLineEdit, name).text()

    def field_says(self, name: str) -> str:
        """The words under a field."""
        return self.person.find(OpenidForm, "").said(name)


@pytest.fixture
def bench(dressed: None, qtbot: QtBot) -> Iterator[Bench]:  # noqa: ARG001 - for its effect
    """A bench, with its threads ended."""
    runners = TaskRunner(2), TaskRunner(1)
    made = Bench(qtbot, *runners)
    yield made
    made.store.answered.set()
    made.model.end()
    ended = [runner.close(5000) for runner in runners]
    assert ended == [True, True]


def test_without_any_account_the_simulator_gives_an_openid_by_keyboard_alone(bench: Bench) -> None:
    """Demo values, Return, Return: the openid is in use, marked as simulated, and the dialog is closed."""
    with Simulator() as simulator:
        bench.base_url = simulator.base_url
        bench.open()
        press("Alt+D")
        bench.wait(lambda: bench.text("openid_appid_line").startswith("wx"))
        press("Return")
        bench.wait(lambda: bench.model.state.answer is not None)
    openid = bench.person.said("openid_value")
    assert openid.startswith("o")
    assert bench.sees("openid_simulated")
    assert "session_key" in bench.person.said("openid_words")
    press("Return")
    assert bench.used == [openid]
    assert not bench.dialog.isVisible()
    assert bench.store.appids() == (APPID,)


def test_typed_values_are_asked_about_and_the_openid_copied(bench: Bench) -> None:
    """Three fields, Ask, Copy; the button says what it copied."""
    with Misbehaving(reply(ANSWER)) as server:
        bench.base_url = server.base_url
        bench.open()
        bench.person.type("openid_appid_line", OTHER)
        bench.person.type("openid_secret", SECRET)
        bench.person.type("openid_js_code", JS_CODE)
        bench.person.click("ask_openid")
        bench.settle()
        assert f"appid={OTHER}&secret={SECRET}&js_code={JS_CODE}&".encode() in server.requests[0]
    bench.person.click("copy_openid")
    assert QGuiApplication.clipboard().text() == OPENID
    assert bench.said == ["Copied: the openid"]
    assert not bench.is_enabled("ask_openid")
    assert "used up" in bench.field_says("js_code")


def test_a_known_mini_program_is_chosen_with_its_secret(bench: Bench) -> None:
    """The list has those of the keychain; the AppSecret comes along, masked."""
    bench.open()
    bench.person.choose("openid_appid", APPID)
    bench.wait(lambda: bench.text("openid_secret") == SECRET)
    assert bench.text("openid_appid_line") == APPID
    assert bench.person.find(QLineEdit, "openid_secret").echoMode() is QLineEdit.EchoMode.Password
    assert bench.is_enabled("forget_app_secret")


def test_the_dialog_begins_where_something_is_missing(bench: Bench) -> None:
    """With AppID and AppSecret known, only the code is left to enter."""
    bench.model.begin(APPID)
    bench.wait(lambda: bench.model.state.login.secret == SECRET)
    bench.open()
    assert bench.person.find(QLineEdit, "openid_js_code").hasFocus()


def test_a_refusal_is_explained_with_its_code_and_wechats_words(bench: Bench) -> None:
    """What happened, what to do, and the line for a ticket."""
    body = json.dumps({"errcode": 40125, "errmsg": f"invalid appsecret {SECRET}, rid: 680a9de1"}).encode()
    with Misbehaving(reply(body)) as server:
        bench.base_url = server.base_url
        bench.open(APPID)
        bench.wait(lambda: bench.text("openid_secret") == SECRET)
        bench.person.type("openid_js_code", JS_CODE)
        press("Return", bench.person.find(QLineEdit, "openid_js_code"))
        bench.settle()
    assert bench.person.said("openid_headline") == "40125: The AppSecret does not belong to this AppID."
    assert "reset" in bench.person.said("openid_words")
    assert "claim:login.40125" in bench.person.said("openid_words")
    assert bench.person.find(QLabel, "openid_words").accessibleName().endswith("documented")
    assert bench.person.said("openid_technical") == "errcode 40125: invalid appsecret •••, rid: 680a9de1"
    assert not bench.sees("use_openid")
    assert bench.is_enabled("ask_openid")


def test_a_slow_answer_shows_that_it_is_waited_for_and_can_be_called_off(bench: Bench) -> None:
    """Nothing for half a second, then a moving line; Escape ends the waiting and leaves the dialog open."""
    with Misbehaving(hang()) as server:
        bench.base_url = server.base_url
        bench.open(APPID)
        bench.person.type("openid_js_code", JS_CODE)
        bench.person.click("ask_openid")
        bar = bench.person.find(QProgressBar, "openid_progress")
        assert not bar.isVisible()
        assert not bench.is_enabled("ask_openid")
        bench.wait(bar.isVisible)
        bench.person.type("openid_appid_line", OTHER)
        press("Esc", bench.dialog)
        bench.settle()
        assert len(server.requests) == 1
    assert bench.dialog.isVisible()
    assert not bar.isVisible()
    assert "You stopped waiting" in bench.person.said("openid_headline")
    press("Esc", bench.dialog)
    assert not bench.dialog.isVisible()


def test_cancel_and_close_end_a_question_too(bench: Bench) -> None:
    """Cancel leaves the dialog, Close leaves nothing running."""
    with Misbehaving(hang()) as server:
        bench.base_url = server.base_url
        bench.open(APPID)
        assert not bench.is_enabled("cancel_openid")
        bench.person.type("openid_js_code", JS_CODE)
        bench.person.click("ask_openid")
        bench.person.click("cancel_openid")
        bench.settle()
        bench.person.click("ask_openid")
        bench.person.click("close_openid")
    assert not bench.dialog.isVisible()
    assert not bench.model.is_asking


def test_a_double_click_asks_once(bench: Bench) -> None:
    """The second half of it does nothing."""
    with Misbehaving(hang()) as server:
        bench.base_url = server.base_url
        bench.open(APPID)
        bench.person.type("openid_js_code", JS_CODE)
        button = bench.person.find(QAbstractButton, "ask_openid")
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        QTest.mouseDClick(button, Qt.MouseButton.LeftButton)
        bench.wait(server.arrived.is_set)
        bench.model.cancel()
        bench.settle()
        assert len(server.requests) == 1


def test_what_copying_brought_along_is_removed_by_one_click(bench: Bench) -> None:
    """The console prints quotes; the field says so and takes them out."""
    bench.open()
    bench.person.paste("openid_js_code", f"'{JS_CODE}' ")
    assert "quotes" in bench.field_says("js_code")
    bench.person.click("openid_js_code_clean")
    assert bench.text("openid_js_code") == JS_CODE
    assert not bench.sees("openid_js_code_clean")


def test_the_code_is_pasted_and_the_console_line_copied(bench: Bench) -> None:
    """From the developer tools and back without the keyboard."""
    bench.open()
    bench.person.click("copy_console_line")
    assert QGuiApplication.clipboard().text() == CONSOLE_LINE
    assert bench.person.said("console_line") == CONSOLE_LINE
    QGuiApplication.clipboard().setText(f"{JS_CODE}\n")
    bench.person.click("paste_js_code")
    assert bench.text("openid_js_code") == JS_CODE


def test_an_appid_that_does_not_pay_is_said_at_the_field(bench: Bench) -> None:
    """With the AppID of pay_params."""
    bench.open(APPID)
    bench.person.type("openid_appid_line", OTHER)
    assert f"pay_params name another Mini Program: {APPID}" in bench.field_says("appid")


def test_the_masked_secret_cannot_be_copied_and_the_url_is_shown_without_it(bench: Bench) -> None:
    """Dots until the eye is pressed, marks in the URL in any case."""
    bench.open(APPID)
    bench.wait(lambda: bench.text("openid_secret") == SECRET)
    QGuiApplication.clipboard().setText("before")
    line = bench.person.go_to("openid_secret")
    press("Ctrl+A", line)
    press("Ctrl+C", line)
    assert QGuiApplication.clipboard().text() == "before"
    bench.person.click("reveal_app_secret")
    assert line.echoMode() is QLineEdit.EchoMode.Normal
    assert bench.person.find(QAbstractButton, "reveal_app_secret").accessibleName() == "Hide the AppSecret"
    shown = bench.person.said("openid_url")
    assert f"GET {HOST}/sns/jscode2session?appid={APPID}&secret=•••&" in shown
    assert SECRET not in "".join(label.text() + label.toolTip() for label in bench.dialog.findChildren(QLabel))


def test_forgetting_asks_first(bench: Bench) -> None:
    """Escape keeps it; agreeing empties keychain, list and fields."""
    bench.open(APPID)
    bench.wait(lambda: bench.text("openid_secret") == SECRET)
    bench.person.will(escape)
    bench.person.click("forget_app_secret")
    assert bench.store.appids() == (APPID,)
    bench.person.will(agree)
    bench.person.click("forget_app_secret")
    bench.settle()
    assert APPID in bench.person.read[0]
    assert bench.store.appids() == ()
    assert bench.text("openid_appid_line") == bench.text("openid_secret") == ""
    assert bench.person.find(QComboBox, "openid_appid").count() == 0
    assert not bench.is_enabled("forget_app_secret")


def test_trouble_with_the_keychain_is_said_and_can_be_retried(bench: Bench) -> None:
    """The dialog works meanwhile."""
    bench.store.problem = KeychainLocked()
    bench.open(APPID)
    assert "locked" in bench.person.said("app_secret_notice")
    bench.store.problem = None
    bench.person.click("retry_app_secrets")
    bench.wait(lambda: bench.text("openid_secret") == SECRET)
    assert not bench.sees("retry_app_secrets")


def test_a_silent_keychain_blocks_nothing(bench: Bench) -> None:
    """Typing goes on while it is asked."""
    bench.store.answered.clear()
    bench.dialog = OpenidDialog(bench.model)
    bench.qtbot.addWidget(bench.dialog)
    bench.person = Person(lambda: bench.dialog)
    bench.model.begin()
    bench.dialog.show()
    bench.person.type("openid_appid_line", APPID)
    bench.person.type("openid_js_code", JS_CODE)
    bench.wait(lambda: "did not answer" in bench.person.said("app_secret_notice"))
    bench.store.answered.set()
    bench.wait(lambda: bench.text("openid_secret") == SECRET)
    assert bench.text("openid_js_code") == JS_CODE


def test_the_wish_not_to_keep_a_secret_is_followed(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    """Unticked, an accepted AppSecret stays out of the keychain; ticked, it goes in."""
    monkeypatch.setattr(WechatSession, "ask", lambda *_words, **_named: Found(OPENID))
    bench.open()
    bench.person.type("openid_appid_line", OTHER)
    bench.person.type("openid_secret", SECRET)
    bench.person.click("remember_app_secret")
    bench.person.type("openid_js_code", JS_CODE)
    bench.person.click("ask_openid")
    bench.settle()
    assert bench.store.appids() == (APPID,)
    bench.person.click("remember_app_secret")
    bench.person.type("openid_js_code", JS_CODE[::-1])
    bench.person.click("ask_openid")
    bench.settle()
    assert bench.store.appids() == (APPID, OTHER)
    assert not bench.sees("openid_simulated")


def test_closing_drops_what_is_secret(bench: Bench) -> None:
    """The next time only the AppID is there, and the field is masked again."""
    bench.base_url = HOST
    bench.open()
    bench.person.type("openid_appid_line", OTHER)
    bench.person.type("openid_secret", SECRET)
    bench.person.click("reveal_app_secret")
    bench.dialog.close()
    assert bench.model.state.login.secret == ""
    assert bench.text("openid_secret") == ""
    assert bench.person.find(QLineEdit, "openid_secret").echoMode() is QLineEdit.EchoMode.Password


def test_nothing_moves_when_the_answer_comes(bench: Bench) -> None:
    """Every part keeps its place from empty to found."""
    with Simulator() as simulator:
        bench.base_url = simulator.base_url
        bench.open()
        bench.settle()
        QApplication.processEvents()
        names = ("openid_js_code", "openid_answer", "ask_openid", "app_secret_notice")
        parts = [bench.person.find(QWidget, name) for name in names]
        before = [part.mapTo(bench.dialog, part.rect().topLeft()) for part in parts]
        bench.person.click("openid_demo")
        bench.person.click("ask_openid")
        bench.settle()
        QApplication.processEvents()
        assert bench.sees("use_openid")
        assert [part.mapTo(bench.dialog, part.rect().topLeft()) for part in parts] == before


@pytest.mark.parametrize("look", ["light", "dark"])
def test_at_its_smallest_no_field_is_squeezed(bench: Bench, qapp: QApplication, look: theme.Choice) -> None:
    """It fits into a small screen, and every control keeps its height."""
    theme.apply(qapp, look, "en")
    dialog = bench.open(APPID)
    dialog.resize(dialog.minimumSizeHint())
    QApplication.processEvents()
    assert dialog.width() <= 560
    assert dialog.height() <= 610
    for name in ("openid_appid_line", "openid_secret", "openid_js_code", "ask_openid"):
        assert bench.person.find(QWidget, name).height() >= 24, name


def test_every_control_has_a_name_and_is_reached_by_keyboard(bench: Bench) -> None:
    """Icons alone say nothing to a screen reader."""
    dialog = bench.open(APPID)
    for button in dialog.findChildren(QAbstractButton):
        if button.isVisible():
            assert button.text() or button.accessibleName(), button.objectName()
    for name in ("openid_appid", "openid_secret", "openid_js_code", "paste_js_code", "copy_console_line"):
        widget = bench.person.find(QWidget, name)
        assert widget.accessibleName()
        assert widget.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_a_closed_dialog_can_go_while_the_model_lives(bench: Bench) -> None:
    """The window makes a new one each time."""
    bench.open()
    bench.dialog.close()
    bench.dialog.deleteLater()
    QApplication.processEvents()
    gc.collect()
    bench.model.edit("js_code", JS_CODE)
    assert bench.model.state.login.js_code == JS_CODE
