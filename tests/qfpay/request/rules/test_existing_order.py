from __future__ import annotations

import pytest

from qfpay_gui.qfpay.environments import LIVE_TESTING, SIMULATOR, Environment
from qfpay_gui.qfpay.findings import Severity
from tests.qfpay.request.rules.cases import PAID, Case, check_noticed, check_quiet, found

CASES = (
    Case("order-unknown", "syssn", "2026", "No order of this", Severity.NOTE, endpoint="refund"),
    Case("order-unknown", "syssn", None, "No order of this", Severity.NOTE, endpoint="refund", orders=()),
    Case("syssn-is-number", "syssn", PAID.out_trade_no, "out_trade_no", Severity.ATTENTION, endpoint="refund"),
    Case("syssn-is-number", "syssn", PAID.out_trade_no, "out_trade_no", Severity.ATTENTION, endpoint="query"),
    Case("number-is-syssn", "out_trade_no", PAID.syssn, "syssn", Severity.ATTENTION, endpoint="query"),
)

QUIET = (
    Case("order-unknown", "syssn", endpoint="refund"),
    Case("order-unknown", "syssn", "2026", endpoint="query"),
    Case("order-unknown", "syssn", "", endpoint="refund"),
    Case("syssn-is-number", "syssn", endpoint="refund"),
    Case("number-is-syssn", "out_trade_no", endpoint="query"),
    Case("number-is-syssn", "out_trade_no", PAID.syssn, endpoint="refund"),
    Case("number-is-syssn", "out_trade_no", PAID.syssn),
)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_number_that_names_no_known_order_is_noticed(case: Case) -> None:
    """Confused numbers are told apart, and an unknown order is said to be one."""
    check_noticed(case)


@pytest.mark.parametrize("case", QUIET, ids=str)
def test_a_number_in_its_place_is_not_remarked_on(case: Case) -> None:
    """Known orders pass, and so does a query about anything."""
    check_quiet(case)


@pytest.mark.parametrize(
    ("environment", "headline", "says"),
    [
        (SIMULATOR, "No order of this run", "forgets its orders"),
        (LIVE_TESTING, "No order of this installation", "was not made here"),
    ],
    ids=lambda one: one.id if isinstance(one, Environment) else "",
)
def test_an_order_of_an_earlier_simulator_is_not_said_to_be_made_elsewhere(
    environment: Environment, headline: str, says: str
) -> None:
    """It was made here, and cannot be refunded all the same."""
    finding = found(
        Case("order-unknown", "syssn", "2026", environment=environment, bound_to=environment.id, endpoint="refund")
    )
    assert finding is not None
    assert str(finding.headline) == headline
    assert says in str(finding.detail)


def test_the_right_number_is_offered() -> None:
    """Whoever confused the two reads the other one."""
    syssn, number = found(CASES[2]), found(CASES[4])
    assert syssn is not None
    assert PAID.syssn in str(syssn.detail)
    assert number is not None
    assert PAID.out_trade_no in str(number.detail)


def test_the_known_order_comes_with_the_request() -> None:
    """By either number where it names an order, and never by the new number of a refund."""
    assert Case("", "", endpoint="refund").prepared().order is PAID
    assert Case("", "", endpoint="query").prepared().order is PAID
    by_new_number = Case("", "syssn", "", also=(("out_trade_no", PAID.out_trade_no),), endpoint="refund")
    assert by_new_number.prepared().order is None
    assert Case("", "out_trade_no", PAID.out_trade_no).prepared().order is None
