"""What respcd 0000 means for each call: an order to be paid, records found, a refund done, an order closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qfpay_gui.qfpay.environments import Kind
from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.json_reading import excerpt
from qfpay_gui.qfpay.respcd import Outcome, Turn, explain
from qfpay_gui.qfpay.statement import (
    MINI_PROGRAM_TURN,
    TURNS,
    Statement,
    identity,
    query_first,
    severity_of,
    then,
)
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qfpay_gui.qfpay.prepared import PreparedRequest
    from qfpay_gui.qfpay.reply import Reply

_MINI_PROGRAM = "800213"
_REFUND_SOON = text(
    "Verdict", "Live testing moves real money that is never settled: refund the payment once it is paid."
)
_REFUND_NOW = text("Verdict", "Live testing moves real money that is never settled: refund it now.")
_REAL_MONEY = text("Verdict", "This is production: the payer’s money is real.")


def success(request: PreparedRequest, reply: Reply, *, differs: bool) -> Statement:
    """What to make of respcd 0000; ``differs`` where the reply does not repeat the request's values."""
    match request.endpoint:
        case "payment":
            return _payment(request, reply, differs=differs)
        case "query":
            return _query(request, reply)
        case "refund":
            return _refund(request)
        case "close" | "reversal":
            return _closed(request, reply)
        case _:
            return Statement(Severity.OK, _SUCCEEDED, TURNS[Turn.NOBODY], _SEE_REPLY)


def _payment(request: PreparedRequest, reply: Reply, *, differs: bool) -> Statement:
    pay_type = request.value("pay_type")
    if pay_type != _MINI_PROGRAM:
        headline = _OTHER_TYPE.fill(pay_type=excerpt(pay_type))
        return Statement(Severity.NOTE, headline, TURNS[Turn.WAIT], query_first(request))
    if reply.pay_params is None:
        return Statement(Severity.ATTENTION, _NO_PAY_PARAMS, TURNS[Turn.MERCHANT], then(query_first(request), _CLOSE))
    if differs:
        return Statement(Severity.ATTENTION, _DIFFERS, TURNS[Turn.MERCHANT], then(_HOLD, query_first(request)))
    return Statement(Severity.OK, _CREATED, MINI_PROGRAM_TURN, _with_reminder(request, _hand_over(request)))


def _hand_over(request: PreparedRequest) -> Text:
    """How long pay_params can be paid: expired_time takes 5 to 120 minutes, a prepay_id lives two hours."""
    minutes = request.value("expired_time")
    if minutes.isascii() and minutes.isdigit() and len(minutes) <= 3 and 5 <= int(minutes) <= 120:
        return _HAND_OVER_MINUTES.fill(minutes=int(minutes))
    return _HAND_OVER


def _with_reminder(request: PreparedRequest, step: Text) -> Text:
    reminders = {Kind.LIVE_TESTING: _REFUND_SOON, Kind.PRODUCTION: _REAL_MONEY}
    reminder = reminders.get(request.environment.kind)
    return then(step, reminder) if reminder else step


def _query(request: PreparedRequest, reply: Reply) -> Statement:
    if not reply.rows:
        return Statement(Severity.ATTENTION, _NOTHING_FOUND, TURNS[Turn.MERCHANT], _WHERE_TO_LOOK)
    if len(reply.rows) > 1:
        headline = _FOUND.fill(count=len(reply.rows))
        return Statement(Severity.OK, headline, TURNS[Turn.NOBODY], _EACH_RECORD)
    return _record(request, reply.rows[0])


def _record(request: PreparedRequest, row: Mapping[str, str]) -> Statement:
    """The state of the one record found: its own respcd, not that of the query."""
    code = explain(row.get("respcd", ""))
    if code is None:
        headline = _ODD_RECORD.fill(respcd=excerpt(row.get("respcd", "")) or "–")
        return Statement(Severity.ATTENTION, headline, TURNS[Turn.WAIT], _ODD_RECORD_STEP)
    if code.outcome is Outcome.SUCCESS:
        return _paid(request, row)
    severity = severity_of(code, failed=Severity.ATTENTION, in_progress=Severity.NOTE, ok=Severity.OK)
    return Statement(severity, code.meaning, TURNS[code.turn], code.next)


