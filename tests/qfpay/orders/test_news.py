from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qfpay_gui.qfpay.orders.events import CloseSent, NotFound, PaymentRefused, Reached, RefundListed
from qfpay_gui.qfpay.orders.news import news_of, news_of_notification
from qfpay_gui.qfpay.orders.order import Ending, OrderState
from tests.qfpay.orders.order_cases import (
    NOON,
    NUMBER,
    PAYMENT,
    SYSSN,
    after,
    exchanged,
    order,
    paid_row,
    payment,
    query,
    refund,
    refund_row,
)


def closing(ending: Ending, endpoint: str = "close", **more: Any) -> OrderState:
    """The state of an open order after this close."""
    news = news_of(exchanged(endpoint, {"syssn": SYSSN, "txamt": "300"}, ending, attempt=5, **more))
    return after([*payment(), *news]).state


@pytest.mark.parametrize("respcd", ["1102", "1110", "2011", "1262"])
def test_a_used_number_is_no_refusal(respcd: str) -> None:
    """There is an order of this number somewhere; what became of it, only a query can tell."""
    assert after(payment(Ending.FAILED, respcd=respcd)).state is OrderState.UNKNOWN


def test_1251_is_a_used_number_where_it_says_so() -> None:
    """QFPay answers a store that is set up wrongly with the same code."""
    used = payment(Ending.FAILED, respcd="1251", fields={"resperr": "Do not use duplicate out_trade_no"})
    assert after(used).state is OrderState.UNKNOWN
    assert after(payment(Ending.FAILED, respcd="1251")).state is OrderState.FAILED


@pytest.mark.parametrize(
    ("respcd", "state"),
    [
        ("1260", OrderState.PAID),
        ("1181", OrderState.EXPIRED),
        ("1264", OrderState.CLOSED),
        ("1263", OrderState.CANCELLED),
    ],
)
def test_a_refusal_may_tell_the_state(respcd: str, state: OrderState) -> None:
    """A code about the order itself is news whatever was asked; a refund told that it is not paid learns as much."""
    assert after(payment(Ending.FAILED, respcd=respcd)).state is state
    assert closing(Ending.FAILED, respcd=respcd) is state
    refused = refund("R1", 100, Ending.FAILED, respcd="1261")
    assert after([*payment(Ending.UNKNOWN), *refused]).state is OrderState.OPEN


def test_a_close_that_was_done_closes() -> None:
    """A success without a number of its own means that nothing was closed."""
    done = {"syssn": "S9", "orig_syssn": SYSSN}
    assert closing(Ending.SUCCESS, fields=done) is OrderState.CLOSED
    assert closing(Ending.SUCCESS, "reversal", fields=done) is OrderState.CANCELLED
    assert closing(Ending.SUCCESS, fields={"orig_syssn": SYSSN}) is OrderState.CLOSED
    assert closing(Ending.SUCCESS, fields={"syssn": "S9"}) is OrderState.CLOSED
    assert closing(Ending.SUCCESS) is OrderState.OPEN
    assert closing(Ending.FAILED) is OrderState.OPEN
    assert closing(Ending.NOT_SENT) is OrderState.OPEN


def test_a_close_without_an_answer_leaves_the_order_unknown() -> None:
    """Until a query lists the order; a paid order is still known to be paid."""
    assert closing(Ending.SENDING) is OrderState.UNKNOWN
    assert closing(Ending.UNKNOWN) is OrderState.UNKNOWN
    sent = news_of(exchanged("close", {"out_trade_no": NUMBER}, Ending.UNKNOWN, attempt=5))
    assert after([*payment(), *sent, *query(paid_row(respcd="1143"))]).state is OrderState.OPEN
    assert after([*payment(), *query(paid_row()), *sent]).state is OrderState.PAID
    assert isinstance(sent[0].event, CloseSent)


