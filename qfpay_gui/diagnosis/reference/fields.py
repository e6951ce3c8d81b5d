"""Pages of what QFPay writes: fields of the records that a query brings, and fields of notifications."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.notification import fields as notifications
from qfpay_gui.diagnosis.reference.page import Kind, Line, Page, Section
from qfpay_gui.qfpay.reply.records import meanings
from qfpay_gui.qfpay.reply.records.state import RecordKind
from qfpay_gui.qfpay.request.parameters import endpoint
from qfpay_gui.qfpay.text import text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from qfpay_gui.qfpay.text import Text

_RECORD_VALUES = {
    "cancel": meanings.CANCEL,
    "order_type": meanings.ORDER_TYPES,
    "pay_type": meanings.PAY_TYPES,
}
_NOTIFICATION_VALUES = {"cancel": notifications.CANCEL, "notify_type": notifications.NOTIFY_TYPES}
_TELLING_KINDS = (RecordKind.REFUND, RecordKind.CLOSE, RecordKind.REVERSAL)


def pages() -> Iterator[Page]:
    """A page for each field of a record, then one for each field of a notification."""
    yield from map(_record, meanings.KNOWN)
    yield from map(_notification, notifications.FIELDS)


def _record(name: str) -> Page:
    usual = meanings.meaning(RecordKind.PAYMENT, name)
    said = [Line(usual, claim=f"record.{name}")]
    for kind in _TELLING_KINDS:
        other = meanings.meaning(kind, name)
        if other != usual:
            said.append(Line(other, term=endpoint(kind.value).label))
    sections = (Section(_MEANING, tuple(said)), *_values(_RECORD_VALUES.get(name, {})))
    return Page(f"record.{name}", Kind.RECORD, name, usual, sections, ("call.query",))


def _notification(name: str) -> Page:
    meaning = notifications.FIELDS[name]
    said = (
        Line(meaning, claim=f"notification.{name}"),
        Line(", ".join(_types_with(name)) or _NEVER, term=_ALWAYS_THERE),
    )
    sections = (Section(_MEANING, said), *_values(_NOTIFICATION_VALUES.get(name, {})))
    return Page(f"notification.{name}", Kind.NOTIFICATION, name, meaning, sections, ("signing.notification",))


def _types_with(name: str) -> Iterator[str]:
    """The types of notifications whose page lists the field among those that identify it."""
    for notify_type in notifications.NOTIFY_TYPES:
        if name in notifications.mandatory({"notify_type": notify_type}):
            yield notify_type


def _values(known: Mapping[str, Text]) -> Iterator[Section]:
    if known:
        yield Section(_VALUES, tuple(Line(words, wire=value) for value, words in known.items()))


_MEANING = text("Reference", "Meaning")
_VALUES = text("Reference", "Values")
_ALWAYS_THERE = text("Reference", "Always there in")
_NEVER = text("Reference", "none: it may be missing")
