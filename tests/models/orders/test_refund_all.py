from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from qfpay_gui.models.orders.refund_states import Finished, NothingPlanned, Querying, Refunding, Reviewing, StepResult
from qfpay_gui.qfpay.environments import PRODUCTION, SIMULATOR
from qfpay_gui.qfpay.orders.order import OrderState
from qfpay_gui.qfpay.reply.exchange import Layer, TransportFailure
from qfpay_gui.qfpay.request.draft import example_draft
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


def reviewed(desk: OrdersDesk) -> Reviewing:
    """The plan as it stands now."""
    desk.refunds.review()
    assert isinstance(desk.refunds.state, Reviewing)
    return desk.refunds.state


def finished(desk: OrdersDesk) -> Finished:
    """The results, once nothing more is sent and everything is read."""
    desk.until(lambda: isinstance(desk.refunds.state, Finished))
    desk.settle()
    assert isinstance(desk.refunds.state, Finished)
    return desk.refunds.state


def finished_now(desk: OrdersDesk) -> Finished:
    """The results, which are there already."""
    assert isinstance(desk.refunds.state, Finished)
    return desk.refunds.state


def refunded(desk: OrdersDesk) -> list[str]:
    """The payments whose refunds were sent, in this order."""
    return [one.value("syssn").removeprefix("S-") for one in desk.bank.sent("refund")]


def test_every_paid_order_of_the_day_is_refunded(desk: OrdersDesk) -> None:
    """One after the other, each once, for all that is left, under numbers of their own."""
    numbers = [desk.pay(), desk.pay(txamt="700"), desk.pay(paid=False)]
    state = reviewed(desk)
    assert [one.out_trade_no for one in state.orders] == [numbers[1], numbers[0]]
    desk.refunds.start()
    ended = finished(desk)
    assert refunded(desk) == [numbers[1], numbers[0]]
    assert [one.value("txamt") for one in desk.bank.sent("refund")] == ["700", "300"]
    assert len({one.value("out_trade_no") for one in desk.bank.requests} - {""}) == 5
    assert [step.result for step in ended.steps] == [StepResult.DONE] * 2
    assert ended.stopped is None
    assert [one.state for one in desk.orders.orders if one.out_trade_no != numbers[2]] == [OrderState.REFUNDED] * 2
    assert reviewed(desk).orders == ()


def test_only_one_request_is_on_its_way(desk: OrdersDesk) -> None:
    """The second leaves when the first was answered; progress is told in between."""
    desk.pay()
    desk.pay()
    desk.bank.gate.clear()
    reviewed(desk)
    desk.refunds.start()
    desk.until(lambda: len(desk.bank.sent("refund")) == 1 and desk.send_model.is_sending)
    state = desk.refunds.state
    assert isinstance(state, Refunding)
    assert [step.result for step in state.steps] == [StepResult.UNDER_WAY, StepResult.WAITING]
    assert len(desk.bank.sent("refund")) == 1
    desk.refunds.review()
    assert desk.refunds.state is state
    desk.bank.gate.set()
    assert len(finished(desk).those(StepResult.DONE)) == 2


def test_what_stands_in_the_way_is_said(desk: OrdersDesk) -> None:
    """Yesterday's orders are not listed; the others say what to do about them."""
    desk.days_ago(2)
    desk.pay()
    desk.days_ago(-2)
    desk.pay(paid=False)
    desk.bank.scripted["payment"] = [LOST]
    desk.pay(paid=False)
    desk.pay()
    desk.bank.scripted["refund"] = [LOST]
    order = desk.orders.orders[0]
    assert desk.send(example_draft("refund").fill({"syssn": order.syssn, "txamt": "100", "out_trade_no": "R1"}))
    desk.settle()
    said = [str(row.obstacle) for row in reviewed(desk).plan.rows]
    assert said == [
        "A refund of it has not been answered: query it first.",
        "Outcome unknown: query it first.",
        "Not paid, as far as is known: query it first.",
    ]
    desk.other_merchant()
    assert {str(row.obstacle) for row in reviewed(desk).plan.rows} == {
        "Made with another app_code: choose its profile first."
    }
    desk.elsewhere(SIMULATOR)
    assert {str(row.obstacle) for row in reviewed(desk).plan.rows} == {
        "Made in another environment: choose that one first."
    }


def test_production_is_never_refunded_in_bulk(desk: OrdersDesk) -> None:
    """Neither from production, nor its orders from elsewhere; nothing is sent."""
    desk.elsewhere(PRODUCTION)
    desk.pay()
    state = reviewed(desk)
    assert state.plan.blocked is not None
    assert state.orders == ()
    desk.refunds.start()
    assert desk.refunds.state is state
    desk.elsewhere(replace(PRODUCTION, id="live-hk"))
    assert reviewed(desk).orders == ()
    assert desk.bank.sent("refund") == []


def test_a_simulator_that_ended_has_nothing_to_refund(desk: OrdersDesk) -> None:
    """Its orders went with it."""
    desk.elsewhere(replace(SIMULATOR, base_url="http://127.0.0.1:1"))
    desk.pay()
    desk.elsewhere(replace(SIMULATOR, base_url="http://127.0.0.1:2"))
    (row,) = reviewed(desk).plan.rows
    assert "has ended" in str(row.obstacle)


def test_only_chosen_orders_are_refunded(desk: OrdersDesk) -> None:
    """What was not possible cannot be chosen; what was left out stays left out when the orders change."""
    first, second = desk.pay(), desk.pay()
    left_out = desk.orders.find(out_trade_no=second)
    chosen = desk.orders.find(out_trade_no=first)
    assert left_out is not None
    assert chosen is not None
    reviewed(desk)
    desk.refunds.choose({chosen.id, 4711})
    desk.pay(paid=False)
    state = desk.refunds.state
    assert isinstance(state, Reviewing)
    assert state.chosen == {chosen.id}
    desk.refunds.start()
    finished(desk)
    assert refunded(desk) == [first]


