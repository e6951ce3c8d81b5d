"""The records of an answer, whichever call it answers."""

from __future__ import annotations

from typing import Any

import pytest

from qfpay_gui.qfpay.reply.records.records import MOST, Paging, paging, records_of
from qfpay_gui.qfpay.reply.records.state import RecordKind, RecordState
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


def test_a_query_s_rows_are_its_records_in_their_order() -> None:
    """Payments and refunds, each with its own numbers; a refund knows its payment."""
    records = found(REFUND, PAYMENT)
    assert [record.kind for record in records.found] == [RecordKind.REFUND, RecordKind.PAYMENT]
    refund, payment = records.found
    assert (refund.out_trade_no, refund.syssn, refund.original) == ("R1", REFUND_SYSSN, SYSSN)
    assert (payment.out_trade_no, payment.syssn, payment.original) == ("QA1", SYSSN, "")
    assert records.payment(SYSSN) is payment
    assert records.refunds_of(SYSSN) == (refund,)


def test_no_number_matches_nothing() -> None:
    """Records without syssn are not each other's refunds."""
    records = found({**PAYMENT, "syssn": ""}, {**REFUND, "origssn": None})
    assert records.refunds_of("") == ()
    assert records.payment("") is None


def test_a_refund_s_answer_is_one_record() -> None:
    """It spells its original orig_syssn, and its amount is in the currency it names."""
    reply = reply_of(respcd="0000", syssn=REFUND_SYSSN, orig_syssn=SYSSN, out_trade_no="R1", txamt=100, txcurrcd="HKD")
    (record,) = records_of(request_to("refund", syssn=SYSSN, out_trade_no="R1"), reply).found
    assert (record.kind, record.status.state) == (RecordKind.REFUND, RecordState.DONE)
    assert (record.syssn, record.original, record.amount) == (REFUND_SYSSN, SYSSN, "HK$1.00")


def test_a_refusal_is_a_record_with_the_numbers_that_were_sent() -> None:
    """1272 brings back nothing but words, and still it is known what was to be refunded."""
    reply = reply_of(respcd="1272", resperr="too much")
    (record,) = records_of(request_to("refund", syssn=SYSSN, out_trade_no="R1", txamt="900"), reply).found
    assert (record.status.state, record.out_trade_no, record.original) == (RecordState.FAILED, "R1", SYSSN)
    assert (record.syssn, record.amount) == ("", "")


def test_a_payment_and_an_unreadable_reply_have_no_records() -> None:
    """The first is about pay_params, the second about nothing that is known."""
    assert records_of(request_to("payment"), reply_of(**PAYMENT)).found == ()
    assert records_of(request_to("query"), reply_of(code=1)).found == ()
    assert records_of(request_to("refund"), reply_of(code=1)).found == ()


def test_rows_of_odd_shapes_do_no_harm() -> None:
    """Numbers where text belongs, null, missing members and members that are lists."""
    record = one({"syssn": 7, "respcd": "0000", "cancel": None, "txamt": [1], "order_type": None})
    assert (record.syssn, record.status.state, record.amount) == ("7", RecordState.PAID, "[1]")
    assert (one({}).status.state, one({}).time) == (RecordState.UNKNOWN, "")


def test_more_rows_than_any_page_holds_are_counted() -> None:
    """A reply of many thousand rows costs no more than five hundred."""
    records = found(*[{"respcd": "0000"}] * (MOST + 7))
    assert (len(records.found), records.left_out) == (MOST, 7) == (500, 7)


def test_the_time_is_qfpay_s_own_where_it_came() -> None:
    """A query finds by sysdtm, so that is what a list is read by."""
    assert one(PAYMENT).time == "2026-11-23 11:40:02"
    assert one({**PAYMENT, "sysdtm": "", "paydtm": None}).time == "2026-11-23 11:40:01"


ROW = {"respcd": "0000"}


@pytest.mark.parametrize(
    ("sent", "outer", "expected"),
    [
        ({}, {}, Paging(1, 10, 2)),
        ({}, {"page": "3", "page_size": "50"}, Paging(3, 50, 2)),
        ({}, {"page": 3, "page_size": 50}, Paging(3, 50, 2)),
        ({"page": "2", "page_size": "2"}, {}, Paging(2, 2, 2)),
        ({"page": "2"}, {"page": None, "page_size": "x"}, Paging(2, 10, 2)),
        ({"page_size": "500"}, {}, Paging(1, 100, 2)),
        ({"page": "0", "page_size": "-5"}, {}, Paging(1, 10, 2)),
        ({"page": "٣"}, {"page": "9" * 30}, Paging(1, 10, 2)),
    ],
)
def test_the_page_is_what_came_back_else_what_was_sent(
    sent: dict[str, Any], outer: dict[str, Any], expected: Paging
) -> None:
    """As text or as a number; nonsense is taken for the usual, and no page holds more than a hundred."""
    assert paging(request_to("query", **sent), reply_of(respcd="0000", data=[ROW, ROW], **outer)) == expected


def test_only_a_query_that_worked_has_pages() -> None:
    """A refund's answer has none, nor has a refusal."""
    assert paging(request_to("refund"), reply_of(respcd="0000")) is None
    assert paging(request_to("query"), reply_of(respcd="1108")) is None


def test_a_page_that_is_not_full_is_the_last() -> None:
    """QFPay tells no number of pages, so a full page may have a next one."""
    assert not Paging(1, 10, 9).may_have_next
    assert Paging(1, 10, 10).may_have_next
    assert not Paging(1, 10, 10).has_previous
    assert Paging(2, 10, 0).has_previous
