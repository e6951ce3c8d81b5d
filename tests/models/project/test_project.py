from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from qfpay_gui.models.project.project import project_of
from qfpay_gui.models.sending.answer import Answer, read_answer
from qfpay_gui.qfpay.credentials import Credentials
from qfpay_gui.qfpay.environments import LIVE_TESTING, SIMULATOR, Environment, custom
from qfpay_gui.qfpay.reply.exchange import Exchange, HttpReply, Layer, TransportFailure
from qfpay_gui.qfpay.request.draft import example_draft, freshened
from qfpay_gui.qfpay.request.prepared import prepare

KEY = "0123456789ABCDEF0123456789ABCDEF"
APP_CODE = "A1B2C3D4E5F60718293A4B5C6D7E8F90"
NOW = datetime(2026, 3, 1, 4, 5, 6, tzinfo=UTC)
PAY_PARAMS = {
    "appId": "wxdec0de0000000001",
    "timeStamp": str(int(NOW.timestamp())),
    "nonceStr": "2b004dbcb694b6bea6450884afa9acce",
    "package": "prepay_id=wx23034002f815f38f9fb378d1a65def00cc",
    "signType": "MD5",
    "paySign": "3E3985DF0F9392363F485BC27AECC17C",
}


def answered(environment: Environment = LIVE_TESTING, members: dict[str, Any] | None = None, **values: str) -> Answer:
    """An answer to a payment with these values."""
    draft = freshened(example_draft(), NOW, "T0001")
    for name, value in values.items():
        draft = draft.edit(name, value=value)
    request = prepare(draft, Credentials(APP_CODE, KEY), environment, now=NOW)
    reply = {"respcd": "0000", "syssn": "20260301", "pay_params": PAY_PARAMS} | (members or {})
    outcome = HttpReply(200, "OK", (("Content-Type", "application/json"),), json.dumps(reply).encode())
    return read_answer(Exchange(request, outcome), KEY, NOW)


def test_the_project_pays_the_order_of_the_answer() -> None:
    """Its numbers, its amount as people write it, and the values as they came."""
    answer = answered(txamt="300", txcurrcd="HKD", goods_name="奶茶", expired_time="20")
    project = project_of(answer)
    assert project is not None
    order = project.order
    assert (order.amount, order.goods_name, order.syssn) == ("HK$3.00", "奶茶", "20260301")
    assert order.out_trade_no == answer.request.value("out_trade_no") != ""
    assert order.base_url == LIVE_TESTING.base_url
    assert all(f"'{value}'" in project.files["order.js"] for value in PAY_PARAMS.values())
    assert not project.has_ended(NOW + timedelta(minutes=19))
    assert project.has_ended(NOW + timedelta(minutes=20))


def test_without_expired_time_two_hours_are_certain() -> None:
    """The default of 30 minutes is a possibility only."""
    project = project_of(answered(expired_time=""))
    assert project is not None
    assert not project.has_ended(NOW + timedelta(minutes=119))
    assert project.has_ended(NOW + timedelta(hours=2))


def test_an_amount_nobody_can_read_stays_as_it_was_sent() -> None:
    """Nothing is guessed."""
    project = project_of(answered(txamt="3.00", txcurrcd="XYZ"))
    assert project is not None
    assert project.order.amount == "3.00 XYZ"


@pytest.mark.parametrize(
    ("environment", "simulated"),
    [(SIMULATOR, True), (custom("http://127.0.0.1:8000"), True), (LIVE_TESTING, False), (custom("https://["), False)],
    ids=["simulator", "loopback", "live testing", "unreadable"],
)
def test_what_answered_on_this_machine_is_marked(environment: Environment, simulated: bool) -> None:  # noqa: FBT001 - a table
    """A simulated order is named so; WeChat will refuse it."""
    project = project_of(answered(environment))
    assert project is not None
    assert project.order.simulated is simulated
    assert project.name.endswith("-simulated") is simulated


def test_where_nothing_can_be_paid_there_is_no_project() -> None:
    """A refusal, or no reply at all."""
    refused = answered(members={"respcd": "1108", "pay_params": None})
    assert project_of(refused) is None
    silent = Exchange(refused.request, TransportFailure(Layer.READ_TIMEOUT, may_have_arrived=True))
    assert project_of(read_answer(silent, KEY, NOW)) is None


def test_neither_key_nor_personal_data_leave_with_the_project() -> None:
    """Not the client key, the app code, the openid or the payer's name and ID."""
    person = '{"user_creid":"440524188001010014","user_truename":"李雷"}'
    answer = answered(extend_info=person, sub_openid="oS80_5dxekNotForEveryone0001")
    project = project_of(answer)
    assert project is not None
    written = "\n".join(project.files.values())
    for secret in (KEY, APP_CODE, "440524188001010014", "李雷", "oS80_5dxek", answer.request.signature):
        assert secret not in written


@pytest.mark.parametrize("number", [f"QA{KEY}", f"QA{KEY.lower()}", "QA440524188001010014", "QA-李雷"])
def test_what_was_put_into_other_fields_does_not_leave_either(number: str) -> None:
    """A key or an ID that was pasted as number or goods is neither in a file nor in the folder's name."""
    person = '{"user_creid":"440524188001010014","user_truename":"李雷"}'
    answer = answered(members={"syssn": number}, out_trade_no=number, goods_name=f"for 李雷 {KEY}", extend_info=person)
    project = project_of(answer)
    assert project is not None
    written = "\n".join((*project.files.values(), project.name)).lower()
    for secret in (KEY.lower(), "440524188001010014", "李雷"):
        assert secret not in written
