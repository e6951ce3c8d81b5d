"""An exchange as it may be written down: history entries without secrets and without personal data."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import islice
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.currencies import human_amount
from qfpay_gui.qfpay.findings import Finding, Severity
from qfpay_gui.qfpay.reply.exchange import HttpReply, TransportFailure
from qfpay_gui.qfpay.reply.reply import Fault, Reply, header
from qfpay_gui.qfpay.reply.statement import TURNS, outcome_unknown
from qfpay_gui.qfpay.respcd import Outcome, Turn, explain
from qfpay_gui.qfpay.secrets.exchange import Mask, masked
from qfpay_gui.qfpay.text import text
from qfpay_gui.services.database.entry import Ending, HistoryEntry, KeptFailure, KeptReply, KeptRequest, KeptVerdict
from qfpay_gui.services.database.search import LONGEST_TEXT, searchable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from qfpay_gui.models.sending.answer import Answer
    from qfpay_gui.qfpay.request.prepared import PreparedRequest

LONGEST_REPLY = 200_000
_LONGEST_PART, _MOST_PARTS = 300, LONGEST_TEXT // 2
"""Of the parts of what is searched: each takes a character and a line break at least."""
_ENDED_EARLY = text("History", "The program ended before an answer came: the outcome is unknown.")
_BROKEN = text("History", "This program failed before an answer came ({technical}): the outcome is unknown.")
_ENDINGS = {
    Outcome.SUCCESS: Ending.SUCCESS,
    Outcome.IN_PROGRESS: Ending.IN_PROGRESS,
    Outcome.FAILED: Ending.FAILED,
}


@dataclass(frozen=True)
class Sender:
    """Who sent a request, and when. ``secrets``, all keys and people this session knows, are never written."""

    sent_at: datetime
    profile: str
    secrets: tuple[str, ...] = field(default=(), repr=False)


def begun(request: PreparedRequest, sender: Sender) -> HistoryEntry:
    """The entry of a request about to leave, as it reads where the program does not live to see the answer."""

    def make(mask: Mask) -> HistoryEntry:
        said = KeptVerdict(Severity.WRONG, _ENDED_EARLY, TURNS[Turn.WAIT], mask.sentence(outcome_unknown(request)))
        return _entry(request, sender, said, mask)

    return _masked(request, sender, make)


def broken(request: PreparedRequest, technical: str, sender: Sender) -> HistoryEntry:
    """The entry of a request on which this program failed: whether it arrived is open."""
    entry = begun(request, sender)
    said = replace(entry.verdict, headline=_BROKEN.fill(technical=technical))
    return replace(entry, verdict=said, ending=Ending.UNKNOWN)


def ended(answer: Answer, sender: Sender) -> HistoryEntry:
    """The entry of an exchange that ended, by a reply or below HTTP."""

    def make(mask: Mask) -> HistoryEntry:
        read, outcome = answer.reply, answer.exchange.outcome
        entry = _entry(answer.request, sender, _verdict(answer, mask), mask)
        searched = (*entry.searched.split("\n"), *_searched_reply(answer, mask))
        return replace(
            entry,
            ending=ending_of(answer),
            respcd=mask(read.respcd)[:_LONGEST_PART] if read else "",
            reply=_reply(outcome, mask) if isinstance(outcome, HttpReply) else None,
            failure=_failure(outcome, mask) if isinstance(outcome, TransportFailure) else None,
            timings=answer.exchange.timings,
            findings=tuple(_finding(one, mask) for one in (*answer.request.findings, *answer.findings)),
            searched=searchable(searched),
        )

    return _masked(answer.request, sender, make)


def ending_of(answer: Answer) -> Ending:
    """How the exchange ended for the payment; whatever leaves a doubt is unknown."""
    match answer.exchange.outcome:
        case TransportFailure(may_have_arrived=arrived):
            return Ending.UNKNOWN if arrived else Ending.NOT_SENT
        case HttpReply():
            return _ending_of_reply(answer.reply) if answer.reply else Ending.UNKNOWN


def _ending_of_reply(reply: Reply) -> Ending:
    if reply.fault in {Fault.RATE_LIMITED, Fault.CLIENT_ERROR}:
        return Ending.FAILED
    code = explain(reply.respcd)
    if code is None or (reply.fault is not Fault.NONE and code.outcome is Outcome.SUCCESS):
        return Ending.UNKNOWN
    return _ENDINGS[code.outcome]


def _masked(request: PreparedRequest, sender: Sender, make: Callable[[Mask], HistoryEntry]) -> HistoryEntry:
    def made(mask: Mask) -> HistoryEntry:
        entry = make(mask)
        # Once more: full-width letters of a secret are ordinary ones in the text that is searched.
        return replace(entry, searched=mask.lines(entry.searched))

    return masked(request, sender.secrets, made)


def _entry(request: PreparedRequest, sender: Sender, said: KeptVerdict, mask: Mask) -> HistoryEntry:
    environment, parameters = request.environment, mask.pairs(request.parameters)
    kept = KeptRequest(
        method=request.method,
        url=mask(request.url),
        headers=mask.pairs(request.headers),
        parameters=parameters,
        body=mask.body(request),
        sign_type=request.sign_type,
        signing_string=mask.signing_string(request),
        signature=mask(request.signature),
        masked=tuple(kept[0] for sent, kept in zip(request.parameters, parameters, strict=True) if sent != kept),
    )
    entry = HistoryEntry(
        sent_at=sender.sent_at,
        environment_id=environment.id,
        environment_kind=environment.kind.value,
        host=mask(environment.host),
        profile=mask(sender.profile),
        endpoint=request.endpoint,
        request=kept,
        verdict=said,
        app_code=mask(header(request.headers, "X-QF-APPCODE")),
        findings=tuple(_finding(one, mask) for one in request.findings),
    )
    return replace(entry, searched=searchable(_searched_request(entry)))


def _searched_request(entry: HistoryEntry) -> Iterator[str]:
    """What matters most comes first, for the text is cut."""
    request = entry.request
    yield request.value("out_trade_no")[:_LONGEST_PART]
    yield human_amount(request.value("txamt"), request.value("txcurrcd"))
    yield from (entry.profile, entry.host, entry.environment_id, entry.endpoint)
    yield from (value[:_LONGEST_PART] for name, value in request.parameters if name != "out_trade_no")
    yield from (request.signature, entry.app_code)


def _searched_reply(answer: Answer, mask: Mask) -> Iterator[str]:
    if answer.reply is not None:
        members = {**answer.reply.fields, **(answer.reply.pay_params or {})}
        told = islice(filter(None, members.values()), _MOST_PARTS)
        yield from (mask(value)[:_LONGEST_PART] for value in told)
        yield f"HTTP {answer.reply.status}"
    elif isinstance(answer.exchange.outcome, TransportFailure):
        yield answer.exchange.outcome.layer.value
        yield mask(answer.exchange.outcome.technical)[:_LONGEST_PART]


def _verdict(answer: Answer, mask: Mask) -> KeptVerdict:
    said = answer.verdict
    return KeptVerdict(
        said.severity,
        mask.sentence(said.headline),
        mask.sentence(said.turn),
        mask.sentence(said.next_step),
        mask.sentence(said.codes),
    )


def _reply(reply: HttpReply, mask: Mask) -> KeptReply:
    written = reply.body.decode(errors="replace")
    shortened = reply.truncated or len(written) > LONGEST_REPLY
    kept = mask(written, LONGEST_REPLY)
    return KeptReply(reply.status, mask(reply.reason), mask.pairs(reply.headers), kept, shortened)


def _failure(failure: TransportFailure, mask: Mask) -> KeptFailure:
    return KeptFailure(failure.layer.value, failure.may_have_arrived, mask(failure.technical))


def _finding(one: Finding, mask: Mask) -> Finding:
    # The field may be a name of the merchant's own making.
    return replace(
        one,
        field=mask(one.field),
        headline=mask.sentence(one.headline),
        detail=mask.sentence(one.detail),
    )
