"""What the workbench has seen of the merchant in hand, put together for the judgement of the six steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qfpay_gui.models.sheet.state import Refused, SheetEnded
from qfpay_gui.qfpay.code2session.answer import Found
from qfpay_gui.qfpay.environments import EnvironmentKind
from qfpay_gui.qfpay.onboarding.domains import check
from qfpay_gui.qfpay.onboarding.progress import CallSeen, Known, PaymentSeen
from qfpay_gui.qfpay.orders.order import OrderStage
from qfpay_gui.qfpay.reply.pay_param_rules import as_text
from qfpay_gui.qfpay.reply.wx_results import explain_words

if TYPE_CHECKING:
    from qfpay_gui.models.onboarding.state import Entered
    from qfpay_gui.models.sending.answer import Answer
    from qfpay_gui.models.workbench import Workbench
    from qfpay_gui.qfpay.text import Text

MINI_PROGRAM = "800213"


def known(bench: Workbench, entered: Entered) -> Known:
    """Everything that bears on the set-up of the present merchant at the present environment."""
    simulated = bench.environment.kind is EnvironmentKind.SIMULATOR
    appid, trouble = _openid(bench, simulated=simulated)
    payment = bench.draft.drafts.of("payment")
    return Known(
        simulated=simulated,
        can_sign=bool(bench.credentials.app_code and bench.credentials.client_key),
        appid=entered.appid,
        domains=check(entered.domains, "" if simulated else bench.environment.base_url),
        openid_appid=appid,
        openid_trouble=trouble,
        sub_openid=payment.value("sub_openid") if payment is not None else "",
        payment=_payment(bench),
        call=_call(bench, entered.answer, simulated=simulated),
        paid=_is_paid(bench),
    )


def _openid(bench: Workbench, *, simulated: bool) -> tuple[str, Text | None]:
    """The AppID an openid was found for, and why none was; an answer of the simulator counts for the simulator."""
    asked = bench.openid.asked
    if asked is None or asked.simulated != simulated:
        return "", None
    if isinstance(asked.answer, Found):
        return asked.appid, None
    return "", asked.answer.headline


def _payment(bench: Workbench) -> PaymentSeen | None:
    answer = bench.replies.latest(lambda one: _is_theirs(bench, one))
    if answer is None:
        return None
    reply = answer.reply
    pay_params = reply.pay_params if reply is not None else None
    return PaymentSeen(
        answer.verdict.headline,
        respcd=reply.respcd if reply is not None else "",
        words=reply.words if reply is not None else "",
        appid=as_text((pay_params or {}).get("appId")),
        has_pay_params=pay_params is not None,
    )


def _is_theirs(bench: Workbench, answer: Answer) -> bool:
    """Whether it answers a Mini Program payment of the present merchant, made as it should be."""
    request = answer.request
    is_meant = request.endpoint == "payment" and request.value("pay_type") == MINI_PROGRAM
    is_here = request.environment.base_url == bench.environment.base_url
    is_signed_by_them = dict(request.headers)["X-QF-APPCODE"] == bench.credentials.app_code
    return is_meant and is_here and is_signed_by_them and request.deliberate is None


def _call(bench: Workbench, answer: str, *, simulated: bool) -> CallSeen | None:
    """What was entered of the phone's answer; in the simulator, what its sheet ended with."""
    state = bench.sheet.state
    if answer.strip():
        explained = explain_words(answer.strip())
    elif simulated and isinstance(state, SheetEnded | Refused):
        explained = explain_words(state.result.err_msg)
    else:
        return None
    return CallSeen(explained.id, explained.headline)


def _is_paid(bench: Workbench) -> bool:
    orders = bench.draft.context.orders
    return any(one.pay_type == MINI_PROGRAM and one.stage >= OrderStage.PAID for one in orders)
