"""Everything noticed about a request and its reply, in the order of its weight, and the lines for a ticket."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qfpay_gui import __version__
from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.json_reading import excerpt
from qfpay_gui.qfpay.reply.reply import ECHOED
from qfpay_gui.qfpay.reply.signature import SignatureVerdict, State
from qfpay_gui.qfpay.text import Text, text
from qfpay_gui.ui.reply.reply_rows import MOST_FIELDS
from qfpay_gui.ui.words.measures import duration

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qfpay_gui.models.sending.answer import Answer
    from qfpay_gui.qfpay.findings import Finding
    from qfpay_gui.qfpay.request.prepared import PreparedRequest

_SHOWN = 128
_SIGNATURE = {
    State.MATCHES: Severity.OK,
    State.NOT_SIGNED: Severity.NOTE,
    State.NO_KEY: Severity.NOTE,
    State.DIFFERS: Severity.WRONG,
}


@dataclass(frozen=True)
class ReplyCheck:
    """One thing noticed: ``about`` says where, ``claim`` is the id of the rule it rests on, or ""."""

    severity: Severity
    about: Text
    headline: Text
    detail: Text | None = None
    claim: str = ""


@dataclass(frozen=True)
class Echo:
    """A value of the request beside what the reply repeats of it; ``received`` is "" where it repeats nothing."""

    name: str
    sent: str
    received: str
    severity: Severity


@dataclass(frozen=True)
class Timing:
    """A step of the exchange and when it was reached, or – where it was not reached or not measured."""

    step: Text
    reached: str


def checks(answer: Answer) -> tuple[ReplyCheck, ...]:
    """All findings of reply and request and every faulty member of pay_params, the worst first."""
    found = [*_of(answer.findings, _REPLY), *_members(answer), *_of(answer.request.findings, _REQUEST)]
    return tuple(sorted(found, key=lambda check: -check.severity))


def signature_severity(signature: SignatureVerdict) -> Severity:
    """How much the outcome of checking the reply's signature matters."""
    return _SIGNATURE[signature.state]


def alarming(answer: Answer) -> tuple[Severity, ...]:
    """The severities of everything on the page that needs attention, the reply's signature included."""
    severities = [check.severity for check in checks(answer)]
    if answer.signature is not None:
        severities.append(signature_severity(answer.signature))
    return tuple(severity for severity in severities if severity >= Severity.ATTENTION)


def echoes(answer: Answer) -> tuple[Echo, ...]:
    """The fields a reply repeats, side by side; none where the reply has no fields."""
    if answer.reply is None or not answer.reply.fields:
        return ()
    differing = {finding.field for finding in answer.findings if finding.code == "echo-differs"}
    return tuple(
        _echo(name, answer.request.value(name), answer.reply.fields.get(name, ""), differs=name in differing)
        for name in ECHOED
        if answer.request.value(name)
    )


def timings(answer: Answer) -> tuple[Timing, ...]:
    """When each step was reached, counted from the start of the exchange."""
    taken = answer.exchange.timings
    steps = ((_CONNECTED, taken.connected), (_FIRST_BYTE, taken.first_byte), (_TOTAL, taken.total))
    return tuple(Timing(step, "–" if seconds is None else duration(seconds)) for step, seconds in steps)


def _of(findings: tuple[Finding, ...], whole: Text) -> Iterator[ReplyCheck]:
    for finding in findings:
        about = _AT_FIELD.fill(whole=whole, field=excerpt(finding.field, margin=_SHOWN)) if finding.field else whole
        yield ReplyCheck(finding.severity, about, finding.headline, finding.detail, finding.claim)


def _members(answer: Answer) -> Iterator[ReplyCheck]:
    """Of as many members as have a row: those that count come first."""
    for member in answer.members[:MOST_FIELDS]:
        if member.severity > Severity.OK:
            name = excerpt(member.name, margin=_SHOWN)
            headline = _MEMBER.fill(name=name, message=member.message)
            yield ReplyCheck(member.severity, _AT_FIELD.fill(whole=_REPLY, field="pay_params"), headline)


def _echo(name: str, sent: str, received: str, *, differs: bool) -> Echo:
    severity = Severity.WRONG if differs else Severity.OK if received else Severity.NOTE
    return Echo(name, excerpt(sent, margin=_SHOWN), excerpt(received, margin=_SHOWN), severity)


SEVERITIES = {
    Severity.OK: text("ReplyView", "fine"),
    Severity.NOTE: text("ReplyView", "note"),
    Severity.ATTENTION: text("ReplyView", "attention"),
    Severity.WRONG: text("ReplyView", "wrong"),
}
"""What an icon or a colour says, in a word."""
_REPLY = text("ReplyView", "Reply")
_REQUEST = text("ReplyView", "Request")
_AT_FIELD = text("ReplyView", "{whole}, {field}")
_MEMBER = text("ReplyView", "{name}: {message}")
_CONNECTED = text("ReplyView", "Connected")
_FIRST_BYTE = text("ReplyView", "First byte of the reply")
_TOTAL = text("ReplyView", "Complete")


def ticket(answer: Answer) -> tuple[Text, ...]:
    """The lines about an answer."""
    said, request = answer.verdict, answer.request
    received = f"{answer.received_at:%Y-%m-%d %H:%M:%S %Z}".rstrip()
    took = _TOOK.fill(time=received, duration=duration(answer.exchange.timings.total))
    order = request.value("out_trade_no")
    named = (_NAMED.fill(name="out_trade_no", value=order),) if order else ()
    return (said.headline, said.turn, said.next_step, *said.technical, *named, took)


def fault_ticket(request: PreparedRequest, technical: str) -> tuple[Text, ...]:
    """The lines about a failure of this program."""
    fault = _FAULT.fill(version=__version__, technical=technical)
    return fault, _CALL.fill(method=request.method, url=request.url)


_TOOK = text("ReplyView", "Ended: {time}, after {duration}")
_NAMED = text("ReplyView", "{name}: {value}")
_FAULT = text("ReplyView", "QFPay Tester {version} failed while sending: {technical}")
_CALL = text("ReplyView", "Request: {method} {url}")
