"""What a return code other than 0000 means for the call that got it: a refund learns other things than a payment."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.reply.records.standing import CLOSING_UNDER_WAY, CLOSING_WAIT, REFUND_UNDER_WAY, UNSUPPORTED
from qfpay_gui.qfpay.reply.statement import TURNS, Statement, identity, query_first, severity_of, then
from qfpay_gui.qfpay.respcd import Outcome, ReturnCode, Turn
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from qfpay_gui.qfpay.reply.reply import Reply
    from qfpay_gui.qfpay.request.prepared import PreparedRequest


@dataclass(frozen=True)
class _Own:
    """A code's meaning for one call. ``step`` may name {name} and {value}, the number that was sent."""

    headline: Text
    turn: Turn
    step: Text


def refused(request: PreparedRequest, reply: Reply, code: ReturnCode) -> Statement:
    """What this code says about this request; QFPay's own words may narrow it down."""
    words = f"{reply.resperr} {reply.respmsg}".lower()
    for respcd, known, headline, step in _NARROWER:
        if code.code == respcd and known in words and not (respcd == "1251" and request.endpoint != "payment"):
            return replace(_general(code), headline=headline, next_step=step)
    match request.endpoint:
        case "refund":
            return _refund(request, code, words)
        case "close" | "reversal":
            return _closing(request, code)
        case "query":
            return _query(request, code)
        case _:
            return _general(code)


def _general(code: ReturnCode) -> Statement:
    failed = Severity.WRONG if code.turn in {Turn.MERCHANT, Turn.QFPAY} else Severity.ATTENTION
    severity = severity_of(code, failed=failed, in_progress=Severity.NOTE, ok=Severity.OK)
    return Statement(severity, code.meaning, TURNS[code.turn], code.next)


def _refund(request: PreparedRequest, code: ReturnCode, words: str) -> Statement:
    if code.outcome is Outcome.IN_PROGRESS:
        return _in_progress(request, REFUND_UNDER_WAY, _REFUND_WAIT)
    if "please do not repeat" in words:
        return _own(request, code, _REPEATED)
    if code.code in _USED or (code.code == "1251" and "out_trade_no" in words):
        return _own(request, code, _NUMBER_USED)
    if code.code in _REFUNDS:
        return _own(request, code, _REFUNDS[code.code])
    if code.group in _UNCERTAIN:
        return replace(_general(code), next_step=_filled(request, _REFUND_UNSURE))
    return _general(code)


def _closing(request: PreparedRequest, code: ReturnCode) -> Statement:
    if code.outcome is Outcome.IN_PROGRESS:
        return _in_progress(request, CLOSING_UNDER_WAY, CLOSING_WAIT)
    if code.code == "1297":
        headline = _BUSY_OR_UNSUPPORTED
        return replace(_general(code), headline=headline, next_step=then(query_first(request), UNSUPPORTED))
    if code.code in _CLOSINGS:
        return _own(request, code, _CLOSINGS[code.code])
    if code.group in _UNCERTAIN and code.code != "1101":
        return replace(_general(code), next_step=_filled(request, _CLOSING_UNSURE))
    return _general(code)


def _query(request: PreparedRequest, code: ReturnCode) -> Statement:
    """A query changes nothing, so whatever stood in its way, it may simply be asked again."""
    if code.outcome is Outcome.IN_PROGRESS:
        return _general(code)
    if code.code in _NOT_FOUND:
        return _own(request, code, _NO_SUCH_ORDER)
    if code.group in _UNCERTAIN:
        return replace(_general(code), next_step=_QUERY_AGAIN)
    return _general(code)


def _in_progress(request: PreparedRequest, headline: Text, step: Text) -> Statement:
    return Statement(Severity.NOTE, headline, TURNS[Turn.WAIT], _filled(request, step))


def _own(request: PreparedRequest, code: ReturnCode, own: _Own) -> Statement:
    said = _general(replace(code, turn=own.turn))
    return Statement(said.severity, own.headline, TURNS[own.turn], _filled(request, own.step))


def _filled(request: PreparedRequest, step: Text) -> Text:
    """The step with the number that was sent, or a query by time where none was."""
    if "{value}" not in step.template:
        return step
    name, value = identity(request)
    return step.fill(name=name, value=value) if name else query_first(request)


