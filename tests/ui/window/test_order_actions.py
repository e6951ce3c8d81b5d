from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit, QPushButton

from qfpay_gui.models.openid.state import OpenidState
from qfpay_gui.models.orders.refund_states import Finished, Reviewing
from qfpay_gui.models.sheet.state import SheetEnded, SheetOpen
from qfpay_gui.qfpay.credentials import Credentials, Profile
from qfpay_gui.qfpay.environments import PRODUCTION
from qfpay_gui.qfpay.orders.order import OrderState
from qfpay_gui.qfpay.times import txdtm
from tests.ui.person import escape, find, press

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.desk import Desk


@pytest.fixture
def ready(desk: Desk) -> Desk:
    """The program with its simulator and its listener running."""
    desk.wait(lambda: bool(desk.bench.notifications.url))
    return desk


def _meet(desk: Desk, name: str, work: Callable[[QDialog], None], opened_by: Callable[[], object]) -> None:
    """Open a dialog, work in it, and leave it."""
    met: list[QDialog] = []

    def go() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        met.append(dialog)
        work(dialog)
        dialog.reject()

    timer = QTimer(desk.window, singleShot=True, interval=50)
    timer.timeout.connect(go)
    timer.start()
    opened_by()
    assert [dialog.objectName() for dialog in met] == [name]


def _paid(desk: Desk) -> str:
    press("Ctrl+Return", desk.window)
    sheet = desk.bench.sheet
    desk.wait(lambda: isinstance(sheet.state, SheetOpen))
    number = desk.answer.request.value("out_trade_no")
    desk.person.click("pay_sheet_pay")
    desk.wait(lambda: isinstance(sheet.state, SheetEnded))
    orders = desk.bench.orders
    desk.wait(lambda: (order := orders.find(out_trade_no=number)) is not None and order.state is OrderState.PAID)
    return number


def test_all_orders_of_the_day_are_refunded_in_one_reviewed_step(ready: Desk) -> None:
    """Two paid orders; the dialog sends a refund for each, one after the other."""
    numbers = [_paid(ready)]
    numbers.append(_paid(ready))
    refund_all = ready.bench.refund_all

    def work(dialog: QDialog) -> None:
        assert isinstance(refund_all.state, Reviewing)
        assert {order.out_trade_no for order in refund_all.state.orders} == set(numbers)
        find(dialog, QPushButton, "refund_start").click()
        ready.wait(lambda: isinstance(refund_all.state, Finished))

    _meet(ready, "refund_all_dialog", work, ready.window.order_actions.refund_all)
    orders = ready.bench.orders
    for number in numbers:
        ready.wait(lambda: all(order.state is OrderState.REFUNDED for order in orders.orders))
        order = orders.find(out_trade_no=number)
        assert order is not None
        assert order.left == 0


def test_the_openid_that_was_found_is_the_payments(ready: Desk) -> None:
    """From the field's menu to the field, in the simulator, without an account."""
    model = ready.bench.openid
    find_it = ready.window.findChild(QAction, "sub_openid_find")
    assert isinstance(find_it, QAction)

    def work(dialog: QDialog) -> None:
        model.fill_in_demo()
        model.ask()
        ready.wait(lambda: not model.is_asking)
        assert isinstance(model.state, OpenidState)
        find(dialog, QPushButton, "use_openid").click()

    _meet(ready, "openid_dialog", work, find_it.trigger)
    assert ready.value("sub_openid") not in {"", "oQFTester_0penid_for_demo_01"}


def test_the_received_parameters_can_be_exported_as_a_mini_program(ready: Desk) -> None:
    """From the snippet, where its code is looked at."""
    press("Ctrl+Return", ready.window)
    ready.wait_for_answer()
    ready.window.reply.show_page("snippet")
    _meet(ready, "project_dialog", lambda _dialog: None, lambda: ready.person.click("export_project"))


def test_without_an_order_the_commands_say_what_is_missing(ready: Desk) -> None:
    """Nothing is sent."""
    for keys in ("Ctrl+Shift+Q", "Ctrl+Shift+R"):
        press(keys, ready.window)
        assert ready.window.status.message == "Send a payment first, or choose an order in the table."
    press("Ctrl+Shift+X", ready.window)
    assert "Nothing to export yet" in ready.window.status.message
    assert ready.simulator.requests == []


def test_the_listeners_address_becomes_the_payments_notify_url(ready: Desk) -> None:
    """Wherever the form was."""
    ready.person.click("endpoint_query")
    press("Ctrl+4", ready.window)
    ready.person.click("use_notify_url")
    assert ready.bench.draft.draft.endpoint == "payment"
    assert ready.value("notify_url") == ready.bench.notifications.url