def _paid(request: PreparedRequest, row: Mapping[str, str]) -> Statement:
    if row.get("order_type") == "refund":
        return Statement(Severity.OK, _REFUND_DONE, TURNS[Turn.NOBODY], _NOTHING_LEFT)
    undone = _CANCEL.get(row.get("cancel", ""))
    if undone is not None:
        return Statement(Severity.NOTE, undone, TURNS[Turn.NOBODY], _NOTHING_LEFT)
    if request.environment.kind is Kind.LIVE_TESTING:
        return Statement(Severity.ATTENTION, _PAID, TURNS[Turn.MERCHANT], _REFUND_NOW)
    return Statement(Severity.OK, _PAID, TURNS[Turn.NOBODY], _PAID_STEP)


def _refund(request: PreparedRequest) -> Statement:
    name, value = identity(request)
    return Statement(Severity.OK, _REFUND_DONE, TURNS[Turn.NOBODY], _REFUND_STEP.fill(name=name, value=value))


def _closed(request: PreparedRequest, reply: Reply) -> Statement:
    """A closing reply without syssn is an older way to say that closing is not supported for this pay_type."""
    if not reply.fields.get("syssn"):
        return Statement(Severity.ATTENTION, _NOT_CLOSED, TURNS[Turn.MERCHANT], query_first(request))
    headline = _REVERSED if request.endpoint == "reversal" else _CLOSED
    return Statement(Severity.OK, headline, TURNS[Turn.NOBODY], _CLOSED_STEP)


_CREATED = text("Verdict", "Order created – nobody has paid yet.")
_HAND_OVER = text(
    "Verdict",
    "Hand pay_params to the Mini Program unchanged, within two hours; QFPay may end the order after 30 minutes.",
)
_HAND_OVER_MINUTES = text(
    "Verdict",
    "Hand pay_params to the Mini Program unchanged, within {minutes} minutes: then expired_time ends the order.",
)
_NO_PAY_PARAMS = text("Verdict", "Order created, but without pay_params it cannot be paid.")
_CLOSE = text("Verdict", "Close the order if it is unpaid, and show QFPay support the raw reply.")
_DIFFERS = text("Verdict", "Order created, but the reply differs from what was sent.")
_HOLD = text("Verdict", "Let nobody pay yet, and look at the checks.")
_OTHER_TYPE = text("Verdict", "Accepted. Whether it is paid depends on pay_type {pay_type}.")
_NOTHING_FOUND = text("Verdict", "The query worked, but found no order.")
_WHERE_TO_LOOK = text(
    "Verdict",
    "Check out_trade_no, app_code and the environment. Without start_time and end_time only this calendar month "
    "(UTC+8) is searched. A payment of the last minutes may still turn up: query again before a new one.",
)
_FOUND = text("Verdict", "The query found {count} records.")
_EACH_RECORD = text(
    "Verdict",
    "respcd of each record tells its state: 0000 succeeded, 1143, 1145 and 1298 are still open, all else failed.",
)
_ODD_RECORD = text("Verdict", "The order was found, but its respcd {respcd} is unknown.")
_ODD_RECORD_STEP = text("Verdict", "Query on, and ask QFPay support what it means. Send nothing again meanwhile.")
_PAID = text("Verdict", "The order is paid.")
_PAID_STEP = text("Verdict", "Nothing is left to do. To undo the payment, refund it.")
_NOTHING_LEFT = text("Verdict", "Nothing is left to do.")
_CANCEL = {
    "1": text("Verdict", "The order was paid, then reversed or refunded."),
    "2": text("Verdict", "The order was cancelled."),
    "3": text("Verdict", "The order was paid, then refunded."),
    "4": text("Verdict", "The pre-authorisation is completed."),
    "5": text("Verdict", "The order was paid, then refunded in part."),
}
_REFUND_DONE = text("Verdict", "The refund is done.")
_REFUND_STEP = text("Verdict", "Nothing is left to do; a query of {name} {value} shows it.")
_CLOSED = text("Verdict", "The order is closed; it can no longer be paid.")
_REVERSED = text("Verdict", "The order is reversed; it can no longer be paid.")
_CLOSED_STEP = text("Verdict", "Query the order once to be sure.")
_NOT_CLOSED = text("Verdict", "Success without syssn: closing may not be supported here.")
_SUCCEEDED = text("Verdict", "The request succeeded.")
_SEE_REPLY = text("Verdict", "The reply’s fields tell the rest.")
