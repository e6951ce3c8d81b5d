"""The verdict on an exchange: what happened, whose turn it is, what to do next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, assert_never

from qfpay_gui.qfpay.environments import Kind
from qfpay_gui.qfpay.findings import Finding, Severity, worst
from qfpay_gui.qfpay.json_reading import excerpt
from qfpay_gui.qfpay.reply.exchange import Exchange, HttpReply, TransportFailure
from qfpay_gui.qfpay.reply.faulty_reply import contradictory_success, faulty_reply
from qfpay_gui.qfpay.reply.no_reply import layer_name, no_reply
from qfpay_gui.qfpay.reply.refusal import refused
from qfpay_gui.qfpay.reply.reply import Fault, Reply, compare_echo, read_reply
from qfpay_gui.qfpay.reply.statement import TURNS, Statement, outcome_unknown, then
from qfpay_gui.qfpay.reply.success import success
from qfpay_gui.qfpay.respcd import Outcome, Turn, explain
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from qfpay_gui.qfpay.request.prepared import PreparedRequest

_SHOWN = 200


@dataclass(frozen=True)
class Verdict:
    """What an exchange comes to.

    ``severity`` is OK for success, NOTE while in progress, ATTENTION or WRONG otherwise. ``codes``
    fits a status line. ``technical`` are lines for a support ticket, without credentials.
    """

    severity: Severity
    headline: Text
    turn: Text
    next_step: Text
    codes: Text
    technical: tuple[Text, ...] = ()
    findings: tuple[Finding, ...] = ()


def verdict(exchange: Exchange, reply: Reply | None) -> Verdict:
    """The verdict on an exchange; ``reply`` is its reply as read, and is read here where None is given."""
    request = exchange.request
    findings: tuple[Finding, ...] = ()
    match exchange.outcome:
        case TransportFailure() as failure:
            said, codes = no_reply(request, failure), layer_name(failure.layer)
            technical = _technical_failure(request, failure)
        case HttpReply() as received:
            reply = reply or read_reply(received)
            findings = (*reply.findings, *compare_echo(reply, request.parameters))
            said, codes, technical = _answered(request, reply, findings), _codes(reply), _technical(request, reply)
        case other:
            assert_never(other)
    severity = max(said.severity, min(worst(findings), Severity.ATTENTION))
    headline = _headline(request, said.headline)
    return Verdict(severity, headline, said.turn, said.next_step, codes, technical, findings)


def _headline(request: PreparedRequest, headline: Text) -> Text:
    if request.deliberate is not None:
        return text("Verdict", "Wrong on purpose ({mistake}): {headline}").fill(
            mistake=request.deliberate, headline=headline
        )
    if request.environment.kind is not Kind.SIMULATOR:
        return headline
    return text("Verdict", "Simulated: {headline}").fill(headline=headline)


def _answered(request: PreparedRequest, reply: Reply, findings: tuple[Finding, ...]) -> Statement:
    """A respcd speaks wherever there is one, even under an HTTP status that QFPay does not document."""
    if not reply.respcd or reply.fault is Fault.RATE_LIMITED:
        return faulty_reply(request, reply)
    code = explain(reply.respcd)
    if code is None:
        return _unknown(request, reply)
    if code.outcome is not Outcome.SUCCESS:
        return refused(request, reply, code)
    if reply.fault is not Fault.NONE:
        return contradictory_success(request, reply)
    return success(request, reply, differs=any(finding.code == "echo-differs" for finding in findings))


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
