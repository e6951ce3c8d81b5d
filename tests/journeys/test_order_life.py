from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QAbstractItemModel
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView

from qfpay_gui.models.polling.state import PollEnded
from qfpay_gui.models.sheet.state import SheetEnded, SheetOpen
from qfpay_gui.qfpay.orders.order import Order, OrderState
from tests.ui.person import press

if TYPE_CHECKING:
    from qfpay_gui.models.notifications.state import Notice
    from tests.ui.desk import Desk


@pytest.fixture
def ready(desk: Desk) -> Desk:
    """The program with its simulator and its listener running."""
    desk.wait(lambda: bool(desk.bench.notifications.url))
    return desk


def _send(desk: Desk) -> str:
    """Send what the form holds; the respcd of the answer."""
    before = len(desk.simulator.requests)
    press("Ctrl+Return", desk.window)
    desk.wait(lambda: len(desk.simulator.requests) > before)
    reply = desk.wait_for_answer().reply
    assert reply is not None
    return reply.respcd


def _pay(desk: Desk) -> str:
    """Send a payment and pay it on the simulated sheet; its out_trade_no."""
    number = _open_sheet(desk)
    desk.person.click("pay_sheet_pay")
    sheet = desk.bench.sheet
    desk.wait(lambda: isinstance(sheet.state, SheetEnded))
    assert isinstance(sheet.state, SheetEnded)
    assert sheet.state.result.err_msg == "requestPayment:ok"
    return number


def _open_sheet(desk: Desk) -> str:
    """Send a payment and wait for the simulated sheet; its out_trade_no."""
    assert _send(desk) == "0000"
    desk.wait(lambda: isinstance(desk.bench.sheet.state, SheetOpen))
    return desk.answer.request.value("out_trade_no")


def _act(desk: Desk, keys: str) -> None:
    """Use a command about the latest order, which fills the form."""
    press(keys, desk.window)


def _query(desk: Desk) -> dict[str, str]:
    """Query the latest order by the command; its record."""
    before = len(desk.simulator.requests)
    _act(desk, "Ctrl+Shift+Q")
    desk.wait(lambda: len(desk.simulator.requests) > before)
    reply = desk.wait_for_answer().reply
    assert reply is not None
    (record,) = reply.rows
    return dict(record)


def _expect(desk: Desk, number: str, state: OrderState, left: int | None = None) -> None:
    """The table says this of the order, as soon as what was heard is written; ``left`` in minor units."""
    orders = desk.bench.orders

    def found() -> Order:
        order = orders.find(out_trade_no=number)
        assert order is not None
        return order

    desk.wait(lambda: orders.find(out_trade_no=number) is not None and found().state is state)
    desk.wait(lambda: left is None or found().left == left)


def _notices(desk: Desk) -> tuple[Notice, ...]:
    return desk.bench.notifications.notices


def _written(desk: Desk, name: str) -> str:
    """All that a list of the window shows, row by row."""
    model = desk.person.find(QAbstractItemView, name).model()
    assert isinstance(model, QAbstractItemModel)
    cells = (
        model.index(row, column).data() for row in range(model.rowCount()) for column in range(model.columnCount())
    )
    return " | ".join(str(cell) for cell in cells if cell)


def test_an_order_is_paid_notified_queried_and_refunded_in_two_parts(ready: Desk) -> None:
    """And a refund of more than is left is refused with 1272."""
    number = _pay(ready)
    ready.wait(lambda: any(notice.check is not None and notice.check.is_valid for notice in _notices(ready)))
    _expect(ready, number, OrderState.PAID)
    assert _query(ready)["respcd"] == "0000"

    _act(ready, "Ctrl+Shift+R")
    assert ready.value("txamt") == "300"
    ready.person.type("txamt", "100")
    assert _send(ready) == "0000"
    _expect(ready, number, OrderState.PARTLY_REFUNDED, 200)
    assert _query(ready)["cancel"] == "5"

    _act(ready, "Ctrl+Shift+R")
    ready.person.type("txamt", "300")
    assert _send(ready) == "1272"
    _expect(ready, number, OrderState.PARTLY_REFUNDED, 200)

    ready.person.click("refund_all_left")
    assert _send(ready) == "0000"
    _expect(ready, number, OrderState.REFUNDED, 0)
    assert _query(ready)["cancel"] == "3"
    ready.wait(lambda: len(_notices(ready)) == 3)
    assert {notice.explained.members["notify_type"] for notice in _notices(ready)} == {"payment", "refund"}


def test_every_step_is_drawn_between_the_five_parties(ready: Desk) -> None:
    """The request as sent, the sheet, the payment, and the notification with its answer."""
    _pay(ready)
    ready.wait(lambda: any(notice.received is not None and notice.received.status for notice in _notices(ready)))
    _query(ready)
    press("Ctrl+9", ready.window)
    current = ready.bench.sequence.state.current
    assert current is not None
    drawn = " ".join(str(message.label) for message in current.messages)
    assert len(current.messages) >= 10
    for part in ("/trade/v1/payment", "wx.requestPayment", "/trade/v1/query", "SUCCESS"):
        assert part in drawn, part


