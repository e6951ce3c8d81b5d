from __future__ import annotations

import hashlib
import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from qfpay_gui.models.sending.answer import Answer, read_answer
from qfpay_gui.qfpay.credentials import Credentials
from qfpay_gui.qfpay.environments import SIMULATOR
from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.reply.exchange import Exchange, HttpReply, Layer, TransportFailure
from qfpay_gui.qfpay.reply.signature import State
from qfpay_gui.qfpay.request.draft import example_draft, freshened
from qfpay_gui.qfpay.request.prepared import PreparedRequest, prepare

KEY = "0123456789ABCDEF0123456789ABCDEF"
NOW = datetime(2026, 3, 1, 4, 5, 6, tzinfo=UTC)
PAY_PARAMS = {
    "appId": "wxdec0de0000000001",
    "timeStamp": str(int(NOW.timestamp())),
    "nonceStr": "2b004dbcb694b6bea6450884afa9acce",
    "package": "prepay_id=wx23034002f815f38f9fb378d1a65def00cc",
    "signType": "MD5",
    "paySign": "3E3985DF0F9392363F485BC27AECC17C",
}


def _request(**values: str) -> PreparedRequest:
    draft = freshened(example_draft(), NOW, "T0001")
    for name, value in values.items():
        draft = draft.edit(name, value=value)
    return prepare(draft, Credentials("A1B2", KEY), SIMULATOR, now=NOW)


def _read(request: PreparedRequest, **members: Any) -> Answer:
    reply = {"respcd": "0000", "resperr": "", "txamt": request.value("txamt"), **members}
    headers = (("Content-Type", "application/json"),)
    return read_answer(Exchange(request, HttpReply(200, "OK", headers, json.dumps(reply).encode())), KEY, NOW)


def test_pay_params_come_with_their_checks_their_code_and_their_deadline() -> None:
    """All that a person needs to go on with is there, read once."""
    answer = _read(_request(), pay_params=PAY_PARAMS)
    assert [member.name for member in answer.members][:6] == list(PAY_PARAMS)
    assert all(value in answer.snippet for name, value in PAY_PARAMS.items() if name != "appId")
    assert answer.deadlines is not None
    assert answer.verdict.headline


@pytest.mark.parametrize("expired_time", ["5", "120"])
def test_the_deadline_heeds_the_expired_time_that_was_sent(expired_time: str) -> None:
    """The order's end is counted from the minutes in the request, not from a default."""
    answer = _read(_request(expired_time=expired_time), pay_params=PAY_PARAMS)
    assert answer.deadlines is not None
    assert str(NOW + timedelta(minutes=int(expired_time))) in {
        str(moment) for moment in vars(answer.deadlines).values()
    }


def test_without_pay_params_there_is_no_code_to_hand_on() -> None:
    """A refusal has a verdict and a reading, and nothing for the Mini Program."""
    answer = _read(_request(), respcd="1108", resperr="signature error")
    assert answer.reply is not None
    assert (answer.members, answer.snippet, answer.deadlines) == ((), "", None)


def test_where_no_reply_came_there_is_only_the_verdict() -> None:
    """A failure below HTTP is said; nothing is invented in place of the reply."""
    exchange = Exchange(_request(), TransportFailure(Layer.READ_TIMEOUT, may_have_arrived=True))
    answer = read_answer(exchange, KEY, NOW)
    assert (answer.reply, answer.signature, answer.findings) == (None, None, ())
    assert answer.verdict.headline
    assert answer.request is exchange.request


def test_an_echo_that_differs_from_what_was_sent_is_noticed() -> None:
    """Another amount in the reply than in the request is a finding at that field."""
    answer = _read(_request(), txamt="1", pay_params=PAY_PARAMS)
    assert "txamt" in {finding.field for finding in answer.findings}


def test_a_member_of_the_wrong_kind_is_marked_at_the_member() -> None:
    """A timeStamp that came as a number is worse than its value looks."""
    number = _read(_request(), pay_params={**PAY_PARAMS, "timeStamp": int(NOW.timestamp())})
    marked = {member.name: member.severity for member in number.members}
    assert marked["timeStamp"] > Severity.OK
    assert marked["appId"] is Severity.OK


@pytest.mark.parametrize("seconds", [int(NOW.timestamp()) - 86_400, int(NOW.timestamp()) * 1000])
def test_what_is_as_bad_by_its_value_keeps_the_words_about_its_value(seconds: int) -> None:
    """How it was written is said of the reply as a whole."""
    number, words = (
        _read(_request(), pay_params={**PAY_PARAMS, "timeStamp": value}).members[1] for value in (seconds, str(seconds))
    )
    assert (number.name, number.severity, number.message) == ("timeStamp", words.severity, words.message)
    assert number.severity >= Severity.ATTENTION


def test_the_reply_is_verified_with_the_key_it_was_asked_with() -> None:
    """Over the bytes as they came, whether or not there are pay_params."""
    for members in ({}, {"pay_params": PAY_PARAMS}):
        body = json.dumps({"respcd": "0000", **members}).encode()
        sign = hashlib.md5(body + KEY.encode(), usedforsecurity=False).hexdigest().upper()
        exchange = Exchange(_request(), HttpReply(200, "OK", (("X-QF-SIGN", sign),), body))
        for key, is_right in ((KEY, True), (KEY[::-1], False)):
            signature = read_answer(exchange, key, NOW).signature
            assert signature is not None
            assert (signature.state is State.MATCHES) == is_right


def test_neither_key_nor_code_shows_in_the_repr() -> None:
    """An answer in a log says nothing secret."""
    shown = repr(_read(_request(), pay_params=PAY_PARAMS))
    assert KEY not in shown
    assert "wx.requestPayment" not in shown
