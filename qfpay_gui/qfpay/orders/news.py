"""What an exchange, or a verified notification, says about orders."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.orders.events import (
    CloseEnded,
    CloseSent,
    Event,
    News,
    NotFound,
    OrderFacts,
    OrderNumbers,
    PaymentRefused,
    PaymentSent,
    Reached,
    RefundListed,
    RefundRefused,
    RefundSent,
)
from qfpay_gui.qfpay.orders.order import Ending, OrderStage, minor_units
from qfpay_gui.qfpay.reply.records.state import RecordKind, RecordState, is_denied, kind_of_row, original, state_of
from qfpay_gui.qfpay.respcd import ReturnCode, explain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

_LONGEST = 128
_SUCCESS = "0000"
_STAGES = {
    "paid": OrderStage.PAID,
    "open": OrderStage.OPEN,
    "closed": OrderStage.CLOSED,
    "cancelled": OrderStage.CANCELLED,
    "expired": OrderStage.EXPIRED,
}
"""What a return code tells of the order itself, in whatever answer it comes."""
_GIVEN_BACK = frozenset({"3", "5"})
_NARROWING = ("pay_type", "respcd")
_USUAL_PAGE = 10


@dataclass(frozen=True)
class Exchanged:
    """One exchange as far as orders are concerned; ``attempt`` is its number, at least 1.

    ``parameters`` were sent; ``fields`` and ``rows`` are the reply's, empty where there is none (yet).
    """

    attempt: int
    endpoint: str
    parameters: Mapping[str, str]
    ending: Ending
    sent_at: datetime
    ended_at: datetime
    respcd: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)
    rows: tuple[Mapping[str, str], ...] = ()

    def value(self, name: str) -> str:
        """What was sent under this name, or ""."""
        return self.parameters.get(name, "")[:_LONGEST]

    def received(self, name: str) -> str:
        """What came back under this name, or ""."""
        return self.fields.get(name, "")[:_LONGEST]

    @property
    def code(self) -> ReturnCode | None:
        """What its respcd means for this call."""
        return explain(self.respcd, self.endpoint, f"{self.received('resperr')} {self.received('respmsg')}")

    @property
    def stage(self) -> OrderStage | None:
        """The stage of the order that its respcd names."""
        return _STAGES.get(self.code.order) if self.code else None


def news_of(exchange: Exchanged) -> tuple[News, ...]:
    """What this exchange says about orders, from the moment before it leaves (``Ending.SENDING``) to its end."""
    match exchange.endpoint:
        case "payment":
            return tuple(_payment(exchange))
        case "refund":
            return tuple(_refund(exchange))
        case "close" | "reversal":
            return tuple(_closing(exchange))
        case "query":
            return tuple(_query(exchange))
        case _:
            return ()


def news_of_notification(fields: Mapping[str, str], at: datetime) -> tuple[News, ...]:
    """What a notification says whose signature was found valid; QFPay’s page on notifications names successes only."""
    fields = {"respcd": _SUCCESS, **fields}
    if fields["respcd"] != _SUCCESS or fields.get("status", "1") != "1":
        return ()
    if fields.get("notify_type") == "refund":
        return (_refund_row(fields, at),)
    return (_payment_row(fields, at),) if fields.get("notify_type", "payment") == "payment" else ()


def _payment(exchange: Exchanged) -> Iterator[News]:
    numbers = OrderNumbers(out_trade_no=exchange.value("out_trade_no"), attempt=exchange.attempt)
    yield News(numbers, PaymentSent(exchange.attempt), exchange.sent_at)
    event: Event | None = None
    match exchange.ending:
        case Ending.SUCCESS | Ending.IN_PROGRESS:
            event = Reached(OrderStage.OPEN, _facts(exchange.fields))
        case Ending.FAILED if exchange.stage is not None:
            event = Reached(exchange.stage)
        case Ending.FAILED if not _exists(exchange.code):
            event = PaymentRefused(exchange.attempt)
        case Ending.NOT_SENT:
            event = PaymentRefused(exchange.attempt)
        case _:
            pass
    if event is not None:
        yield News(numbers, event, exchange.ended_at, exchange.respcd)


def _exists(code: ReturnCode | None) -> bool:
    """Whether the refusal means that there is an order of this number: what became of it, only a query can tell."""
    return code is not None and (code.number_used or code.order != "")


def _refund(exchange: Exchanged) -> Iterator[News]:
    number, attempt = exchange.value("out_trade_no"), exchange.attempt
    txamt = minor_units(exchange.value("txamt")) or 0
    numbers = OrderNumbers(syssn=exchange.value("syssn"), refund_no=number)
    yield News(numbers, RefundSent(attempt, number, txamt), exchange.sent_at)
    done = minor_units(exchange.received("txamt")) or txamt
    event: Event | None = None
    match exchange.ending:
        case Ending.SUCCESS:
            event = RefundListed(number, exchange.received("syssn"), done, is_done=True, attempt=attempt)
        case Ending.FAILED | Ending.NOT_SENT:
            event = RefundRefused(attempt, number)
        case _:
            pass
    if event is not None:
        yield News(numbers, event, exchange.ended_at, exchange.respcd)
    if exchange.ending is Ending.FAILED and exchange.stage is not None:
        yield News(numbers, Reached(exchange.stage), exchange.ended_at, exchange.respcd)


def _closing(exchange: Exchanged) -> Iterator[News]:
    numbers = OrderNumbers(syssn=exchange.value("syssn"), out_trade_no=exchange.value("out_trade_no"))
    yield News(numbers, CloseSent(exchange.attempt), exchange.sent_at)
    if exchange.ending not in {Ending.SUCCESS, Ending.FAILED, Ending.NOT_SENT}:
        return
    stage = exchange.stage or OrderStage.NONE
    # A success without a number of its own means that this pay_type cannot be closed (QFPay’s Japanese edition).
    if exchange.ending is Ending.SUCCESS and (exchange.received("syssn") or exchange.received("orig_syssn")):
        stage = OrderStage.CLOSED if exchange.endpoint == "close" else OrderStage.CANCELLED
    yield News(numbers, Reached(stage), exchange.ended_at, exchange.respcd)
    yield News(numbers, CloseEnded(exchange.attempt), exchange.ended_at, exchange.respcd)


def _query(exchange: Exchanged) -> Iterator[News]:
    if exchange.ending is Ending.SUCCESS:
        yield from (_row(row, exchange.ended_at) for row in exchange.rows)
    if exchange.ending is Ending.SUCCESS or (exchange.code is not None and exchange.code.not_found):
        yield from _missing(exchange)


def _row(row: Mapping[str, str], at: datetime) -> News:
    kind = kind_of_row(row)
    if kind is RecordKind.REFUND:
        return _refund_row(row, at)
    if kind is RecordKind.PAYMENT:
        return _payment_row(row, at)
    # Older editions list a close or a reversal as a record of its own.
    is_done = kind is not RecordKind.OTHER and state_of(kind, row) is RecordState.DONE
    stage = OrderStage.CLOSED if is_done else OrderStage.NONE
    return News(OrderNumbers(syssn=_original(row)), Reached(stage, is_queried=True), at, _text(row, "respcd"))


def _payment_row(row: Mapping[str, str], at: datetime) -> News:
    state = state_of(RecordKind.PAYMENT, row)
    cancel = "3" if state is RecordState.REFUNDED else _text(row, "cancel")
    given_back = cancel if cancel in _GIVEN_BACK else ""
    is_success = row.get("respcd") == _SUCCESS and not is_denied(row)
    stage = OrderStage.PAID if given_back and not is_denied(row) else _stage(state, is_success=is_success)
    event = Reached(stage, _facts(row), given_back, is_queried=True)
    numbers = OrderNumbers(syssn=_text(row, "syssn"), out_trade_no=_text(row, "out_trade_no"))
    return News(numbers, event, at, _text(row, "respcd"))


def _stage(state: RecordState, *, is_success: bool) -> OrderStage:
    """The stage that a payment's record tells; one that succeeded was paid, whatever became of it."""
    if is_success:
        return OrderStage.UNDONE if state in {RecordState.UNDONE, RecordState.CANCELLED} else OrderStage.PAID
    return _STAGES.get(state.value, OrderStage.FAILED if state is RecordState.FAILED else OrderStage.NONE)


