"""How far a merchant's set-up is known to be done: each step's state follows from what was seen, and says from what."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.onboarding.steps import StepId
from qfpay_gui.qfpay.request.rules.payer import MADE_UP_OPENIDS
from qfpay_gui.qfpay.respcd import Outcome, explain
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from qfpay_gui.qfpay.onboarding.domains import CheckedDomain

OPENID_MISMATCH = "openid不匹配"
"""What WeChat's order interface says, through QFPay's reply, of an openid that is not of the appId's Mini Program."""


class StepState(Enum):
    """What is known of a step."""

    DONE = "done"
    NOT_DONE = "not done"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class PaymentSeen:
    """The latest answer to a payment request of this merchant.

    ``headline`` is what it came to in words; ``respcd`` is "" where none came; ``words`` are QFPay's own;
    ``appid`` is the appId of its pay_params, ``has_pay_params`` whether there were any.
    """

    headline: Text
    respcd: str = ""
    words: str = ""
    appid: str = ""
    has_pay_params: bool = False


@dataclass(frozen=True)
class CallSeen:
    """What wx.requestPayment answered: ``id`` is that of its explanation, ``headline`` what it means."""

    id: str
    headline: Text


@dataclass(frozen=True)
class Known:
    """What this program has seen of one merchant at one environment.

    ``appid`` is the merchant's Mini Program as it was entered; ``openid_appid`` the one for which code2Session gave an
    openid, and ``openid_trouble`` why it gave none; ``paid`` tells of an order of pay_type 800213 that was paid.
    """

    simulated: bool = False
    can_sign: bool = False
    appid: str = ""
    domains: tuple[CheckedDomain, ...] = ()
    openid_appid: str = ""
    openid_trouble: Text | None = None
    sub_openid: str = ""
    payment: PaymentSeen | None = None
    call: CallSeen | None = None
    paid: bool = False

    @property
    def is_mismatched(self) -> bool:
        """Whether WeChat said that the openid is not of the Mini Program that is to be paid."""
        is_said = self.payment is not None and OPENID_MISMATCH in self.payment.words
        return is_said or (self.call is not None and self.call.id == "openid")

    @property
    def is_unlisted(self) -> bool:
        """Whether the phone said that the host it was to call is no request domain."""
        return self.call is not None and self.call.id == "request-domain"


@dataclass(frozen=True)
class Standing:
    """A step's state, and what it follows from."""

    state: StepState
    because: Text


def progress(known: Known) -> Mapping[StepId, Standing]:
    """The standing of each step, in their order."""
    return {step: judge(known) for step, judge in _JUDGES.items()}


def _verify(known: Known) -> Standing:
    if known.simulated:
        return _unknown(_NOT_ASKED)
    if known.paid:
        return _done(text("Onboarding", "A payment went through: WeChat lets this Mini Program take payments."))
    if known.call is not None and known.call.id in {"banned", "no-permission"}:
        words = text("Onboarding", "wx.requestPayment answered: {answer}. It may be certification, or the appId.")
        return _unknown(words.fill(answer=known.call.headline))
    return _unknown(text("Onboarding", "Only WeChat's console shows it, or a payment that goes through."))


def _bind(known: Known) -> Standing:
    if known.simulated:
        return _unknown(_NOT_ASKED)
    seen = known.payment.appid if known.payment else ""
    if seen and known.appid:
        if seen == known.appid:
            return _done(text("Onboarding", "pay_params are for {appid}, as entered.").fill(appid=seen))
        words = text("Onboarding", "pay_params are for {seen}, not for {appid}: ask QFPay to bind {appid}.")
        return _not_done(words.fill(seen=seen, appid=known.appid))
    if seen:
        return _unknown(text("Onboarding", "pay_params are for {appid}: is it the merchant's?").fill(appid=seen))
    if known.is_mismatched and known.appid and known.openid_appid == known.appid:
        words = text("Onboarding", "The openid is of {appid}, and WeChat says that another Mini Program is bound.")
        return _not_done(words.fill(appid=known.appid))
    return _unknown(text("Onboarding", "The pay_params of the first payment will name the appId that is bound."))


