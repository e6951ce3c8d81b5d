"""Rules of ``txamt`` and ``txcurrcd``: minor units, whole numbers, known currencies."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.currencies import find, human_amount
from qfpay_gui.qfpay.rules.subject import SAMPLES, Subject, attention, note, wrong
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qfpay_gui.qfpay.findings import Finding

_DECIMAL = re.compile(r"\d{1,20}\.\d{1,30}")
_GROUPED = re.compile(r"\d{1,3}(,\d{3})+(\.\d+)?")
_LARGEST = 99_999_999_999


def check_txamt(value: str, subject: Subject) -> Iterator[Finding]:
    """Findings about an amount in minor units."""
    if not (value.isascii() and value.isdigit()):
        yield _not_whole(value, subject.value("txcurrcd") or "")
        return
    amount = int(value) if len(value) < 30 else _LARGEST + 1
    if amount == 0:
        yield wrong(
            "amount-zero", "txamt", text("Rules", "Zero"), text("Rules", "An amount must be at least 1 minor unit.")
        )
    elif amount > _LARGEST:
        yield wrong(
            "amount-too-large",
            "txamt",
            text("Rules", "Larger than Int(11) holds"),
            text("Rules", "txamt is documented as Int(11): at most 11 digits."),
        )
    elif amount <= 200:
        yield note(
            "amount-small",
            "txamt",
            text("Rules", "Small: risk control may stop it"),
            text("Rules", "More than 200 is suggested: smaller amounts may be stopped by risk control."),
        )
    if value.startswith("0") and amount:
        yield attention(
            "amount-leading-zero",
            "txamt",
            text("Rules", "Leading zeros are signed as typed"),
            text("Rules", "{value} is signed as text. A program that turns it into a number signs {number}.").fill(
                value=value[:20], number=amount
            ),
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
            text("Rules", "Documented are AED, AUD, CAD, CNY, EUR, HKD, IDR, JPY, MMK, MYR, SGD, THB and USD."),
        )


def _not_whole(value: str, txcurrcd: str) -> Finding:
    plain = value.strip()
    if _DECIMAL.fullmatch(plain):
        return _decimal(plain, txcurrcd)
    if _GROUPED.fullmatch(plain):
        return _amount_finding(
            "amount-grouped",
            text("Rules", "No thousands separators: write {number}").fill(number=plain.replace(",", "")),
        )
    if plain.startswith("-"):
        return _amount_finding("amount-negative", text("Rules", "Negative"))
    return _amount_finding("amount-not-whole", text("Rules", "Not a whole number"))


def _amount_finding(code: str, headline: Text) -> Finding:
    detail = text("Rules", "txamt takes digits only, a whole number of minor units: 300 with HKD is HK$3.00.")
    return wrong(code, "txamt", headline, detail)


def _decimal(plain: str, txcurrcd: str) -> Finding:
    """A decimal point is either a major-unit amount, or what floating point made of amount × 100."""
    number = Decimal(plain)
    nearest = int(number.to_integral_value())
    if abs(number - nearest) < Decimal("0.000001") and len(plain.partition(".")[2]) > 4:
        return wrong(
            "amount-float-noise",
            "txamt",
            text("Rules", "Floating-point noise: meant is {nearest}").fill(nearest=nearest),
            text(
                "Rules",
                "amount * 100 in floating point gives {value}. Round it: Math.round(amount * 100), "
                "or calculate in minor units.",
            ).fill(value=plain),
            SAMPLES,
        )
    currency = find(txcurrcd)
    minor = int(number.scaleb(currency.exponent if currency else 2).to_integral_value())
    return wrong(
        "amount-major-units",
        "txamt",
        text("Rules", "Looks like major units: {minor} is meant?").fill(minor=minor),
        text("Rules", "txamt counts minor units as a whole number. For {human} write {minor}.").fill(
            human=human_amount(str(minor), txcurrcd) or plain, minor=minor
        ),
    )
