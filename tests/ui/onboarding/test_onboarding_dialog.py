"""The set-up beside the open window, by mouse and keyboard, over the running simulator."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QAction, QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QListWidget, QTextBrowser, QWidget

from qfpay_gui.qfpay.onboarding.steps import StepId
from qfpay_gui.services.simulator.pay_params import APP_ID
from qfpay_gui.ui.onboarding.onboarding_dialog import OnboardingDialog
from qfpay_gui.ui.reply.verdict_card import VerdictCard
from tests.ui.person import Person, find, press
from tests.ui.reply.answers import refused

if TYPE_CHECKING:
    from tests.ui.desk import Desk

OTHER = "wxffffffffffffffff"


class SetUp:
    """The dialog as a person opens it, from the menu."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        action = desk.window.findChild(QAction, "action_set_up")
        assert isinstance(action, QAction)
        action.trigger()
        self.person = Person(lambda: self.dialog)
        desk.wait(self.dialog.isVisible)

    @property
    def dialog(self) -> OnboardingDialog:
        """The dialog of the window as it is now."""
        dialog = self.desk.window.findChild(OnboardingDialog, "set_up_dialog")
        assert isinstance(dialog, OnboardingDialog)
        return dialog

    @property
    def steps(self) -> QListWidget:
        """The list at the left."""
        return self.person.find(QListWidget, "set_up_steps")

    def words(self) -> list[str]:
        """The word beside each step."""
        return [self.steps.item(row).text().splitlines()[1] for row in range(self.steps.count())]

    def look_at(self, step: StepId) -> None:
        """Click on this step."""
        place = self.steps.visualItemRect(self.steps.item(list(StepId).index(step))).center()
        QTest.mouseClick(self.steps.viewport(), Qt.MouseButton.LeftButton, pos=place)

    def document(self) -> str:
        """All that is said about the step."""
        return self.person.find(QTextBrowser, "set_up_document").toPlainText()

    def standing(self) -> tuple[str, str]:
        """The word and the reason of the step that is looked at."""
        return self.person.said("set_up_state"), self.person.said("set_up_because")


@pytest.fixture
def set_up(desk: Desk) -> SetUp:
    """The set-up, open beside the window."""
    return SetUp(desk)


def test_the_steps_are_walked_through_by_keyboard(set_up: SetUp) -> None:
    """Six of them; each shows its state as a word, what to do and where."""
    assert set_up.words() == ["Not known"] * 6
    assert QApplication.focusWidget() is set_up.steps or not set_up.dialog.isActiveWindow()
    headings = []
    for _step in StepId:
        headings.append(set_up.person.said("set_up_heading"))
        assert "What commonly goes wrong" in set_up.document()
        press("Down", set_up.steps)
    assert headings[0] == "1  Verify the business at WeChat"
    assert headings[-1] == "6  Call wx.requestPayment"
    assert [one[0] for one in headings] == list("123456")


def test_the_window_goes_on_being_used_beside_it(set_up: SetUp) -> None:
    """A payment in the window, and the steps follow: openid and payment, then the call once the customer paid."""
    assert not set_up.dialog.isModal()
    set_up.desk.person.click("send")
    set_up.desk.wait_for_answer()
    set_up.desk.wait(lambda: set_up.words()[3:5] == ["Done", "Done"])
    assert set_up.words()[5] == "Not known"
    set_up.desk.wait(lambda: set_up.desk.person.find(QAbstractButton, "pay_sheet_pay").isVisible())
    set_up.desk.person.click("pay_sheet_pay")
    set_up.desk.wait(lambda: set_up.words()[5] == "Done")
    assert set_up.words()[:3] == ["Not known"] * 3


def test_a_domain_is_checked_as_it_is_typed(set_up: SetUp) -> None:
    """With the rule, the source, and what to enter instead."""
    set_up.look_at(StepId.DOMAIN)
    set_up.person.type("set_up_domain", "http://pay.shop.example")
    assert set_up.standing() == ("Not done", "WeChat does not take http://pay.shop.example.")
    assert "Not https://" in set_up.document()
    assert set_up.words()[2] == "Not done"
    set_up.person.type("set_up_domain", "https://pay.shop.example/")
    assert set_up.standing()[0] == "Not known"
    assert "WeChat takes: https://pay.shop.example" in set_up.document()
    assert "documented" in set_up.document()
    set_up.person.paste("set_up_domain", "https://a.example\nhttps://b.example")
    assert "https://a.example" in set_up.document()
    assert "https://b.example" in set_up.document()


