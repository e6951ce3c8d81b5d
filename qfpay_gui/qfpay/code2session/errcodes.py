"""What WeChat's error codes mean for somebody who asks code2Session, and the way out of each."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.text import Text, text


class Spent(Enum):
    """Whether the js_code still works after this."""

    NO = "no"
    MAYBE = "maybe"
    YES = "yes"


@dataclass(frozen=True)
class Meaning:
    """What happened, the way out, how bad it is, and what became of the js_code."""

    headline: Text
    remedy: Text
    spent: Spent = Spent.MAYBE
    severity: Severity = Severity.WRONG


_OUR_FAULT = text("OpenId", "Something between here and WeChat changed the request: check the proxy, or report it.")
_SECRET_REFUSED = Meaning(
    text("OpenId", "The AppSecret does not belong to this AppID."),
    text(
        "OpenId",
        "Copy it again, whole. It may have been reset since; each Mini Program has its own, and a QFPay client_key "
        "is something else.",
    ),
)

MEANINGS = {
    "-1": Meaning(
        text("OpenId", "WeChat is busy."),
        text("OpenId", "Wait a moment, then ask again; if the code is refused then, get a fresh one."),
        severity=Severity.ATTENTION,
    ),
    "40001": _SECRET_REFUSED,
    "40002": Meaning(text("OpenId", "WeChat does not know the grant_type."), _OUR_FAULT),
    "40013": Meaning(
        text("OpenId", "WeChat knows no Mini Program with this AppID."),
        text("OpenId", "Check the AppID: wx and 16 of 0–9 and a–f, without a space. A merchant number is no AppID."),
    ),
    "40029": Meaning(
        text("OpenId", "WeChat does not accept the js_code."),
        text(
            "OpenId",
            "It is older than 5 minutes, cut short, or from another Mini Program. Check that the project that ran "
            "wx.login has this very AppID, then get a fresh code.",
        ),
        Spent.YES,
    ),
    "40125": _SECRET_REFUSED,
    "40163": Meaning(
        text("OpenId", "The js_code was used before: WeChat takes each one once."),
        text("OpenId", "Run wx.login again, and keep the merchant's own server from using the new code first."),
        Spent.YES,
    ),
    "40164": Meaning(
        text("OpenId", "This computer's address is not on the Mini Program's list of allowed IPs."),
        text("OpenId", "Add the address in WeChat's words below at mp.weixin.qq.com, or ask from an allowed network."),
    ),
    "40226": Meaning(
        text("OpenId", "WeChat blocks this user's login as a high risk."),
        text("OpenId", "Nothing here can change that: test with another WeChat user."),
        Spent.YES,
    ),
    "41002": Meaning(
        text("OpenId", "The AppID is missing."), text("OpenId", "Enter the Mini Program's AppID."), Spent.NO
    ),
    "41004": Meaning(
        text("OpenId", "The AppSecret is missing."), text("OpenId", "Enter the Mini Program's AppSecret."), Spent.NO
    ),
    "41008": Meaning(
        text("OpenId", "The js_code is missing."), text("OpenId", "Enter the code that wx.login printed."), Spent.NO
    ),
    "43001": Meaning(text("OpenId", "WeChat wants a GET request and got another."), _OUR_FAULT),
    "43003": Meaning(text("OpenId", "WeChat wants https and got plain http."), _OUR_FAULT),
    "45009": Meaning(
        text("OpenId", "The Mini Program has used up its calls for today."),
        text("OpenId", "Wait until tomorrow, or clear the quota at mp.weixin.qq.com."),
        severity=Severity.ATTENTION,
    ),
    "45011": Meaning(
        text("OpenId", "Too many logins within a minute."),
        text("OpenId", "WeChat takes 100 a minute from one user. Wait a minute, then ask with a fresh code."),
        severity=Severity.ATTENTION,
    ),
    "48001": Meaning(
        text("OpenId", "This account may not use code2Session."),
        text("OpenId", "It is for Mini Programs: the AppID of an Official Account or of an app is not entitled to it."),
    ),
    "48004": Meaning(
        text("OpenId", "WeChat has blocked this interface for the Mini Program."),
        text("OpenId", "Its owner finds the reason, and how to appeal, at mp.weixin.qq.com."),
    ),
    "50002": Meaning(
        text("OpenId", "The account is restricted: frozen or closed."),
        text("OpenId", "Check the Mini Program's state at mp.weixin.qq.com, and try another WeChat user."),
    ),
}
_UNKNOWN = Meaning(
    text("OpenId", "WeChat refused, with a code that is not explained here."),
    text("OpenId", "Look the code up in WeChat's list of global return codes; its own words are below."),
)


def explained(errcode: str) -> Meaning:
    """The meaning of this code; for an unknown one, where to look."""
    return MEANINGS.get(errcode, _UNKNOWN)
