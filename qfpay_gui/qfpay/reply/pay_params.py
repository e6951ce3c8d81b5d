"""What QFPay hands back for wx.requestPayment, judged member by member, and how long it can be paid."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TypeAlias

from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.reply.pay_param_rules import PREPAY_ID_LIFE, Verdict, as_text, judged
from qfpay_gui.qfpay.text import Text, text

MEMBERS = ("appId", "timeStamp", "nonceStr", "package", "signType", "paySign")
ORDER_LIFE = timedelta(minutes=30)
MEANINGS = {
    "appId": text(
        "PayParams",
        "The Mini Program that may pay: only the one with this appId can make the call. It is not handed to "
        "wx.requestPayment, though it is part of what is signed.",
    ),
    "timeStamp": text("PayParams", "When the values were made: seconds since 1970, ten digits, as text."),
    "nonceStr": text("PayParams", "A random text of at most 32 characters, another one for every order."),
    "package": text("PayParams", "Which order WeChat lets the customer pay: prepay_id= and WeChat’s own number of it."),
    "signType": text(
        "PayParams", "How paySign was made: MD5, HMAC-SHA256 or RSA. It must be the one of the order; without it, MD5."
    ),
    "paySign": text(
        "PayParams",
        "WeChat’s signature of the other values. QFPay or its channel holds the key, so nobody else can make or check "
        "it.",
    ),
}
"""What each member is for."""

PayParams: TypeAlias = Mapping[str, object]

_MEANT = {name.lower(): name for name in MEMBERS} | {"prepayid": "package", "sign": "paySign"}
_APP_SDK = frozenset({"appid", "partnerid", "prepayid", "noncestr", "timestamp", "sign"})


@dataclass(frozen=True)
class MemberCheck:
    """One member of pay_params: its value as text (None where it is missing) and what is to be said about it."""

    name: str
    value: str | None
    severity: Severity
    message: Text


@dataclass(frozen=True)
class Deadlines:
    """When paying ends, in UTC: WeChat's end of the prepay_id and QFPay's end of the order.

    ``order_stated`` is True where a readable ``expired_time`` was sent; otherwise ``order`` rests on the documented
    default of 30 minutes, of which QFPay's documents disagree whether it holds for 800213.
    """

    prepay_id: datetime
    order: datetime
    order_stated: bool


def check(pay_params: PayParams, now: datetime) -> tuple[MemberCheck, ...]:
    """The six expected members in their usual order, then every other member in the order it came.

    ``now`` is an aware time. Pass values as the JSON had them: a number in place of text is noticed.
    """
    came = {name: value for name, value in pay_params.items() if value is not None}
    expected = tuple(_expected(name, came, now) for name in MEMBERS)
    return expected + tuple(_unexpected(name, came) for name in came if name not in MEMBERS)


def deadlines(pay_params: PayParams, received_at: datetime, expired_time: str | None) -> Deadlines:
    """Both ends of paying, counted from timeStamp, or from the (aware) receipt where that is unreadable or later.

    ``expired_time`` is what was sent, in minutes; documented are 5 to 120, default 30.
    """
    start = received_at.astimezone(UTC)
    time_stamp = as_text(pay_params.get("timeStamp"))
    if re.fullmatch(r"[0-9]{10}", time_stamp):
        start = min(start, datetime.fromtimestamp(int(time_stamp), UTC))
    stated = re.fullmatch(r"[0-9]{1,3}", expired_time or "") is not None
    order_life = timedelta(minutes=int(expired_time or "")) if stated else ORDER_LIFE
    return Deadlines(start + PREPAY_ID_LIFE, start + order_life, stated)


def meant(name: str) -> str | None:
    """The member a misspelled name stands for: nonceStr for ``nonce_str``; None where there is no such member."""
    return _MEANT.get(re.sub(r"[^a-z0-9]", "", name.lower()))


def stand_ins(name: str, pay_params: PayParams) -> tuple[str, ...]:
    """The names that came although this member's own name was meant."""
    return tuple(other for other in pay_params if other not in MEMBERS and meant(other) == name)


def _expected(name: str, came: PayParams, now: datetime) -> MemberCheck:
    if name not in came:
        return MemberCheck(name, None, *_missing(name, came))
    return MemberCheck(name, as_text(came[name]), *judged(name, came[name], came.get("signType"), now))


def _missing(name: str, came: PayParams) -> Verdict:
    if others := stand_ins(name, came):
        message = text("PayParams", "missing: {other} came instead, which WeChat does not read as {name}")
        return Severity.WRONG, message.fill(other=ascii(others[0]), name=name)
    if name == "signType":
        return Severity.NOTE, text("PayParams", "absent: WeChat then takes MD5")
    if name == "appId":
        message = text("PayParams", "missing: which Mini Program may pay cannot be seen; ask QFPay for the bound appid")
        return Severity.ATTENTION, message
    return Severity.WRONG, text("PayParams", "missing: wx.requestPayment cannot do without it")


def _unexpected(name: str, came: PayParams) -> MemberCheck:
    return MemberCheck(name, as_text(came[name]), *_stranger(name, came))


def _stranger(name: str, came: PayParams) -> Verdict:
    right = meant(name)
    severity = Severity.WRONG if right and right not in came else Severity.ATTENTION
    if name in _APP_SDK and right is None:
        message = text("PayParams", "belongs to WeChat's app SDK: a Mini Program has no such member")
        return severity, message
    if name in _APP_SDK:
        message = text("PayParams", "the app SDK's name: a Mini Program has {right}")
        return severity, message.fill(right=right)
    if right:
        return severity, text("PayParams", "misspelled: WeChat reads {right} only").fill(right=right)
    return Severity.NOTE, text("PayParams", "not a member wx.requestPayment knows: ignored")
