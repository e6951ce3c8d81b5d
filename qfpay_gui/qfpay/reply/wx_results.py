"""What wx.requestPayment answers a Mini Program with, and what each answer means.

The words are those of WeChat's documentation and of its developer community; each is looked for in whatever WeChat
wrote, for its versions bracket a reason, put it into ``err_desc``, or leave it to ``errno``.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from collections.abc import Mapping

OK = "requestPayment:ok"
CANCEL = "requestPayment:fail cancel"
FAIL = "requestPayment:fail"
DETAILS = ("err_code", "err_desc", "errno")
"""Members beside ``errMsg`` in which WeChat gives its reason."""
_PUNCTUATION = re.compile(r"[\s():]+")
_ERRNO = re.compile(r"\berrno\W{1,8}(\d+)")
_BANNED = "102"
"""The errno of a call that WeChat does not allow this Mini Program."""
_NOT_LISTED = "600002"
"""The errno of a request to a host that is not in the list."""


@dataclass(frozen=True)
class Explained:
    """An answer in words: ``headline`` in two or three, ``meaning`` with its cause, ``next_step`` the way out.

    ``id`` is stable; ``err_msg`` is the answer itself; ``says`` are parts by which it is known, as
    :func:`_plain` writes them.
    """

    id: str
    err_msg: str
    headline: Text
    meaning: Text
    next_step: Text
    says: tuple[str, ...] = ()


def explain(err_msg: str, details: Mapping[str, str] = MappingProxyType({})) -> Explained:
    """What this errMsg means, with the members that came beside it; an unknown one is a failure of the call."""
    if err_msg == OK:
        return _PAID
    said = _plain("\n".join((err_msg, *(details.get(name, "") for name in DETAILS[:2]))))
    known = _BY_ERRNO.get(details.get("errno", "")) or next(
        (one for one in (*FAILURES, *_OF_ORDERING, _OF_REQUEST, _CANCELLED) if any(part in said for part in one.says)),
        _OTHER,
    )
    return replace(known, err_msg=err_msg)


def explain_words(words: str) -> Explained:
    """What any text means that holds WeChat's answer: an errMsg, or an object that was printed with its errno."""
    errno = _ERRNO.search(words)
    return explain(words, {"errno": errno[1]} if errno else {})


def _plain(said: str) -> str:
    """The words without regard to case, width, brackets and colons."""
    return _PUNCTUATION.sub(" ", unicodedata.normalize("NFKC", said).casefold())


_CALL_AGAIN = text("WxResult", "Query the order; while it is open, the same pay_params may be used again.")
_ORDER_AGAIN = text("WxResult", "Query the order, then order again with a new out_trade_no.")
_PAID = Explained(
    "paid",
    OK,
    text("WxResult", "Paid"),
    text("WxResult", "WeChat’s dialog ended well: the customer has paid."),
    text("WxResult", "Deliver only after the notification or a query says so."),
)
_CANCELLED = Explained(
    "cancelled",
    CANCEL,
    text("WxResult", "Cancelled"),
    text("WxResult", "The customer closed the sheet. WeChat says so too after telling that paySign is wrong."),
    _CALL_AGAIN,
    ("requestpayment fail cancel", "requestpayment cancel"),
)
_OTHER = Explained(
    "failed",
    "",
    text("WxResult", "The call failed"),
    text("WxResult", "WeChat did not let the customer pay."),
    _CALL_AGAIN,
)
FAILURES = (
    Explained(
        "pay-sign",
        "requestPayment:fail 支付验证签名失败",
        text("WxResult", "paySign does not verify"),
        text("WxResult", "A value of pay_params was changed on its way, or signType is not the order’s."),
        text("WxResult", "Pass all five values on unchanged, timeStamp as text."),
        ("支付验证签名失败", "unable to verify signature"),
    ),
    Explained(
        "banned",
        "requestPayment:fail banned",
        text("WxResult", "Payment right withdrawn"),
        text(
            "WxResult",
            "WeChat lets this Mini Program take no payments. WeChat’s staff names three reasons: order shipping "
            "management (订单发货管理) is not connected, certification is missing, or the order is of another appId.",
        ),
        text(
            "WxResult",
            "Its owner looks at order shipping management and certification in the Mini Program’s console; compare "
            "appId too. Until then the same pay_params fail again.",
        ),
        ("banned", "jsapi has no permission"),
    ),
    Explained(
        "no-permission",
        "requestPayment:fail no permission",
        text("WxResult", "No permission"),
        text("WxResult", "This Mini Program’s appid is not the order’s, or payment is not enabled for it."),
        text("WxResult", "Compare the appId of pay_params with the Mini Program that runs the call."),
        ("no permission",),
    ),
    Explained(
        "total-fee",
        "requestPayment:fail 调用支付JSAPI缺少参数: total_fee",
        text("WxResult", "Parameters missing"),
        text("WxResult", "package is empty, lacks prepay_id=, or has expired; or timeStamp is in milliseconds."),
        text("WxResult", "Take package and timeStamp from pay_params as they are."),
        ("total_fee",),
    ),
    Explained(
        "expired",
        "requestPayment:fail 该订单已过期，请重新下单",
        text("WxResult", "Order expired"),
        text("WxResult", "The time of the order or of its prepay_id is over."),
        _ORDER_AGAIN,
        ("订单已过期",),
    ),
)
"""What else WeChat is known to answer, for choosing one."""

