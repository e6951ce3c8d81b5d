"""The lines that explain one record, and why an answer brings none."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.json_reading import excerpt, some
from qfpay_gui.qfpay.reply.records.fields import explained
from qfpay_gui.qfpay.reply.records.meanings import KNOWN
from qfpay_gui.qfpay.reply.records.state import RecordKind
from qfpay_gui.qfpay.text import Text, text
from qfpay_gui.ui.reply.reply_rows import ReplyHeading, ReplyRow

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from qfpay_gui.models.sending.answer import Answer
    from qfpay_gui.qfpay.reply.records.fields import RecordField

_MOST_FIELDS = 200
_MOST_EMPTY = 12
_MOST_LOOKED_AT = 1000
"""Of so many members it is found out what they say; a record has some twenty."""
_APART = frozenset({"data"})


def record_rows(kind: RecordKind, members: Mapping[str, str]) -> tuple[ReplyRow | ReplyHeading, ...]:
    """A line for each member that says something, then the names of the empty ones."""
    looked_at = dict(islice(_known_first(members), _MOST_LOOKED_AT))
    fields = explained(kind, looked_at)
    telling = [field for field in fields if not field.is_empty]
    empty = tuple(field.name for field in fields if field.is_empty)
    rows: list[ReplyRow | ReplyHeading] = [_row(field) for field in islice(telling, _MOST_FIELDS)]
    if more := max(len(telling) - _MOST_FIELDS, 0) + len(members) - len(looked_at):
        rows.append(ReplyHeading(_MORE.fill(count=more)))
    if empty:
        rows.append(ReplyHeading(_EMPTY.fill(names=some(empty, _MOST_EMPTY))))
    return tuple(rows)


def _known_first(members: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    names = dict.fromkeys((*(name for name in KNOWN if name in members), *members))
    return ((name, members[name]) for name in names)


def reply_rows_without_records(answer: Answer) -> tuple[ReplyRow | ReplyHeading, ...]:
    """The reply's own members, where it brings no record to explain."""
    if answer.reply is None:
        return ()
    members = {name: value for name, value in answer.reply.fields.items() if name not in _APART}
    return record_rows(RecordKind.OTHER, members)


def why_no_records(answer: Answer) -> Text | None:
    """The first reason that holds, from the wire upwards; None where there are records."""
    reply = answer.reply
    if answer.records.found:
        return None
    if reply is None:
        return _NO_REPLY
    if not reply.respcd:
        return _UNREADABLE
    if reply.respcd != "0000":
        return _REFUSED.fill(respcd=excerpt(reply.respcd))
    paging = answer.records.paging
    return _NO_FURTHER.fill(page=paging.number) if paging is not None and paging.has_previous else _NOTHING_FOUND


def _row(field: RecordField) -> ReplyRow:
    words = _HUMAN.fill(human=field.human, meaning=field.meaning) if field.human else field.meaning
    severity = field.severity if field.severity > Severity.OK else None
    return ReplyRow(field.name, field.value, severity, words, f"record.{field.name}")


KINDS = {
    RecordKind.PAYMENT: text("Records", "Payment"),
    RecordKind.REFUND: text("Records", "Refund"),
    RecordKind.CLOSE: text("Records", "Close"),
    RecordKind.REVERSAL: text("Records", "Reversal"),
    RecordKind.OTHER: text("Records", "Other"),
}
"""What a record is about, in a word."""
_HUMAN = text("Records", "{human} · {meaning}")
_EMPTY = text("Records", "Empty or null: {names}")
_MORE = text("Records", "{count} further members: see the raw reply")
_NO_REPLY = text("Records", "No reply came, so there are no records.")
_UNREADABLE = text("Records", "The reply is nothing QFPay writes, so it brings no records: see the raw reply.")
_REFUSED = text("Records", "Records come with respcd 0000 only; this reply says {respcd}.")
_NO_FURTHER = text("Records", "Page {page} holds no records: the ones before it are all there are.")
_NOTHING_FOUND = text("Records", "The query worked, but no record fits it.")
