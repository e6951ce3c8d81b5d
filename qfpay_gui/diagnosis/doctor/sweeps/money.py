"""An amount as it is written for people: with the sign or the name of a currency, in the form of a country."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.doctor.sweeps.form import ALONE
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

Row = tuple[str, int, str, Text, dict[str, str]]
"""Identity, cost, the form, the words, and what fills them besides name and value."""
IN_MONEY = text(
    "Doctor", "{name} was signed as {value}: written as money, with a currency or in major units, but sent as {sent}"
)
_CURRENCIES = (
    *(
        "$",
        "HK$",
        "¥",
        "￥",
        "US$",
        "S$",
        "€",
        "£",
        "฿",
        "RM",
        "HKD",
        "CNY",
        "RMB",
        "USD",
        "HKD ",
        "CNY ",
        "RMB ",
        "USD ",
        "HK$ ",
        "$ ",
        "¥ ",
        "￥ ",
    ),
    *("HKD\u00a0", "HK$\u00a0", "CNY\u00a0", "CN¥", "JP¥", "A$", "CA$", "NT$", "₩", "SGD ", "THB ", "MYR "),
)
_SUFFIXES = (
    "元",
    " HKD",
    "HKD",
    " 元",
    " CNY",
    "$",
    "€",
    " €",
    "\u00a0€",
    "\u00a0HK$",
    "港元",
    "块",
    "角",
    "分",
    " USD",
    "¥",
    "円",
)


def _of_the_continent(amount: Decimal) -> Iterator[str]:
    """With a comma before the decimals, as in Germany, France and elsewhere."""
    for places in (2, 0):
        for group in (".", " ", "\u00a0", "\u202f"):
            yield f"{amount:,.{places}f}".replace(",", "\0").replace(".", ",").replace("\0", group)


_BEHIND = tuple(f"{gap}{sign}" for gap in (" ", "\u00a0", "") for sign in ("€", "$", "HKD", "CNY", "EUR"))


def money_forms(number: Decimal) -> Iterator[Row]:
    """The amount in major units or as it is, with signs and names of currencies."""
    for amount in (number / 100, number):
        written = {f"{amount:,.2f}", f"{amount:.2f}", f"{amount:,.0f}", f"{amount:f}", f"{amount:.1f}"}
        for form in sorted(written):
            yield from (("amount-as-money", 4, f"{sign}{form}", IN_MONEY, {}) for sign in _CURRENCIES)
            yield from (("amount-as-money", 4, f"{form}{sign}", IN_MONEY, {}) for sign in _SUFFIXES)
        for written_there in _of_the_continent(amount):
            yield from (("amount-as-money", ALONE, f"{written_there}{sign}", IN_MONEY, {}) for sign in _BEHIND)
    yield "amount-in-major-units", 4, f"{number / 100:.2f}".replace(".", ","), IN_MONEY, {}
    yield "amount-in-major-units", 4, f"{number / 100:f}".replace(".", ","), IN_MONEY, {}
