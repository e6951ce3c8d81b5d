"""What can be waited for after an answer, and what a person may want to query."""

from __future__ import annotations

from typing import Any

import pytest

from qfpay_gui.models.polling.target import Goal, PollTarget, can_poll, to_query
from qfpay_gui.models.sending.answer import Answer, read_answer
from qfpay_gui.qfpay.reply.exchange import Exchange, Layer, TransportFailure
from tests.models.polling.poll_desk import (
    CREATED,
    CREDENTIALS,
    OPEN,
    ORDER_NO,
    PAID,
    START,
    SYSSN,
    Outcome,
    answer,
    request,
)

LOST = TransportFailure(Layer.READ_TIMEOUT, may_have_arrived=True)
NOT_SENT = TransportFailure(Layer.CONNECT, may_have_arrived=False)
BY_NUMBER = PollTarget("out_trade_no", ORDER_NO, Goal.PAID)
BY_SYSSN = PollTarget("syssn", SYSSN, Goal.PAID)
REFUND = {"syssn": SYSSN, "txamt": "100", "out_trade_no": "R1"}


def read(outcome: Outcome, endpoint: str = "payment", **values: str) -> Answer:
    """The answer to a request of this endpoint."""
    return read_answer(Exchange(request(endpoint, **values), outcome), CREDENTIALS.client_key, START)


@pytest.mark.parametrize(
    ("outcome", "target"),
    [
        (answer(**CREATED), BY_SYSSN),
        (answer(respcd="0000"), BY_NUMBER),
        (answer(respcd="1143"), BY_NUMBER),
        (answer(respcd="1145", syssn=SYSSN), BY_SYSSN),
        (answer(respcd="1298"), BY_NUMBER),
        (answer(respcd="7777"), BY_NUMBER),
        (answer(respcd="1296"), BY_NUMBER),
        (answer(respcd="0000", status=500), BY_NUMBER),
        (answer(status=502), BY_NUMBER),
        (answer(code=1), BY_NUMBER),
        (LOST, BY_NUMBER),
        (NOT_SENT, None),
        (answer(respcd="1108"), None),
        (answer(respcd="1201"), None),
        (answer(respcd="1260"), None),
        (answer(status=404), None),
        (answer(status=429), None),
        (answer(respcd="0000", status=429), None),
        (answer(respcd="1143", status=500), None),
    ],
)
def test_a_payment_is_waited_for_while_it_may_still_be_paid(outcome: Outcome, target: PollTarget | None) -> None:
    """Created, in progress or of unknown outcome; what was refused or never left is not."""
    assert can_poll(read(outcome)) == target


@pytest.mark.parametrize(
    ("outcome", "is_open"),
    [
        (answer(respcd="0000", syssn="8", orig_syssn=SYSSN), False),
        (answer(respcd="1145"), True),
        (answer(respcd="2999"), True),
        (LOST, True),
        (answer(respcd="1269"), False),
        (answer(respcd="1265"), False),
        (answer(respcd="1272"), False),
    ],
)
def test_a_refund_is_waited_for_by_its_own_number_while_it_is_under_way(outcome: Outcome, *, is_open: bool) -> None:
    """The payment's number would tell of the payment; a refused refund has nothing to wait for."""
    expected = PollTarget("out_trade_no", "R1", Goal.REFUNDED) if is_open else None
    assert can_poll(read(outcome, "refund", **REFUND)) == expected


@pytest.mark.parametrize(
    ("outcome", "is_open"),
    [
        (answer(respcd="1145", syssn="9"), True),
        (LOST, True),
        (answer(respcd="1297"), False),
        (answer(respcd="0000", syssn="9"), False),
        (answer(respcd="0000"), False),
    ],
)
def test_a_closing_is_waited_for_at_the_order_it_closes(outcome: Outcome, *, is_open: bool) -> None:
    """Its own syssn is no order; a busy bank may mean that there is no closing at all."""
    expected = PollTarget("syssn", SYSSN, Goal.CLOSED) if is_open else None
    assert can_poll(read(outcome, "close", syssn=SYSSN, txamt="300")) == expected


@pytest.mark.parametrize(
    ("rows", "target"),
    [
        ([OPEN], BY_SYSSN),
        ([{**OPEN, "syssn": None}], BY_NUMBER),
        ([{**OPEN, "order_type": "refund", "origssn": "1"}], PollTarget("syssn", SYSSN, Goal.REFUNDED)),
        ([{**OPEN, "respcd": "7777"}], BY_SYSSN),
        ([{"respcd": "1143"}], BY_NUMBER),
        ([], BY_NUMBER),
        ([PAID], None),
        ([OPEN, OPEN], None),
    ],
)
def test_a_query_goes_on_while_its_one_record_is_open_or_missing(
    rows: list[dict[str, Any]], target: PollTarget | None
) -> None:
    """A list of several records is not waited for."""
    assert can_poll(read(answer(respcd="0000", data=rows), "query", out_trade_no=ORDER_NO)) == target


@pytest.mark.parametrize("sent", [{}, {"out_trade_no": "A,B"}, {"out_trade_no": "N" * 129}])
def test_a_query_of_no_single_number_is_not_repeated(sent: dict[str, str]) -> None:
    """A list of numbers, a number that is too long, and a search by time name no one order."""
    assert can_poll(read(answer(respcd="0000", data=[]), "query", **sent)) is None
    assert can_poll(read(LOST, "query", **sent)) is None


@pytest.mark.parametrize(
    ("outcome", "is_offered"),
    [
        (answer(**CREATED), True),
        (answer(respcd="1145"), True),
        (LOST, True),
        (answer(status=502), True),
        (answer(status=429), True),
        (answer(respcd="1205"), True),
        (answer(respcd="1251", respmsg="out_trade_no is used"), True),
        (answer(respcd="1251"), False),
        (answer(respcd="1110"), True),
        (answer(respcd="2011"), True),
        (answer(respcd="1108"), False),
        (answer(respcd="1242"), False),
        (NOT_SENT, False),
    ],
)
def test_a_query_is_offered_wherever_an_order_may_exist(outcome: Outcome, *, is_offered: bool) -> None:
    """By the merchant's own number, as it was sent."""
    assert to_query(read(outcome)) == (BY_NUMBER if is_offered else None)


def test_no_query_is_offered_beside_records_or_after_a_query() -> None:
    """Each record has a button of its own; a lost refund has none, so it is offered there."""
    assert to_query(read(answer(respcd="1145"), "refund", **REFUND)) is None
    assert to_query(read(LOST, "query", syssn=SYSSN)) is None
    assert to_query(read(LOST, "refund", **REFUND)) == PollTarget("out_trade_no", "R1", Goal.REFUNDED)
