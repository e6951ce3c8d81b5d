from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.orders.order import OrderState
from tests.qfpay.request.rules.cases import PAID, Case, check_noticed, check_quiet, found

PARTLY = replace(PAID, state=OrderState.PARTLY_REFUNDED, refunded=100)
PENDING = replace(PAID, pending=100)
YEN = replace(PAID, txcurrcd="JPY")
OTHER = replace(PAID, out_trade_no="QAOTHER", syssn="2")


def _refund(code: str, field: str, value: str | None = None, says: str = "", **more: object) -> Case:
    return Case(code, field, value, says, endpoint="refund", **more)  # type: ignore[arg-type]  # Case's own fields


CASES = (
    _refund("refund-exceeds", "txamt", "301", "Only HK$3.00 is left"),
    _refund("refund-exceeds", "txamt", "301", "Only JP¥300 is left", orders=(YEN,)),
    _refund("refund-exceeds", "txamt", "201", "Only HK$2.00 is left", orders=(PARTLY,)),
    _refund("refund-exceeds", "txamt", "9" * 5000, "Only HK$3.00 is left"),
    _refund(
        "refund-exceeds-pending", "txamt", "201", "HK$2.00 may not", severity=Severity.ATTENTION, orders=(PENDING,)
    ),
    _refund("refund-partial", "txamt", "1", "HK$0.01 of the HK$3.00", severity=Severity.NOTE),
    _refund("refund-partial", "txamt", "200", "the rest of HK$3.00", severity=Severity.NOTE, orders=(PARTLY,)),
    _refund("refund-number-of-payment", "out_trade_no", PAID.out_trade_no, "has its own"),
    _refund("refund-number-of-payment", "out_trade_no", PAID.syssn, "has its own"),
    _refund(
        "refund-number-used",
        "out_trade_no",
        OTHER.out_trade_no,
        "Another payment's",
        severity=Severity.ATTENTION,
        orders=(PAID, OTHER),
    ),
    _refund(
        "refund-nothing-left",
        "syssn",
        None,
        "Refunded in full",
        orders=(replace(PAID, state=OrderState.REFUNDED, refunded=300),),
    ),
    *(
        _refund("refund-unpaid", "syssn", None, says, severity=Severity.ATTENTION, orders=(replace(PAID, state=state),))
        for state, says in (
            (OrderState.UNKNOWN, "Not known"),
            (OrderState.OPEN, "Not paid"),
            (OrderState.CANCELLED, "Cancelled"),
            (OrderState.CLOSED, "Closed"),
            (OrderState.EXPIRED, "Expired"),
            (OrderState.FAILED, "Refused"),
        )
    ),
    _refund("amount-zero", "txamt", "0", "zero"),
    _refund("amount-major-units", "txamt", "3.50", "is 350 meant"),
    _refund("missing", "syssn", "", "Mandatory"),
    _refund("time-utc", "txdtm", "2026-03-01 10:00:00", "Eight hours", severity=Severity.ATTENTION),
)

QUIET = (
    _refund("refund-exceeds", "txamt", "300"),
    _refund("refund-exceeds", "txamt", "301", orders=()),
    _refund("refund-exceeds", "txamt", "301", orders=(replace(PAID, txamt="3.00"),)),
    _refund("refund-exceeds", "txamt", "301", orders=(replace(PAID, state=OrderState.OPEN),)),
    _refund("refund-partial", "txamt", "300"),
    _refund("refund-number-of-payment", "out_trade_no"),
    _refund("refund-unpaid", "syssn", orders=(PARTLY,)),
    _refund("amount-small", "txamt", "1"),
    _refund("missing", "txcurrcd"),
)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_refund_that_would_be_refused_is_noticed_where_it_is_typed(case: Case) -> None:
    """Against what is left of the order, its state, and the numbers already used."""
    check_noticed(case)


@pytest.mark.parametrize("case", QUIET, ids=str)
def test_a_refund_as_documented_is_not_remarked_on(case: Case) -> None:
    """All of it, of an order that is paid; where nothing is known of the order, nothing is held against it."""
    check_quiet(case)


@given(st.integers(1, 99_999_999_999), st.integers(0, 99_999_999_999), st.integers(1, 99_999_999_999))
def test_more_than_was_paid_is_never_passed_over(paid: int, refunded: int, amount: int) -> None:
    """Whatever was given back before, the rest is the limit, and the sentence names it in minor units."""
    order = replace(PAID, txamt=str(paid), refunded=min(refunded, paid), state=OrderState.PARTLY_REFUNDED)
    case = _refund("refund-exceeds", "txamt", str(amount), orders=(order,))
    finding = found(case)
    assert (finding is not None) == (amount > order.left)
    assert finding is None or f"Write {order.left} at most" in str(finding.detail)
