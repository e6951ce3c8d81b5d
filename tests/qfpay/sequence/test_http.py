from __future__ import annotations

import json
from dataclasses import replace
from typing import Any
from urllib.parse import quote

import pytest

from qfpay_gui.qfpay.reply.exchange import Exchange, Layer, TransportFailure
from qfpay_gui.qfpay.reply.verdict import verdict
from qfpay_gui.qfpay.secrets.exchange import Mask, mask_of
from qfpay_gui.qfpay.sequence.http import left_open, lost, never_left, reply_message, request_message, table
from qfpay_gui.qfpay.sequence.messages import Message, MessageKind, Party, Stage
from qfpay_gui.qfpay.text import text
from tests.qfpay.sequence.sequences import KEY, PERSON, call, payment, reply

HEADERS = (("Host", "127.0.0.1:51234"), ("X-QF-SIGN", "AB"))
PAY_PARAMS = {"appId": "wx1", "timeStamp": "1795405202", "nonceStr": "n", "package": "prepay_id=wx23", "paySign": "F"}


def shown(message: Message) -> str:
    """Everything a message says."""
    return "\n".join([str(message.label), str(message.note), *(body for _title, body in message.parts)])


def answered(endpoint: str = "payment", **members: Any) -> Message:
    """The arrow of a reply with these members."""
    sent = payment() if endpoint == "payment" else call(endpoint, syssn="2026")
    return reply_message(*reply(sent, **members), Mask(), 5.0)


def unanswered(*, may_have_arrived: bool, endpoint: str = "payment") -> tuple[Exchange, Message]:
    """An exchange without a reply, and the arrow of what is missing."""
    sent = payment() if endpoint == "payment" else call(endpoint, syssn="2026")
    exchange = Exchange(sent, TransportFailure(Layer.READ_TIMEOUT, may_have_arrived, f"timed out {KEY}"))
    return exchange, reply_message(exchange, None, verdict(exchange, None), mask_of(sent), 5.0)


def test_a_request_goes_from_the_merchant_to_qfpay_with_its_bytes() -> None:
    """Request line, headers, body, and what a server reads out of the body."""
    sent = payment(goods_name="奶茶")
    message = request_message(sent, HEADERS, Mask(), 4.5)
    assert (message.at, message.sender, message.receiver) == (4.5, Party.MERCHANT, Party.QFPAY)
    assert (message.kind, message.stage, message.failed) == (MessageKind.HTTP, Stage.REQUESTED, False)
    assert str(message.label) == "POST /trade/v1/payment · HK$3.00"
    first, second = (body for _title, body in message.parts)
    assert first.startswith("POST /trade/v1/payment HTTP/1.1\nHost: 127.0.0.1:51234\nX-QF-SIGN: AB\n\n")
    assert first.endswith(sent.body.decode("ascii"))
    assert "goods_name    奶茶" in second


@pytest.mark.parametrize(
    ("pay_type", "stage"), [("800213", Stage.ORDERED), ("800207", Stage.ORDERED), ("800201", Stage.OFFERED)]
)
def test_how_far_an_order_has_come_depends_on_its_pay_type(pay_type: str, stage: Stage) -> None:
    """Outside WeChat there are no pay_params to wait for."""
    message = reply_message(*reply(payment(pay_type=pay_type), respcd="0000"), Mask(), 5.0)
    assert message.stage is stage


def test_another_call_is_no_step_of_the_path() -> None:
    """A query moves nothing by being asked."""
    message = request_message(call("query", syssn="2026"), (), Mask(), 1.0)
    assert str(message.label) == "POST /trade/v1/query"
    assert message.stage is None


def test_a_request_that_is_wrong_on_purpose_says_so() -> None:
    """Whoever gets the diagram must not take it for an honest one."""
    sent = replace(payment(), deliberate=text("Test", "values signed URL-encoded"))
    label = str(request_message(sent, (), Mask(), 1.0).label)
    assert label == "POST /trade/v1/payment, wrong on purpose: values signed URL-encoded"


def test_neither_key_nor_personal_data_is_in_any_of_it() -> None:
    """A key that was pasted into a field, and an ID in extend_info, are masked in every form."""
    person = json.dumps({"user_creid": PERSON, "user_truename": "陈小明"}, ensure_ascii=False)
    sent = payment(goods_name=f"for 陈小明 {KEY}", extend_info=person)
    request = request_message(sent, (("X-Note", KEY),), mask_of(sent), 1.0)
    came = reply_message(*reply(sent, respcd="1104", resperr=f"陈小明 {KEY} {PERSON}"), mask_of(sent), 2.0)
    for message in (request, came):
        for secret in (KEY, PERSON, "陈小明", quote("陈小明")):
            assert secret not in shown(message)
    assert "•••" in shown(request)


