from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QMenu, QPushButton, QWidget

from qfpay_gui.models.sheet.state import Paying, SheetClosed, SheetEnded, SheetOpen
from qfpay_gui.qfpay.reply.wx_results import CANCEL, FAILURES, OK
from qfpay_gui.ui.look import theme
from qfpay_gui.ui.sheet.pay_sheet import CARD_HEIGHT, CARD_WIDTH, STRIP_HEIGHT, PaySheet
from tests.ui.person import Person, double_click, find, press

if TYPE_CHECKING:
    from tests.models.wechat_desk import WechatDesk

BUTTONS = ("pay_sheet_pay", "pay_sheet_cancel", "pay_sheet_fail", "pay_sheet_close")


@pytest.fixture
def sheet(wechat: WechatDesk, stage: QWidget) -> PaySheet:
    """The sheet in a window, hidden while there is nothing to pay."""
    made = PaySheet(wechat.sheet, stage)
    made.move(8, 8)
    return made


@pytest.fixture
def person(sheet: PaySheet) -> Person:
    """Somebody at the sheet."""
    return Person(lambda: sheet)


def ended(wechat: WechatDesk) -> str:
    """Wait for the end; the errMsg."""
    wechat.wait(lambda: isinstance(wechat.sheet.state, SheetEnded))
    assert isinstance(wechat.sheet.state, SheetEnded)
    return wechat.sheet.state.result.err_msg


def lone(sheet: PaySheet, *names: str) -> bool:
    """Whether all of these widgets lie within the sheet, without any two of them overlapping."""
    widgets = [find(sheet, QWidget, name) for name in names]
    places = [widget.rect().translated(widget.mapTo(sheet, widget.rect().topLeft())) for widget in widgets]
    apart = all(not one.intersects(other) for at, one in enumerate(places) for other in places[at + 1 :])
    return apart and all(sheet.rect().contains(place) for place in places)


def test_without_a_payment_there_is_no_sheet(sheet: PaySheet) -> None:
    """It takes no room."""
    assert sheet.isHidden()


def test_it_comes_with_the_payment_and_says_what_it_asks(sheet: PaySheet, wechat: WechatDesk, person: Person) -> None:
    """Merchant, amount, goods and payer, and that no money moves."""
    wechat.ask(txamt="128800", goods_name="奶茶", sub_openid="oS80_5dxekABCDEFGHIJKLMN3kQw")
    assert sheet.isVisible()
    assert person.said("pay_sheet_merchant") == "Demo merchant"
    assert person.said("pay_sheet_amount") == "HK$1,288.00"
    assert person.said("pay_sheet_goods") == "奶茶"
    assert person.said("pay_sheet_payer") == "oS80_5…3kQw"
    assert person.said("pay_sheet_badge").startswith("Simulated")


def test_a_click_on_pay_pays(sheet: PaySheet, wechat: WechatDesk, person: Person) -> None:
    """And the sheet says what the Mini Program received."""
    wechat.ask()
    person.click("pay_sheet_pay")
    assert ended(wechat) == OK
    assert person.said("pay_sheet_ended") == "Paid · HK$3.00"
    assert person.said("pay_sheet_err_line") == "requestPayment:ok"
    assert "notification" in person.said("pay_sheet_meaning")
    assert "claim:wx.paid" in person.said("pay_sheet_meaning")
    assert find(sheet, QPushButton, "pay_sheet_again").isHidden()


def test_a_double_click_pays_once(sheet: PaySheet, wechat: WechatDesk) -> None:
    """Its second half finds nothing to press, not even where another button has come."""
    wechat.ask()
    paid: list[str] = []
    wechat.simulator.happened.connect(lambda event: paid.append(event.kind.name))
    button = find(sheet, QPushButton, "pay_sheet_pay")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    double_click(button)
    assert ended(wechat) == OK
    wechat.wait(lambda: not wechat.runner.busy and "PAID" in paid)
    assert paid.count("PAID") == 1
    assert isinstance(wechat.sheet.state, SheetEnded)