def test_a_record_tells_the_payments_own_time() -> None:
    """Which a reversal has to carry; what was sent with the payment is never written over."""
    told = query({**paid_row(), "txdtm": "2026-11-23 11:59:58"})
    assert after(told).txdtm == "2026-11-23 11:59:58"
    assert after(told, order(txdtm="2026-11-23 11:00:00")).txdtm == "2026-11-23 11:00:00"


@pytest.mark.parametrize("cancel", ["0", "3"])
@pytest.mark.parametrize(("txstatus", "state"), [("FAILED", OrderState.OPEN), ("SUCCESS", None)])
def test_a_denied_success_is_no_payment(cancel: str, txstatus: str, state: OrderState | None) -> None:
    """Where txstatus says otherwise than respcd, the order stays where it was."""
    told = query({**paid_row(), "txstatus": txstatus, "cancel": cancel})
    paid = OrderState.PAID if cancel == "0" else OrderState.REFUNDED
    assert after([*payment(), *told]).state is (state or paid)


def test_a_query_tells_of_every_record() -> None:
    """Payments by their numbers, refunds by those of their payment; records of a reversal end the payment."""
    news = query(paid_row(), refund_row("R1", 100), {"order_type": "close", "origssn": SYSSN, "respcd": "0000"})
    assert [one.numbers.syssn for one in news] == [SYSSN] * 3
    assert [type(one.event) for one in news] == [Reached, RefundListed, Reached]
    assert news[1].numbers.refund_no == "R1"
    legacy = query({"syssn": "S2", "out_trade_no": "R2", "orig_syssn": SYSSN, "txamt": "5", "respcd": "0000"})
    assert isinstance(legacy[0].event, RefundListed)


@pytest.mark.parametrize(
    ("respcd", "cancel", "state"),
    [
        ("0000", "2", OrderState.CANCELLED),
        ("0000", "4", OrderState.PAID),
        ("0000", "9", OrderState.PAID),
        ("1143", "5", OrderState.PARTLY_REFUNDED),
        ("1143", "1", OrderState.PAID),
        ("9999", "", OrderState.PAID),
        ("1264", "2", OrderState.PAID),
    ],
)
def test_a_record_never_takes_a_payment_back_unless_it_succeeded(respcd: str, cancel: str, state: OrderState) -> None:
    """What contradicts itself, or is not documented, is no news; that money was given back is."""
    news = [*payment(), *query(paid_row()), *query(paid_row(respcd=respcd, cancel=cancel))]
    assert after(news).state is state


def test_a_record_of_a_kind_nobody_documents_ends_nothing() -> None:
    """Only a close or a reversal that succeeded closes the order it names."""
    for order_type, state in (("close", OrderState.CLOSED), ("reversal", OrderState.CLOSED), ("void", OrderState.OPEN)):
        row = {"order_type": order_type, "origssn": SYSSN, "syssn": "S5", "respcd": "0000"}
        assert after([*payment(), *query(row)]).state is state
    failed = {"order_type": "close", "origssn": SYSSN, "syssn": "S5", "respcd": "1297"}
    assert after([*payment(), *query(failed)]).state is OrderState.OPEN


def test_a_query_that_did_not_work_tells_nothing() -> None:
    """Except where QFPay says that there is no such order."""
    failed = exchanged("query", {"out_trade_no": NUMBER}, Ending.FAILED, fields={"data": "[]"})
    assert news_of(failed) == ()
    gone = exchanged("query", {"syssn": SYSSN}, Ending.FAILED, respcd="1268", fields={"data": "[]"})
    assert [(one.event, one.respcd) for one in news_of(gone)] == [(NotFound(by_syssn=True), "1268")]


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"out_trade_no": NUMBER, "syssn": SYSSN},
        {"out_trade_no": NUMBER, "page": "2"},
        {"out_trade_no": NUMBER, "respcd": "0000"},
        {"out_trade_no": NUMBER, "pay_type": "800213"},
    ],
)
def test_a_query_that_leaves_orders_out_misses_none(asked: dict[str, str]) -> None:
    """Another filter, or a further page, may be why an order is not listed."""
    assert query(sent=asked) == ()


