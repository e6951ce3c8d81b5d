"""The verdict on an exchange: what happened, whose turn it is, what to do next."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, assert_never

from qfpay_gui.qfpay.environments import EnvironmentKind
from qfpay_gui.qfpay.findings import Finding, Severity, worst
from qfpay_gui.qfpay.json_reading import excerpt
from qfpay_gui.qfpay.reply.exchange import Exchange, HttpReply, TransportFailure
from qfpay_gui.qfpay.reply.no_answer import contradictory_success, faulty_reply, layer_name, no_reply
from qfpay_gui.qfpay.reply.records.records import Records, records_of
from qfpay_gui.qfpay.reply.records.state import HOLDS_MONEY, REFUND_DONE, SUCCEEDED, UNSUPPORTED, RecordState
from qfpay_gui.qfpay.reply.reply import Fault, Reply, compare_echo, read_reply
from qfpay_gui.qfpay.reply.statement import (
    MINI_PROGRAM_TURN,
    TURNS,
    Statement,
    identity,
    outcome_unknown,
    query_first,
    severity_of,
    then,
)
from qfpay_gui.qfpay.respcd import Outcome, ReturnCode, Turn, explain
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from qfpay_gui.qfpay.request.prepared import PreparedRequest

_SHOWN = 200
_MINI_PROGRAM = "800213"


@dataclass(frozen=True)
class Verdict:
    """What an exchange comes to.

    ``severity`` is OK for success, NOTE while in progress, ATTENTION or WRONG otherwise. ``codes``
    fits a status line. ``technical`` are lines for a support ticket, without credentials. ``records``
    are those of a query, or what a refund, close or reversal came to.
    """

    severity: Severity
    headline: Text
    turn: Text
    next_step: Text
    codes: Text
    technical: tuple[Text, ...] = ()
    findings: tuple[Finding, ...] = ()
    records: Records = field(default_factory=Records)


def verdict(exchange: Exchange, reply: Reply | None) -> Verdict:
    """The verdict on an exchange; ``reply`` is its reply as read, and is read here where None is given."""
    request = exchange.request
    findings: tuple[Finding, ...] = ()
    records = Records()
    match exchange.outcome:
        case TransportFailure() as failure:
            said, codes = no_reply(request, failure), layer_name(failure.layer)
            technical = _technical_failure(request, failure)
        case HttpReply() as received:
            reply = reply or read_reply(received)
            findings = (*reply.findings, *compare_echo(reply, request.parameters))
            records = records_of(request, reply)
            said = _answered(request, reply, records, findings)
            codes, technical = _codes(reply), _technical(request, reply)
        case other:
            assert_never(other)
    severity = max(said.severity, min(worst(findings), Severity.ATTENTION))
    headline = headlined(request, said.headline)
    return Verdict(severity, headline, said.turn, said.next_step, codes, technical, findings, records)


def headlined(request: PreparedRequest, headline: Text) -> Text:
    """The headline of what became of this request, under what must be said before anything else."""
    if request.deliberate is not None:
        return text("Verdict", "Wrong on purpose ({mistake}): {headline}").fill(
            mistake=request.deliberate, headline=headline
        )
    if request.environment.kind is not EnvironmentKind.SIMULATOR:
        return headline
    return text("Verdict", "Simulated: {headline}").fill(headline=headline)


def _answered(request: PreparedRequest, reply: Reply, records: Records, findings: tuple[Finding, ...]) -> Statement:
    """A respcd speaks wherever there is one, even under an HTTP status that QFPay does not document."""
    if not reply.respcd or reply.fault is Fault.RATE_LIMITED:
        return faulty_reply(request, reply)
    code = explain(reply.respcd, request.endpoint, reply.words)
    if code is None:
        return _unknown(request, reply)
    if code.outcome is not Outcome.SUCCESS:
        return _refused(request, code)
    if reply.fault is not Fault.NONE:
        return contradictory_success(request, reply)
    return _succeeded(request, reply, records, differs=any(finding.code == "echo-differs" for finding in findings))


def _refused(request: PreparedRequest, code: ReturnCode) -> Statement:
    """A return code other than 0000, as it reads for this call."""
    failed = Severity.WRONG if code.turn in {Turn.MERCHANT, Turn.QFPAY} else Severity.ATTENTION
    severity = severity_of(code, failed=failed, in_progress=Severity.NOTE, ok=Severity.OK)
    step = _filled(request, code.next)
    if code.code == "1297" and request.endpoint in {"close", "reversal"}:
        step = then(query_first(request), UNSUPPORTED)
    return Statement(severity, code.meaning, TURNS[code.turn], step)


def _filled(request: PreparedRequest, step: Text) -> Text:
    """The step with the number that was sent, or a query by time where none was."""
    if "{value}" not in step.template:
        return step
    name, value = identity(request)
    return step.fill(name=name, value=value) if name else query_first(request)


def _succeeded(request: PreparedRequest, reply: Reply, records: Records, *, differs: bool) -> Statement:
    """Respcd 0000; ``differs`` where the reply does not repeat the request's values."""
    match request.endpoint:
        case "payment":
            return _payment(request, reply, differs=differs)
        case "query":
            return _query(request, records)
        case "refund":
            return _refund(request)
        case "close" | "reversal":
            return _closed(request, records)
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
    reminders = {EnvironmentKind.LIVE_TESTING: _REFUND_SOON, EnvironmentKind.PRODUCTION: _REAL_MONEY}
    reminder = reminders.get(request.environment.kind)
    return then(step, reminder) if reminder else step