def test_an_answer_of_the_phone_is_explained(set_up: SetUp) -> None:
    """With its way out; it becomes the state of the call, and none of WeChat's console while all is simulated."""
    set_up.look_at(StepId.CALL)
    set_up.person.type("set_up_answer", "requestPayment:fail no permission")
    assert set_up.standing() == ("Not done", "wx.requestPayment answered: No permission.")
    assert "Compare the appId of pay_params" in set_up.document()
    set_up.look_at(StepId.VERIFY)
    assert "simulator" in set_up.standing()[1]


def test_the_letter_to_qfpay_holds_all_but_the_key(set_up: SetUp) -> None:
    """AppID, app_code and the environment; it is said what was copied."""
    set_up.look_at(StepId.BIND)
    set_up.person.type("set_up_appid", OTHER)
    set_up.person.click("set_up_letter")
    letter = QGuiApplication.clipboard().text()
    credentials = set_up.desk.bench.credentials
    assert f"AppID: {OTHER}" in letter
    assert f"app_code: {credentials.app_code}" in letter
    assert credentials.client_key not in letter
    assert set_up.person.said("set_up_said") == "Copied: a letter to QFPay"


def test_each_step_offers_what_can_be_done_about_it(set_up: SetUp) -> None:
    """A button leads to the field in the form, or carries out a command of the window."""
    set_up.look_at(StepId.OPENID)
    set_up.person.click("set_up_to_sub_openid")
    set_up.desk.wait(lambda: set_up.desk.window.focusWidget().objectName() == "sub_openid")
    set_up.desk.bench.send(set_up.desk.bench.review())
    set_up.desk.wait_for_answer()
    sent = len(set_up.desk.simulator.requests)
    set_up.look_at(StepId.CALL)
    set_up.person.click("set_up_query")
    set_up.desk.wait(lambda: len(set_up.desk.simulator.requests) > sent)
    assert set_up.desk.simulator.requests[-1].path == "/trade/v1/query"


def test_whoever_has_no_key_is_led_to_one(set_up: SetUp) -> None:
    """Before the request: at an environment whose merchant is not chosen yet."""
    set_up.look_at(StepId.PAYMENT)
    buttons = [set_up.person.find(QAbstractButton, f"set_up_{name}") for name in ("to_form", "credentials")]
    assert [one.isVisible() for one in buttons] == [True, False]
    set_up.desk.bench.choose_environment("live-hk")
    assert [one.isVisible() for one in buttons] == [False, True]
    assert set_up.standing() == ("Not done", "No app_code and client_key are chosen to sign with.")


