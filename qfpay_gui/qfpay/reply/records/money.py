"""Amounts of a record in the exponent of their own currency, and what the amounts say about each other."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal, localcontext
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.currencies import find, human_amount

if TYPE_CHECKING:
    from collections.abc import Mapping

_DIGITS = 11
_SHOWN = 5


@dataclass(frozen=True)
class Money:
    """An amount of a record as it came, in minor units of a currency that may be "" or unknown."""

    amount: str
    currency: str

    @property
    def minor(self) -> int | None:
        """Minor units, or None where the amount is no whole number of at most 11 digits."""
        return (
            int(self.amount)
            if self.amount.isascii() and self.amount.isdigit() and len(self.amount) <= _DIGITS
            else None
        )

    @property
    def human(self) -> str:
        """As people write it, such as ``HK$3.00``; "" where amount or currency cannot be read."""
        return human_amount(self.amount, self.currency)

    @property
    def major(self) -> Decimal | None:
        """In the currency's major unit, or None where amount or currency cannot be read."""
        currency = find(self.currency)
        return None if currency is None or self.minor is None else Decimal(self.minor).scaleb(-currency.exponent)


def priced(members: Mapping[str, str]) -> Money:
    """The amount of the order or refund."""
    return Money(members.get("txamt", "").strip(), members.get("txcurrcd", "").strip())


def cash(members: Mapping[str, str], name: str) -> Money:
    """The wallet's amount of this name, cash_fee or cash_refund_fee: its currency stands in a member of its own."""
    return Money(members.get(name, "").strip(), members.get(f"{name}_type", "").strip())


def implied_rate(price: Money, paid: Money) -> str:
    """What one unit of the price cost in the wallet's currency by these amounts, as ``HKD 1 ≈ CNY 0.93``; or ""."""
    if price.currency == paid.currency or not price.major or not paid.major:
        return ""
    with localcontext() as context:
        context.prec, context.rounding = _SHOWN, ROUND_HALF_EVEN
        rate = paid.major / price.major
    return f"{price.currency} 1 ≈ {paid.currency} {rate.normalize():f}"


def discount(price: Money, paid: Money) -> int:
    """By how many minor units the wallet's amount is below the price; negative above it, 0 across currencies."""
    if price.currency != paid.currency or price.minor is None or paid.minor is None:
        return 0
    return price.minor - paid.minor
