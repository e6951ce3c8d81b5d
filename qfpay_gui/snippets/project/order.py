"""The order a project pays, and the file that carries it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.reply.pay_param_rules import SIGN_TYPES, as_text
from qfpay_gui.snippets.javascript import string_literal

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

_REQUIRED = ("timeStamp", "nonceStr", "package", "paySign")
_PASSED = ("timeStamp", "nonceStr", "package", "signType", "paySign")

_HEAD = """\
// One order of QFPay, as it was returned: paySign covers every letter, so change nothing.
// QFPay 返回的一笔订单：paySign 对每个字符都有效，请勿改动。
"""


@dataclass(frozen=True)
class MadeOrder:
    """What is known of an order beside its ``pay_params``. The repr does not show whose it is.

    ``amount`` is for people; ``base_url`` is where it was made, ``simulated`` whether by a simulator.
    ``prepay_id_ends`` and ``order_ends`` are aware times, None where they are not known; ``order_stated``
    is False where ``order_ends`` rests on QFPay's default alone.
    """

    out_trade_no: str = field(default="", repr=False)
    amount: str = ""
    goods_name: str = field(default="", repr=False)
    syssn: str = field(default="", repr=False)
    base_url: str = ""
    simulated: bool = False
    prepay_id_ends: datetime | None = None
    order_ends: datetime | None = None
    order_stated: bool = True

    @property
    def ends_at(self) -> datetime | None:
        """When it certainly can no longer be paid."""
        ends = (self.prepay_id_ends, self.order_ends if self.order_stated else None)
        return min((one for one in ends if one is not None), default=None)

    @property
    def may_end_at(self) -> datetime | None:
        """When it perhaps ends already, where that is earlier."""
        if self.order_stated or self.order_ends is None:
            return None
        return self.order_ends if self.ends_at is None or self.order_ends < self.ends_at else None


def member(pay_params: Mapping[str, object], name: str) -> str:
    """The value of a member as text, "" where it is missing."""
    value = pay_params.get(name)
    return "" if value is None else as_text(value)


def order_js(pay_params: Mapping[str, object], order: MadeOrder) -> str:
    """The one file in which this order's values stand, safe whatever text they are."""
    lines = [
        f"  appId: {string_literal(member(pay_params, 'appId'))},",
        f"  amount: {string_literal(order.amount)},",
        f"  goodsName: {string_literal(order.goods_name)},",
        f"  outTradeNo: {string_literal(order.out_trade_no)},",
        f"  syssn: {string_literal(order.syssn)},",
        f"  endsAt: {_moment(order.ends_at)},",
        f"  mayEndAt: {_moment(order.may_end_at)},",
        f"  simulated: {'true' if order.simulated else 'false'},",
        "  payParams: {",
        *(f"    {line}" for name in _PASSED for line in _passed(name, pay_params)),
        "  },",
    ]
    return "\n".join([_HEAD + "module.exports = {", *lines, "};", ""])


def _passed(name: str, pay_params: Mapping[str, object]) -> list[str]:
    value = pay_params.get(name)
    if value is None:
        return [f"{name}: '', // missing in pay_params 返回中没有"] if name in _REQUIRED else []
    written = string_literal(as_text(value))
    if name == "signType":
        # Typed only where WeChat knows it, so that any other is passed on all the same.
        kind = "'MD5' | 'HMAC-SHA256' | 'RSA'" if value in SIGN_TYPES else "any"
        return [f"{name}: /** @type {{{kind}}} */ ({written}),"]
    return [f"{name}: {written},"]


def _moment(time: datetime | None) -> str:
    if time is None:
        return "null"
    return f"{int(time.timestamp() * 1000)} /* {time.isoformat(timespec='seconds')} */"