def test_another_page_of_a_result_is_asked_for_with_the_same_query(ready: Desk) -> None:
    """Twelve orders of today; the second page has the last two."""
    for _ in range(12):
        press("Ctrl+Return", ready.window)
        ready.wait_for_answer()
    today = txdtm(ready.bench.now())[:10]
    ready.bench.draft.fill("query", {"start_time": f"{today} 00:00:00", "end_time": f"{today} 23:59:59"})
    press("Ctrl+Return", ready.window)
    ready.wait(lambda: len(ready.simulator.requests) == 13)
    ready.wait_for_answer()
    ready.window.order_actions.turn_page(2)
    ready.wait(lambda: len(ready.simulator.requests) == 14)
    reply = ready.wait_for_answer().reply
    assert reply is not None
    assert len(reply.rows) == 2
    assert ready.value("page") == "2"


def test_a_series_of_queries_in_production_is_asked_about_once(ready: Desk) -> None:
    """Escape begins none."""
    press("Ctrl+Return", ready.window)
    ready.wait_for_answer()
    poll = ready.bench.poll
    target = poll.target
    assert target is not None
    ready.bench.profiles.save(Profile("Tea shop", PRODUCTION.id, Credentials("A1B2" * 8, "5A3C" * 8)))
    ready.wait(lambda: not ready.bench.profiles.state.busy)
    ready.bench.choose_environment(PRODUCTION.id)
    ready.bench.choose_profile("Tea shop")
    ready.wait(lambda: not ready.bench.profiles.state.busy)
    assert poll.target is None, "an order of the simulator is not waited for in production"
    poll.target = target
    ready.person.will(escape)
    assert not ready.window.panels.may_query(target)
    assert "production" in ready.person.read[-1].lower()
    assert not poll.is_running


def test_the_way_back_from_a_query_leads_to_the_payments_snippet(ready: Desk) -> None:
    """Alt+Left shows its reply, from which the snippet is copied; commands are about the reply that is shown."""
    number = _paid(ready)
    press("Ctrl+Shift+Q", ready.window)
    ready.wait_for_answer()
    ready.wait(lambda: ready.answer.request.endpoint == "query")
    press("Ctrl+5", ready.window)
    press("Alt+Left", ready.window)
    assert ready.window.reply.isVisible()
    assert ready.window.reply.page == "pay_params"
    assert "Reply 1 of 2: Payment" in ready.window.status.message
    press("Ctrl+Shift+C", ready.window)
    assert "wx.requestPayment" in QApplication.clipboard().text()
    assert not ready.window.menus.actions["earlier_reply"].isEnabled()
    press("Alt+Right", ready.window)
    assert ready.window.reply.page == "records"
    press("Alt+Left", ready.window)
    press("Ctrl+Shift+R", ready.window)
    assert ready.bench.draft.draft.endpoint == "refund"
    order = ready.bench.orders.find(out_trade_no=number)
    assert order is not None
    assert ready.value("syssn") == order.syssn


@pytest.mark.parametrize(("keys", "endpoint"), [("Ctrl+Shift+R", "refund"), ("Ctrl+Shift+Q", "query")])
def test_who_is_quicker_than_the_table_gets_the_number_on_screen(
    ready: Desk, monkeypatch: pytest.MonkeyPatch, keys: str, endpoint: str
) -> None:
    """The reply has QFPay's number; the table is read anew a moment later."""
    number = _paid(ready)
    orders = ready.bench.orders
    order = orders.find(out_trade_no=number)
    assert order is not None
    monkeypatch.setattr(orders, "find", lambda **_wanted: replace(order, syssn=""))
    press(keys, ready.window)
    assert ready.bench.draft.draft.endpoint == endpoint
    assert ready.value("syssn") == order.syssn != ""


def test_a_receiver_is_notified_of_the_latest_order(ready: Desk) -> None:
    """From the menu and from the table: the page that sends it is seen, filled in, and nothing was posted yet."""
    posting = ready.bench.notifications.posting
    ready.window.menus.actions["notify_receiver"].trigger()
    assert ready.window.status.message == "Send a payment first, or choose an order in the table."
    number = _paid(ready)
    ready.window.menus.actions["notify_receiver"].trigger()
    body = find(ready.window, QPlainTextEdit, "receiver_body")
    assert body.isVisible()
    assert f'"out_trade_no": "{number}"' in body.toPlainText()
    assert not posting.state.is_working
    ready.window.go.orders()
    table = ready.window.panels.orders.widget.table
    table.go_to(0)
    assert not table.notify_refund.isEnabled()
    posting.compose_example()
    table.notify_payment.trigger()
    assert body.isVisible()
    assert f'"out_trade_no": "{number}"' in body.toPlainText()
