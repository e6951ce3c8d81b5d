"""A record explained member by member: the value as it came, what it means, and whether something is odd."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.currencies import find
from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.reply.records.meanings import (
    CANCEL,
    EMPTY,
    ORDER_TYPES,
    PAY_TYPES,
    UNDOCUMENTED,
    in_order,
    meaning,
)
from qfpay_gui.qfpay.reply.records.money import Money, cash, discount, implied_rate, priced
from qfpay_gui.qfpay.reply.records.state import RecordKind, RecordState, original, status_of
from qfpay_gui.qfpay.respcd import explain
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Explain = Callable[["_Context", str], "RecordField"]

_TIME = "%Y-%m-%d %H:%M:%S"
_BY_CODE = frozenset({RecordState.CONTRADICTORY, RecordState.FAILED})
_EIGHT_HOURS, _TOLERANCE = timedelta(hours=8), timedelta(minutes=5)


@dataclass(frozen=True)
class RecordField:
    """One member. ``value`` is as received ("" for empty or null), ``human`` as people write it, or ""."""

    name: str
    value: str
    human: str
    meaning: Text
    severity: Severity = Severity.OK

    @property
    def is_empty(self) -> bool:
        """Whether it says nothing."""
        return not self.value


@dataclass(frozen=True)
class _Context:
    """A record while it is being explained."""

    kind: RecordKind
    members: Mapping[str, str]

    def plain(self, name: str, human: str = "", said: Text | None = None) -> RecordField:
        """A member about which nothing is odd."""
        return RecordField(name, self.members[name], human, said or meaning(self.kind, name))

    def odd(self, name: str, said: Text, human: str = "", severity: Severity = Severity.ATTENTION) -> RecordField:
        """A member that needs a look."""
        return RecordField(name, self.members[name], human, said, severity)


def explained(kind: RecordKind, members: Mapping[str, str]) -> tuple[RecordField, ...]:
    """Every member of a record of this kind, the most telling first, the empty ones last."""
    context = _Context(kind, members)
    fields = [_explained(context, name) for name in in_order(members)]
    return tuple(sorted(fields, key=lambda one: one.is_empty))


def _explained(context: _Context, name: str) -> RecordField:
    value = context.members[name].strip()
    if not value:
        return context.plain(name, said=EMPTY)
    return _EXPLAIN.get(name, _as_it_is)(context, name)


def _as_it_is(context: _Context, name: str) -> RecordField:
    return context.plain(name)


def _respcd(context: _Context, name: str) -> RecordField:
    code = explain(context.members[name].strip())
    if code is None:
        return context.odd(name, _UNKNOWN_CODE)
    where = status_of(context.kind, context.members)
    # A record's 0000 does not mean what a payment's does: there the order has only been created.
    said = code.meaning if where.state in _BY_CODE else where.said.headline
    return RecordField(name, context.members[name], "", said, where.severity)


def _cancel(context: _Context, name: str) -> RecordField:
    value = context.members[name].strip()
    if value not in CANCEL:
        return context.odd(name, _UNKNOWN_CANCEL)
    if status_of(context.kind, context.members).state is RecordState.CONTRADICTORY:
        return context.odd(name, _CONTRADICTS.fill(cancel=CANCEL[value]))
    return context.plain(name, said=CANCEL[value])


def _order_type(context: _Context, name: str) -> RecordField:
    known = ORDER_TYPES.get(context.members[name].strip().lower())
    return context.plain(name, said=known) if known else context.odd(name, UNDOCUMENTED, severity=Severity.NOTE)


def _pay_type(context: _Context, name: str) -> RecordField:
    return context.plain(name, said=PAY_TYPES.get(context.members[name].strip()))


def _txamt(context: _Context, name: str) -> RecordField:
    return _amount(context, name, priced(context.members), "txcurrcd")


def _cash(context: _Context, name: str) -> RecordField:
    """A wallet's amount; in the price's own currency it cannot be more than the price."""
    paid, price = cash(context.members, name), priced(context.members)
    field = _amount(context, name, paid, f"{name}_type")
    # In a refund's record txamt is the refund's, while cash_fee tells of the payment.
    if field.severity or (context.kind is RecordKind.REFUND and name == "cash_fee"):
        return field
    less = discount(price, paid)
    if name == "cash_fee" and less > 0:
        saved = Money(str(less), price.currency).human
        return context.plain(name, field.human, _DISCOUNT.fill(meaning=field.meaning, saved=saved))
    return field if less >= 0 else context.odd(name, _MORE_THAN_PRICE.fill(meaning=field.meaning), field.human)


def _amount(context: _Context, name: str, money: Money, currency_name: str) -> RecordField:
    said = meaning(context.kind, name)
    if money.minor is None:
        return context.odd(name, _NOT_WHOLE)
    if not money.currency:
        return context.odd(name, _NO_CURRENCY.fill(meaning=said, name=currency_name), severity=Severity.NOTE)
    if not money.human:
        return context.odd(name, _NO_EXPONENT.fill(meaning=said, code=money.currency), severity=Severity.NOTE)
    return context.plain(name, money.human)


def _currency(context: _Context, name: str) -> RecordField:
    known = find(context.members[name].strip())
    said = meaning(context.kind, name)
    if known is None:
        return context.odd(name, _UNKNOWN_CURRENCY.fill(meaning=said), severity=Severity.NOTE)
    return context.plain(name, said=_CURRENCY.fill(name=known.name, meaning=said))


def _exchange_rate(context: _Context, name: str) -> RecordField:
    """The rate, and what the amounts themselves say: the documents tell neither direction nor scale."""
    price = priced(context.members)
    paid = cash(context.members, "cash_refund_fee" if context.kind is RecordKind.REFUND else "cash_fee")
    if price.currency and price.currency == paid.currency:
        return context.plain(name, said=_SAME_CURRENCY.fill(code=price.currency))
    if not price.currency or not paid.currency:
        return context.plain(name)
    said = _BETWEEN.fill(price=price.currency, paid=paid.currency)
    rate = implied_rate(price, paid)
    return context.plain(name, rate, _BY_AMOUNTS.fill(between=said) if rate else said)


def _time(context: _Context, name: str) -> RecordField:
    moment = _moment(context.members[name])
    if moment is None:
        return context.odd(name, _NOT_A_TIME.fill(meaning=meaning(context.kind, name)), severity=Severity.NOTE)
    return context.plain(name, f"{moment:{_TIME}} UTC+8")


def _txdtm(context: _Context, name: str) -> RecordField:
    """The merchant's time: eight hours behind QFPay's own, it was most likely written in UTC."""
    sent, taken = _moment(context.members[name]), _moment(context.members.get("sysdtm", ""))
    if sent and taken and abs(taken - sent - _EIGHT_HOURS) <= _TOLERANCE:
        return context.odd(name, _UTC)
    return context.plain(name) if sent else _time(context, name)


def _original(context: _Context, name: str) -> RecordField:
    if context.kind is RecordKind.PAYMENT:
        return context.odd(name, _PAYMENT_WITH_ORIGINAL, severity=Severity.NOTE)
    both = {context.members.get("origssn", ""), context.members.get("orig_syssn", "")} - {"", original(context.members)}
    return context.odd(name, _TWO_ORIGINALS) if both else context.plain(name)


def _moment(written: str) -> datetime | None:
    try:
        return datetime.strptime(written.strip(), _TIME)  # noqa: DTZ007 - both times compared are told in one zone
    except ValueError:
        return None


_EXPLAIN: dict[str, Explain] = {
    "respcd": _respcd,
    "cancel": _cancel,
    "order_type": _order_type,
    "pay_type": _pay_type,
    "txamt": _txamt,
    "cash_fee": _cash,
    "cash_refund_fee": _cash,
    "txcurrcd": _currency,
    "cash_fee_type": _currency,
    "cash_refund_fee_type": _currency,
    "exchange_rate": _exchange_rate,
    "sysdtm": _time,
    "paydtm": _time,
    "txdtm": _txdtm,
    "origssn": _original,
    "orig_syssn": _original,
}
_UNKNOWN_CODE = text("Records", "nobody documents this code: ask QFPay support what it means")
_UNKNOWN_CANCEL = text("Records", "not documented: known are 0 to 5. Ask QFPay support before you act on it")
_CONTRADICTS = text("Records", "{cancel}; respcd says otherwise")
_NOT_WHOLE = text("Records", "no whole number of minor units: nothing can be reckoned with it")
_NO_CURRENCY = text("Records", "{meaning}; {name} is missing, so its currency is not told")
_NO_EXPONENT = text("Records", "{meaning}; how many decimals {code} has is not known here")
_DISCOUNT = text("Records", "{meaning}: {saved} less than txamt")
_MORE_THAN_PRICE = text("Records", "{meaning}, yet more than txamt in the same currency: show QFPay the raw reply")
_CURRENCY = text("Records", "{name}; {meaning}")
_UNKNOWN_CURRENCY = text("Records", "{meaning}; the payment call does not document this one")
_SAME_CURRENCY = text("Records", "price and payment are both in {code}: nothing was exchanged")
_BETWEEN = text("Records", "between {price} and {paid}; its direction and scale are not documented")
_BY_AMOUNTS = text("Records", "{between}; shown is what the amounts give, discounts included")
_NOT_A_TIME = text("Records", "{meaning}; not written YYYY-MM-DD hh:mm:ss")
_UTC = text("Records", "eight hours behind sysdtm: it was most likely written in UTC, where UTC+8 is read")
_PAYMENT_WITH_ORIGINAL = text("Records", "a payment has no original; only refunds and closings have")
_TWO_ORIGINALS = text("Records", "origssn and orig_syssn differ: show QFPay support the raw reply")
