"""Currencies the API takes, and amounts as people write them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from qfpay_gui.qfpay.text import Text
from qfpay_gui.resources import read_json


@dataclass(frozen=True)
class Currency:
    """An ISO 4217 currency; ``exponent`` is the number of decimals between minor and major unit."""

    code: str
    exponent: int
    symbol: str
    name: Text


@cache
def currencies() -> tuple[Currency, ...]:
    """Every currency the payment call documents."""
    rows = read_json("data/currencies.json")
    return tuple(Currency(r["code"], r["exponent"], r["symbol"], Text("currencies", r["name"])) for r in rows)


def find(code: str) -> Currency | None:
    """The currency with exactly this code."""
    return next((currency for currency in currencies() if currency.code == code), None)


def human_amount(txamt: str, txcurrcd: str) -> str:
    """``300``, ``HKD`` → ``HK$3.00``; "" where the amount is no whole number or the currency is unknown.

    A symbol that is the code itself stands apart: ``AED 3.00``.
    """
    currency = find(txcurrcd)
    if currency is None or not (txamt.isascii() and txamt.isdigit()) or len(txamt) > 30:
        return ""
    symbol = f"{currency.symbol} " if currency.symbol == currency.code else currency.symbol
    if currency.exponent == 0:
        return f"{symbol}{int(txamt):,}"
    digits = txamt.zfill(currency.exponent + 1)
    major, minor = digits[: -currency.exponent], digits[-currency.exponent :]
    return f"{symbol}{int(major):,}.{minor}"
