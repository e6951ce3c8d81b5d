from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from qfpay_gui.models.orders.refund_states import Finished
from qfpay_gui.models.sending.send_model import Answered
from qfpay_gui.qfpay.environments import SIMULATOR
from qfpay_gui.qfpay.orders.order import OrderState
from qfpay_gui.qfpay.request.order_drafts import order_draft
from qfpay_gui.services.client import QFPayClient
from qfpay_gui.services.simulator import Simulator
from tests.models.orders.order_bank import OrdersDesk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from qfpay_gui.models.sending.answer import Answer
    from qfpay_gui.qfpay.orders.order import Order


class Shop:
    """The models before the real simulator, over real HTTP."""

    def __init__(self, desk: OrdersDesk, simulator: Simulator) -> None:
        self.desk = desk
        self.simulator = simulator
        desk.elsewhere(replace(SIMULATOR, base_url=simulator.base_url))
        desk.credentials = simulator.credentials
        desk.clock.moment = datetime.now(UTC)
        client = QFPayClient(simulator.base_url, simulator.credentials)
        desk.bank.send = client.send  # type: ignore[method-assign]  # the real thing in place of the bank

    @property
    def order(self) -> Order:
        """The newest order."""
        return self.desk.orders.orders[0]

    @property
    def answer(self) -> Answer:
        """The latest answer."""
        state = self.desk.send_model.state
        assert isinstance(state, Answered)
        return state.answer

    def act(self, endpoint: str, **values: str) -> str:
        """Send this call about the newest order; the respcd that came back."""
        draft = order_draft(endpoint, self.order, self.desk.clock.now(), self.desk.clock.token())
        assert self.desk.send(draft.fill(values))
        self.desk.settle()
        return self.answer.reply.respcd if self.answer.reply else ""

    def sell(self) -> str:
        """Make an order of HK$3.00, and let its customer pay; its number."""
        number = self.desk.pay(paid=False)
        reply = self.answer.reply
        assert reply is not None
        assert reply.pay_params is not None
        assert self.simulator.pay(reply.pay_params["package"].removeprefix("prepay_id=")).ok
        return number

    def money(self) -> tuple[OrderState, int, int]:
        """State, refunded and left of the newest order."""
        return self.order.state, self.order.refunded, self.order.left


@pytest.fixture
def shop(qtbot: QtBot, tmp_path: Path) -> Iterator[Shop]:
    """A shop whose threads all end."""
    with Simulator() as simulator:
        shop = Shop(OrdersDesk(qtbot, tmp_path / "history.sqlite3"), simulator)
        yield shop
        shop.desk.close()


def test_an_order_is_paid_and_refunded_in_two_parts(shop: Shop) -> None:
    """Query and refund replies agree about what is left; more than that is refused and changes nothing."""
    shop.sell()
    assert shop.money() == (OrderState.OPEN, 0, 0)
    shop.act("query")
    assert shop.money() == (OrderState.PAID, 0, 300)
    assert shop.act("refund", txamt="100") == "0000"
    assert shop.money() == (OrderState.PARTLY_REFUNDED, 100, 200)
    shop.act("query")
    assert shop.money() == (OrderState.PARTLY_REFUNDED, 100, 200)
    assert shop.act("refund", txamt="201") == "1272"
    assert shop.money() == (OrderState.PARTLY_REFUNDED, 100, 200)
    assert shop.act("refund") == "0000"
    shop.act("query")
    assert shop.money() == (OrderState.REFUNDED, 300, 0)


@pytest.mark.parametrize(
    ("endpoint", "state"), [("close", OrderState.CLOSED), ("reversal", OrderState.CANCELLED)], ids=["close", "reversal"]
)
def test_an_open_order_is_ended(shop: Shop, endpoint: str, state: OrderState) -> None:
    """The query that follows says the same."""
    shop.desk.pay(paid=False)
    assert shop.act(endpoint) == "0000"
    assert shop.order.state is state
    shop.act("query")
    assert shop.order.state is state


def test_an_order_expires(shop: Shop) -> None:
    """A query tells."""
    number = shop.desk.pay(paid=False)
    assert shop.simulator.expire(number)
    shop.act("query")
    assert shop.order.state is OrderState.EXPIRED


def test_a_day_of_orders_is_refunded(shop: Shop) -> None:
    """Queried first, for payments are not known from their own replies; then each refunded once."""
    numbers = {shop.sell(), shop.sell()}
    shop.desk.refunds.review()
    shop.desk.refunds.query_first()
    shop.desk.until(lambda: not shop.desk.refunds.is_running)
    shop.desk.settle()
    shop.desk.refunds.start()
    shop.desk.until(lambda: isinstance(shop.desk.refunds.state, Finished))
    shop.desk.settle()
    assert {(one.out_trade_no, one.state) for one in shop.desk.orders.orders} == {
        (number, OrderState.REFUNDED) for number in numbers
    }
