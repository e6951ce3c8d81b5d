"""Rules of ``txamt`` and ``txcurrcd``: minor units, whole numbers, known currencies."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.currencies import find, human_amount
from qfpay_gui.qfpay.request.rules.subject import Subject, attention, note, shortened, wrong
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qfpay_gui.qfpay.findings import Finding

_DECIMAL = re.compile(r"[0-9]{1,12}\.[0-9]{1,30}")
_GROUPED = re.compile(r"[0-9]{1,3}(,[0-9]{3}){1,4}(\.[0-9]{1,30})?")
_MOST_DIGITS = 11


def check_txamt(value: str, subject: Subject) -> Iterator[Finding]:
    """Findings about an amount in minor units."""
    txcurrcd = subject.txcurrcd
    if not (value.isascii() and value.isdigit()):
        yield _not_whole(value, txcurrcd)
        return
    number = value.lstrip("0")
    yield from _size(number, subject.endpoint.name)
    if number and number != value:
        yield attention(
            "amount-leading-zero",
            "txamt",
            text("Rules", "Leading zeros are signed as typed"),
            text("Rules", "{value} is signed as text. A program that turns it into a number signs {number}.").fill(
                value=shortened(value), number=shortened(number)
            ),
        )
    currency, human = find(txcurrcd), human_amount(number, txcurrcd)
    if currency and currency.exponent == 0 and human:
        yield note(
            "amount-no-decimals",
            "txamt",
            text("Rules", "Shown as {human}: {code} has no decimals").fill(human=shortened(human), code=txcurrcd),
            text(
                "Rules",
                "How txamt counts for {code} is not documented. Ask QFPay first, lest a hundredfold is taken.",
            ).fill(code=txcurrcd),
        )


def _size(number: str, call: str) -> Iterator[Finding]:
    """Findings about the size of a whole number, given without leading zeros."""
    if not number:
        yield wrong(
            "amount-zero",
            "txamt",
            text("Rules", "An amount of zero"),
            text("Rules", "An amount must be at least 1 minor unit."),
        )
    elif len(number) > _MOST_DIGITS:
        yield wrong(
            "amount-too-large",
            "txamt",
            text("Rules", "More than 11 digits"),
            text("Rules", "txamt is documented as Int(11): at most 11 digits."),
        )
    elif int(number) <= 200 and call == "payment":
        yield note(
            "amount-small",
            "txamt",
            text("Rules", "Small: risk control may stop it"),
            text("Rules", "More than 200 is suggested: smaller amounts may be stopped by risk control."),
        )


def check_txcurrcd(value: str, _subject: Subject) -> Iterator[Finding]:
    """Findings about a currency code."""
    if find(value):
        return
    plain = find(value.strip().upper())
    if plain:
        yield wrong(
            "currency-spelling",
            "txcurrcd",
            text("Rules", "Write {code}").fill(code=plain.code),
            text("Rules", "Currency codes are three capital letters without spaces."),
        )
    else:
        yield attention(
            "currency-unknown",
            "txcurrcd",
            text("Rules", "Not a documented currency"),
            text(
                "Rules", "The documentation lists AED, AUD, CAD, CNY, EUR, HKD, IDR, JPY, MMK, MYR, SGD, THB and USD."
            ),
        )


def _not_whole(value: str, txcurrcd: str) -> Finding:
    plain = value.strip()
    if _GROUPED.fullmatch(plain):
        plain = plain.replace(",", "")
        if "." not in plain:
            return _unusable(
                "amount-grouped", text("Rules", "No thousands separators: write {number}").fill(number=plain)
            )
    if _DECIMAL.fullmatch(plain):
        return _decimal(plain, txcurrcd)
    if plain.startswith("-"):
        return _unusable("amount-negative", text("Rules", "An amount cannot be negative"))
    return _unusable("amount-not-whole", text("Rules", "Digits only: no sign, space or letter"))


def _unusable(code: str, headline: Text) -> Finding:
    detail = text("Rules", "txamt takes digits only, a whole number of minor units: 300 with HKD is HK$3.00.")
    return wrong(code, "txamt", headline, detail)


def _decimal(plain: str, txcurrcd: str) -> Finding:
    """A decimal point is a major-unit amount, a number printed by a program, or what floating point made of it."""
    whole, _point, fraction = plain.partition(".")
    number = Decimal(plain)
    currency = find(txcurrcd)
    minor = number.scaleb(currency.exponent if currency else 2)
    if fraction == "0" and minor != number:
        return _decimal_text(int(whole), _nearest(minor), txcurrcd)
    if len(fraction) > 4 and _is_nearly_whole(number):
        return wrong(
            "amount-float-noise",
            "txamt",
            text("Rules", "Floating-point noise: write {nearest}").fill(nearest=_nearest(number)),
            text(
                "Rules",
                "amount * 100 in floating point gives {value}. Round it: Math.round(amount * 100), "
                "or calculate in minor units.",
            ).fill(value=shortened(plain)),
        )
    if not _is_nearly_whole(minor):
        return _unusable("amount-not-whole", text("Rules", "Not a whole number of minor units"))
    return wrong(
        "amount-major-units",
        "txamt",
        text("Rules", "Looks like major units: is {minor} meant?").fill(minor=_nearest(minor)),
        text("Rules", "txamt counts minor units as a whole number. For {human} write {minor}.").fill(
            human=human_amount(str(_nearest(minor)), txcurrcd) or shortened(plain), minor=_nearest(minor)
        ),
    )


def _decimal_text(whole: int, minor: int, txcurrcd: str) -> Finding:
    """A number printed with ``.0``, which may count either unit."""
    human_whole, human_minor = human_amount(str(whole), txcurrcd), human_amount(str(minor), txcurrcd)
    headline = text("Rules", "Is {whole} or {minor} meant?").fill(whole=whole, minor=minor)
    if not human_whole:
        return _unusable("amount-decimal-text", headline)
    detail = text("Rules", "txamt takes digits only: {whole} is {human_whole}, {minor} is {human_minor}.").fill(
        whole=whole, human_whole=human_whole, minor=minor, human_minor=human_minor
    )
    return wrong("amount-decimal-text", "txamt", headline, detail)


def _nearest(number: Decimal) -> int:
    return int(number.to_integral_value())


def _is_nearly_whole(number: Decimal) -> bool:
    return abs(number - _nearest(number)) < Decimal("0.000001")
