"""What respcd 0000 means for each call: an order to be paid, records found, a refund done, an order closed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.environments import Kind
from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.json_reading import excerpt
from qfpay_gui.qfpay.reply.records.records import records_of
from qfpay_gui.qfpay.reply.records.standing import REFUND_DONE, SUCCEEDED, UNSUPPORTED
from qfpay_gui.qfpay.reply.records.state import HOLDS_MONEY, RecordState
from qfpay_gui.qfpay.reply.statement import MINI_PROGRAM_TURN, TURNS, Statement, identity, query_first, then
from qfpay_gui.qfpay.respcd import Turn
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from qfpay_gui.qfpay.reply.records.records import Records
    from qfpay_gui.qfpay.reply.reply import Reply
    from qfpay_gui.qfpay.request.prepared import PreparedRequest

_MINI_PROGRAM = "800213"
_REFUND_SOON = text(
    "Verdict", "Live testing moves real money that is never settled: refund the payment once it is paid."
)
_REFUND_NOW = text("Verdict", "Live testing moves real money that is never settled: refund it now.")
_REFUND_REST_NOW = text("Verdict", "Live testing moves real money that is never settled: refund the rest now.")
_REFUND_ALL_NOW = text(
    "Verdict", "Payments here that still hold money: {count}. Live testing moves real money: refund them now."
)
_REAL_MONEY = text("Verdict", "This is production: the payer’s money is real.")


def success(request: PreparedRequest, reply: Reply, *, differs: bool) -> Statement:
    """What to make of respcd 0000; ``differs`` where the reply does not repeat the request's values."""
    match request.endpoint:
        case "payment":
            return _payment(request, reply, differs=differs)
        case "query":
            return _query(request, records_of(request, reply))
        case "refund":
            return _refund(request)
        case "close" | "reversal":
            return _closed(request, records_of(request, reply))
        case _:
            return Statement(Severity.OK, SUCCEEDED, TURNS[Turn.NOBODY], _SEE_REPLY)


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


def _query(request: PreparedRequest, records: Records) -> Statement:
    if not records.found:
        return _nothing_found(records)
    if len(records.found) > 1:
        return _many(request, records)
    record = records.found[0]
    said = record.standing.said
    if record.standing.state in HOLDS_MONEY and request.environment.kind is Kind.LIVE_TESTING:
        step = _REFUND_NOW if record.standing.state is RecordState.PAID else _REFUND_REST_NOW
        return Statement(Severity.ATTENTION, said.headline, TURNS[Turn.MERCHANT], step)
    return said


def _nothing_found(records: Records) -> Statement:
    if records.paging is not None and records.paging.has_previous:
        headline = _NO_FURTHER.fill(page=records.paging.number)
        return Statement(Severity.NOTE, headline, TURNS[Turn.NOBODY], _EARLIER_PAGES)
    return Statement(Severity.ATTENTION, _NOTHING_FOUND, TURNS[Turn.MERCHANT], _WHERE_TO_LOOK)


def _many(request: PreparedRequest, records: Records) -> Statement:
    """Several records: what matters most about any of them comes first."""
    headline = _FOUND.fill(count=len(records.found) + records.left_out)
    if any(record.standing.state in _PUZZLING for record in records.found):
        return Statement(Severity.ATTENTION, headline, TURNS[Turn.MERCHANT], _LOOK_AT_ODD)
    held = sum(record.standing.state in HOLDS_MONEY for record in records.found)
    if held and request.environment.kind is Kind.LIVE_TESTING:
        return Statement(Severity.ATTENTION, headline, TURNS[Turn.MERCHANT], _REFUND_ALL_NOW.fill(count=held))
    count = sum(not record.standing.is_final for record in records.found)
    if count:
        return Statement(Severity.NOTE, headline, TURNS[Turn.WAIT], _STILL_OPEN.fill(count=count))
    return Statement(Severity.OK, headline, TURNS[Turn.NOBODY], _EACH_RECORD)


def _refund(request: PreparedRequest) -> Statement:
    name, value = identity(request)
    return Statement(Severity.OK, REFUND_DONE, TURNS[Turn.NOBODY], _REFUND_STEP.fill(name=name, value=value))


def _closed(request: PreparedRequest, records: Records) -> Statement:
    """A closing reply without syssn is an older way to say that closing is not supported for this pay_type."""
    said = records.found[0].standing.said
    if said.severity is Severity.OK:
        return said
    return replace(said, next_step=then(query_first(request), UNSUPPORTED))


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
_LOOK_AT_ODD = text("Verdict", "At least one of them is unknown or contradictory: open it below.")
_STILL_OPEN = text("Verdict", "Still open: {count} of them. Query them again.")
_NO_FURTHER = text("Verdict", "Page {page} is empty: there are no further records.")
_EARLIER_PAGES = text("Verdict", "The pages before it hold what the query found.")
_PUZZLING = frozenset({RecordState.UNKNOWN, RecordState.CONTRADICTORY})
_REFUND_STEP = text("Verdict", "Nothing is left to do; a query of {name} {value} shows it.")
_SEE_REPLY = text("Verdict", "The reply’s fields tell the rest.")
