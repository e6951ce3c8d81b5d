"""Answers look like the documented ones and are signed over their raw bytes."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

from qfpay_gui.services.simulator import APP_ID, DEMO, MERCHANT_KEY, pay_sign
from qfpay_gui.services.simulator.answers import body_signature, meaning
from tests.services.simulator.conftest import PAYMENT, Clock, Merchant

VECTORS = json.loads((Path(__file__).parents[2] / "vectors" / "body_signing.json").read_text(encoding="utf-8"))


def test_the_printed_sample_is_reproduced() -> None:
    """The one response whose key is public has the signature this rule gives."""
    sample = next(vector for vector in VECTORS if vector["id"] == "o-jp-response")
    assert body_signature(sample["body"].encode(), sample["client_key"]) == sample["signature"]


def test_an_order_is_answered_in_the_documented_style(merchant: Merchant) -> None:
    """Flat JSON with the public fields, spaced separators, text amounts and a clock in UTC+8."""
    reply = merchant.send()
    fields = reply.fields
    assert reply.headers["Content-Type"] == "application/json; charset=UTF-8"
    assert reply.body == json.dumps(fields).encode()
    assert {name: fields[name] for name in PAYMENT if name != "sub_openid"} == {
        name: value for name, value in PAYMENT.items() if name != "sub_openid"
    }
    assert (fields["respcd"], fields["resperr"], fields["respmsg"]) == ("0000", "success", "")
    assert (fields["sysdtm"], fields["paydtm"]) == ("2026-03-01 10:00:00", "2026-03-01 10:00:00")
    assert (fields["udid"], fields["cardcd"], fields["chnlsn"]) == ("qiantai2", "", "")
    assert re.fullmatch(r"20260301[0-9]{18}", fields["syssn"])


def test_everything_is_signed_and_marked(merchant: Merchant) -> None:
    """Success and refusal alike carry X-QF-SIGN over the raw body and say that a simulator speaks."""
    for reply in (merchant.send(), merchant.send({**PAYMENT, "txamt": "0"})):
        expected = hashlib.md5(reply.body + DEMO.client_key.encode(), usedforsecurity=False).hexdigest().upper()
        assert reply.headers["X-QF-SIGN"] == expected
        assert reply.headers["X-Simulator"] == "QFPay Tester"


def test_a_given_udid_is_echoed(merchant: Merchant) -> None:
    """Only an absent udid is replaced."""
    assert merchant.send({**PAYMENT, "udid": "till-7"}).fields["udid"] == "till-7"


def test_text_beyond_ascii_is_escaped(merchant: Merchant) -> None:
    """An answer is ASCII whatever was sent."""
    reply = merchant.send({**PAYMENT, "out_trade_no": "订单一"})
    assert reply.body.isascii()
    assert reply.fields["out_trade_no"] == "订单一"


def test_pay_params_are_what_a_mini_program_takes(merchant: Merchant, clock: Clock) -> None:
    """Six text members in WeChat's shapes, with a paySign that an independent computation confirms."""
    params = merchant.send().fields["pay_params"]
    assert list(params) == ["appId", "timeStamp", "nonceStr", "package", "signType", "paySign"]
    assert params["appId"] == APP_ID
    assert re.fullmatch(r"wx[0-9a-f]{16}", APP_ID)
    assert params["timeStamp"] == str(int(clock.now))
    assert re.fullmatch(r"[0-9a-f]{32}", params["nonceStr"])
    assert re.fullmatch(r"prepay_id=wx01100000[0-9a-f]{26}", params["package"])
    string = (
        f"appId={APP_ID}&nonceStr={params['nonceStr']}&package={params['package']}"
        f"&signType=MD5&timeStamp={params['timeStamp']}&key={MERCHANT_KEY}"
    )
    assert params["paySign"] == hashlib.md5(string.encode(), usedforsecurity=False).hexdigest().upper()


def test_wechats_own_example_is_reproduced() -> None:
    """The rule for paySign gives the signature WeChat prints for its example."""
    example = {
        "appId": "wxd678efh567hg6787",
        "timeStamp": "1490840662",
        "nonceStr": "5K8264ILTKCH16CQ2502SI8ZNMTM67VS",
        "package": "prepay_id=wx2017033010242291fcfe0db70013231072",
        "signType": "MD5",
    }
    assert pay_sign(example, "qazwsxedcrfvtgbyhnujmikolp111111") == "22D9B4E54AB1950F51E0649E8810ACD6"


def test_no_two_orders_share_a_number(merchant: Merchant) -> None:
    """syssn, nonceStr and prepay_id are new for every order."""
    replies = [merchant.send({**PAYMENT, "out_trade_no": str(number)}).fields for number in range(3)]
    assert len({fields["syssn"] for fields in replies}) == 3
    assert len({fields["pay_params"]["nonceStr"] for fields in replies}) == 3
    assert len({fields["pay_params"]["package"] for fields in replies}) == 3


def test_a_refusal_has_no_order(merchant: Merchant) -> None:
    """A refused payment is echoed but has neither syssn nor pay_params."""
    fields = merchant.send({**PAYMENT, "txamt": "0"}).fields
    assert (fields["txamt"], fields["out_trade_no"]) == ("0", PAYMENT["out_trade_no"])
    assert not {"syssn", "pay_params"} & set(fields)


def test_meanings_carry_their_code() -> None:
    """The resperr is the English meaning with the code in brackets, also for a code nobody documents."""
    assert meaning("1181") == "The order has expired (1181)"
    assert meaning("9999").endswith("(9999)")


def test_the_demo_credentials_have_the_real_shape() -> None:
    """app_code and client_key are 32 hexadecimal digits in upper case that read as a demo."""
    for value in (DEMO.app_code, DEMO.client_key):
        assert re.fullmatch(r"DE30[0-9A-F]{28}", value)
    assert DEMO.mchid == ""