def test_a_sheet_that_is_cancelled_leaves_the_order_open_and_can_be_paid_later(ready: Desk) -> None:
    """The Mini Program hears “fail cancel”, calls again with the same prepay_id, and the order is paid."""
    number = _open_sheet(ready)
    ready.person.click("pay_sheet_cancel")
    ready.wait(lambda: isinstance(ready.bench.sheet.state, SheetEnded))
    assert "requestPayment:fail cancel" in ready.window.status.message
    _expect(ready, number, OrderState.OPEN)
    assert _notices(ready) == ()
    ready.person.click("pay_sheet_again")
    ready.wait(lambda: isinstance(ready.bench.sheet.state, SheetOpen))
    ready.person.click("pay_sheet_pay")
    _expect(ready, number, OrderState.PAID)


def test_an_order_whose_time_runs_out_is_expired_and_takes_no_money(ready: Desk) -> None:
    """A query says 1181, and so does the table."""
    number = _open_sheet(ready)
    expire = ready.window.findChild(QAction, "pay_sheet_expire")
    assert isinstance(expire, QAction)
    expire.trigger()
    assert _query(ready)["respcd"] == "1181"
    _expect(ready, number, OrderState.EXPIRED)
    _act(ready, "Ctrl+Shift+R")
    assert _send(ready) != "0000"
    _expect(ready, number, OrderState.EXPIRED, 0)


def test_an_unpaid_order_is_closed_and_a_paid_one_is_not(ready: Desk) -> None:
    """That no document lists 800213 for closing stands above the form before it is sent."""
    number = _open_sheet(ready)
    ready.window.menus.actions["latest_close"].trigger()
    assert ready.bench.draft.draft.endpoint == "close"
    assert "800213" in ready.person.said("endpoint_caution")
    assert _send(ready) == "0000"
    _expect(ready, number, OrderState.CLOSED)

    ready.person.click("endpoint_payment")
    paid = _pay(ready)
    _expect(ready, paid, OrderState.PAID)
    ready.window.menus.actions["latest_close"].trigger()
    assert _send(ready) == "1260"
    _expect(ready, paid, OrderState.PAID)


def test_polling_sees_the_payment_and_stops_by_itself(ready: Desk) -> None:
    """The first query leaves two seconds after the button was pressed."""
    number = _open_sheet(ready)
    ready.person.click("poll_begin")
    ready.person.click("pay_sheet_pay")
    poll = ready.bench.poll
    ready.wait(lambda: isinstance(poll.state, PollEnded))
    assert isinstance(poll.state, PollEnded)
    assert poll.state.settled
    assert poll.state.asked == 1
    _expect(ready, number, OrderState.PAID)


def test_polling_does_not_call_anybody_away(ready: Desk) -> None:
    """Whoever looks at the sequence goes on looking at it."""
    _open_sheet(ready)
    ready.person.click("poll_begin")
    ready.person.click("pay_sheet_pay")
    press("Ctrl+9", ready.window)
    poll = ready.bench.poll
    ready.wait(lambda: isinstance(poll.state, PollEnded))
    assert ready.window.panels.request.widget.sequence.isVisible()


def test_a_notification_that_is_not_taken_comes_again(ready: Desk) -> None:
    """An answer other than SUCCESS leaves it on the schedule; “Retry now” delivers it."""
    press("Ctrl+4", ready.window)
    ready.person.choose("answer_mode", "error")
    _pay(ready)
    deliveries = ready.bench.simulator.deliveries
    ready.wait(lambda: bool(deliveries()) and bool(deliveries()[0].attempts))
    assert deliveries()[0].next_at is not None
    press("Ctrl+4", ready.window)
    ready.person.choose("answer_mode", "success")
    ready.bench.simulator.retry_now(deliveries()[0].id)
    ready.wait(lambda: deliveries()[0].state == "accepted")
    assert len(deliveries()[0].attempts) == 2


def test_the_orders_table_shows_them_all_with_what_is_left(ready: Desk) -> None:
    """Two payments, one of them paid."""
    paid = _pay(ready)
    opened = _open_sheet(ready)
    _expect(ready, paid, OrderState.PAID)
    _expect(ready, opened, OrderState.OPEN)
    press("Ctrl+3", ready.window)
    ready.wait(lambda: opened in _written(ready, "orders_table"))
    written = _written(ready, "orders_table")
    assert paid in written
    assert "HK$3.00" in written


def test_an_unanswered_payment_is_in_the_table_as_unknown(ready: Desk) -> None:
    """A query then tells what became of it."""
    ready.person.choose("simulator_outcome", "drop")
    press("Ctrl+Return", ready.window)
    ready.wait(lambda: not ready.bench.send_model.is_sending and len(ready.simulator.requests) == 1)
    number = ready.answer.request.value("out_trade_no")
    _expect(ready, number, OrderState.UNKNOWN)
    ready.person.choose("simulator_outcome", "normal")
    assert _query(ready)["respcd"] == "1143"
    _expect(ready, number, OrderState.OPEN)
