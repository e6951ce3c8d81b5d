"""Mistakes in a merchant's wx.requestPayment code: they change no signature of QFPay's, but nobody can pay."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.importing.payment_call import CallMember, PaymentCall, ValueKind
from qfpay_gui.qfpay.findings import Finding, Severity
from qfpay_gui.qfpay.json_reading import excerpt
from qfpay_gui.qfpay.reply.pay_param_rules import as_text, judged
from qfpay_gui.qfpay.reply.pay_params import MEMBERS, PayParams, meant
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from collections.abc import Iterator


_NEEDED = ("timeStamp", "nonceStr", "package", "paySign")
_NUMERIC = re.compile(
    r"\s*(?:Number|parseInt|parseFloat|Math\.\w+)\s*\(|\s*\+\s*[\w.]+\s*\Z|.*\bgetTime\(\)\s*/\s*1000"
)
_MADE_HERE = re.compile(
    r"Date\.now|new\s+Date|getTime|Math\.random|uuid|random|nonce\s*\(|createNonce|generate|moment\(|dayjs\(",
    re.IGNORECASE,
)
_HASHED = re.compile(r"md5|sha|sign\w*\s*\(|hmac|digest|crypto", re.IGNORECASE)
_PREPAY = re.compile(r"prepay_?id", re.IGNORECASE)


def payment_call_findings(call: PaymentCall, pay_params: PayParams | None = None) -> tuple[Finding, ...]:
    """What is wrong with the call; with the reply's ``pay_params``, also what differs from them."""
    found = [*_missing(call)]
    for member in call.members:
        if member.name not in MEMBERS:
            found += _stranger(call, member)
        elif member.name != "appId":
            found += (
                _judged(call, member) if pay_params is None else (*_judged(call, member), *_changed(member, pay_params))
            )
    return tuple(found)


def _missing(call: PaymentCall) -> Iterator[Finding]:
    if call.is_open:
        return
    misspelt = {meant(member.name) for member in call.members if member.name not in MEMBERS}
    for name in _NEEDED:
        if call.find(name) is None and name not in misspelt:
            yield _wrong(
                "call-missing",
                name,
                text("Importing", "{name} is not passed").fill(name=name),
                text("Importing", "wx.requestPayment needs {name}. Pass it on from pay_params.").fill(name=name),
            )


def _stranger(call: PaymentCall, member: CallMember) -> Iterator[Finding]:
    right = meant(member.name)
    if right and right != "appId" and call.find(right) is None:
        yield _wrong(
            "call-misspelt",
            member.name,
            text("Importing", "{name} is spelled {right}").fill(name=excerpt(member.name), right=right),
            text("Importing", "WeChat reads {right} only, in exactly these letters. Rename {name}.").fill(
                right=right, name=excerpt(member.name)
            ),
        )
        if member.kind is ValueKind.EXPRESSION:
            yield from _expression(replace(member, name=right))


def _judged(call: PaymentCall, member: CallMember) -> Iterator[Finding]:
    match member.kind:
        case ValueKind.NUMBER:
            yield _number(member)
        case ValueKind.EXPRESSION:
            yield from _expression(member)
        case ValueKind.STRING:
            yield from _string(call, member)


def _number(member: CallMember) -> Finding:
    return _wrong(
        "call-number",
        member.name,
        text("Importing", "{name} is a number").fill(name=member.name),
        text("Importing", "wx.requestPayment takes text only. Pass {name} on as the text pay_params has.").fill(
            name=member.name
        ),
    )


def _expression(member: CallMember) -> Iterator[Finding]:
    code, name = member.value, member.name
    if name == "paySign" and _HASHED.search(code):
        yield _regenerated(
            member, text("Importing", "paySign is made with a key that only QFPay or its channel has. Pass it on.")
        )
    elif name in {"timeStamp", "nonceStr"} and _MADE_HERE.search(code):
        yield _regenerated(
            member, text("Importing", "paySign covers {name} as the reply has it. Pass it on.").fill(name=name)
        )
    elif name == "timeStamp" and _NUMERIC.match(code):
        yield _number(member)
    elif name == "package" and _PREPAY.search(code) and "prepay_id=" not in code.replace(" ", ""):
        yield _without_prefix()


def _regenerated(member: CallMember, detail: Text) -> Finding:
    headline = text("Importing", "{name} is made anew: {code}").fill(name=member.name, code=excerpt(member.value))
    return _wrong("call-regenerated", member.name, headline, detail)


def _without_prefix() -> Finding:
    return _wrong(
        "call-package",
        "package",
        text("Importing", "prepay_id= is missing in package"),
        text("Importing", "package is the text prepay_id= and the ID. Pass on package of pay_params as it is."),
    )


def _string(call: PaymentCall, member: CallMember) -> Iterator[Finding]:
    sign_type = call.find("signType")
    stated = sign_type.value if sign_type and sign_type.kind is ValueKind.STRING else None
    if member.name == "paySign" and sign_type and stated is None:
        return
    severity, message = judged(member.name, member.value, stated, _moment(member))
    if member.name == "package" and severity is Severity.WRONG and "prepay_id=" not in member.value:
        yield _without_prefix()
    elif severity >= Severity.ATTENTION:
        headline = text("Importing", "{name}: {message}").fill(name=member.name, message=message)
        detail = text("Importing", "Pass {name} on from pay_params unchanged.").fill(name=member.name)
        yield Finding("call-value", severity, member.name, headline, detail)
    if member.name in {"timeStamp", "nonceStr", "package", "paySign"}:
        return
    if severity < Severity.ATTENTION:
        yield Finding(
            "call-fixed",
            Severity.NOTE,
            member.name,
            text("Importing", "{name} is written into the code").fill(name=member.name),
            text("Importing", "It works only while the order has the same. Pass {name} on from pay_params.").fill(
                name=member.name
            ),
        )


def _moment(member: CallMember) -> datetime:
    """The time the value itself names, so that only its form is judged and not its age."""
    is_time = member.name == "timeStamp" and re.fullmatch(r"[0-9]{10}", member.value)
    return datetime.fromtimestamp(int(member.value), UTC) if is_time else datetime(2026, 1, 1, tzinfo=UTC)


def _changed(member: CallMember, pay_params: PayParams) -> Iterator[Finding]:
    """A literal that is not what the reply has; code is not run, so an expression is not compared."""
    if member.kind is ValueKind.EXPRESSION or pay_params.get(member.name) is None:
        return
    came = as_text(pay_params[member.name])
    if came != member.value:
        headline = text("Importing", "{name} differs from pay_params")
        detail = text("Importing", "The reply has {came}, the code passes {passed}. Pass it on unchanged.")
        yield _wrong(
            "call-differs",
            member.name,
            headline.fill(name=member.name),
            detail.fill(came=excerpt(came), passed=excerpt(member.value)),
        )


def _wrong(code: str, field: str, headline: Text, detail: Text) -> Finding:
    return Finding(code, Severity.WRONG, field, headline, detail)
