"""What the same return code says to each call, and what a query's records come to."""

from __future__ import annotations

from typing import Any

import pytest

from qfpay_gui.qfpay.environments import LIVE_TESTING
from qfpay_gui.qfpay.findings import Severity
from tests.qfpay.reply.records.record_samples import PAYMENT, REFUND, SYSSN, judged, request_to

REFUND_SENT = request_to("refund", syssn=SYSSN, out_trade_no="R1", txamt="100")
CLOSE_SENT = request_to("close", syssn=SYSSN, txamt="300")
QUERY_SENT = request_to("query", out_trade_no="QA1")


@pytest.mark.parametrize("code", ["1143", "1145", "2999", "1298", "1161"])
def test_a_refund_in_progress_is_queried_by_its_own_number_and_never_resent(code: str) -> None:
    """The payer's password and the payment have nothing to do with it."""
    said = judged(REFUND_SENT, respcd=code)
    assert (said.severity, str(said.headline)) == (Severity.NOTE, "The refund is under way.")
    assert str(said.turn) == "Wait, and query."
    step = "Query out_trade_no R1 until it is done or has failed. Never send the refund again meanwhile."
    assert str(said.next_step) == step


@pytest.mark.parametrize(
    ("members", "turn", "headline", "step"),
    [
        (
            {"respcd": "1272"},
            "The merchant’s turn.",
            "larger than what is left of the payment",
            "lower txamt to what is",
        ),
        ({"respcd": "1261"}, "The payer’s turn.", "there is nothing to refund", "unpaid, it ends by itself"),
        ({"respcd": "1262"}, "Nobody’s turn", "refunded already", "Do not send the refund again"),
        ({"respcd": "1268"}, "The merchant’s turn.", "no such payment to refund", "syssn is QFPay’s number of the"),
        ({"respcd": "2011"}, "The merchant’s turn.", "a refund needs one of its own", "Query out_trade_no R1"),
        (
            {"respcd": "1251", "respmsg": "out_trade_no is used"},
            "The merchant’s turn.",
            "a refund needs one of its own",
            "neither a payment nor a refund ever had",
        ),
        ({"respcd": "1269"}, "Wait, and query.", "Unsettled sales do not cover this refund.", "Query the refund"),
        ({"respcd": "1270"}, "The merchant’s turn.", "cannot be refunded in part", "Refund the full txamt"),
        ({"respcd": "1265"}, "Wait, and query.", "cannot be refunded now", "until 00:30"),
        ({"respcd": "1205"}, "The merchant’s turn.", "failed at the channel", "may have been made all the same"),
        ({"respcd": "1296"}, "Wait, and query.", "slow", "Query out_trade_no R1: the refund may have been made"),
        (
            {"respcd": "1155", "resperr": "You still have prosessing requests, please do not repeat"},
            "Wait, and query.",
            "An earlier refund of this payment is still under way.",
            "only once that has ended",
        ),
        ({"respcd": "1108"}, "The merchant’s turn.", "The signature is wrong", "Compare signing string"),
    ],
)
def test_a_refused_refund_says_whose_turn_it_is_and_what_next(
    members: dict[str, Any], turn: str, headline: str, step: str
) -> None:
    """In the words of a refund, with the number to query where there is doubt."""
    said = judged(REFUND_SENT, **members)
    assert str(said.turn).startswith(turn)
    assert headline in str(said.headline)
    assert step in str(said.next_step)