def _query(request: PreparedRequest, records: Records) -> Statement:
    if not records.found:
        return _nothing_found(records)
    if len(records.found) > 1:
        return _many(request, records)
    record = records.found[0]
    said = record.status.said
    if record.status.state in HOLDS_MONEY and request.environment.kind is EnvironmentKind.LIVE_TESTING:
        step = _REFUND_NOW if record.status.state is RecordState.PAID else _REFUND_REST_NOW
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
    if any(record.status.state in _PUZZLING for record in records.found):
        return Statement(Severity.ATTENTION, headline, TURNS[Turn.MERCHANT], _LOOK_AT_ODD)
    held = sum(record.status.state in HOLDS_MONEY for record in records.found)
    if held and request.environment.kind is EnvironmentKind.LIVE_TESTING:
        return Statement(Severity.ATTENTION, headline, TURNS[Turn.MERCHANT], _REFUND_ALL_NOW.fill(count=held))
    count = sum(not record.status.is_final for record in records.found)
    if count:
        return Statement(Severity.NOTE, headline, TURNS[Turn.WAIT], _STILL_OPEN.fill(count=count))
    return Statement(Severity.OK, headline, TURNS[Turn.NOBODY], _EACH_RECORD)


def _refund(request: PreparedRequest) -> Statement:
    name, value = identity(request)
    return Statement(Severity.OK, REFUND_DONE, TURNS[Turn.NOBODY], _REFUND_STEP.fill(name=name, value=value))


def _closed(request: PreparedRequest, records: Records) -> Statement:
    """A closing reply without syssn is an older way to say that closing is not supported for this pay_type."""
    said = records.found[0].status.said
    if said.severity is Severity.OK:
        return said
    return replace(said, next_step=then(query_first(request), UNSUPPORTED))


def _unknown(request: PreparedRequest, reply: Reply) -> Statement:
    headline = text("Verdict", "respcd {respcd} is not known here.").fill(respcd=excerpt(reply.respcd))
    words = _words(reply)
    step = _WORDS.fill(words=words) if words else text("Verdict", "QFPay adds no words to it.")
    return Statement(Severity.ATTENTION, headline, TURNS[Turn.WAIT], then(step, outcome_unknown(request)))


def _words(reply: Reply) -> str:
    """QFPay's own words, resperr and respmsg, on one line."""
    return " / ".join(excerpt(part, margin=_SHOWN) for part in (reply.resperr, reply.respmsg) if part.strip())


def _codes(reply: Reply) -> Text:
    http = text("Verdict", "HTTP {status}").fill(status=reply.status)
    if not reply.respcd:
        return http
    respcd = excerpt(reply.respcd)
    if len(reply.rows) == 1 and reply.rows[0].get("respcd"):
        respcd = f"{respcd} → {excerpt(reply.rows[0]['respcd'])}"
    return text("Verdict", "{respcd} · {http}").fill(respcd=respcd, http=http)


def _technical_failure(request: PreparedRequest, failure: TransportFailure) -> tuple[Text, ...]:
    lines = [_sent(request), text("Verdict", "Ended at: {layer}").fill(layer=layer_name(failure.layer))]
    if failure.technical:
        lines.append(text("Verdict", "Library: {words}").fill(words=excerpt(failure.technical, margin=600)))
    return tuple(lines)


def _technical(request: PreparedRequest, reply: Reply) -> tuple[Text, ...]:
    http = text("Verdict", "HTTP {status} {reason}").fill(status=reply.status, reason=excerpt(reply.reason))
    named = {
        "respcd": reply.respcd,
        "resperr": reply.resperr,
        "respmsg": reply.respmsg,
        "syssn": reply.fields.get("syssn", ""),
        "Location": reply.location,
        "Retry-After": reply.retry_after,
    }
    lines = [_LINE.fill(name=name, value=excerpt(value, margin=_SHOWN)) for name, value in named.items() if value]
    if reply.problem:
        lines.append(text("Verdict", "JSON: {problem}").fill(problem=reply.problem))
    if reply.excerpt and not reply.respcd:
        lines.append(text("Verdict", "There it reads: {excerpt}").fill(excerpt=reply.excerpt))
    return (_sent(request), http, *lines, *_provenance(reply))


def _sent(request: PreparedRequest) -> Text:
    return text("Verdict", "{method} {url}").fill(method=request.method, url=request.url)


def _provenance(reply: Reply) -> tuple[Text, ...]:
    code = explain(reply.respcd)
    if code is None or code.status == "current":
        return ()
    return (text("Verdict", "respcd {respcd} is in older sources only.").fill(respcd=code.code),)


_LINE = text("Verdict", "{name}: {value}")
_WORDS = text("Verdict", "QFPay’s own words: “{words}”.")
_REFUND_SOON = text(
    "Verdict", "Live testing moves real money that is never settled: refund the payment once it is paid."
)
_REFUND_NOW = text("Verdict", "Live testing moves real money that is never settled: refund it now.")
_REFUND_REST_NOW = text("Verdict", "Live testing moves real money that is never settled: refund the rest now.")
_REFUND_ALL_NOW = text(
    "Verdict", "Payments here that still hold money: {count}. Live testing moves real money: refund them now."
)
_REAL_MONEY = text("Verdict", "This is production: the payer’s money is real.")
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
