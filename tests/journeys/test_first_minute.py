"""The first minute of somebody who never saw this window, by real keys, in each language it speaks."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from qfpay_gui.diagnosis.examination import Examined
from qfpay_gui.models.sheet.state import SheetEnded, SheetOpen
from qfpay_gui.qfpay.orders.order import OrderState
from qfpay_gui.services.simulator import DEMO
from qfpay_gui.ui.case.paste.paste_dialog import PasteDialog
from tests.ui.person import press, return_to

if TYPE_CHECKING:
    from tests.ui.desk import Desk

CREATED = {"en": "Order created", "zh_CN": "订单已创建", "zh_HK": "訂單已建立"}
PAID = {"en": "The order is paid", "zh_CN": "订单已付款", "zh_HK": "訂單已付款"}
SENT = {"txamt": "300", "txcurrcd": "HKD", "pay_type": "800213", "out_trade_no": "M1", "goods_name": "港式奶茶"}


@dataclass
class Hands:
    """Presses keys where the keyboard is, and counts the presses."""

    desk: Desk
    presses: int = 0

    def press(self, keys: str) -> None:
        """One chord of keys."""
        self.presses += 1
        press(keys, QApplication.focusWidget() or self.desk.window)

    def tab_to(self, name: str) -> None:
        """Go on by the tab key until this is reached, which is not counted: a mouse would be there at once."""
        for _press in range(80):
            held = QApplication.focusWidget()
            if held is not None and held.objectName() == name:
                return
            press("Tab", held or self.desk.window)
        raise AssertionError(f"the tab key never comes to {name}")

    def answered(self, before: int) -> str:
        """Wait for the answer to what was sent; what the verdict says of it."""
        self.desk.wait(lambda: len(self.desk.simulator.requests) > before)
        self.desk.wait_for_answer()
        return self.desk.person.said("verdict_headline").replace("\u200b", "")


@pytest.fixture(params=["en", "zh_CN", "zh_HK"])
def language(request: pytest.FixtureRequest) -> str:
    """Each language the window speaks."""
    return str(request.param)


@pytest.fixture
def hands(desk: Desk, language: str) -> Hands:
    """The keyboard before a window that was never opened before."""
    if language != "en":
        desk.shell.choose_language(language)
        # The window is another one now, and a shortcut runs in the active one only.
        desk.wait(lambda: QApplication.activeWindow() is desk.window)
    desk.wait(lambda: bool(desk.bench.notifications.url))
    return Hands(desk)


def _pay(hands: Hands) -> str:
    """Send the example and pay it; its out_trade_no."""
    hands.press("Ctrl+Return")
    hands.answered(0)
    desk = hands.desk
    desk.wait(lambda: isinstance(desk.bench.sheet.state, SheetOpen))
    hands.tab_to("pay_sheet_pay")
    hands.press("Space")
    desk.wait(lambda: isinstance(desk.bench.sheet.state, SheetEnded))
    return desk.answer.request.value("out_trade_no")


def test_a_snippet_is_copied_in_two_presses(hands: Hands, language: str) -> None:
    """Nothing is typed; the verdict is in the reader's language, the code is for every Mini Program."""
    hands.press("Ctrl+Return")
    assert CREATED[language] in hands.answered(0)
    hands.press("Ctrl+Shift+C")
    assert hands.presses == 2
    copied = QGuiApplication.clipboard().text()
    assert "wx.requestPayment({" in copied
    answer = hands.desk.answer.reply
    assert answer is not None
    assert answer.pay_params is not None
    assert answer.pay_params["paySign"] in copied


def test_the_order_is_paid_and_queried_by_the_keyboard_alone(hands: Hands, language: str) -> None:
    """The tab key comes to Pay, and the query needs no typing."""
    _pay(hands)
    before = len(hands.desk.simulator.requests)
    hands.press("Ctrl+Shift+Q")
    assert PAID[language] in hands.answered(before)
    assert hands.desk.simulator.requests[-1].path == "/trade/v1/query"
    assert hands.presses == 3


def test_a_part_is_given_back_in_three_presses(hands: Hands) -> None:
    """Fill in the refund, type how much, send it."""
    number = _pay(hands)
    orders = hands.desk.bench.orders
    hands.desk.wait(lambda: (found := orders.find(out_trade_no=number)) is not None and found.state is OrderState.PAID)
    hands.presses, before = 0, len(hands.desk.simulator.requests)
    hands.press("Ctrl+Shift+R")
    held = QApplication.focusWidget()
    assert held is not None
    assert held.objectName() == "txamt"
    hands.press("Ctrl+A")
    QTest.keyClicks(held, "100")
    hands.press("Ctrl+Return")
    hands.answered(before)
    assert hands.presses == 3
    assert b"txamt=100" in hands.desk.simulator.requests[-1].body
    hands.desk.wait(lambda: (found := orders.find(out_trade_no=number)) is not None and found.left == 200)


def test_a_merchants_curl_is_explained_in_two_presses(hands: Hands) -> None:
    """Paste it, agree to what was read: the cause is named."""
    signed = "&".join(f"{name}={SENT[name]}" for name in sorted(SENT)) + f"&key={DEMO.client_key}"
    signature = hashlib.md5(signed.encode(), usedforsecurity=False).hexdigest().upper()
    QGuiApplication.clipboard().setText(
        "curl 'https://test-openapi-hk.qfapi.com/trade/v1/payment' \\\n"
        f"  -H 'X-QF-APPCODE: {DEMO.app_code}' -H 'X-QF-SIGN: {signature}' \\\n  --data '{urlencode(SENT)}'"
    )
    agreeing = _agree_when_it_is_read(hands)
    hands.press("Ctrl+Shift+V")
    return_to(hands.desk.window)
    assert not agreeing.isActive()
    hands.desk.wait(lambda: isinstance(hands.desk.bench.case.state, Examined))
    assert hands.presses == 2
    hands.desk.wait(lambda: "&key=" in hands.desk.person.said("case_cause"))


def _agree_when_it_is_read(hands: Hands) -> QTimer:
    timer = QTimer(hands.desk.window)
    timer.setInterval(5)

    def agree() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, PasteDialog):
            timer.stop()
            hands.presses += 1
            press("Return", dialog)

    timer.timeout.connect(agree)
    timer.start()
    return timer
