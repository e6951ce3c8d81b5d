"""What was given back of a payment, as far as one answer tells."""

from __future__ import annotations

from typing import Any

import pytest

from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.reply.records.sums import Sums, money_line, sums
from tests.qfpay.reply.records.record_samples import PAYMENT, REFUND, found

PART = {**PAYMENT, "cancel": "5"}
ALL = {**PAYMENT, "cancel": "3"}
PENDING = {**REFUND, "respcd": "1145", "out_trade_no": "R2", "syssn": "8"}
FAILED = {**REFUND, "respcd": "1269", "out_trade_no": "R3", "syssn": "9"}


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ((PAYMENT,), Sums(0, 0, 0, 300)),
        ((PART, REFUND), Sums(1, 100, 0, 200)),
        ((PART, REFUND, PENDING), Sums(2, 100, 100, 100)),
        ((PART, REFUND, FAILED), Sums(1, 100, 0, 200)),
        ((PART,), Sums(0, 0, 0, None)),
        ((ALL,), Sums(0, 0, 0, 0)),
        ((ALL, REFUND), Sums(1, 100, 0, 0)),
        ((PAYMENT, {**REFUND, "origssn": "other"}), Sums(0, 0, 0, 300)),
        (({**PAYMENT, "txamt": "?"}, REFUND), Sums(1, 100, 0, None)),
        ((PART, {**REFUND, "txamt": "?"}, PENDING), Sums(2, 0, 100, None)),
        ((PAYMENT, REFUND, {**PENDING, "txamt": "?"}), Sums(2, 100, 0, 200)),
        ((PAYMENT, {**REFUND, "txamt": "299"}), Sums(1, 299, 0, 1)),
        ((PAYMENT, {**REFUND, "txamt": "400"}), Sums(1, 400, 0, 0)),
        (({**PAYMENT, "respcd": "1143"},), Sums(0, 0, 0, None)),
    ],
)
def test_refunds_of_the_same_original_are_summed(rows: tuple[dict[str, Any], ...], told: Sums) -> None:
    """Done and pending apart, failed ones left out; what is left is told only where it can be."""
    records = found(*rows)
    assert sums(records.found[0], records) == told


@pytest.mark.parametrize(
    ("rows", "severity", "sentence"),
    [
        ((PAYMENT,), Severity.OK, "Nothing was given back: HK$3.00 can be refunded."),
        ((PART, REFUND), Severity.NOTE, "HK$1.00 given back (refunds in this answer: 1); at most HK$2.00 is left."),
        ((PART, PENDING), Severity.NOTE, "HK$0.00 given back, HK$1.00 under way; at most HK$0.00 is left."),
        ((PART,), Severity.NOTE, "A part was given back. How much, the refunds’ own records tell"),
        ((ALL,), Severity.NOTE, "All of it was given back; nothing is left to refund."),
        ((PART, {**REFUND, "txamt": "300"}), Severity.NOTE, "All of it was given back; nothing is left to refund."),
        (
            (PAYMENT, {**REFUND, "txamt": "400"}),
            Severity.WRONG,
            "HK$4.00 given back, though only HK$3.00 was paid: show QFPay support",
        ),
        ((REFUND,), Severity.OK, "Belongs to the payment with syssn 20261123000200020000000001."),
        ((REFUND, PAYMENT), Severity.OK, "Belongs to the payment of HK$3.00, out_trade_no QA1, in this answer."),
        (({**REFUND, "origssn": None},), Severity.NOTE, "The record does not name the payment it belongs to."),
    ],
)
def test_the_money_is_told_in_a_sentence(rows: tuple[dict[str, Any], ...], severity: Severity, sentence: str) -> None:
    """A payment says what is left, a refund what it belongs to."""
    records = found(*rows)
    line = money_line(records.found[0], records)
    assert line is not None
    assert line.severity is severity
    assert str(line.sentence).startswith(sentence)


@pytest.mark.parametrize("row", [{**PAYMENT, "respcd": "1143"}, {**PAYMENT, "respcd": "1264"}, {"order_type": "close"}])
def test_where_no_money_is_there_is_nothing_to_say(row: dict[str, Any]) -> None:
    """An unpaid order and a closing have given nothing and hold nothing."""
    records = found(row)
    assert money_line(records.found[0], records) is None