def test_wechats_console_is_opened_or_its_address_said(set_up: SetUp, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the desktop opens nothing, the address can be read."""
    opened: list[str] = []
    answers = iter((True, False))

    def open_url(url: object) -> bool:
        opened.append(url.toString())  # type: ignore[attr-defined]  # a QUrl
        return next(answers)

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    set_up.person.click("set_up_console")
    assert set_up.person.said("set_up_said") == ""
    set_up.person.click("set_up_console")
    assert "https://mp.weixin.qq.com" in set_up.person.said("set_up_said")
    assert opened == ["https://mp.weixin.qq.com"] * 2


def test_an_openid_of_the_simulator_counts_there(set_up: SetUp) -> None:
    """code2Session gave it in this session; the AppID of another Mini Program is told apart."""
    openid = set_up.desk.bench.openid
    openid.begin()
    openid.fill_in_demo()
    assert openid.ask()
    set_up.desk.wait(lambda: not openid.is_asking)
    openid.end()
    set_up.look_at(StepId.OPENID)
    assert set_up.standing() == ("Done", f"code2Session gave an openid for {APP_ID}.")
    set_up.look_at(StepId.BIND)
    set_up.person.type("set_up_appid", OTHER)
    set_up.look_at(StepId.OPENID)
    assert set_up.standing()[0] == "Not done"


@pytest.mark.parametrize("language", ["en", "zh_CN", "zh_HK"])
def test_nothing_is_cut_off_in_any_language(set_up: SetUp, language: str) -> None:
    """Headings and words of the list, the buttons and the reason, at the least size that the dialog can have."""
    set_up.desk.shell.choose_language(language)
    again = SetUp(set_up.desk)
    again.dialog.resize(again.dialog.minimumSize())
    for step in StepId:
        again.look_at(step)
        QCoreApplication.processEvents()
        for button in again.dialog.findChildren(QAbstractButton):
            if button.isVisible() and button.text():
                assert button.width() >= button.sizeHint().width(), button.text()
        label = again.person.find(QLabel, "set_up_because")
        assert label.height() >= label.heightForWidth(label.width())
        page = again.person.find(QWidget, "set_up_document")
        assert page.height() >= 48
    for row in range(again.steps.count()):
        rect = again.steps.visualItemRect(again.steps.item(row))
        assert again.steps.viewport().rect().contains(rect), row
    assert again.steps.sizeHintForColumn(0) <= again.steps.viewport().width()


def test_it_wears_the_themes_colours(set_up: SetUp) -> None:
    """Marks and findings are drawn anew."""
    set_up.look_at(StepId.DOMAIN)
    set_up.person.type("set_up_domain", "https://pay.shop.example")
    light = set_up.person.find(QTextBrowser, "set_up_document").toHtml()
    set_up.desk.shell.choose_theme("dark")
    dark = set_up.person.find(QTextBrowser, "set_up_document").toHtml()
    set_up.desk.shell.choose_theme("light")
    assert light != dark
    assert set_up.person.find(QTextBrowser, "set_up_document").toHtml() == light


def test_it_begins_where_something_is_to_be_done(set_up: SetUp) -> None:
    """The first step that is not done; where all that can be seen is done, the first that is not known."""
    assert set_up.steps.currentRow() == 0
    set_up.dialog.close()
    set_up.desk.person.type("sub_openid", "")
    again = SetUp(set_up.desk)
    assert again.person.said("set_up_heading") == "4  Get the payer's openid"
    assert again.standing() == ("Not done", "sub_openid is empty.")


def test_a_pasted_answer_of_wechats_leads_here(set_up: SetUp) -> None:
    """To the list of domains, or to the call; also from an object that was printed."""
    set_up.dialog.close()
    answer = set_up.desk.window.case_actions.answer_taken
    answer.emit('{"errno": 600002,\n "errMsg": "request:fail"}')
    assert set_up.dialog.isVisible()
    assert set_up.person.said("set_up_heading") == "3  Whitelist the request domain"
    answer.emit("requestPayment:fail no permission")
    assert set_up.person.said("set_up_heading") == "6  Call wx.requestPayment"
    assert "Compare the appId" in set_up.document()


def test_the_openid_dialog_makes_way_for_it(desk: Desk) -> None:
    """Which bars the window while it is open."""

    def press_link() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QWidget)
        QTest.mouseClick(find(dialog, QAbstractButton, "openid_set_up"), Qt.MouseButton.LeftButton)

    QTimer.singleShot(0, desk.window, press_link)
    desk.window.order_actions.find_openid()
    dialog = desk.window.findChild(OnboardingDialog, "set_up_dialog")
    assert isinstance(dialog, OnboardingDialog)
    desk.wait(dialog.isVisible)
    assert QApplication.activeModalWidget() is None


def test_a_remembered_appid_is_who_an_openid_is_asked_for(set_up: SetUp) -> None:
    """Where no pay_params name one yet."""
    set_up.look_at(StepId.BIND)
    set_up.person.type("set_up_appid", OTHER)
    asked: list[str] = []

    def leave() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QWidget)
        asked.append(find(dialog, QLineEdit, "openid_appid_line").text())
        dialog.close()

    QTimer.singleShot(0, set_up.desk.window, leave)
    set_up.look_at(StepId.OPENID)
    set_up.person.click("set_up_find_openid")
    assert asked == [OTHER]


def test_a_mismatch_in_a_reply_leads_here(stage: QWidget) -> None:
    """Only where WeChat's word about the openid stands in it."""
    opened: list[str] = []
    action = QAction(stage)
    action.setObjectName("action_set_up")
    action.triggered.connect(lambda: opened.append("set_up"))
    card = VerdictCard(stage)
    card.resize(700, 120)
    card.show()
    card.show_answer(refused("1104", "txamt"))
    assert not find(card, QAbstractButton, "open_set_up").isVisible()
    card.show_answer(refused("1104", "appid和openid不匹配"))
    QTest.mouseClick(find(card, QAbstractButton, "open_set_up"), Qt.MouseButton.LeftButton)
    assert opened == ["set_up"]