def test_a_click_on_cancel_leaves_the_order_open(sheet: PaySheet, wechat: WechatDesk, person: Person) -> None:
    """Calling again opens the sheet again."""
    wechat.ask()
    person.click("pay_sheet_cancel")
    assert ended(wechat) == CANCEL
    assert person.said("pay_sheet_ended") == "Cancelled"
    person.click("pay_sheet_again")
    wechat.wait(lambda: isinstance(wechat.sheet.state, SheetOpen))
    assert find(sheet, QPushButton, "pay_sheet_pay").isVisible()


@pytest.mark.parametrize("number", range(len(FAILURES)))
def test_each_failure_can_be_chosen_and_is_explained(
    sheet: PaySheet, wechat: WechatDesk, person: Person, number: int
) -> None:
    """In the menu before, on the sheet after."""
    wechat.ask()
    menu = sheet.findChild(QMenu, "pay_sheet_failures")
    assert isinstance(menu, QMenu)
    action = next(one for one in menu.actions() if one.objectName() == f"pay_sheet_fail_{number}")
    assert FAILURES[number].err_msg in action.toolTip()
    menu.popup(sheet.mapToGlobal(sheet.rect().topLeft()))
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
    assert ended(wechat) == FAILURES[number].err_msg
    assert person.said("pay_sheet_ended") == str(FAILURES[number].headline)
    assert str(FAILURES[number].next_step) in person.said("pay_sheet_meaning")


def test_letting_time_run_out_warns_before_paying_fails(sheet: PaySheet, wechat: WechatDesk, person: Person) -> None:
    """The sheet stays open, as it would on a phone."""
    wechat.ask()
    menu = sheet.findChild(QMenu, "pay_sheet_failures")
    assert isinstance(menu, QMenu)
    menu.actions()[-1].trigger()
    assert "time is over" in person.said("pay_sheet_trouble")
    assert find(sheet, QLabel, "pay_sheet_trouble").isVisible()
    person.click("pay_sheet_pay")
    assert "过期" in ended(wechat)


def test_the_cross_closes_it(sheet: PaySheet, wechat: WechatDesk, person: Person) -> None:
    """While it asks, that is the customer's cancel; after its end, it is only put away."""
    wechat.ask()
    person.click("pay_sheet_close")
    assert wechat.sheet.state == SheetClosed()
    assert sheet.isHidden()
    wechat.ask_again()
    person.click("pay_sheet_pay")
    ended(wechat)
    person.click("pay_sheet_close")
    assert sheet.isHidden()


def test_the_sequence_can_be_asked_for(sheet: PaySheet, wechat: WechatDesk, person: Person) -> None:
    """By a button, after the end."""
    asked: list[bool] = []
    sheet.sequence_wanted.connect(lambda: asked.append(True))
    wechat.ask()
    person.click("pay_sheet_pay")
    ended(wechat)
    person.click("pay_sheet_sequence")
    assert asked == [True]


def test_it_never_takes_the_keyboard_by_itself(sheet: PaySheet, stage: QWidget, wechat: WechatDesk) -> None:
    """Whoever is typing goes on typing; Return there pays nothing."""
    assert sheet.isHidden()
    edit = QLineEdit(stage)
    edit.move(400, 8)
    edit.show()
    edit.setFocus()
    wechat.ask()
    assert QApplication.focusWidget() is edit
    QTest.keyClick(edit, Qt.Key.Key_Return)
    QTest.keyClicks(edit, "abc")
    assert edit.text() == "abc"
    assert isinstance(wechat.sheet.state, SheetOpen)


def test_it_is_worked_by_the_keyboard(sheet: PaySheet, stage: QWidget, wechat: WechatDesk) -> None:
    """Tab comes to Pay first and to the cross last; Space pays, and leads on to the sequence, not out of the sheet."""
    edit = QLineEdit(stage)
    edit.show()
    QWidget.setTabOrder(edit, find(sheet, QPushButton, "pay_sheet_pay"))
    wechat.ask()
    edit.setFocus()
    come_to = []
    for _step in BUTTONS:
        press("Tab")
        focused = QApplication.focusWidget()
        come_to.append(focused.objectName() if focused else "")
    assert tuple(come_to) == BUTTONS
    pay = find(sheet, QPushButton, "pay_sheet_pay")
    pay.setFocus()
    QTest.keyClick(pay, Qt.Key.Key_Space)
    assert isinstance(wechat.sheet.state, Paying)
    assert QApplication.focusWidget() is sheet
    assert ended(wechat) == OK
    assert QApplication.focusWidget() is find(sheet, QPushButton, "pay_sheet_sequence")


