from __future__ import annotations

from dataclasses import replace

import pytest

from qfpay_gui.qfpay.environments import by_id
from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.orders.order import Order, OrderState
from qfpay_gui.ui.reply.since import since
from qfpay_gui.ui.words.translate import translated
from tests.qfpay.orders import order_cases
from tests.ui.reply import answers

NUMBER = answers.request().value("out_trade_no")


def _order(state: OrderState, **changes: object) -> Order:
    """The order of the example payment, on the simulator of the tests."""
    here = order_cases.order(
        out_trade_no=NUMBER,
        environment_id=answers.SIMULATED.id,
        environment_kind=answers.SIMULATED.kind.value,
        base_url=answers.SIMULATED.base_url,
        state=state,
    )
    return replace(here, **changes)  # type: ignore[arg-type]  # any field of an order


@pytest.mark.parametrize(
    ("state", "words", "holds_money"),
    [
        (OrderState.PAID, "Simulated: Paid by now: HK$3.00", True),
        (OrderState.PARTLY_REFUNDED, "Simulated: Partly refunded by now: HK$3.00", True),
        (OrderState.REFUNDED, "Simulated: Refunded by now: HK$3.00", False),
        (OrderState.CLOSED, "Simulated: Closed by now: HK$3.00", False),
        (OrderState.EXPIRED, "Simulated: Expired by now: HK$3.00", False),
        (OrderState.CANCELLED, "Simulated: Cancelled by now: HK$3.00", False),
    ],
)
def test_what_became_of_the_order_takes_the_verdicts_place(state: OrderState, words: str, holds_money: bool) -> None:  # noqa: FBT001 - a parameter
    """A created order that was paid, closed, or ran out is not called unpaid any more."""
    found = since(answers.success(), [_order(state)])
    assert found is not None
    assert translated(found.headline) == words
    assert found.holds_money == holds_money
    assert found.is_settled
    assert translated(found.turn)
    assert translated(found.next_step)


@pytest.mark.parametrize("state", [OrderState.OPEN, OrderState.UNKNOWN, OrderState.FAILED])
def test_an_order_that_is_as_it_was_leaves_the_verdict(state: OrderState) -> None:
    """Nor does less be known than the answer told."""
    assert since(answers.success(), [_order(state)]) is None


def test_an_answer_that_never_came_is_overtaken_as_soon_as_the_order_is_known() -> None:
    """A time-out leaves the outcome unknown, until a query tells that the order exists."""
    lost = answers.unanswered()
    assert since(lost, [_order(OrderState.UNKNOWN)]) is None
    found = since(lost, [_order(OrderState.OPEN)])
    assert found is not None
    assert found.severity is Severity.NOTE
    assert not found.is_settled


def test_what_never_arrived_and_what_was_refused_made_no_order() -> None:
    """Nothing can have become of it."""
    paid = [_order(OrderState.PAID)]
    assert since(answers.unanswered(may_have_arrived=False), paid) is None
    assert since(answers.refused(), paid) is None


@pytest.mark.parametrize(
    "change", [{"out_trade_no": "QA2"}, {"environment_id": "live-hk"}, {"base_url": "http://127.0.0.1:1"}]
)
def test_another_order_says_nothing_about_this_one(change: dict[str, str]) -> None:
    """Neither another number, nor the same number elsewhere or in another simulator."""
    assert since(answers.success(), [_order(OrderState.PAID, **change)]) is None


def test_the_newest_order_of_a_number_counts() -> None:
    """The table has it first."""
    found = since(answers.success(), [_order(OrderState.CLOSED), _order(OrderState.PAID)])
    assert found is not None
    assert "Closed" in translated(found.headline)


def test_money_of_a_live_test_calls_for_attention() -> None:
    """Paid is fine in the simulator; where money is real it must be given back."""
    place = by_id("live-hk")
    assert place is not None
    sent = answers.request(environment=place)
    live = answers.answered(b'{"respcd": "0000", "resperr": "success"}', sent=sent)
    real = {"environment_id": place.id, "environment_kind": place.kind.value, "base_url": place.base_url}
    found = since(live, [_order(OrderState.PAID, **real)])
    here = since(answers.success(), [_order(OrderState.PAID)])
    assert found is not None
    assert here is not None
    assert (found.severity, here.severity) == (Severity.ATTENTION, Severity.OK)
    assert translated(found.headline) == "Paid by now: HK$3.00"
