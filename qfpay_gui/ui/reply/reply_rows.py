"""The lines of the first page: pay_params member by member, then the other fields of the reply."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.reply.reply import ECHOED
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from qfpay_gui.models.sending.answer import Answer
    from qfpay_gui.qfpay.reply.pay_params import MemberCheck
    from qfpay_gui.qfpay.reply.reply import Reply

MOST_FIELDS = 200
_MOST_RECORDS = 20


@dataclass(frozen=True)
class ReplyRow:
    """A name with its value (None where it is missing) and, where it was judged, what is to be said about it.

    ``claim`` is the id of the entry that says where those words come from, or "".
    """

    name: str
    value: str | None
    severity: Severity | None = None
    words: Text | None = None
    claim: str = ""


@dataclass(frozen=True)
class ReplyHeading:
    """A line between two groups of rows."""

    words: Text


def reply_rows(answer: Answer) -> tuple[ReplyRow | ReplyHeading, ...]:
    """Every line for this answer; none where no reply came or nothing in it can be read."""
    if answer.reply is None:
        return ()
    fields = tuple(_fields(answer, answer.reply))
    if not answer.members:
        return (*fields, *_records(answer.reply))
    left_out = len(answer.members) - MOST_FIELDS
    more = (ReplyHeading(_MORE.fill(count=left_out)),) if left_out > 0 else ()
    return (*member_rows(answer), *more, *((_FURTHER, *fields) if fields else ()))


def member_rows(answer: Answer) -> tuple[ReplyRow, ...]:
    """The first members of pay_params; a member that came as a number says so instead of being called text."""
    not_text = {finding.field: finding for finding in answer.findings if finding.code == "pay-params-not-text"}
    rows = []
    for member in answer.members[:MOST_FIELDS]:
        finding = not_text.get(member.name)
        if finding is not None and finding.severity >= member.severity:
            rows.append(ReplyRow(member.name, member.value, finding.severity, finding.headline))
        else:
            rows.append(_judged(member))
    return tuple(rows)


def _judged(member: MemberCheck) -> ReplyRow:
    return ReplyRow(member.name, member.value, member.severity, member.message)


def _fields(answer: Answer, reply: Reply) -> Iterator[ReplyRow | ReplyHeading]:
    """The reply's own fields; what stands in rows of its own is left out."""
    apart = {"pay_params"} if answer.members else set()
    apart |= {"data"} if reply.rows else set()
    named = [(name, value) for name, value in reply.fields.items() if name not in apart]
    for name, value in islice(named, MOST_FIELDS):
        yield _field(answer, name, value)
    if len(named) > MOST_FIELDS:
        yield ReplyHeading(_MORE.fill(count=len(named) - MOST_FIELDS))


def _field(answer: Answer, name: str, value: str) -> ReplyRow:
    found = next((finding for finding in answer.findings if finding.field == name), None)
    if found is not None:
        return ReplyRow(name, value, found.severity, found.headline)
    if name in ECHOED and answer.request.value(name) and value:
        return ReplyRow(name, value, Severity.OK, _AS_SENT)
    return ReplyRow(name, value)


def _records(reply: Reply) -> Iterator[ReplyRow | ReplyHeading]:
    for place, record in enumerate(islice(reply.rows, _MOST_RECORDS), 1):
        yield ReplyHeading(_RECORD.fill(place=place, count=len(reply.rows)))
        yield from _record(record)
    if len(reply.rows) > _MOST_RECORDS:
        yield ReplyHeading(_MORE_RECORDS.fill(count=len(reply.rows) - _MOST_RECORDS))


def _record(record: Mapping[str, str]) -> Iterator[ReplyRow]:
    for name, value in islice(record.items(), MOST_FIELDS):
        yield ReplyRow(name, value)


_FURTHER = ReplyHeading(text("ReplyView", "Beside pay_params"))
_AS_SENT = text("ReplyView", "as sent")
_RECORD = text("ReplyView", "Record {place} of {count}")
_MORE = text("ReplyView", "{count} further fields: see the raw reply")
_MORE_RECORDS = text("ReplyView", "{count} further records: see the raw reply")