@pytest.mark.parametrize("choice", ["light", "dark"])
def test_as_a_card_everything_fits(
    sheet: PaySheet, wechat: WechatDesk, choice: theme.Choice, qapp: QApplication
) -> None:
    """In 232 by 300 pixels, without one thing on another."""
    theme.apply(qapp, choice, "en")
    wechat.ask(goods_name="奶茶與很長很長很長很長的商品名稱")
    sheet.adjustSize()
    assert (sheet.width(), sheet.height()) == (CARD_WIDTH, CARD_HEIGHT)
    QApplication.processEvents()
    facts = ("pay_sheet_badge", "pay_sheet_merchant", "pay_sheet_amount", "pay_sheet_goods", "pay_sheet_payer")
    assert lone(sheet, *facts, *BUTTONS)


def test_as_a_strip_everything_stands_in_one_line(sheet: PaySheet, wechat: WechatDesk, person: Person) -> None:
    """Of 48 pixels; what does not fit is in the tool tip."""
    wechat.ask()
    sheet.set_compact(True)
    sheet.resize(540, STRIP_HEIGHT)
    QApplication.processEvents()
    assert sheet.height() == STRIP_HEIGHT
    assert lone(sheet, "pay_sheet_badge", "pay_sheet_merchant", "pay_sheet_amount", *BUTTONS)
    assert find(sheet, QLabel, "pay_sheet_goods").isHidden()
    person.click("pay_sheet_cancel")
    assert ended(wechat) == CANCEL
    QApplication.processEvents()
    assert lone(sheet, "pay_sheet_ended", "pay_sheet_err_line", "pay_sheet_sequence", "pay_sheet_again")
    assert "closed the sheet" in find(sheet, QLabel, "pay_sheet_err_line").toolTip()


@pytest.mark.parametrize("width", [385, 479])
def test_a_narrow_strip_says_that_it_is_simulated_and_the_whole_errmsg(
    sheet: PaySheet, wechat: WechatDesk, person: Person, width: int
) -> None:
    """In the narrowest windows as well, while it asks and afterwards."""
    wechat.ask(txamt="128800")
    sheet.set_compact(True)
    sheet.resize(width, STRIP_HEIGHT)
    QApplication.processEvents()
    assert lone(sheet, "pay_sheet_simulated", "pay_sheet_amount", *BUTTONS)
    assert person.said("pay_sheet_simulated") == "Simulated"
    person.click("pay_sheet_cancel")
    assert ended(wechat) == CANCEL
    QApplication.processEvents()
    assert lone(sheet, "pay_sheet_badge", "pay_sheet_err_line", "pay_sheet_again")
    assert find(sheet, QLabel, "pay_sheet_err_line").text() == CANCEL


def test_changing_its_shape_keeps_the_keyboard(sheet: PaySheet, wechat: WechatDesk) -> None:
    """The same button is focused before and after."""
    wechat.ask()
    cancel = find(sheet, QAbstractButton, "pay_sheet_cancel")
    cancel.setFocus()
    sheet.set_compact(True)
    assert cancel.hasFocus()
    sheet.set_compact(False)
    assert cancel.hasFocus()
    assert find(sheet, QLabel, "pay_sheet_goods").isVisible()


def test_every_button_says_what_it_is_for(sheet: PaySheet, wechat: WechatDesk) -> None:
    """To a screen reader, and on pointing at it."""
    wechat.ask()
    assert find(sheet, QPushButton, "pay_sheet_pay").accessibleName() == "Pay HK$3.00, simulated"
    for name in BUTTONS:
        button = find(sheet, QAbstractButton, name)
        assert button.toolTip()
        assert button.accessibleName() or button.text()
