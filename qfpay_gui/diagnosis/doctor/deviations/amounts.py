"""An amount signed in another form: with decimals, in major units, or with the error of floating point."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.doctor.deviations.values import changed
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qfpay_gui.diagnosis.doctor.case import Case
    from qfpay_gui.diagnosis.doctor.deviation import Deviation

_AMOUNTS = {"txamt", "amount", "total_fee", "txamount", "refund_amt"}
_DECIMALS = text("Doctor", "{name} was signed as {value}, with decimals, but sent as {sent}")
NUMBER_SENT = text("Doctor", "{name} was signed as {value}, but the same number was sent in another form: {sent}")
_DECIMALS_SENT = text("Doctor", "{name} was signed as {value}, but sent with decimals: {sent}")
_MAJOR_SENT = text("Doctor", "{name} was signed as {value}, in minor units, but sent in major units: {sent}")
_FLOAT = text("Doctor", "{name} was signed as {value}: an amount times 100 in floating point, but sent as {sent}")
_MAJOR = text("Doctor", "{name} was signed as {value}, in major units, but sent as {sent}")
_MINOR = text("Doctor", "{name} was signed as {value}, a hundred times what was sent")
_ROUNDED = text("Doctor", "{name} was signed as {value}, but sent as {sent}: rounded in one of the two only")
_WRITTEN = text("Doctor", "{name} was signed as {value}, the same number written otherwise")
EXPONENT = text(
    "Doctor",
    "{name} was signed as {value}: the same number written otherwise, with an exponent (e+), but sent as {sent}",
)
THOUSANDS = text("Doctor", "{name} was signed as {value}: with thousands separators, but sent as {sent}")
PADDED = text(
    "Doctor",
    "{name} was signed as {value}: the same number written with zeros or blanks in front or behind, but sent as {sent}",
)

Form = tuple[str, int, str, Text]


def deviations(case: Case) -> Iterator[Deviation]:
    """Each form in which programs write the amount that was sent."""
    for index, (name, value) in enumerate(case.sent):
        if name not in _AMOUNTS:
            continue
        for identity, cost, form, cause in _forms(value):
            words = cause.fill(value=form, sent=value)
            if form != value:
                yield changed(identity, cost, index, (name, form), words, depth=3 if cost < 3 else 2)


def _forms(value: str) -> Iterator[Form]:
    if value.isascii() and value.isdigit() and len(value) <= 15:
        yield from _of_integer(int(value))
        return
    try:
        number = float(value)
    except ValueError:
        return
    if value.isascii() and math.isfinite(number) and abs(number) < 1e15:
        yield from _of_decimal(number, value)


def _of_integer(amount: int) -> Iterator[Form]:
    yield "amount-with-decimals", 1, f"{amount}.0", _DECIMALS
    yield "amount-with-decimals", 1, f"{amount}.00", _DECIMALS
    yield from (("amount-with-decimals", 4, f"{amount}.{'0' * places}", _DECIMALS) for places in (3, 4, 6, 8))
    yield from _major(amount)
    yield from (("amount-times-100", 3, form, _MINOR) for form in (f"{amount * 100}", f"{amount * 100}.0"))
    yield "amount-written-otherwise", 3, f"{amount:,}", THOUSANDS
    yield "amount-written-otherwise", 4, f"+{amount}", _WRITTEN
    yield "amount-written-otherwise", 4, f"{amount:e}", EXPONENT
    yield "amount-written-otherwise", 4, f"{amount:.0e}", EXPONENT
    yield from (("amount-written-otherwise", 4, f"{amount:0{width}}", PADDED) for width in range(2, 13))
    for near in (amount, amount + 1, amount - 1):
        yield from (("amount-in-floating-point", 1, form, _FLOAT) for form in _floating(near))
    yield from (("amount-rounded", 3, f"{near}", _ROUNDED) for near in (amount + 1, amount - 1) if near > 0)


def _major(amount: int) -> Iterator[Form]:
    whole, rest = divmod(amount, 100)
    forms = {f"{whole}.{rest:02}": 1, repr(amount / 100): 2, f"{amount / 100:g}": 2, f"{whole}": 3}
    for form, cost in forms.items():
        yield "amount-in-major-units", cost, form, _MAJOR
    yield "amount-in-major-units", 4, f"{whole},{rest:02}", _MAJOR


def _floating(amount: int) -> Iterator[str]:
    """``1.15 * 100`` is 114.99999999999999: what that sum gives for an amount with two decimals, where it is off."""
    major = amount / 100
    for product in (major * 100, major * 10 * 10, major / 0.01):
        if product != amount:
            yield from (form for form in (repr(product), f"{product:.16g}") if "." in form)


def _of_decimal(number: float, value: str) -> Iterator[Form]:
    near = round(number)
    if number == near:
        exponent = "e" in value.lower()
        identity = "number-sent-otherwise" if exponent else "amount-with-decimals"
        yield identity, 1, f"{near}", NUMBER_SENT if exponent else _DECIMALS_SENT
    yield "amount-rounded", 2, f"{near}", _ROUNDED
    yield "amount-rounded", 2, f"{math.floor(number)}", _ROUNDED
    yield "amount-rounded", 2, f"{math.ceil(number)}", _ROUNDED
    yield "amount-rounded", 3, f"{number:.2f}", _ROUNDED
    yield "amount-rounded", 3, f"{number:.1f}", _ROUNDED
    yield "amount-written-otherwise", 3, f"{number:g}", _WRITTEN
    yield "amount-written-otherwise", 3, repr(number), _WRITTEN
    yield "amount-in-major-units", 1, f"{round(number * 100)}", _MAJOR_SENT
    yield "amount-times-100", 2, repr(number * 100), _MINOR
    yield "amount-in-major-units", 3, repr(number / 100), _MAJOR
    yield "amount-in-major-units", 3, f"{number / 100:.2f}", _MAJOR
