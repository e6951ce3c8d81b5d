"""Where refunding all orders of the day stands, from nothing but its states."""

from __future__ import annotations

from datetime import UTC, datetime

from qfpay_gui.models.orders.refund_states import Finished, Refunding, RefundStep, Reviewing, StepResult
from qfpay_gui.qfpay.environments import LIVE_TESTING
from qfpay_gui.qfpay.orders.order import Order
from qfpay_gui.qfpay.orders.refund_plan import PlannedRefund, RefundPlan, Where
from qfpay_gui.qfpay.text import text

NOW = datetime(2026, 11, 23, tzinfo=UTC)


def order(number: int) -> Order:
    """An order of this id."""
    return Order(f"QA{number}", "live-hk", "live testing", "https://x.example", "Tea shop", "A1B2", NOW, id=number)


ORDERS = tuple(map(order, (1, 2, 3)))
PLAN = RefundPlan(Where(LIVE_TESTING, "A1B2"), NOW, tuple(PlannedRefund(one) for one in ORDERS))
STEPS = tuple(RefundStep(one, 100) for one in ORDERS)


def test_only_what_is_chosen_and_can_be_refunded_is() -> None:
    """In the plan's order."""
    assert Reviewing(PLAN).orders == ()
    assert [one.id for one in Reviewing(PLAN, frozenset({3, 1, 9})).orders] == [1, 3]


def test_the_step_under_way_or_next_is_found() -> None:
    """Until all have ended."""
    state = Refunding(PLAN, STEPS)
    assert state.place == 0
    state = state.with_result(0, StepResult.UNDER_WAY)
    assert state.place == 0
    state = state.with_result(0, StepResult.DONE)
    assert state.place == 1
    words = text("Orders", "x")
    state = state.with_result(1, StepResult.FAILED, words).with_result(2, StepResult.UNKNOWN)
    assert state.place is None
    assert [(step.order.id, step.result) for step in state.steps] == [
        (1, StepResult.DONE),
        (2, StepResult.FAILED),
        (3, StepResult.UNKNOWN),
    ]
    assert [step.words for step in state.steps] == [None, words, None]


def test_steps_are_counted_by_how_they_ended() -> None:
    """In any of several ways."""
    state = Refunding(PLAN, STEPS).with_result(0, StepResult.DONE).with_result(2, StepResult.UNKNOWN)
    done = Finished(PLAN, state.steps)
    assert [step.order.id for step in done.those(StepResult.DONE, StepResult.UNKNOWN)] == [1, 3]
    assert done.those(StepResult.FAILED) == ()
