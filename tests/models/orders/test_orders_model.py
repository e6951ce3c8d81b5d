from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from qfpay_gui.qfpay.environments import SIMULATOR
from qfpay_gui.qfpay.orders.filter import OrderFilter, OrderGroup
from qfpay_gui.qfpay.orders.order import Order, OrderState
from qfpay_gui.qfpay.request.draft import example_draft, freshened
from tests.models.orders.order_bank import LOST, OrdersDesk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[OrdersDesk]:
    """A desk whose threads all end."""
    desk = OrdersDesk(qtbot, tmp_path / "history.sqlite3")
    yield desk
    desk.close()


def test_an_order_is_known_from_the_moment_it_is_sent(desk: OrdersDesk) -> None:
    """Unknown while its payment is on its way, then as it is answered; each change is announced."""
    seen: list[tuple[Order, ...]] = []
    desk.orders.changed.connect(seen.append)
    desk.bank.gate.clear()
    assert desk.send(freshened(example_draft(), desk.clock.now(), desk.clock.token()))
    desk.until(lambda: bool(seen))
    assert [one.state for one in seen[-1]] == [OrderState.UNKNOWN]
    desk.bank.gate.set()
    desk.settle()
    assert [one.state for one in seen[-1]] == [OrderState.OPEN]


def test_orders_are_found_by_their_numbers(desk: OrdersDesk) -> None:
    """By either, in an environment or in all."""
    first, second = desk.pay(), desk.pay(paid=False)
    found = desk.orders.find(out_trade_no=first)
    assert found is not None
    assert found.state is OrderState.PAID
    assert desk.orders.find(syssn=f"S-{second}", environment_id="live-hk") is not None
    assert desk.orders.find(syssn=f"S-{second}", out_trade_no=first) is None
    assert desk.orders.find(out_trade_no=first, environment_id="simulator") is None
    assert desk.orders.find() is None
    assert desk.orders.by_id(found.id) == found
    assert desk.orders.by_id(0) is None


def test_what_is_looked_for_is_listed(desk: OrdersDesk) -> None:
    """All orders stay known whatever the list shows; the state says what needs attention."""
    paid, opened = desk.pay(), desk.pay(paid=False)
    desk.orders.look_for(OrderFilter(group=OrderGroup.ATTENTION))
    desk.settle()
    assert [one.out_trade_no for one in desk.orders.state.rows] == [paid]
    assert [one.out_trade_no for one in desk.orders.orders] == [opened, paid]
    assert (desk.orders.state.total, desk.orders.state.environment_ids) == (2, ("live-hk",))
    assert [one.out_trade_no for one in desk.orders.state.attention] == [paid]
    for words in ("S", "S-", paid):
        desk.orders.look_for(OrderFilter(words))
    desk.settle()
    assert [one.out_trade_no for one in desk.orders.state.rows] == [paid]
    desk.orders.look_for(OrderFilter(since=desk.orders.today() + timedelta(days=1)))
    desk.settle()
    assert desk.orders.state.rows == ()


def test_the_day_begins_at_midnight_of_this_machine(desk: OrdersDesk) -> None:
    """An aware time, at most a day ago."""
    today = desk.orders.today()
    assert (today.hour, today.minute, today.second, today.microsecond) == (0, 0, 0, 0)
    assert timedelta() <= desk.clock.now() - today < timedelta(days=1)


def test_a_verified_notification_moves_an_order(desk: OrdersDesk) -> None:
    """It is read again at once; another environment's is none of its business."""
    number = desk.pay(paid=False)
    fields = {"notify_type": "payment", "status": "1", "respcd": "0000", "out_trade_no": number, "txamt": "300"}
    desk.orders.take_news(fields, "simulator")
    desk.settle()
    assert [one.state for one in desk.orders.orders] == [OrderState.OPEN]
    desk.orders.take_news(fields, "live-hk")
    desk.settle()
    assert [one.state for one in desk.orders.orders] == [OrderState.PAID]


def test_orders_are_removed(desk: OrdersDesk) -> None:
    """A sentence says how many, and that QFPay keeps them; until that is final, it can be undone."""
    desk.pay(paid=False)
    desk.pay(paid=False)
    desk.orders.remove([one.id for one in desk.orders.orders])
    desk.settle()
    assert (desk.orders.state.rows, desk.orders.state.total, desk.orders.orders) == ((), 0, ())
    pending = desk.orders._deletions.pending
    assert pending is not None
    assert str(pending.words).startswith("Removed from the table: 2.")
    desk.orders._deletions.undo()
    desk.settle()
    assert (desk.orders.state.total, len(desk.orders.orders)) == (2, 2)
    desk.orders.remove([one.id for one in desk.orders.orders])
    desk.orders._deletions.finish()
    desk.settle()
    assert (desk.orders.orders, desk.orders.state.total) == ((), 0)


def test_old_orders_expire_at_the_start(desk: OrdersDesk) -> None:
    """Those without real money, unless everything is kept for ever."""
    desk.days_ago(400)
    held = desk.pay()
    desk.elsewhere(SIMULATOR)
    desk.pay()
    desk.days_ago(-400)
    desk.orders.start(0)
    desk.settle()
    assert len(desk.orders.orders) == 2
    desk.orders.start(180)
    desk.until(lambda: len(desk.orders.orders) == 1)
    assert desk.orders.orders[0].out_trade_no == held


def test_a_lost_answer_leaves_the_order_unknown(desk: OrdersDesk) -> None:
    """Until it is queried."""
    desk.bank.scripted["payment"] = [LOST]
    desk.pay(paid=False)
    assert desk.orders.orders[0].state is OrderState.UNKNOWN
    assert desk.orders.state.attention == desk.orders.orders


def test_of_two_looks_in_a_row_the_last_is_listed(desk: OrdersDesk) -> None:
    """What the first found is old by then."""
    desk.settle()
    told: list[object] = []
    desk.orders.listed.connect(told.append)
    desk.orders.refresh()
    desk.orders.refresh()
    desk.settle()
    assert len(told) == 1