@pytest.mark.parametrize("endpoint", ["close", "reversal"])
@pytest.mark.parametrize(
    ("members", "turn", "headline", "step"),
    [
        ({"respcd": "1145"}, "Wait, and query.", "The order is being closed.", "a paid order is undone by a refund"),
        ({"respcd": "1297"}, "Wait, and query.", "or this pay_type cannot be closed", "list 800213 for neither"),
        ({"respcd": "0000"}, "The merchant’s turn.", "Success without syssn", "list 800213 for neither close nor"),
        ({"respcd": "1260"}, "The merchant’s turn.", "it can no longer be closed", "refund it to undo the payment"),
        ({"respcd": "1264"}, "Nobody’s turn", "ended already", f"Query syssn {SYSSN} once"),
        ({"respcd": "1262"}, "Nobody’s turn", "paid and refunded", "Nothing is left to do."),
        ({"respcd": "1136"}, "The merchant’s turn.", "no such order to close", f"Check syssn {SYSSN}"),
        ({"respcd": "1252"}, "QFPay’s turn.", "failed while handling", "it may be closed, open or paid"),
    ],
)
def test_a_closing_says_whose_turn_it_is_and_what_next(
    endpoint: str, members: dict[str, Any], turn: str, headline: str, step: str
) -> None:
    """Above all that the documents list 800213 for no closing at all, where an answer may mean that."""
    said = judged(request_to(endpoint, syssn=SYSSN, txamt="300"), **members)
    assert str(said.turn).startswith(turn)
    assert headline in str(said.headline)
    assert step in str(said.next_step)


def test_a_failed_reversal_keeps_its_own_advice() -> None:
    """1101 tells of the original order, which may still be open."""
    assert "Query the original order" in str(judged(CLOSE_SENT, respcd="1101").next_step)


@pytest.mark.parametrize(
    ("respcd", "headline", "step"),
    [
        ("1136", "QFPay finds no such order.", "Check out_trade_no QA1"),
        ("1268", "QFPay finds no such order.", "start_time and end_time"),
        ("1296", "The channel is slow or out of order.", "changed nothing: it may be sent again"),
        ("1108", "The signature is wrong, or mchid is.", "Compare signing string"),
    ],
)
def test_a_refused_query_may_be_asked_again_and_proves_nothing(respcd: str, headline: str, step: str) -> None:
    """It changes nothing, so nobody is warned of sending it twice."""
    said = judged(QUERY_SENT, respcd=respcd)
    assert str(said.headline) == headline
    assert step in str(said.next_step)


def test_a_refusal_without_any_number_leads_to_a_query_by_time() -> None:
    """Where nothing names the refund, it is looked for in the list."""
    said = judged(request_to("refund", txamt="100"), respcd="1145")
    assert "look for it by time with a query" in str(said.next_step)


def test_money_left_on_live_testing_calls_for_a_refund() -> None:
    """Paid, paid in part, or several: each says that the merchant must give it back."""
    query = request_to("query", LIVE_TESTING)
    part = judged(query, respcd="0000", data=[{**PAYMENT, "cancel": "5"}])
    assert "refund the rest now" in str(part.next_step)
    several = judged(query, respcd="0000", data=[PAYMENT, REFUND, {**PAYMENT, "cancel": "3"}])
    assert str(several.next_step).startswith("Payments here that still hold money: 1.")
    for said in (part, several):
        assert (said.severity, str(said.turn)) == (Severity.ATTENTION, "The merchant’s turn.")


@pytest.mark.parametrize(
    ("rows", "severity", "step"),
    [
        ([PAYMENT, REFUND], Severity.OK, "respcd of each record tells its state"),
        ([PAYMENT, {**PAYMENT, "respcd": "1143"}], Severity.NOTE, "Still open: 1 of them."),
        ([PAYMENT, {**PAYMENT, "cancel": "9"}], Severity.ATTENTION, "unknown or contradictory"),
    ],
)
def test_several_records_say_what_matters_most(rows: list[dict[str, Any]], severity: Severity, step: str) -> None:
    """A contradiction outweighs what is open, and that what is done."""
    said = judged(QUERY_SENT, respcd="0000", data=rows)
    assert (said.severity, str(said.headline)) == (severity, "The query found 2 records.")
    assert step in str(said.next_step)


def test_an_empty_further_page_is_no_lost_order() -> None:
    """The pages before it hold what was found; nobody needs to look elsewhere."""
    said = judged(QUERY_SENT, respcd="0000", page=3, data=[])
    assert (said.severity, str(said.headline)) == (Severity.NOTE, "Page 3 is empty: there are no further records.")
