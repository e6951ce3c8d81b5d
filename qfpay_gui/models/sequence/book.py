"""The newest orders with their messages, found by any number that is known of them."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.sequence.messages import Stage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from qfpay_gui.models.sending.answer import Answer
    from qfpay_gui.qfpay.request.prepared import PreparedRequest
    from qfpay_gui.qfpay.sequence.messages import Message, OrderKey, Sequence

KEPT_ORDERS = 30
KEPT_MESSAGES = 300


class SequenceBook:
    """Keeps the newest 30 orders, and of each the newest 300 messages."""

    def __init__(self) -> None:
        self._sequences: dict[OrderKey, Sequence] = {}
        self._known: dict[tuple[str, str], OrderKey] = {}
        self._ids = count(1)

    @property
    def newest_first(self) -> tuple[Sequence, ...]:
        """Every order that is kept."""
        return tuple(reversed(self._sequences.values()))

    def get(self, key: OrderKey) -> Sequence | None:
        """The order's messages, or None where it is not kept."""
        return self._sequences.get(key)

    def find(self, environment_id: str, number: str) -> OrderKey | None:
        """The order to which this number belongs: its own, its syssn, or one of its refunds'."""
        return self._known.get((environment_id, number)) if number else None

    def begin(self, sequence: Sequence) -> None:
        """Keep a new order; the oldest is dropped where there are too many."""
        self._sequences[sequence.key] = sequence
        self.learn(sequence.key, (sequence.key.number,))
        while len(self._sequences) > KEPT_ORDERS:
            self._forget(next(iter(self._sequences)))

    def learn(self, key: OrderKey, numbers: Iterable[str]) -> None:
        """Remember that these numbers belong to this order; a number that is known already keeps its order."""
        for number in numbers:
            if number:
                self._known.setdefault((key.environment_id, number), key)

    def add(self, key: OrderKey, messages: Iterable[Message]) -> tuple[int, ...]:
        """Add messages to an order that is kept, each at its time; the ids they got.

        News of one moment may come by two ways, and the later part of it sooner.
        """
        sequence = self._sequences.get(key)
        if sequence is None:
            return ()
        fresh = tuple(replace(message, id=next(self._ids)) for message in messages)
        whole = sequence.messages
        for message in fresh:
            place = next((at for at in range(len(whole), 0, -1) if not _precedes(message, whole[at - 1])), 0)
            whole = (*whole[:place], message, *whole[place:])
        dropped = max(0, len(whole) - KEPT_MESSAGES)
        self._sequences[key] = replace(sequence, messages=whole[dropped:], omitted=sequence.omitted + dropped)
        return tuple(message.id for message in fresh)

    def describe(self, key: OrderKey, amount: str) -> None:
        """Say the order's amount where it was not known."""
        sequence = self._sequences.get(key)
        if sequence is not None and amount and not sequence.amount:
            self._sequences[key] = replace(sequence, amount=amount)

    def change(self, key: OrderKey, message_id: int, change: Callable[[Message], Message]) -> None:
        """Replace one message by what ``change`` makes of it."""
        sequence = self._sequences.get(key)
        if sequence is not None:
            changed = tuple(change(one) if one.id == message_id else one for one in sequence.messages)
            self._sequences[key] = replace(sequence, messages=changed)

    def _forget(self, key: OrderKey) -> None:
        del self._sequences[key]
        self._known = {number: known for number, known in self._known.items() if known != key}


def _precedes(message: Message, other: Message) -> bool:
    """Whether a message happened before another one; at the same moment, the earlier stage did."""
    moment, stage = message.at or 0.0, message.stage or Stage.START
    return moment < (other.at or 0.0) or (moment == other.at and Stage.START < stage < (other.stage or Stage.START))


_OWN_NUMBER = frozenset({"payment"})
_BY_SYSSN = frozenset({"refund"})


def makes_order(request: PreparedRequest) -> bool:
    """Whether this request brings an order into being."""
    return request.endpoint in _OWN_NUMBER


def numbers_asked(request: PreparedRequest) -> tuple[str, ...]:
    """The numbers by which a request names orders that exist; a query may list several of each kind."""
    if makes_order(request):
        return (request.value("out_trade_no"),)
    names = ("syssn",) if request.endpoint in _BY_SYSSN else ("syssn", "out_trade_no")
    listed = (number.strip() for name in names for number in request.value(name).split(","))
    return tuple(dict.fromkeys(number for number in listed if number))


def numbers_given(answer: Answer) -> tuple[str, ...]:
    """The further numbers by which the order of this exchange is known from now on.

    A refund's own numbers count as the order's: a query about the refund is part of its story.
    """
    own = (answer.request.value("out_trade_no"),) if answer.request.endpoint in _BY_SYSSN else ()
    fields = answer.reply.fields if answer.reply else {}
    given = tuple(fields.get(name, "") for name in ("syssn", "orig_syssn"))
    rows = answer.reply.rows if answer.reply else ()
    named = (rows[0].get("syssn", ""), rows[0].get("out_trade_no", "")) if len(rows) == 1 else ()
    return tuple(dict.fromkeys(number for number in (*own, *given, *named) if number))
