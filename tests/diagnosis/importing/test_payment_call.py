"""The merchant's own wx.requestPayment code: what it passes, and what is wrong with that."""

from __future__ import annotations

import json

import pytest

from qfpay_gui.diagnosis.importing import ValueKind, payment_call_findings, read_payment_call
from qfpay_gui.qfpay.claims import find_claim
from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.snippets.wechat import request_payment

PAY_PARAMS = {
    "appId": "wx2421b1c4370ec43b",
    "timeStamp": "1593746074",
    "nonceStr": "69d8a67fe34e44ca9bb2a20dd299cc58",
    "package": "prepay_id=wx03111434674853b80d25e0911996417600",
    "signType": "MD5",
    "paySign": "B0AECE676746F2A310CB06F27641E809",
}
GOOD = {
    "timeStamp": "p.timeStamp",
    "nonceStr": "p.nonceStr",
    "package": "p.package",
    "signType": "p.signType",
    "paySign": "p.paySign",
}


def _code(**changes: str | None) -> str:
    members = {name: value for name, value in {**GOOD, **changes}.items() if value is not None}
    lines = ",\n".join(f"  {name}: {value}" for name, value in members.items())
    return f"pay(p) {{ wx.requestPayment({{\n{lines},\n  success(res) {{ ok() }}, fail: e => log(e) }}) }}"


def _found(source: str, *, with_reply: bool = False) -> set[tuple[str, str]]:
    call = read_payment_call(source)
    assert call is not None
    findings = payment_call_findings(call, PAY_PARAMS if with_reply else None)
    return {(finding.code, finding.field) for finding in findings if finding.severity >= Severity.ATTENTION}


def test_members_and_their_kinds_are_read() -> None:
    """Strings, numbers and expressions are told apart; callbacks are no members."""
    call = read_payment_call(_code(timeStamp="1593746074", signType="'MD5'", package="`prepay_id=${id}`"))
    assert call is not None
    kinds = {member.name: member.kind for member in call.members}
    assert kinds == {
        "timeStamp": ValueKind.NUMBER,
        "nonceStr": ValueKind.EXPRESSION,
        "package": ValueKind.EXPRESSION,
        "signType": ValueKind.STRING,
        "paySign": ValueKind.EXPRESSION,
    }


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"timeStamp": "1593746074"}, "call-number", "timeStamp"),
        ({"timeStamp": "Number(p.timeStamp)"}, "call-number", "timeStamp"),
        ({"timeStamp": "+p.timeStamp"}, "call-number", "timeStamp"),
        ({"timeStamp": "Math.floor(Date.now() / 1000) + ''"}, "call-regenerated", "timeStamp"),
        ({"timeStamp": "String(new Date().getTime())"}, "call-regenerated", "timeStamp"),
        ({"timeStamp": "'1593746074000'"}, "call-value", "timeStamp"),
        ({"nonceStr": "Math.random().toString(36).substr(2)"}, "call-regenerated", "nonceStr"),
        ({"nonceStr": "randomString(32)"}, "call-regenerated", "nonceStr"),
        ({"package": "p.prepay_id"}, "call-package", "package"),
        ({"package": "'wx03111434674853b80d25e0911996417600'"}, "call-package", "package"),
        ({"paySign": "md5(string).toUpperCase()"}, "call-regenerated", "paySign"),
        ({"signType": "'md5'"}, "call-value", "signType"),
        ({"nonceStr": None, "nonce_str": "p.nonceStr"}, "call-misspelt", "nonce_str"),
        ({"timeStamp": None, "timestamp": "p.timeStamp"}, "call-misspelt", "timestamp"),
        ({"paySign": None}, "call-missing", "paySign"),
        ({"package": None}, "call-missing", "package"),
    ],
)
def test_mistake_is_named_at_its_member(changes: dict[str, str | None], code: str, field: str) -> None:
    """Each known mistake gives its own finding and no other."""
    assert _found(_code(**changes)) == {(code, field)}


@pytest.mark.parametrize(
    "source",
    [
        _code(),
        _code(signType=None),
        _code(package="'prepay_id=' + p.prepay_id"),
        _code(package="`prepay_id=${p.prepayId}`"),
        "wx.requestPayment({...res.data.pay_params, success() {}})",
        "wx.requestPayment(res.data.pay_params)",
        "const { package: p } = o; wx.requestPayment({ timeStamp, nonceStr, package: p, signType, paySign })",
    ],
)
def test_right_code_is_left_alone(source: str) -> None:
    """Code that passes pay_params on is not criticised."""
    assert _found(source) == set()


def test_value_that_differs_from_the_reply_is_named() -> None:
    """A literal that is not what QFPay answered breaks paySign."""
    source = _code(signType="'RSA'", nonceStr="'69d8a67fe34e44ca9bb2a20dd299cc58'")
    assert ("call-differs", "signType") in _found(source, with_reply=True)
    assert ("call-differs", "nonceStr") not in _found(source, with_reply=True)


def test_our_own_snippet_is_read_and_right() -> None:
    """The snippet this tool writes holds the reply's values, and nothing is wrong with it."""
    source = request_payment(PAY_PARAMS)
    call = read_payment_call(source)
    assert call is not None
    assert {member.name: member.value for member in call.members} == {
        name: value for name, value in PAY_PARAMS.items() if name != "appId"
    }
    assert _found(source, with_reply=True) == set()


def test_text_without_a_call_has_none() -> None:
    """A paste that only holds pay_params is no call."""
    assert read_payment_call(json.dumps(PAY_PARAMS)) is None


def test_every_finding_has_rule_and_source() -> None:
    """Each finding says what to do and where the rule comes from."""
    call = read_payment_call("wx.requestPayment({timestamp: Date.now(), package: 5, paySign: 'x', signType: 'SHA'})")
    assert call is not None
    findings = payment_call_findings(call, PAY_PARAMS)
    assert len(findings) > 4
    assert all(str(finding.detail) and find_claim(finding.claim) for finding in findings)
