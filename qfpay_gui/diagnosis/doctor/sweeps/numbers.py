"""A number as other types and formats write it: exponents, rationals, separators, currency, bases, units."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from struct import pack, unpack
from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.doctor.deviations.amounts import EXPONENT, PADDED, THOUSANDS
from qfpay_gui.diagnosis.doctor.sweeps.form import ALONE
from qfpay_gui.diagnosis.doctor.sweeps.money import IN_MONEY, money_forms
from qfpay_gui.diagnosis.doctor.sweeps.numerals import in_chinese
from qfpay_gui.diagnosis.doctor.sweeps.times.durations import duration_forms
from qfpay_gui.qfpay.text import text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qfpay_gui.diagnosis.doctor.sweeps.money import Row

LONGEST = 24
"""Digits of a number that is looked at."""

_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?")
_TYPE = text("Doctor", "{name} was signed as {value}: a number type's print of {sent} ({maker})")
_FRACTION = text("Doctor", "{name} was signed as {value}: a rational number (fraction), but sent as {sent}")
_BASE = text(
    "Doctor", "{name} was signed as {value}: written in another base (hexadecimal, octal, binary), but sent as {sent}"
)
_DECIMALS = text("Doctor", "{name} was signed as {value}, with decimals, but sent as {sent}")
_UNIT = text("Doctor", "{name} was signed as {value}: in another unit, {factor} times what was sent ({sent})")
_SINGLE = text(
    "Doctor", "{name} was signed as {value}: rounded by single precision (float), in floating point, but sent as {sent}"
)
_FULL_WIDTH = text("Doctor", "{name} was signed as {value}: in full-width digits, but sent as {sent}")
_DIGITS = text("Doctor", "{name} was signed as {value}: in Arabic digits, but sent as {sent}")
_NUMERALS = text("Doctor", "{name} was signed as {value}: in Chinese numerals, but sent as {sent}")
_CODE = text("Doctor", "{name} was signed as {value}: the character with that number (rune, chr), not its digits")
_DURATION = text("Doctor", "{name} was signed as {value}: a stretch of time ({maker}), but sent as {sent}")
_NEGATIVE = text(
    "Doctor", "{name} was signed as {value}: cut to the size of an integer type, a number gone over its limit"
)
_GROUPS = (",", ".", " ", "'", "_", "\u00a0", "\u202f", "\u2019", "，")


def number_forms(value: str) -> Iterator[Row]:
    """Every other way to write this number; nothing where it is none."""
    if not _NUMBER.fullmatch(value) or not value.isascii() or len(value) > LONGEST:
        return
    number = Decimal(value)
    yield from _types(value, number)
    yield from _grouped(number)
    yield from money_forms(number)
    yield from _units(number)
    yield from (("duration-printed", 4, form, _DURATION, {"maker": maker}) for maker, form in duration_forms(value))
    if number == number.to_integral_value():
        yield from _integers(int(number), value)


def _types(value: str, number: Decimal) -> Iterator[Row]:
    yield from _exponents(value, number)
    yield from _formatted(number)
    real = float(number)
    known = {"value": value, "real": real}
    for maker, form in _PRINTS:
        yield "number-printed", 4, form.format(**known), _TYPE, {"maker": maker}
    yield "number-printed", 4, value.translate(_FULL), _FULL_WIDTH, {}
    yield "number-printed", 4, value.translate(_CHINESE), _NUMERALS, {}
    for places in (0, 1, 2, 6):
        for percent in (f"{number * 100:,.{places}f}", f"{number * 100:.{places}f}"):
            yield from (
                ("number-printed", ALONE, f"{percent}{gap}%", _TYPE, {"maker": "%"}) for gap in ("", " ", "\u00a0")
            )
    yield "number-printed", ALONE, f"{number:,f}".translate(_CHINESE), _NUMERALS, {}
    for digits in (f"{number:f}", f"{number:,f}".replace(",", "٬")):
        yield "number-printed", ALONE, digits.translate(_ARABIC), _DIGITS, {}
    for rounded in (f"{-(-number * 10 // 1000) / 10:.1f}K", f"{-(-int(number) // 1000)}K"):
        yield "number-printed", 4, rounded, _TYPE, {"maker": "numfmt"}
    yield from _short(number)
    yield from _floats(real)
    for one in (Fraction(number), Fraction(number) / 100):
        above, below = one.numerator, one.denominator
        rational = (str(one), repr(one), f"({above}/{below})", f"{above}/{below}", f"{above} % {below}")
        yield from (("number-as-fraction", 4, form, _FRACTION, {}) for form in rational)


_PRINTS = (
    *(("Decimal('…')", "Decimal('{value}')"), ("Decimal(…)", "Decimal({value})"), ("BigInt, …n", "{value}n")),
    *(
        ("C# decimal, …m", "{value}m"),
        ("long, …L", "{value}L"),
        ("float, …f", "{value}f"),
        ("float, …f", "{real!r}f"),
        ("double, …d", "{real!r}d"),
        ("double, …d", "{value}d"),
    ),
    *(("complex, …+0i", "{value}+0i"), ("complex, (…+0j)", "({value}+0j)"), ("BigDecimal", "BigDecimal({value})")),
    *(("Scheme, #e…", "#e{value}"), ("Fortran, …d0", "{value}d0"), ("rational, …r", "{value}r")),
    *(("Integer", "Integer({value})"), ("numpy", "np.float64({real!r})"), ("numpy", "np.int64({value})")),
    *(("%d", "%d"), ("%", "{value}%"), ("%", "{value} %")),
    *((one, one) for one in ("NaN", "nan", "Infinity", "inf", "Inf", "INF", "∞", "+Inf", "-Infinity", "NAN")),
    *(("function", "() => {value}"), ("+", "+{value}")),
    *(
        ("function", "() => P.txamt"),
        ("function", "function () {{ [native code] }}"),
        ("-", "-{value}"),
        ("…", "{value}."),
    ),
    *(
        ("Money", "Money({value})"),
        ("[…]", "[{value}]"),
    ),
)


def _short(number: Decimal) -> Iterator[Row]:
    """As a compact format writes it: 8.8K, 1M, 1.2万."""
    for unit, signs in ((1000, "Kk"), (10**6, "M"), (10**4, "万萬"), (10**8, "亿億")):
        if number >= unit:
            for places in range(3):
                for rounded in dict.fromkeys((f"{number / unit:.{places}f}", f"{float(number / unit):.{places}g}")):
                    yield from (("number-printed", ALONE, rounded + sign, _TYPE, {"maker": "1.2K"}) for sign in signs)


def _exponents(value: str, number: Decimal) -> Iterator[Row]:
    digits = value.lstrip("+-0").replace(".", "") or "0"
    exponent = len(str(int(abs(number)))) - 1
    for cost, at in ((3, digits.rstrip("0") or "0"), (4, digits)):
        mantissa = at[0] + ("." + at[1:] if at[1:] else "")
        full = mantissa if "." in mantissa else mantissa + ".0"
        forms = [f"{one}{mark}{exponent}" for one in (mantissa, full) for mark in ("e", "E", "e+", "E+")]
        forms += [f"{mantissa}e+{exponent:02}", f"{mantissa}E+{exponent:02}", f"{mantissa}E+{exponent:03}"]
        forms += [f"{mantissa}{times}10^{exponent}" for times in ("*", "×", "x", " × ", " x ", " * ")]
        forms += [f"0.{at}{mark}{exponent + more}" for mark in "eE" for more in (1, -1)]
        forms += [f"{_point(at, exponent % 3)}E+{exponent - exponent % 3}"]
        yield from (("number-with-exponent", cost, form, EXPONENT, {}) for form in forms)


def _point(digits: str, after: int) -> str:
    """The digits with so many before the point and one more."""
    digits = digits.ljust(after + 1, "0")
    return f"{digits[: after + 1]}.{digits[after + 1 :]}".rstrip(".")


def _formatted(number: Decimal) -> Iterator[Row]:
    real = float(number)
    for power in range(1, 7):
        scaled = number.quantize(Decimal((0, (1,), power))) if number else number
        yield "number-with-exponent", 4, str(scaled), EXPONENT, {}
        yield "number-with-exponent", 5, f"{int(number) // 10**power}E+{power}", EXPONENT, {}
    for places in range(18):
        forms = [f"{real:.{places}e}", f"{real:.{places}E}", f"{real:.{places + 1}g}", f"{real:.{places + 1}G}"]
        forms += [re.sub(r"([eE][+-])0(?=\d$)", r"\1", form) for form in forms[:2]]
        forms += [re.sub(r"E([+-])", r"E\g<1>0", forms[1]), f"{real / 100:.{places}e}"]
        yield from (("number-with-exponent", 4, form, EXPONENT, {}) for form in forms)
        yield "amount-with-decimals", 4, f"{number:.{places}f}", _DECIMALS, {}


def _floats(real: float) -> Iterator[Row]:
    for divisor in (1, 100):
        single = unpack("f", pack("f", real / divisor))[0]
        forms = [repr(single), *(f"{single:.{digits}g}" for digits in range(6, 10))]
        forms += [repr(float(f"{single * divisor}")), f"{int(single * divisor)}"]
        forms.append(repr(unpack("f", pack("f", single * 100))[0]))
        yield from (("amount-in-floating-point", 4, form, _SINGLE, {}) for form in forms)
    exact = (f"{Decimal(real / 100)}", real.hex(), re.sub(r"\.?0+p\+?", "p", real.hex()))
    yield from (("amount-in-floating-point", ALONE, form, _SINGLE, {}) for form in exact)
    for off in (-1, 1) if real > 0 else ():
        near = unpack("d", pack("q", unpack("q", pack("d", real))[0] + off))[0]
        yield "amount-in-floating-point", 4, repr(near), _SINGLE, {}


_FULL = str.maketrans("0123456789.", "０１２３４５６７８９．")
_ARABIC = {0x30 + digit: 0x660 + digit for digit in range(10)}
_CHINESE = str.maketrans("0123456789", "〇一二三四五六七八九")


def _grouped(number: Decimal) -> Iterator[Row]:
    for divisor, cause in ((1, THOUSANDS), (100, IN_MONEY)):
        for places in (0, 1, 2, 3, 4):
            written = f"{number / divisor:,.{places}f}"
            for mark in _GROUPS:
                point = "," if mark == "." else "."
                form = written.replace(",", "\0").replace(".", point).replace("\0", mark)
                yield "number-with-thousands", 4, form, cause, {}
                if mark not in ",.":
                    yield "number-with-thousands", 5, written.replace(",", mark).replace(".", ","), cause, {}
    digits = f"{int(number)}"
    for width in (4, 2):
        groups = [digits[max(0, end - width) : end] for end in range(len(digits), 0, -width)]
        yield "number-with-thousands", 5, ",".join(reversed(groups)), THOUSANDS, {}


def _units(number: Decimal) -> Iterator[Row]:
    for times in (10, 100, 1000, 10**4, 10**6, 60, 3600, 24, 1440):
        for factor, scaled in ((f"{times}", number * times), (f"1/{times}", number / times)):
            forms = dict.fromkeys(
                (
                    f"{scaled.normalize():f}",
                    f"{scaled:f}",
                    f"{float(scaled)!r}",
                    f"{int(scaled)}",
                    f"{scaled:.2f}",
                    f"{round(scaled)}",
                    f"{scaled:.1f}",
                )
            )
            yield from (("amount-in-other-unit", 4, form, _UNIT, {"factor": factor}) for form in forms)


def _integers(number: int, value: str) -> Iterator[Row]:
    for one in (number, number * 100):
        for form in (
            f"{one:x}",
            f"{one:X}",
            f"{one:#x}",
            f"{one:#X}",
            f"{one:o}",
            f"{one:#o}",
            f"0{one:o}",
            f"{one:b}",
            f"{one:#b}",
            _base_36(one),
            f"{one:08x}",
            f"{one:08X}",
            f"0x{one:08X}",
            f"{one:016x}",
            f"0x{one:X}",
            f"U+{one:04X}",
            f"{one:x}h",
            f"{one:X}H",
        ):
            yield "number-in-other-base", 4, form, _BASE, {}
    yield from _padded(value)
    for one in (number, number // 100):
        yield from (("number-printed", 4, form, _NUMERALS, {}) for form in in_chinese(one))
    for code in dict.fromkeys((number, number % 1000 + 200, number % 256, number % 128)):
        if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000:
            yield "number-as-character", 5, chr(code), _CODE, {}
    for bits in (8, 16, 31, 32, 63):
        wrapped = number & ((1 << bits) - 1)
        for cut in (wrapped, wrapped - (1 << bits), min(number, (1 << bits) - 1), -1, -(1 << 31), 0):
            yield "number-over-its-limit", 4, f"{cut}", _NEGATIVE, {}


def _padded(value: str) -> Iterator[Row]:
    for written in (f"{int(value)}.00", f"{Decimal(value) / 100:.2f}"):
        for width in range(len(written) + 1, 21):
            yield "amount-written-otherwise", ALONE, written.rjust(width), PADDED, {}
    for width in range(len(value) + 1, 24):
        yield "amount-written-otherwise", 4, value.zfill(width), PADDED, {}
        yield "amount-written-otherwise", 5, value.rjust(width), PADDED, {}
        yield "amount-written-otherwise", 5, value.ljust(width), PADDED, {}
    for width in range(1, len(value)):
        if value.startswith("0" * width):
            yield "amount-written-otherwise", 4, value[width:], PADDED, {}


def _base_36(number: int) -> str:
    digits = ""
    rest = abs(number)
    while rest:
        rest, at = divmod(rest, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[at] + digits
    return digits or "0"
