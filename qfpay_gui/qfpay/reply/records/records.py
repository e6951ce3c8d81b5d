"""The records of an answer: the rows a query found, or what a refund, close or reversal came to."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.reply.records.fields import RecordField, explained
from qfpay_gui.qfpay.reply.records.money import Money, priced
from qfpay_gui.qfpay.reply.records.state import RecordKind, RecordStatus, kind_of_row, original, status_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qfpay_gui.qfpay.reply.reply import Reply
    from qfpay_gui.qfpay.request.prepared import PreparedRequest

ENDPOINTS = frozenset({"query", "refund", "close", "reversal"})
"""The calls whose answers are about records."""
MOST = 500
"""More records than a page of QFPay's may hold are counted, not listed."""
USUAL_SIZE, LARGEST_SIZE = 10, 100
"""Records a page holds where nothing is asked for, and at most (QFPay’s page on transaction enquiry)."""
_LONGEST, _DIGITS = 128, 8
_KINDS = {"refund": RecordKind.REFUND, "close": RecordKind.CLOSE, "reversal": RecordKind.REVERSAL}
_TIMES = ("sysdtm", "paydtm", "txdtm")


@dataclass(frozen=True)
class Record:
    """One record. ``members`` are as received; numbers that did not come back are those that were sent.

    ``original`` is QFPay's number of the payment that a refund or closing belongs to, "" for a payment.
    """

    kind: RecordKind
    status: RecordStatus
    members: Mapping[str, str] = field(repr=False)
    out_trade_no: str = ""
    syssn: str = ""
    original: str = field(default="", repr=False)

    @property
    def money(self) -> Money:
        """Its amount."""
        return priced(self.members)

    @property
    def amount(self) -> str:
        """Its amount as people write it, or as it came where that cannot be said."""
        return self.money.human or " ".join(part for part in (self.money.amount, self.money.currency) if part)

    @property
    def time(self) -> str:
        """When QFPay took it, else when it was paid or sent; "" where no time came. In UTC+8."""
        return next((self.members[name] for name in _TIMES if self.members.get(name)), "")

    def explained(self) -> tuple[RecordField, ...]:
        """Its members, each with its meaning."""
        return explained(self.kind, self.members)


@dataclass(frozen=True)
class Paging:
    """The page ``number``, from 1, of pages that hold ``size`` records; ``count`` came on it."""

    number: int
    size: int
    count: int

    @property
    def has_previous(self) -> bool:
        """Whether there is a page before this one."""
        return self.number > 1

    @property
    def may_have_next(self) -> bool:
        """Whether more may follow: nothing tells the number of pages, only a page that is not full is the last."""
        return self.count >= self.size


@dataclass(frozen=True)
class Records:
    """The records of one answer; ``left_out`` counts those beyond the first 500. ``paging`` is a query's."""

    found: tuple[Record, ...] = ()
    left_out: int = 0
    paging: Paging | None = None

    def payment(self, syssn: str) -> Record | None:
        """The payment with this number of QFPay's, if it is among them."""
        return next(
            (one for one in self.found if one.kind is RecordKind.PAYMENT and syssn and one.syssn == syssn), None
        )

    def refunds_of(self, syssn: str) -> tuple[Record, ...]:
        """The refunds among them that belong to the payment with this number, failed ones included."""
        if not syssn:
            return ()
        return tuple(one for one in self.found if one.kind is RecordKind.REFUND and one.original == syssn)


def records_of(request: PreparedRequest, reply: Reply) -> Records:
    """The records of this answer; none for a payment, and none where the reply carries no respcd."""
    if request.endpoint not in ENDPOINTS or not reply.respcd:
        return Records()
    if request.endpoint == "query":
        found = tuple(_row(row) for row in islice(reply.rows, MOST))
        return Records(found, len(reply.rows) - len(found), paging(request, reply))
    return Records((_outcome(request, reply.fields),))


def _row(row: Mapping[str, str]) -> Record:
    kind = kind_of_row(row)
    own = {"out_trade_no": row.get("out_trade_no", ""), "syssn": row.get("syssn", "")}
    return Record(kind, status_of(kind, row), row, **own, original="" if kind is RecordKind.PAYMENT else original(row))


def _outcome(request: PreparedRequest, members: Mapping[str, str]) -> Record:
    """What a refund, close or reversal came to; numbers that did not come back are taken from what was sent."""
    kind = _KINDS[request.endpoint]
    sent_syssn, number = request.value("syssn")[:_LONGEST], request.value("out_trade_no")[:_LONGEST]
    return Record(
        kind,
        status_of(kind, members),
        members,
        members.get("out_trade_no", "") or number,
        members.get("syssn", ""),
        original(members) or sent_syssn,
    )


def paging(request: PreparedRequest, reply: Reply) -> Paging | None:
    """The page that this answer to a query is; None for any other answer.

    QFPay repeats page and page_size as text or number; where it does not, what was sent counts.
    """
    if request.endpoint != "query" or reply.respcd != "0000":
        return None
    number = _positive(reply.fields.get("page", "")) or _positive(request.value("page")) or 1
    size = _positive(reply.fields.get("page_size", "")) or _positive(request.value("page_size")) or USUAL_SIZE
    return Paging(number, min(size, LARGEST_SIZE), len(reply.rows))


def _positive(written: str) -> int:
    """The whole number from 1 that is written, or 0."""
    written = written.strip()
    return int(written) if written.isascii() and written.isdigit() and len(written) <= _DIGITS else 0