def _domain(known: Known) -> Standing:
    if known.is_unlisted:
        return _not_done(text("Onboarding", "The phone said that the host is not in the list."))
    refused = [one for one in known.domains if not one.entry]
    if refused:
        return _not_done(text("Onboarding", "WeChat does not take {domain}.").fill(domain=refused[0].written))
    if known.domains:
        return _unknown(text("Onboarding", "The text is right. Whether it was entered, only the console shows."))
    return _unknown(text("Onboarding", "Only WeChat's console shows it. The text to enter can be checked here."))


def _openid(known: Known) -> Standing:
    if known.is_mismatched:
        return _not_done(text("Onboarding", "WeChat says that this openid is not of the Mini Program that is bound."))
    if known.payment is not None and known.payment.has_pay_params:
        return _done(text("Onboarding", "An order was made for the sub_openid that was sent."))
    if known.openid_appid:
        return _found_openid(known)
    if known.openid_trouble is not None:
        return _not_done(text("Onboarding", "code2Session gave none: {why}").fill(why=known.openid_trouble))
    return _entered_openid(known)


def _entered_openid(known: Known) -> Standing:
    """What can be said of the draft's own, of which nobody has heard yet."""
    if not known.sub_openid:
        return _not_done(text("Onboarding", "sub_openid is empty."))
    if known.sub_openid in MADE_UP_OPENIDS and not known.simulated:
        return _not_done(text("Onboarding", "The sub_openid is made up: it is the simulator's."))
    return _unknown(text("Onboarding", "There is a sub_openid; whose it is, an order will tell."))


def _found_openid(known: Known) -> Standing:
    """It counts for its own Mini Program only."""
    if known.appid and known.openid_appid != known.appid:
        words = text("Onboarding", "An openid was found, but of {other}: one of {appid} is needed.")
        return _not_done(words.fill(other=known.openid_appid, appid=known.appid))
    return _done(text("Onboarding", "code2Session gave an openid for {appid}.").fill(appid=known.openid_appid))


def _payment(known: Known) -> Standing:
    seen = known.payment
    if seen is not None and seen.has_pay_params:
        return _done(text("Onboarding", "The latest payment: {headline}").fill(headline=seen.headline))
    code = explain(seen.respcd) if seen is not None else None
    if seen is not None and code is not None and code.outcome is Outcome.FAILED:
        words = text("Onboarding", "The latest payment, respcd {respcd}: {headline}")
        return _not_done(words.fill(respcd=seen.respcd, headline=seen.headline))
    if seen is not None:
        return _unknown(text("Onboarding", "The latest payment: {headline}").fill(headline=seen.headline))
    if known.paid:
        return _done(_PAID)
    if not known.can_sign:
        return _not_done(text("Onboarding", "No app_code and client_key are chosen to sign with."))
    return _unknown(text("Onboarding", "No payment was sent for this merchant since the program started."))


def _call(known: Known) -> Standing:
    if known.paid:
        return _done(_PAID)
    if known.call is not None and not known.is_unlisted:
        words = text("Onboarding", "wx.requestPayment answered: {answer}.").fill(answer=known.call.headline)
        return _done(words) if known.call.id == "paid" else _not_done(words)
    if known.payment is not None and known.payment.has_pay_params:
        return _unknown(text("Onboarding", "pay_params are there. What the phone makes of them, a query tells."))
    return _unknown(text("Onboarding", "There are no pay_params to call it with yet."))


def _done(because: Text) -> Standing:
    return Standing(StepState.DONE, because)


def _not_done(because: Text) -> Standing:
    return Standing(StepState.NOT_DONE, because)


def _unknown(because: Text) -> Standing:
    return Standing(StepState.UNKNOWN, because)


_NOT_ASKED = text("Onboarding", "The simulator asks for none of this: choose the merchant's environment and profile.")
_PAID = text("Onboarding", "An order of this merchant was paid.")
_JUDGES: dict[StepId, Callable[[Known], Standing]] = {
    StepId.VERIFY: _verify,
    StepId.BIND: _bind,
    StepId.DOMAIN: _domain,
    StepId.OPENID: _openid,
    StepId.PAYMENT: _payment,
    StepId.CALL: _call,
}
SEVERITIES = {
    StepState.DONE: Severity.OK,
    StepState.NOT_DONE: Severity.ATTENTION,
    StepState.UNKNOWN: Severity.NOTE,
}
"""Which picture goes with which state."""
