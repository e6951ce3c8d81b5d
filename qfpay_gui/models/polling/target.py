"""What can be queried again and again after an answer: an order or refund whose state may still change by itself."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.reply.exchange import TransportFailure
from qfpay_gui.qfpay.reply.records.state import RecordKind
from qfpay_gui.qfpay.reply.reply import TURNED_AWAY, Fault
from qfpay_gui.qfpay.request.draft import Draft, example_draft
from qfpay_gui.qfpay.respcd import Outcome, Turn, explain

if TYPE_CHECKING:
    from qfpay_gui.models.sending.answer import Answer
    from qfpay_gui.qfpay.reply.records.records import Record
    from qfpay_gui.qfpay.reply.reply import Reply
    from qfpay_gui.qfpay.request.prepared import PreparedRequest

_TURNED_DOWN = frozenset({"request", "store", "account"})
_LONGEST = 128
_CLOSINGS = frozenset({"close", "reversal"})


class Goal(Enum):
    """What is waited for."""

    PAID = "paid"
    REFUNDED = "refunded"
    CLOSED = "closed"


@dataclass(frozen=True)
class PollTarget:
    """One order or refund, by the wire name and value of the number it is queried by."""

    name: str
    value: str
    goal: Goal = Goal.PAID

    def draft(self) -> Draft:
        """A query of this number and of nothing else."""
        return example_draft("query").edit(self.name, value=self.value, fresh=False)


def numbered(request: PreparedRequest, reply: Reply | None = None) -> PollTarget | None:
    """What this request was about; by the syssn of its reply where there is one, for no month limits a query of that.

    A refund is queried by its own number; a closing by the number of the order it closes.
    """
    goal = (
        Goal.REFUNDED if request.endpoint == "refund" else Goal.CLOSED if request.endpoint in _CLOSINGS else Goal.PAID
    )
    told = reply.fields.get("syssn", "") if reply is not None and goal is not Goal.CLOSED else ""
    names = ("out_trade_no",) if request.endpoint in {"payment", "refund"} else ("syssn", "out_trade_no")
    candidates = (("syssn", told), *((name, request.value(name)) for name in names))
    return next((PollTarget(name, value, goal) for name, value in candidates if _is_one(value)), None)


def can_poll(answer: Answer) -> PollTarget | None:
    """What a series of queries can wait for after this answer, or None where it already tells the end."""
    outcome, reply = answer.exchange.outcome, answer.reply
    if isinstance(outcome, TransportFailure) or reply is None:
        may_exist = isinstance(outcome, TransportFailure) and outcome.may_have_arrived
        return numbered(answer.request) if may_exist else None
    if answer.request.endpoint == "query":
        return _after_query(answer, reply)
    if not _is_open(answer, reply):
        return None
    return numbered(answer.request, reply)


def to_query(answer: Answer) -> PollTarget | None:
    """What a person may want to query after this answer, once: whatever may exist at QFPay and is not told already.

    None after a query, and where QFPay turned the request down before it became a transaction.
    """
    if answer.request.endpoint == "query" or answer.records.found:
        return None
    outcome, reply = answer.exchange.outcome, answer.reply
    if isinstance(outcome, TransportFailure):
        return numbered(answer.request) if outcome.may_have_arrived else None
    return None if reply is not None and _is_turned_down(answer.request, reply) else numbered(answer.request)


def _is_turned_down(request: PreparedRequest, reply: Reply) -> bool:
    code = explain(reply.respcd, request.endpoint, reply.words)
    return code is not None and code.group in _TURNED_DOWN and not code.number_used


def _is_open(answer: Answer, reply: Reply) -> bool:
    """Whether what the request asked for may still come about, or may have come about unseen."""
    if not reply.respcd:
        return reply.fault not in TURNED_AWAY
    if reply.fault is not Fault.NONE:
        return reply.fault is not Fault.RATE_LIMITED and reply.respcd == "0000"
    code = explain(reply.respcd)
    if code is None:
        return True
    if code.outcome is Outcome.SUCCESS:
        # A payment's 0000 means that an order exists; a refund's and a closing's that it is done.
        return answer.request.endpoint == "payment"
    # A closing that met a busy channel is no closing under way: it can mean that there is none for this pay_type.
    may_pass = code.turn is Turn.WAIT and code.group != "refund" and answer.request.endpoint not in _CLOSINGS
    return code.outcome is Outcome.IN_PROGRESS or may_pass


def _after_query(answer: Answer, reply: Reply) -> PollTarget | None:
    """A query of one order goes on while its record is open, or while there is none."""
    found = answer.records.found
    if not found:
        return numbered(answer.request) if reply.respcd == "0000" else None
    if len(found) > 1 or found[0].status.is_final:
        return None
    return of_record(found[0]) or numbered(answer.request)


def of_record(record: Record) -> PollTarget | None:
    """The record itself, to be queried again."""
    goal = {RecordKind.REFUND: Goal.REFUNDED, RecordKind.PAYMENT: Goal.PAID}.get(record.kind, Goal.CLOSED)
    numbers = (("syssn", record.syssn), ("out_trade_no", record.out_trade_no))
    return next((PollTarget(name, value, goal) for name, value in numbers if _is_one(value)), None)


def _is_one(value: str) -> bool:
    """Whether it is the number of one transaction: QFPay takes lists with commas as well."""
    return 0 < len(value) <= _LONGEST and "," not in value
