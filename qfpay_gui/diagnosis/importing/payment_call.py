"""Reads a merchant's call of wx.requestPayment: which members it passes, and what kind of JavaScript each value is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.importing.prints.structures import parse
from qfpay_gui.diagnosis.importing.prints.tree import Group, Item, Scalar, walk

if TYPE_CHECKING:
    from collections.abc import Iterator

_CALL = re.compile(r"\brequestPayment\s{0,20}(?=\()")
_CALLBACKS = frozenset({"success", "fail", "complete"})
_MEMBER_NAME = re.compile(r"\b(?:timeStamp|nonceStr|paySign|prepay_id)\b")
_MOST_CALLS = 20


class ValueKind(Enum):
    """What stands behind a member's name in the code."""

    STRING = "string"
    NUMBER = "number"
    EXPRESSION = "expression"


@dataclass(frozen=True)
class CallMember:
    """A member as the code has it: the text of a string or number, or the source of an expression."""

    name: str
    value: str
    kind: ValueKind


@dataclass(frozen=True)
class PaymentCall:
    """One call, by the members it writes.

    ``spreads`` are expressions such as ``...res.data.pay_params``, which pass members unseen; ``argument`` is the
    source where the call is given something else than an object literal.
    """

    members: tuple[CallMember, ...]
    spreads: tuple[str, ...] = ()
    argument: str = ""

    def find(self, name: str) -> CallMember | None:
        """The member of this name; None where the code does not write it."""
        return next((member for member in self.members if member.name == name), None)

    @property
    def is_open(self) -> bool:
        """Whether members may be passed that the code does not name."""
        return bool(self.spreads or self.argument)


def read_payment_call(source: str) -> PaymentCall | None:
    """The first call of requestPayment with members in the text, None where there is no call. Never raises."""
    first: PaymentCall | None = None
    for place, found in enumerate(_CALL.finditer(source)):
        if place >= _MOST_CALLS:
            break
        call = _call(source, parse(source, found.end()))
        if call.members or call.spreads:
            return call
        first = first or call
    return first


def read_pay_params(source: str) -> PaymentCall | None:
    """The object that holds pay_params, as a call that passes it on; None where there is none. Never raises."""
    name = _MEMBER_NAME.search(source)
    start = source.rfind("{", 0, name.start()) if name else -1
    return read_payment_call(f"requestPayment({source[start:]})") if start >= 0 else None


def _call(source: str, brackets: Group) -> PaymentCall:
    objects = [one for one in walk(brackets) if one.bracket == "{" and not one.lead]
    if not objects:
        return PaymentCall((), argument=source[brackets.start + 1 : brackets.end - brackets.closed].strip()[:200])
    members = [member for item in objects[0].items if (member := _member(source, item)) is not None]
    spreads = tuple(_spreads(objects[0].items))
    return PaymentCall(tuple(member for member in members if member.name not in _CALLBACKS), spreads)


def _spreads(items: tuple[Item, ...]) -> Iterator[str]:
    for item in items:
        if item.name is None and isinstance(item.value, Scalar) and item.value.source.startswith("..."):
            yield item.value.source


def _member(source: str, item: Item) -> CallMember | None:
    value = item.value
    if item.name is None:
        is_shorthand = isinstance(value, Scalar) and value.kind == "word" and value.text.isidentifier()
        return CallMember(value.text, value.text, ValueKind.EXPRESSION) if is_shorthand else None  # type: ignore[union-attr]
    if isinstance(value, Group):
        written = f"{value.lead}{source[value.start : value.end]}"
        return CallMember(item.name, written[:500], ValueKind.EXPRESSION)
    if value.kind == "number":
        return CallMember(item.name, value.text, ValueKind.NUMBER)
    if value.kind in {"string", "raw"} and not (value.source.startswith("`") and "${" in value.source):
        return CallMember(item.name, value.text, ValueKind.STRING)
    return CallMember(item.name, value.source, ValueKind.EXPRESSION)