def _refund_row(row: Mapping[str, str], at: datetime) -> News:
    number, syssn = _text(row, "out_trade_no"), _text(row, "syssn")
    # What nobody documents may still be under way.
    is_done = {RecordState.DONE: True, RecordState.FAILED: False}.get(state_of(RecordKind.REFUND, row))
    event = RefundListed(number, syssn, minor_units(row.get("txamt", "")) or 0, is_done)
    return News(
        OrderNumbers(syssn=_original(row), refund_syssn=syssn, refund_no=number), event, at, _text(row, "respcd")
    )


def _original(row: Mapping[str, str]) -> str:
    return original(row)[:_LONGEST]


def _missing(exchange: Exchanged) -> Iterator[News]:
    """The numbers that were asked for and are not listed, where the query would have listed them."""
    if not _lists_all(exchange):
        return
    listed = {row.get(name, "") for row in exchange.rows for name in ("syssn", "out_trade_no")}
    at, respcd = exchange.ended_at, exchange.respcd if exchange.ending is not Ending.SUCCESS else ""
    start, end = exchange.value("start_time"), exchange.value("end_time")
    for syssn in sorted(_asked(exchange, "syssn") - listed):
        yield News(OrderNumbers(syssn=syssn), NotFound(by_syssn=True), at, respcd)
    for number in sorted(_asked(exchange, "out_trade_no") - listed):
        yield News(OrderNumbers(out_trade_no=number), NotFound("", start, end), at, respcd)
        yield News(OrderNumbers(refund_no=number), NotFound(number, start, end), at, respcd)


def _asked(exchange: Exchanged, name: str) -> set[str]:
    return {one.strip() for one in exchange.parameters.get(name, "").split(",")} - {""}


def _lists_all(exchange: Exchanged) -> bool:
    """Whether the answer leaves out nothing that was asked for: no other filter, and no further page."""
    numbers = [name for name in ("syssn", "out_trade_no") if exchange.value(name)]
    if not exchange.received("data").startswith("["):
        return False
    if len(numbers) != 1 or any(exchange.value(name) for name in _NARROWING) or exchange.value("page") not in {"", "1"}:
        return False
    return len(exchange.rows) < (minor_units(exchange.value("page_size")) or _USUAL_PAGE)


def _facts(members: Mapping[str, str]) -> OrderFacts:
    return OrderFacts(*(_text(members, name) for name in ("syssn", "txamt", "txcurrcd", "pay_type", "txdtm")))


def _text(members: Mapping[str, str], name: str) -> str:
    return members.get(name, "")[:_LONGEST]
