from __future__ import annotations

from datetime import timedelta

import pytest

from qfpay_gui.qfpay.environments import LIVE_TESTING, PRODUCTION, SANDBOX
from qfpay_gui.qfpay.orders.order import Ending, Order, OrderState
from qfpay_gui.qfpay.orders.refund_plan import Where, human_sums, refund_plan
from tests.qfpay.orders.order_cases import NOON, after, order, paid_row, payment, query, refund

HERE = Where(LIVE_TESTING, order().app_code)
PAID = after([*payment(), *query(paid_row())], order(id=1))


def obstacle(one: Order, where: Where = HERE, awaited: frozenset[int] = frozenset()) -> str:
    """Why this order cannot be refunded with the others; "" where it can."""
    (row,) = refund_plan([one], NOON, where, awaited).rows
    return str(row.obstacle or "")


def test_a_paid_order_can_be_refunded() -> None:
    """For all that is left of it, after a part was given back too."""
    partly = after(refund("R1", 100), PAID)
    assert refund_plan([PAID, partly], NOON, HERE).possible == (PAID, partly)


def test_only_orders_that_may_hold_money_are_listed() -> None:
    """Not what has ended, nor what was made before."""
    ended = [order(state=state) for state in OrderState if state.value in {"refunded", "closed", "failed", "expired"}]
    assert refund_plan([*ended, PAID], NOON, HERE).possible == (PAID,)
    assert refund_plan([PAID], NOON + timedelta(seconds=1), HERE).rows == ()


@pytest.mark.parametrize(
    ("one", "words"),
    [
        (order(), "Outcome unknown"),
        (after(payment()), "Not paid"),
        (after(refund("R1", 100, Ending.UNKNOWN), PAID), "has not been answered"),
        (after(query(paid_row(cancel="5")), PAID), "by hand"),
        (after(query(paid_row(syssn=""))), "syssn is not known"),
        (after(query(paid_row(txamt="")), order(txamt="x")), "by hand"),
    ],
    ids=["unknown", "open", "pending", "partly", "syssn", "amount"],
)
def test_what_is_not_clear_is_not_refunded(one: Order, words: str) -> None:
    """The reason says what to do about it; where a query helps, the order can be queried first."""
    assert words in obstacle(one)
    helps = "query" in obstacle(one)
    assert refund_plan([one], NOON, HERE).queryable == ((one,) if helps else ())


def test_what_belongs_elsewhere_is_not_refunded_here() -> None:
    """Another environment, address or merchant; production never."""
    assert "another environment" in obstacle(PAID, Where(SANDBOX, HERE.app_code))
    assert "another app_code" in obstacle(PAID, Where(LIVE_TESTING, "F" * 32))
    assert "one order at a time" in obstacle(PAID, Where(PRODUCTION, HERE.app_code))
    assert "one order at a time" in obstacle(order(environment_kind="production"))
    assert refund_plan([PAID], NOON, Where(PRODUCTION, HERE.app_code)).blocked is not None
    assert refund_plan([PAID], NOON, HERE).blocked is None


def test_a_refund_that_is_still_being_written_counts() -> None:
    """The table may not have caught up with what was sent."""
    assert "has not been answered" in obstacle(PAID, awaited=frozenset({1}))


def test_sums_are_made_for_each_currency() -> None:
    """Minor units differ; what is no known currency is written as it is."""
    yen, odd = order(txcurrcd="JPY"), order(txcurrcd="XXX")
    assert human_sums([(PAID, 300), (yen, 300), (PAID, 600), (odd, 5)]) == "HK$9.00 + JP¥300 + 5 XXX"
    assert human_sums([]) == ""
