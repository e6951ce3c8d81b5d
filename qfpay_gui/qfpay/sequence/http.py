"""Requests and replies as messages between merchant and QFPay."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from qfpay_gui.qfpay.currencies import human_amount
from qfpay_gui.qfpay.reply.exchange import HttpReply, TransportFailure
from qfpay_gui.qfpay.reply.no_answer import layer_name
from qfpay_gui.qfpay.respcd import Outcome, explain
from qfpay_gui.qfpay.sequence.messages import IN_WECHAT, Message, MessageKind, Part, Party, Stage, written
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qfpay_gui.qfpay.reply.exchange import Exchange
    from qfpay_gui.qfpay.reply.reply import Reply
    from qfpay_gui.qfpay.reply.verdict import Verdict
    from qfpay_gui.qfpay.request.prepared import PreparedRequest
    from qfpay_gui.qfpay.secrets.exchange import Mask
    from qfpay_gui.qfpay.secrets.masking import Pair

_ENDED = frozenset({"closed", "cancelled", "expired"})
_ENDS_ORDER = frozenset({"close", "reversal"})


def request_message(request: PreparedRequest, headers: Iterable[Pair], mask: Mask, at: float) -> Message:
    """The arrow of a request; ``headers`` are all lines of its head as they go over the wire."""
    parts = urlsplit(request.url)
    target = parts.path or "/"
    first = f"{request.method} {target} HTTP/1.1"
    head = mask("\n".join((first, *(f"{name}: {value}" for name, value in headers))))
    call = f"{request.method} {target}"
    amount = human_amount(request.value("txamt"), request.value("txcurrcd"))
    label = _CALL.fill(call=call, amount=amount) if amount else written(call)
    read = mask.pairs(request.parameters)
    return Message(
        at=at,
        sender=Party.MERCHANT,
        receiver=Party.QFPAY,
        label=label if request.deliberate is None else _ON_PURPOSE.fill(call=call, mistake=request.deliberate),
        kind=MessageKind.HTTP,
        parts=((_AS_SENT, f"{head}\n\n{mask.body(request)}"), (_READ, table(read))),
        stage=Stage.REQUESTED if request.endpoint == "payment" else None,
        note=_REQUEST_NOTE.fill(url=mask(request.url)),
    )


def reply_message(exchange: Exchange, reply: Reply | None, said: Verdict, mask: Mask, at: float) -> Message:
    """The arrow of what came back, or of what did not."""
    if isinstance(exchange.outcome, TransportFailure) or reply is None:
        return _no_reply(exchange, said, mask, at)
    head = "\n".join(_head(exchange.outcome))
    parts: tuple[Part, ...] = ((_AS_RECEIVED, mask(f"{head}\n\n{reply.text}")),)
    codes = mask.sentence(said.codes)
    return Message(
        at=at,
        sender=Party.QFPAY,
        receiver=Party.MERCHANT,
        label=codes if reply.pay_params is None else _WITH_PARAMS.fill(codes=codes),
        kind=MessageKind.HTTP,
        parts=parts,
        failed=_outcome(reply) is Outcome.FAILED,
        stage=_stage(exchange.request, reply),
        note=_note(said, mask),
    )


def never_left(exchange: Exchange) -> bool:
    """Whether no byte of the request can have reached anybody: its own arrow is then the lost one."""
    return isinstance(exchange.outcome, TransportFailure) and not exchange.outcome.may_have_arrived


def lost(message: Message, reason: Message) -> Message:
    """A request's arrow as one that never arrived, for the reason that its missing reply gives."""
    return replace(
        message,
        label=reason.label,
        parts=(*message.parts, *reason.parts),
        failed=True,
        lost=True,
        stage=Stage.OVER if message.stage else None,
        note=reason.note,
    )


def left_open(message: Message) -> Message:
    """A request's arrow where this program failed: whether it arrived stays open."""
    return replace(message, failed=True, stage=Stage.UNKNOWN if message.stage else None, note=_LEFT_OPEN)


def table(pairs: Iterable[tuple[str, str]]) -> str:
    """Names and values, one pair a line."""
    rows = list(pairs)
    width = min(max((len(name) for name, _value in rows), default=0), 20)
    return "\n".join(f"{name:<{width}}  {value}" for name, value in rows)


def _no_reply(exchange: Exchange, said: Verdict, mask: Mask, at: float) -> Message:
    failure = exchange.outcome
    technical = failure.technical if isinstance(failure, TransportFailure) else ""
    layer = layer_name(failure.layer) if isinstance(failure, TransportFailure) else said.codes
    return Message(
        at=at,
        sender=Party.QFPAY,
        receiver=Party.MERCHANT,
        label=_NO_REPLY.fill(layer=layer),
        kind=MessageKind.HTTP,
        parts=((_LIBRARY, mask(technical)),) if technical else (),
        failed=True,
        lost=True,
        stage=Stage.UNKNOWN if exchange.request.endpoint == "payment" else None,
        note=_note(said, mask),
    )


def _head(reply: HttpReply) -> tuple[str, ...]:
    first = f"HTTP/1.1 {reply.status} {reply.reason}".rstrip()
    return (first, *(f"{name}: {value}" for name, value in reply.headers))


def _note(said: Verdict, mask: Mask) -> Text:
    return _SAID.fill(headline=mask.sentence(said.headline), step=mask.sentence(said.next_step))


def _outcome(reply: Reply) -> Outcome:
    """What the respcd says of this call; anything that has none, or an undocumented one, failed."""
    code = explain(reply.respcd)
    return code.outcome if code else Outcome.FAILED


def _stage(request: PreparedRequest, reply: Reply) -> Stage | None:
    endpoint, outcome = request.endpoint, _outcome(reply)
    if endpoint == "payment":
        known = {
            Outcome.SUCCESS: Stage.ORDERED if request.value("pay_type") in IN_WECHAT else Stage.OFFERED,
            Outcome.IN_PROGRESS: Stage.UNKNOWN,
            Outcome.FAILED: Stage.OVER,
        }
        return known[outcome] if reply.respcd else Stage.UNKNOWN
    if endpoint == "query" and outcome is Outcome.SUCCESS:
        return _learnt(reply)
    return Stage.OVER if endpoint in _ENDS_ORDER and outcome is Outcome.SUCCESS else None


def _learnt(reply: Reply) -> Stage:
    """How far the payment is by a query's rows."""
    told = [explain(row.get("respcd", "")) for row in reply.rows if row.get("order_type", "payment") == "payment"]
    if any(code is not None and code.outcome is Outcome.SUCCESS for code in told):
        return Stage.PAID
    return Stage.OVER if any(code is not None and code.order in _ENDED for code in told) else Stage.LEARNT


_CALL = text("Sequence", "{call} · {amount}")
_ON_PURPOSE = text("Sequence", "{call}, wrong on purpose: {mistake}")
_WITH_PARAMS = text("Sequence", "{codes}, with pay_params")
_NO_REPLY = text("Sequence", "no reply: {layer}")
_SAID = text("Sequence", "{headline} {step}")
_AS_SENT = text("Sequence", "Request as sent")
_READ = text("Sequence", "What a server reads out of the body")
_AS_RECEIVED = text("Sequence", "Reply as received")
_LIBRARY = text("Sequence", "Technical words")
_REQUEST_NOTE = text("Sequence", "Sent to {url}.")
_LEFT_OPEN = text("Sequence", "This program failed. Whether the request arrived is not known: query the order.")