def test_an_order_with_pay_params_is_the_next_step() -> None:
    """0000 and pay_params: the Mini Program may call."""
    message = answered(respcd="0000", syssn="2026", pay_params=PAY_PARAMS)
    assert (message.sender, message.receiver) == (Party.QFPAY, Party.MERCHANT)
    assert str(message.label) == "0000 · HTTP 200, with pay_params"
    assert (message.stage, message.failed) == (Stage.ORDERED, False)
    assert message.parts[0][1].startswith("HTTP/1.1 200 OK\nContent-Type: application/json\n\n{")


@pytest.mark.parametrize(
    ("respcd", "stage", "failed"),
    [("1108", Stage.OVER, True), ("1145", Stage.UNKNOWN, False), ("", Stage.UNKNOWN, True)],
)
def test_what_other_replies_to_a_payment_mean(respcd: str, stage: Stage, failed: bool) -> None:  # noqa: FBT001 - a table
    """Refused is over, in progress and unreadable leave a query."""
    message = answered(respcd=respcd)
    assert (message.stage, message.failed) == (stage, failed)


@pytest.mark.parametrize(
    ("row", "stage"),
    [
        ({"respcd": "0000", "order_type": "payment"}, Stage.PAID),
        ({"respcd": "1143", "order_type": "payment"}, Stage.LEARNT),
        ({"respcd": "1181"}, Stage.OVER),
        ({"respcd": "0000", "order_type": "refund"}, Stage.LEARNT),
    ],
)
def test_a_query_brings_the_order_as_far_as_it_says(row: dict[str, str], stage: Stage) -> None:
    """A refund's own row says nothing about the payment."""
    assert answered("query", respcd="0000", data=[row]).stage is stage


@pytest.mark.parametrize(
    ("endpoint", "respcd", "stage"),
    [
        ("close", "0000", Stage.OVER),
        ("reversal", "0000", Stage.OVER),
        ("close", "1260", None),
        ("refund", "0000", None),
        ("query", "1104", None),
    ],
)
def test_closing_ends_an_order_where_it_succeeds(endpoint: str, respcd: str, stage: Stage | None) -> None:
    """A refusal to close leaves the order as it was."""
    assert answered(endpoint, respcd=respcd).stage is stage


def test_a_reply_that_never_came_is_a_lost_arrow() -> None:
    """Its words name the layer; the library's words are masked; the order's fate is unknown."""
    exchange, message = unanswered(may_have_arrived=True)
    assert not never_left(exchange)
    assert (message.lost, message.failed, message.stage) == (True, True, Stage.UNKNOWN)
    assert str(message.label).startswith("no reply: ")
    assert "timed out" in shown(message)
    assert KEY not in shown(message)
    assert unanswered(may_have_arrived=True, endpoint="query")[1].stage is None


def test_a_request_that_never_left_is_itself_the_lost_arrow() -> None:
    """Nothing follows from it, and what was prepared stays to be read."""
    exchange, missing = unanswered(may_have_arrived=False)
    assert never_left(exchange)
    message = lost(request_message(exchange.request, HEADERS, Mask(), 1.0), missing)
    assert (message.lost, message.failed, message.stage) == (True, True, Stage.OVER)
    assert message.label == missing.label
    assert "POST /trade/v1/payment HTTP/1.1" in shown(message)
    assert "timed out" in shown(message)


def test_where_this_program_fails_the_order_is_unknown() -> None:
    """The request's arrow says so; a query's changes nothing."""
    message = left_open(request_message(payment(), (), Mask(), 1.0))
    assert (message.failed, message.stage) == (True, Stage.UNKNOWN)
    assert "query" in str(message.note)
    assert left_open(request_message(call("query", syssn="2"), (), Mask(), 1.0)).stage is None


def test_a_table_lines_its_values_up() -> None:
    """One pair a line; an odd long name does not push all values away."""
    assert table((("a", "1"), ("name", "2"))) == "a     1\nname  2"
    assert table((("x" * 50, "1"), ("a", "2"))).splitlines()[1] == f"a{' ' * 21}2"
    assert table(()) == ""
