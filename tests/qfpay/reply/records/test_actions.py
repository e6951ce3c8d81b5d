"""What a record lets a person do next."""

from __future__ import annotations

from typing import Any

import pytest

from qfpay_gui.qfpay.reply.records.actions import Action, close, query, query_original, refund
from qfpay_gui.qfpay.reply.records.records import records_of
from tests.qfpay.reply.records.record_samples import (
    PAYMENT,
    REFUND,
    REFUND_SYSSN,
    SYSSN,
    found,
    one,
    reply_of,
    request_to,
)


def refund_of(*rows: dict[str, Any]) -> Action | None:
    """The refund of the first of these."""
    records = found(*rows)
    return refund(records.found[0], records)


def values(act: Action | None) -> dict[str, str]:
    """The values of an act that must be there."""
    assert act is not None
    return dict(act.values)


def test_a_query_asks_by_syssn_for_no_month_limits_that() -> None:
    """The merchant's number is taken only where QFPay's is missing."""
    assert values(query(one(PAYMENT))) == {"syssn": SYSSN}
    assert values(query(one({**PAYMENT, "syssn": None}))) == {"out_trade_no": "QA1"}
    assert query(one({"respcd": "0000"})) is None


def test_the_query_of_a_closing_asks_for_the_order_it_closed() -> None:
    """Its own number names nothing a merchant knows."""
    reply = reply_of(respcd="0000", syssn="9", orig_syssn=SYSSN)
    assert values(query(records_of(request_to("close", syssn=SYSSN), reply).found[0])) == {"syssn": SYSSN}
    unnamed = records_of(request_to("close", out_trade_no="QA1"), reply_of(respcd="1297")).found[0]
    assert values(query(unnamed)) == {"out_trade_no": "QA1"}


def test_a_refund_leads_back_to_its_payment() -> None:
    """And a payment leads nowhere further."""
    assert values(query_original(one(REFUND))) == {"syssn": SYSSN}
    assert query_original(one(PAYMENT)) is None
    assert query_original(one({**REFUND, "origssn": None})) is None


@pytest.mark.parametrize(
    ("rows", "txamt", "fits"),
    [
        ((PAYMENT,), "300", True),
        (({**PAYMENT, "cancel": "5"}, REFUND), "200", True),
        (({**PAYMENT, "cancel": "5"},), "300", False),
        (({**PAYMENT, "cancel": "3"},), "300", False),
        (({**PAYMENT, "respcd": "1143"},), "300", False),
        (({**PAYMENT, "respcd": "1264", "cancel": "2"},), "300", False),
        ((PAYMENT, {**REFUND, "txamt": "300"}), "300", False),
        (({**PAYMENT, "respcd": "1143", "cancel": "3"},), "300", False),
    ],
)
def test_a_refund_begins_with_what_is_left_and_says_where_it_will_be_refused(
    rows: tuple[dict[str, Any], ...], txamt: str, *, fits: bool
) -> None:
    """Nothing is forbidden: a refusal can be wanted. The number of the refund is left to be made anew."""
    act = refund_of(*rows)
    assert act is not None
    assert (values(act), act.fits) == ({"syssn": SYSSN, "txamt": txamt}, fits)
    assert str(act.advice)


@pytest.mark.parametrize(
    ("rows", "advice"),
    [
        ((PAYMENT,), "Fill in a refund of what is left"),
        (({**PAYMENT, "cancel": "5"},), "Fill in a refund of the whole amount"),
    ],
)
def test_a_refund_says_whether_it_knows_what_is_left(rows: tuple[dict[str, Any], ...], advice: str) -> None:
    """Where the refunds of a payment are not in the answer, it does not."""
    act = refund_of(*rows)
    assert act is not None
    assert str(act.advice).startswith(advice)


def test_only_payments_with_a_number_can_be_refunded_or_closed() -> None:
    """A refund cannot be taken back, and without syssn there is nothing to name."""
    assert refund_of(REFUND) is None
    assert close(one(REFUND)) is None
    assert refund_of({**PAYMENT, "syssn": ""}) is None
    assert close(one({"respcd": "1143"})) is None


@pytest.mark.parametrize(
    ("row", "expected", "fits"),
    [
        ({**PAYMENT, "respcd": "1143"}, {"syssn": SYSSN, "txamt": "300"}, True),
        ({**PAYMENT, "respcd": "1143", "syssn": ""}, {"out_trade_no": "QA1", "txamt": "300"}, True),
        ({"respcd": "1143", "syssn": "7"}, {"syssn": "7"}, True),
        (PAYMENT, {"syssn": SYSSN, "txamt": "300"}, False),
        ({**PAYMENT, "respcd": "1264"}, {"syssn": SYSSN, "txamt": "300"}, False),
    ],
)
def test_a_close_names_one_number_and_the_order_s_own_amount(
    row: dict[str, Any], expected: dict[str, str], *, fits: bool
) -> None:
    """QFPay wants syssn or out_trade_no, not both."""
    act = close(one(row))
    assert act is not None
    assert (values(act), act.fits) == (expected, fits)


def test_a_refund_s_own_query_uses_its_own_number() -> None:
    """Not the payment's: that would tell of something else."""
    assert values(query(one(REFUND))) == {"syssn": REFUND_SYSSN}
