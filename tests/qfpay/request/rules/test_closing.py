from __future__ import annotations

from dataclasses import replace

import pytest

from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.orders.order import OrderState
from tests.qfpay.request.rules.cases import CARD, PAID, Case, check_noticed, check_quiet

OPEN = replace(PAID, state=OrderState.OPEN)


def _undo(code: str, field: str, value: str | None = None, says: str = "", **more: object) -> Case:
    return Case(code, field, value, says, **{"endpoint": "close", **more})  # type: ignore[arg-type]  # Case's own fields


CASES = (
    _undo("undoing-undocumented", "", None, "no list", severity=Severity.ATTENTION),
    _undo("undoing-undocumented", "", None, "no list", severity=Severity.ATTENTION, orders=()),
    _undo("undoing-undocumented", "", None, "be reversed", severity=Severity.ATTENTION, endpoint="reversal"),
    _undo("order-missing", "syssn", "", "Give syssn or out_trade_no"),
    _undo("order-missing", "syssn", None, "Give syssn or out_trade_no", flags=(("leave_out", True),)),
    _undo("order-missing", "syssn", "", "Give syssn or out_trade_no", endpoint="reversal"),
    _undo("order-twice", "out_trade_no", PAID.out_trade_no, "syssn is enough", severity=Severity.NOTE),
    _undo("undoing-paid", "syssn", None, "refund it instead", severity=Severity.ATTENTION),
    _undo(
        "undoing-paid",
        "out_trade_no",
        PAID.out_trade_no,
        "refund it instead",
        severity=Severity.ATTENTION,
        also=(("syssn", ""),),
    ),
    *(
        _undo("undoing-over", "syssn", None, says, severity=Severity.NOTE, orders=(replace(PAID, state=state),))
        for state, says in (
            (OrderState.CANCELLED, "Cancelled"),
            (OrderState.CLOSED, "Closed"),
            (OrderState.EXPIRED, "Expired"),
            (OrderState.REFUNDED, "Refunded"),
            (OrderState.FAILED, "Refused"),
        )
    ),
    _undo("undoing-amount", "txamt", "200", "The order is of HK$3.00"),
    _undo("undoing-amount", "txamt", "301", "The order is of HK$3.00", endpoint="reversal"),
    _undo("missing", "txamt", "", "Mandatory"),
    _undo("missing", "txdtm", "", "Mandatory"),
    _undo("undoing-time", "txdtm", "2026-03-01 18:00:01", "18:00:00", severity=Severity.NOTE),
    _undo(
        "undoing-time",
        "txdtm",
        "2026-03-01 18:00:01",
        "18:00:00",
        severity=Severity.ATTENTION,
        endpoint="reversal",
    ),
)

QUIET = (
    _undo("undoing-undocumented", "", orders=(CARD,)),
    _undo("undoing-undocumented", "", endpoint="payment"),
    _undo("order-missing", "syssn"),
    _undo("order-missing", "syssn", "", also=(("out_trade_no", PAID.out_trade_no),)),
    _undo("order-twice", "out_trade_no"),
    _undo("undoing-paid", "syssn", orders=(OPEN,)),
    _undo("undoing-over", "syssn", orders=(OPEN,)),
    _undo("undoing-amount", "txamt"),
    _undo("undoing-time", "txdtm"),
    _undo("undoing-time", "txdtm", endpoint="reversal"),
    _undo("undoing-time", "txdtm", "2026-03-01 18:00:01", orders=(replace(PAID, txdtm=""),)),
    _undo("time-old", "txdtm", "2026-02-01 18:00:00", endpoint="reversal"),
    _undo("undoing-amount", "txamt", "200", orders=()),
    _undo("missing", "out_trade_no"),
)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_what_a_close_or_reversal_lacks_is_noticed(case: Case) -> None:
    """Which order, its amount, its state, and what no document promises."""
    check_noticed(case)


@pytest.mark.parametrize("case", QUIET, ids=str)
def test_what_holds_for_no_close_is_not_said(case: Case) -> None:
    """One number is enough, and an order of another payment type may be in a list."""
    check_quiet(case)