def test_open_and_unknown_orders_can_be_queried_first(desk: OrdersDesk) -> None:
    """Each once; what turns out to be paid is then chosen."""
    paid, opened = desk.pay(paid=False), desk.pay(paid=False)
    desk.bank.pay(paid)
    assert reviewed(desk).orders == ()
    before = len(desk.bank.sent("query"))
    desk.refunds.query_first()
    assert isinstance(desk.refunds.state, Querying)
    desk.until(lambda: isinstance(desk.refunds.state, Reviewing))
    desk.settle()
    assert len(desk.bank.sent("query")) == before + 2
    state = desk.refunds.state
    assert isinstance(state, Reviewing)
    assert [one.out_trade_no for one in state.orders] == [paid]
    assert [one.out_trade_no for one in state.plan.queryable] == [opened]


@pytest.mark.parametrize(
    ("answer", "result"),
    [
        ({"respcd": "1269", "resperr": "too little"}, StepResult.FAILED),
        ({"respcd": "1145"}, StepResult.UNKNOWN),
        (LOST, StepResult.UNKNOWN),
        (TransportFailure(Layer.CONNECT, may_have_arrived=False), StepResult.NOT_SENT),
        (ValueError("odd"), StepResult.UNKNOWN),
    ],
    ids=["refused", "in progress", "lost", "not sent", "broken"],
)
def test_a_refund_that_goes_wrong_is_not_sent_again(
    desk: OrdersDesk, answer: dict[str, str] | TransportFailure | Exception, result: StepResult
) -> None:
    """The others go on; the summary says what became of each, and an open outcome cannot be planned once more."""
    desk.pay()
    desk.pay()
    desk.bank.scripted["refund"] = [answer]
    reviewed(desk)
    desk.refunds.start()
    ended = finished(desk)
    assert [step.result for step in ended.steps] == [result, StepResult.DONE]
    assert ended.steps[0].words is not None
    assert len(desk.bank.sent("refund")) == 2
    assert len(reviewed(desk).orders) == int(result in {StepResult.FAILED, StepResult.NOT_SENT})


def test_cancel_finishes_the_one_under_way(desk: OrdersDesk) -> None:
    """And sends no more."""
    for _ in range(3):
        desk.pay()
    desk.bank.gate.clear()
    reviewed(desk)
    desk.refunds.start()
    desk.until(lambda: len(desk.bank.sent("refund")) == 1)
    desk.refunds.cancel()
    desk.bank.gate.set()
    ended = finished(desk)
    assert [step.result for step in ended.steps] == [StepResult.DONE, StepResult.NOT_SENT, StepResult.NOT_SENT]
    assert "Cancelled" in str(ended.stopped)
    assert len(desk.bank.sent("refund")) == 1
    assert len(reviewed(desk).orders) == 2


def test_it_waits_for_another_request(desk: OrdersDesk) -> None:
    """Somebody's own request comes first; cancelled meanwhile, nothing is sent."""
    desk.pay()
    desk.pay()
    reviewed(desk)
    desk.bank.gate.clear()
    assert desk.send(example_draft("query").fill({"out_trade_no": "X"}))
    desk.refunds.start()
    desk.until(lambda: not desk.refunds._one_by_one._next.isActive())
    assert desk.bank.sent("refund") == []
    desk.refunds.cancel()
    assert [step.result for step in finished_now(desk).steps] == [StepResult.NOT_SENT] * 2
    reviewed(desk)
    desk.refunds.start()
    desk.bank.gate.set()
    assert len(finished(desk).those(StepResult.DONE)) == 2


def test_another_environment_stops_it(desk: OrdersDesk) -> None:
    """Refunds never go where they were not reviewed for."""
    desk.pay()
    desk.pay()
    desk.bank.gate.clear()
    reviewed(desk)
    desk.refunds.start()
    desk.until(lambda: len(desk.bank.sent("refund")) == 1)
    desk.elsewhere(PRODUCTION)
    desk.bank.gate.set()
    ended = finished(desk)
    assert [step.result for step in ended.steps] == [StepResult.DONE, StepResult.NOT_SENT]
    assert "changed" in str(ended.stopped)
    assert len(desk.bank.sent("refund")) == 1


def test_an_order_that_changed_is_left_alone(desk: OrdersDesk) -> None:
    """Another window may have refunded it since the review."""
    number = desk.pay()
    reviewed(desk)
    order = desk.orders.find(out_trade_no=number)
    assert order is not None
    desk.orders.orders = (replace(order, state=OrderState.REFUNDED),)
    desk.refunds.start()
    (step,) = finished(desk).steps
    assert (step.result, desk.bank.sent("refund")) == (StepResult.NOT_SENT, [])


def test_what_is_held_back_is_not_sent(desk: OrdersDesk) -> None:
    """The workbench may refuse a draft; that ends the step, and nothing is tried again."""
    desk.pay()
    reviewed(desk)
    desk.refuses = True
    desk.refunds.start()
    (step,) = finished(desk).steps
    assert (step.result, desk.bank.sent("refund")) == (StepResult.NOT_SENT, [])


def test_it_is_put_away(desk: OrdersDesk) -> None:
    """Commands that do not fit the state do nothing."""
    desk.refunds.start()
    desk.refunds.cancel()
    desk.refunds.query_first()
    desk.refunds.choose({1})
    assert desk.states == []
    reviewed(desk)
    desk.refunds.close()
    assert isinstance(desk.refunds.state, NothingPlanned)