_UNCERTAIN = frozenset({"channel", "system"})
_USED = frozenset({"1102", "1110", "2011"})
_NOT_FOUND = frozenset({"1136", "1268"})
_REFUND_WAIT = text(
    "Verdict", "Query {name} {value} until it is done or has failed. Never send the refund again meanwhile."
)
_REFUND_UNSURE = text(
    "Verdict",
    "Query {name} {value}: the refund may have been made all the same. Only if it surely failed, start a new refund "
    "with an out_trade_no never used before.",
)
_CLOSING_UNSURE = text("Verdict", "Query {name} {value} until the outcome is certain: it may be closed, open or paid.")
_QUERY_AGAIN = text(
    "Verdict",
    "The query came to nothing and changed nothing: it may be sent again, a little later.",
)
_BUSY_OR_UNSUPPORTED = text("Verdict", "The bank is busy, or this pay_type cannot be closed.")
_REPEATED = _Own(
    text("Verdict", "An earlier refund of this payment is still under way."),
    Turn.WAIT,
    text("Verdict", "Query the payment and the earlier refund. Start a further one only once that has ended."),
)
_NUMBER_USED = _Own(
    text("Verdict", "This out_trade_no was used before; a refund needs one of its own."),
    Turn.MERCHANT,
    text(
        "Verdict",
        "Query {name} {value}: if it is this very refund, it was made already. Otherwise use an out_trade_no that "
        "neither a payment nor a refund ever had.",
    ),
)
_NO_PAYMENT = _Own(
    text("Verdict", "QFPay finds no such payment to refund."),
    Turn.MERCHANT,
    text(
        "Verdict",
        "syssn is QFPay’s number of the original payment, not out_trade_no and not a refund’s number. Check app_code, "
        "mchid and the environment, too.",
    ),
)
_REFUNDS = {
    "1136": _NO_PAYMENT,
    "1268": _NO_PAYMENT,
    "1261": _Own(
        text("Verdict", "The payment is not paid: there is nothing to refund."),
        Turn.PAYER,
        text("Verdict", "Query the payment. While it is open the payer may still pay; unpaid, it ends by itself."),
    ),
    "1262": _Own(
        text("Verdict", "The payment is refunded already."),
        Turn.NOBODY,
        text("Verdict", "Query the payment and its refunds if you need the amounts. Do not send the refund again."),
    ),
    "1272": _Own(
        text("Verdict", "The refund is larger than what is left of the payment."),
        Turn.MERCHANT,
        text(
            "Verdict",
            "Nothing was given back. Query the payment by its syssn: cancel 3 means that all of it is refunded, "
            "5 a part. Then lower txamt to what is left.",
        ),
    ),
}
_ENDED = _Own(
    text("Verdict", "The order has ended already: there is nothing to close."),
    Turn.NOBODY,
    text("Verdict", "Query {name} {value} once to be sure that it was never paid."),
)
_NO_ORDER = _Own(
    text("Verdict", "QFPay finds no such order to close."),
    Turn.MERCHANT,
    text("Verdict", "Check {name} {value}, app_code, mchid and the environment."),
)
_CLOSINGS = {
    "1136": _NO_ORDER,
    "1268": _NO_ORDER,
    "1142": _ENDED,
    "1181": _ENDED,
    "1263": _ENDED,
    "1264": _ENDED,
    "1260": _Own(
        text("Verdict", "The order is paid: it can no longer be closed."),
        Turn.MERCHANT,
        text("Verdict", "Query it, then refund it to undo the payment."),
    ),
    "1262": _Own(
        text("Verdict", "The order was paid and refunded: there is nothing to close."),
        Turn.NOBODY,
        text("Verdict", "Nothing is left to do. Query it if you need the amounts."),
    ),
}
_NO_SUCH_ORDER = _Own(
    text("Verdict", "QFPay finds no such order."),
    Turn.MERCHANT,
    text(
        "Verdict",
        "Check {name} {value}, app_code, mchid and the environment. Give start_time and end_time if the order is from "
        "another month. A payment of the last minutes may still turn up: query again before a new one.",
    ),
)
_NARROWER = (
    (
        "1108",
        "mchcode",
        text("Verdict", "QFPay does not accept mchid, though it calls this a signature error."),
        text("Verdict", "Correct mchid or, where QFPay assigned none, leave it out. The signature may well be right."),
    ),
    (
        "1104",
        "filter error",
        text("Verdict", "This pay_type is not enabled for the merchant."),
        text("Verdict", "Ask QFPay to enable pay_type for this merchant, or check that app_code is the right one."),
    ),
    (
        "1251",
        "out_trade_no",
        text("Verdict", "This out_trade_no was used before."),
        text("Verdict", "Query it to see what became of that order. A new payment needs a new out_trade_no."),
    ),
)
