from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtQml import QJSEngine, QJSValue
from PySide6.QtWidgets import QPlainTextEdit, QPushButton

from tests.ui.person import double_click, press

if TYPE_CHECKING:
    from tests.ui.desk import Desk


def test_somebody_without_an_account_presses_send_at_once(desk: Desk) -> None:
    """No form, no key, no question: a simulated order, its pay_params, and code that a Mini Program can run."""
    desk.person.click("send")
    answer = desk.wait_for_answer()
    assert answer.reply is not None
    assert answer.reply.respcd == "0000"
    assert desk.person.said("verdict_headline").replace("\u200b", "").startswith("Simulated: Order created")
    press("Ctrl+Shift+C")
    assert desk.window.status.message.startswith("Copied: ")
    desk.window.reply.show_page("snippet")
    shown = desk.person.find(QPlainTextEdit, "snippet").toPlainText()
    engine = QJSEngine()
    engine.evaluate("var sent; var console = {log: function () {}}; var wx = {requestPayment: function (o) {sent = o}}")
    ran = engine.evaluate(shown)
    assert isinstance(ran, QJSValue)
    assert not ran.isError()
    pay_params = answer.reply.pay_params
    assert pay_params is not None
    for name in ("timeStamp", "nonceStr", "package", "signType", "paySign"):
        passed = engine.evaluate(f"sent.{name}")
        assert isinstance(passed, QJSValue)
        assert passed.toString() == pay_params[name]


def test_each_press_is_one_payment_with_a_number_of_its_own(desk: Desk) -> None:
    """Three presses, three orders; never one more."""
    for count in (1, 2, 3):
        desk.person.click("send")
        answer = desk.wait_for_answer()
        assert answer.reply is not None
        assert answer.reply.respcd == "0000"
        assert len(desk.simulator.requests) == count
    assert len({request.body for request in desk.simulator.requests}) == 3


def test_somebody_nervous_presses_twice(desk: Desk) -> None:
    """A double click on Send is one payment, and does not call it off; nor do its keys pressed twice in a row."""
    double_click(desk.person.find(QPushButton, "send"))
    assert desk.wait_for_answer().reply is not None
    assert len(desk.simulator.requests) == 1
    press("Ctrl+Return")
    press("Ctrl+Return")
    assert desk.wait_for_answer().reply is not None
    assert len(desk.simulator.requests) == 2