def test_a_full_page_or_no_list_misses_none() -> None:
    """What is not listed may be on the next page; a reply without a list says nothing."""
    rows = [paid_row(out_trade_no=f"N{place}", syssn=f"S{place}") for place in range(10)]
    assert not any(isinstance(one.event, NotFound) for one in query(*rows))
    assert query(fields={"respcd": "0000"}) == ()
    missed = query(paid_row(), sent={"out_trade_no": f"{NUMBER},OTHER"})
    assert [one.numbers.out_trade_no for one in missed if isinstance(one.event, NotFound)] == ["OTHER", ""]


def test_a_payment_without_a_number_is_known_by_its_exchange() -> None:
    """Its answer is its own, whatever else is sent."""
    news = news_of(exchanged("payment", {"txamt": "300"}, Ending.FAILED, attempt=7))
    assert {(one.numbers.out_trade_no, one.numbers.attempt) for one in news} == {("", 7)}
    assert isinstance(news[1].event, PaymentRefused)


def test_a_notification_is_news() -> None:
    """Of a payment, or of a refund by its own numbers; anything but a success tells nothing."""
    (paid,) = news_of_notification({**paid_row(), "notify_type": "payment"}, NOON)
    assert after([*payment(), paid]).state is OrderState.PAID
    (given_back,) = news_of_notification({**refund_row("R1", 300), "notify_type": "refund", "origssn": ""}, NOON)
    assert (given_back.numbers.syssn, given_back.numbers.refund_no) == ("", "R1")
    assert after([*payment(), paid, given_back]).state is OrderState.REFUNDED
    (bare,) = news_of_notification({k: v for k, v in paid_row().items() if k != "respcd"}, NOON)
    assert after([*payment(), bare]).state is OrderState.PAID
    for odd in ({"respcd": "1143"}, {"status": "0"}, {"notify_type": "advice"}):
        assert news_of_notification({**paid_row(), **odd}, NOON) == ()


@given(
    st.sampled_from(["payment", "query", "refund", "close", "reversal", "other"]),
    st.sampled_from(list(Ending)),
    st.dictionaries(st.sampled_from([*PAYMENT, "syssn", "page", "page_size"]), st.text(max_size=8)),
    st.lists(st.dictionaries(st.sampled_from([*paid_row(), "origssn", "cancel", "order_type"]), st.text(max_size=6))),
    st.sampled_from(["0000", "1143", "1251", "1268", "9999", ""]),
)
def test_any_exchange_can_be_heard(
    endpoint: str, ending: Ending, sent: dict[str, str], rows: list[dict[str, str]], respcd: str
) -> None:
    """Whatever was sent and whatever came back, an order can hear of it and stays sound."""
    exchange = exchanged(endpoint, sent, ending, rows=tuple(rows), respcd=respcd, fields={"data": "[]"})
    known = after(news_of(exchange))
    assert known.left >= 0
    assert known.pending >= 0


@pytest.mark.parametrize(("count", "more"), [(10, {}), (10, {"page_size": "0"}), (3, {"page_size": "3"})])
def test_a_full_page_may_be_followed_by_another(count: int, more: dict[str, str]) -> None:
    """On which the number asked for stands; ten records are a page where no size is chosen."""
    rows = [paid_row(syssn=str(at), out_trade_no=str(at)) for at in range(count)]
    for listed, complete in ((rows, False), (rows[1:], True)):
        told = query(*listed, sent={"out_trade_no": NUMBER, **more})
        assert any(isinstance(one.event, NotFound) for one in told) is complete


def test_a_value_of_an_answer_is_kept_to_a_hundred_and_twenty_eight_characters() -> None:
    """Longer ones are no numbers, and would fill the table."""
    told = query({**paid_row(), "syssn": "9" * 129, "out_trade_no": "8" * 128})[0]
    assert (told.numbers.syssn, told.numbers.out_trade_no) == ("9" * 128, "8" * 128)