_OF_ORDERING = (
    Explained(
        "openid",
        "appid和openid不匹配",
        text("WxResult", "openid of another Mini Program"),
        text(
            "WxResult",
            "sub_openid is this person’s number in another Mini Program. WeChat’s order interface says so: it stands "
            "in QFPay’s reply, before there are pay_params.",
        ),
        text("WxResult", "Take the openid from code2Session of the Mini Program that pays, and order again."),
        ("openid不匹配", "openid not match"),
    ),
    Explained(
        "order-paid",
        "该订单已支付",
        text("WxResult", "Paid before"),
        text(
            "WxResult",
            "Somebody has paid this order already. WeChat’s order interface says so, in QFPay’s reply: not "
            "wx.requestPayment.",
        ),
        text("WxResult", "Query the order; do not make another one before that."),
        ("订单已支付", "orderpaid"),
    ),
    Explained(
        "order-closed",
        "该订单已关闭，请重新下单",
        text("WxResult", "Order closed"),
        text(
            "WxResult",
            "The order was closed before anybody paid. WeChat’s order interface says so, in QFPay’s reply: not "
            "wx.requestPayment.",
        ),
        _ORDER_AGAIN,
        ("订单已关闭", "orderclosed"),
    ),
    Explained(
        "order-reversed",
        "该订单已撤销，请重新下单",
        text("WxResult", "Order reversed"),
        text(
            "WxResult",
            "The order was reversed before anybody paid. WeChat’s order interface says so, in QFPay’s reply: not "
            "wx.requestPayment.",
        ),
        _ORDER_AGAIN,
        ("订单已撤销", "orderreversed"),
    ),
)
"""What WeChat's order interface says; merchants take it for an answer of wx.requestPayment."""
_OF_REQUEST = Explained(
    "request-domain",
    "request:fail url not in domain list",
    text("WxResult", "Not in the list of domains"),
    text(
        "WxResult",
        "wx.request was to call a host that is no request domain of this Mini Program: nothing left the phone. The "
        "developer tools and the debug mode do not look at the list.",
    ),
    text(
        "WxResult",
        "Enter the host in the Mini Program's console among the request domains, as the set-up's third step tells.",
    ),
    ("url not in domain list", "合法域名列表"),
)
"""What wx.request answers before anything is sent."""
ANSWERS = (_PAID, _CANCELLED, *FAILURES, _OF_REQUEST, *_OF_ORDERING, replace(_OTHER, err_msg=f"{FAIL} …"))
"""Every answer that is explained; the last one stands for all others."""
_BY_ERRNO = {_BANNED: next(one for one in FAILURES if "banned" in one.says), _NOT_LISTED: _OF_REQUEST}
