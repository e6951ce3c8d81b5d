"""What wx.requestPayment answers a Mini Program with, and what each answer means."""

from __future__ import annotations

from dataclasses import dataclass, replace

from qfpay_gui.qfpay.text import Text, text

OK = "requestPayment:ok"
CANCEL = "requestPayment:fail cancel"
FAIL = "requestPayment:fail"


@dataclass(frozen=True)
class Explained:
    """An errMsg in words: ``headline`` in two or three, ``meaning`` with its cause, ``next_step`` the way out."""

    err_msg: str
    headline: Text
    meaning: Text
    next_step: Text


def explain(err_msg: str) -> Explained:
    """What this errMsg means; an unknown one is a failure of the call. WeChat's versions bracket the reason or not."""
    known = _KNOWN.get(_reason(err_msg), _OTHER)
    return replace(known, err_msg=err_msg)


def _reason(err_msg: str) -> str:
    """What follows the name of the call and its outcome, or the whole where nothing does."""
    reason = err_msg.removeprefix(FAIL).strip(" ()（）")
    return reason if reason and err_msg.startswith(FAIL) else err_msg


_CALL_AGAIN = text("WxResult", "Query the order; while it is open, the same pay_params may be used again.")
_ORDER_AGAIN = text("WxResult", "Query the order, then order again with a new out_trade_no.")
_PAID = Explained(
    OK,
    text("WxResult", "Paid"),
    text("WxResult", "WeChat’s dialog ended well: the customer has paid."),
    text("WxResult", "Deliver only after the notification or a query says so."),
)
_CANCELLED = Explained(
    CANCEL,
    text("WxResult", "Cancelled"),
    text("WxResult", "The customer closed the sheet. WeChat says so too after telling that paySign is wrong."),
    _CALL_AGAIN,
)
_OTHER = Explained(
    "",
    text("WxResult", "The call failed"),
    text("WxResult", "WeChat did not let the customer pay."),
    _CALL_AGAIN,
)
FAILURES = (
    Explained(
        "requestPayment:fail 支付验证签名失败",
        text("WxResult", "paySign does not verify"),
        text("WxResult", "A value of pay_params was changed on its way, or signType is not the order’s."),
        text("WxResult", "Pass all five values on unchanged, timeStamp as text."),
    ),
    Explained(
        "requestPayment:fail no permission",
        text("WxResult", "No permission"),
        text("WxResult", "This Mini Program’s appid is not the order’s, or payment is not enabled for it."),
        text("WxResult", "Compare the appId of pay_params with the Mini Program that runs the call."),
    ),
    Explained(
        "requestPayment:fail banned",
        text("WxResult", "Payment right withdrawn"),
        text("WxResult", "WeChat has taken the right to pay from this Mini Program."),
        text("WxResult", "Its owner finds the reason in the Mini Program’s console at WeChat."),
    ),
    Explained(
        "requestPayment:fail 调用支付JSAPI缺少参数: total_fee",
        text("WxResult", "Parameters missing"),
        text("WxResult", "package is empty, lacks prepay_id=, or has expired; or timeStamp is in milliseconds."),
        text("WxResult", "Take package and timeStamp from pay_params as they are."),
    ),
    Explained(
        "requestPayment:fail appid和openid不匹配",
        text("WxResult", "openid of another Mini Program"),
        text("WxResult", "sub_openid is this person’s number in another Mini Program."),
        text("WxResult", "Take the openid from code2Session of the Mini Program that pays, and order again."),
    ),
    Explained(
        "requestPayment:fail 该订单已过期，请重新下单",
        text("WxResult", "Order expired"),
        text("WxResult", "The time of the order or of its prepay_id is over."),
        _ORDER_AGAIN,
    ),
)
"""What else WeChat is known to answer, for choosing one."""


_OTHERS = (
    Explained(
        "requestPayment:fail 该订单已支付",
        text("WxResult", "Paid before"),
        text("WxResult", "Somebody has paid this order already."),
        text("WxResult", "Query the order; do not make another one before that."),
    ),
    Explained(
        "requestPayment:fail 该订单已关闭，请重新下单",
        text("WxResult", "Order closed"),
        text("WxResult", "The merchant closed the order before anybody paid."),
        _ORDER_AGAIN,
    ),
    Explained(
        "requestPayment:fail 该订单已撤销，请重新下单",
        text("WxResult", "Order reversed"),
        text("WxResult", "The merchant reversed the order before anybody paid."),
        _ORDER_AGAIN,
    ),
)
_KNOWN = {_reason(one.err_msg): one for one in (_PAID, _CANCELLED, *FAILURES, *_OTHERS)}
