"""The six steps until a Mini Program can take a payment through QFPay: what to do, where, and what goes wrong."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.text import text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qfpay_gui.qfpay.text import Text


class StepId(Enum):
    """The steps in their order."""

    VERIFY = "verify"
    BIND = "bind"
    DOMAIN = "domain"
    OPENID = "openid"
    PAYMENT = "payment"
    CALL = "call"


@dataclass(frozen=True)
class Said:
    """A sentence, and the id of its entry in the register of claims."""

    claim: str
    words: Text


@dataclass(frozen=True)
class Step:
    """One step; ``place`` is where it is done, ``mistakes`` what commonly goes wrong."""

    id: StepId
    heading: Text
    task: Said
    place: Text
    mistakes: tuple[Said, ...]


REAL_NAMES = (
    Said(
        "setup.real-name-card",
        text(
            "Onboarding", "A payer is refused whose wallet, such as its bank card, does not match the name and number."
        ),
    ),
    Said(
        "setup.real-name-no-card",
        text("Onboarding", "A payer who has bound no bank card to WeChat pays regardless: nothing is compared."),
    ),
    Said(
        "setup.real-name-citizens",
        text("Onboarding", "Only citizens of Mainland China can be identified: send extend_info for nobody else."),
    ),
    Said(
        "setup.real-name-activated",
        text("Onboarding", "It must be activated with WeChat for the pay_type first."),
    ),
)
"""The rules of payments with ``extend_info``, in which a payer's name and national ID are sent."""

STEPS = (
    Step(
        StepId.VERIFY,
        text("Onboarding", "Verify the business at WeChat"),
        Said(
            "setup.verify",
            text(
                "Onboarding",
                "Before WeChat lets a Mini Program take payments, its business must prove to WeChat who it is.",
            ),
        ),
        text("Onboarding", "mp.weixin.qq.com, signed in as the Mini Program's administrator: {menu}").fill(
            menu="微信认证"
        ),
        (
            Said(
                "setup.verify-person",
                text(
                    "Onboarding",
                    "WeChat Pay takes businesses and organisations: an account without certification cannot apply.",
                ),
            ),
            Said(
                "setup.verify-shipping",
                text(
                    "Onboarding",
                    "A Mini Program that sells things must connect order shipping management (订单发货管理), else "
                    "WeChat may withdraw its right to take payments.",
                ),
            ),
            Said(
                "setup.verify-lapsed",
                text(
                    "Onboarding",
                    "Without valid certification, wx.requestPayment answers “banned” or “no permission”.",
                ),
            ),
        ),
    ),
    Step(
        StepId.BIND,
        text("Onboarding", "Have QFPay bind the AppID"),
        Said("setup.bind", text("Onboarding", "QFPay binds the Mini Program's AppID to the API credentials.")),
        text(
            "Onboarding",
            "Ask QFPay, naming app_code, mchid if there is one, and the AppID, which stands at mp.weixin.qq.com under "
            "{menu}.",
        ).fill(menu="开发 → 开发设置"),
        (
            Said(
                "setup.bind-other",
                text(
                    "Onboarding",
                    "pay_params name another appId than the Mini Program that calls: WeChat answers “no permission”.",
                ),
            ),
            Said(
                "setup.bind-credentials",
                text(
                    "Onboarding",
                    "Credentials belong to one environment: have the AppID bound for live testing and for production.",
                ),
            ),
        ),
    ),
    Step(
        StepId.DOMAIN,
        text("Onboarding", "Whitelist the request domain"),
        Said(
            "setup.domain",
            text("Onboarding", "The host that the Mini Program calls by wx.request is entered as a request domain."),
        ),
        text("Onboarding", "mp.weixin.qq.com: {menu}").fill(menu="开发 → 开发设置 → 服务器域名 → request合法域名"),
        (
            Said(
                "setup.domain-list",
                text(
                    "Onboarding",
                    "“request:fail url not in domain list” says that it is missing; look at www., port and spelling.",
                ),
            ),
            Said(
                "setup.domain-tools",
                text(
                    "Onboarding",
                    "It works in the developer tools or in debug mode only: there the list need not be obeyed.",
                ),
            ),
        ),
    ),
    Step(
        StepId.OPENID,
        text("Onboarding", "Get the payer's openid"),
        Said(
            "setup.openid",
            text(
                "Onboarding",
                "wx.login gives the Mini Program a code; code2Session gives the openid for it, the sub_openid.",
            ),
        ),
        text("Onboarding", "The merchant's server, or a cloud function of the Mini Program such as getUserOpenID"),
        (
            Said(
                "setup.openid-other",
                text(
                    "Onboarding",
                    "An openid of another Mini Program or account: when ordering, WeChat says “appid和openid不匹配”.",
                ),
            ),
            Said(
                "setup.openid-code",
                text("Onboarding", "A code works once, within five minutes; for each try a new one is needed."),
            ),
            Said(
                "setup.openid-server",
                text(
                    "Onboarding",
                    "code2Session cannot be asked from the Mini Program itself: api.weixin.qq.com is barred there.",
                ),
            ),
        ),
    ),
    Step(
        StepId.PAYMENT,
        text("Onboarding", "Send the payment request"),
        Said(
            "setup.payment",
            text(
                "Onboarding",
                "POST /trade/v1/payment with pay_type 800213 and sub_openid. respcd 0000 says that there is an order; "
                "nobody has paid.",
            ),
        ),
        text("Onboarding", "The merchant's server; here the form and Send"),
        (
            Said(
                "setup.payment-signature",
                text("Onboarding", "1108: paste the merchant's request, and the cause is looked for."),
            ),
            Said(
                "setup.payment-sandbox",
                text(
                    "Onboarding",
                    "QFPay's sandbox simulates cards only: test with a small real payment on live testing; refund it.",
                ),
            ),
        ),
    ),
    Step(
        StepId.CALL,
        text("Onboarding", "Call wx.requestPayment"),
        Said(
            "setup.call",
            text(
                "Onboarding",
                "The Mini Program calls wx.requestPayment with five values of pay_params, as text and unchanged.",
            ),
        ),
        text("Onboarding", "The Mini Program with the appId of pay_params, on the phone of the payer with that openid"),
        (
            Said(
                "setup.call-changed",
                text(
                    "Onboarding",
                    "A value changed or made anew, such as timeStamp, spoils paySign; often it ends as “cancel”.",
                ),
            ),
            Said(
                "setup.call-delivery",
                text(
                    "Onboarding",
                    "“ok” is for the page only: deliver after the notification or a query says that it is paid.",
                ),
            ),
        ),
    ),
)
"""All of them, as QFPay's page on Mini Program payments tells them; what goes wrong comes from elsewhere too."""


def sayings() -> Iterator[Said]:
    """Every sentence that needs a source."""
    for step in STEPS:
        yield step.task
        yield from step.mistakes
    yield from REAL_NAMES
