"""A value signed with something more or less than was sent: white space, a cut end, another number."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.doctor.deviation import Deviation, Edit
from qfpay_gui.qfpay.signing.recipe import well_formed
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qfpay_gui.diagnosis.doctor.case import Case

_MEND = text("Doctor", "Keep the value in one variable, and use that for the signing string and the body.")
_CLEAN = text("Doctor", "Clean the value once, before it is signed and sent.")
_EXTRAS = (
    ("\n", "", 3, text("Doctor", "{name} was signed with a line feed after it")),
    (" ", "", 3, text("Doctor", "{name} was signed with a space after it")),
    ("\r\n", "", 4, text("Doctor", "{name} was signed with a line break (CR LF) after it")),
    ("\t", "", 5, text("Doctor", "{name} was signed with a tab after it")),
    ("\r", "", 5, text("Doctor", "{name} was signed with a carriage return after it")),
    ("\0", "", 6, text("Doctor", "{name} was signed with a NUL character after it")),
    ("\u200b", "", 4, text("Doctor", "{name} was signed with a zero-width space after it")),
    ("\u00a0", "", 5, text("Doctor", "{name} was signed with a no-break space after it")),
    ("\ufeff", "", 5, text("Doctor", "{name} was signed with a byte order mark after it")),
    ("", " ", 3, text("Doctor", "{name} was signed with a space before it")),
    ("", "\ufeff", 4, text("Doctor", "{name} was signed with a byte order mark before it")),
    ("", "\u200b", 4, text("Doctor", "{name} was signed with a zero-width space before it")),
    ("", "\n", 5, text("Doctor", "{name} was signed with a line feed before it")),
    ("", "\t", 5, text("Doctor", "{name} was signed with a tab before it")),
)
_LENGTHS = (16, 20, 32, 40, 64, 128, 256)


def deviations(case: Case) -> Iterator[Deviation]:
    """White space around a value, a value cut, and numbers that went through a number type."""
    for index, (name, value) in enumerate(case.sent):
        yield from _with_extras(index, name, value)
        yield from _cut(index, name, value)
        yield from _as_number(index, name, value)
        yield from _without_parts(index, name, value)
        yield from _sent_otherwise(index, name, value)


def _sent_otherwise(index: int, name: str, value: str) -> Iterator[Deviation]:
    """What was sent shows by itself that a program made something of it."""
    if value in _TRUTHS:
        words = TRUTH.fill(value=_TRUTHS[value], sent=value)
        yield changed("truth-written-otherwise", 2, index, (name, _TRUTHS[value]), words)
    for charset in ("cp1252", "latin-1", "gbk") if not value.isascii() else ():
        with suppress(UnicodeError):
            read = value.encode(charset).decode()
            found = changed("mojibake-sent", 1, index, (name, read), _MISREAD.fill(value=read, sent=value))
            yield replace(found, is_favoured=True)


_MISREAD = text("Doctor", "{name} was signed as {value}, but sent misread (mojibake): {sent}")
TRUTH = text("Doctor", "{name} was signed as “{value}”: true and false are written otherwise than sent (“{sent}”)")
_TRUTHS = {"True": "true", "False": "false", "TRUE": "true", "FALSE": "false", "true": "True", "false": "False"}


def changed(  # noqa: PLR0913 - a row of a table, read at a glance
    identity: str, cost: int, index: int, pair: tuple[str, str], cause: Text, *, depth: int = 2
) -> Deviation:
    """One value signed otherwise; ``cause`` has a ``{name}``."""
    words = cause.fill(name=pair[0])
    return Deviation(identity, cost, words, _MEND, edit=Edit({index: (pair[0], well_formed(pair[1]))}), depth=depth)


def _with_extras(index: int, name: str, value: str) -> Iterator[Deviation]:
    for after, before, cost, cause in _EXTRAS:
        edit = Edit({index: (name, before + value + after)})
        words = cause.fill(name=name)
        yield Deviation("value-with-white-space", cost, words, _CLEAN, edit=edit, depth=2 if cost < 5 else 1)


def _cut(index: int, name: str, value: str) -> Iterator[Deviation]:
    short = text("Doctor", "{name} was signed cut to {length} characters")
    for length in _LENGTHS:
        if len(value) > length:
            yield changed("value-cut", 3, index, (name, value[:length]), short.fill(length=length))
        if len(value.encode()) > length:
            cut = value.encode()[:length]
            yield changed("value-cut", 4, index, (name, cut.decode("utf-8", "ignore")), short.fill(length=length))
            yield changed("value-cut", 5, index, (name, cut.decode("utf-8", "replace")), short.fill(length=length))
    if len(value) > 1:
        lost = text("Doctor", "{name} was signed without its last character")
        yield changed("value-cut", 3, index, (name, value[:-1]), lost)
        first = text("Doctor", "{name} was signed without its first character")
        yield changed("value-cut", 5, index, (name, value[1:]), first, depth=1)


def _as_number(index: int, name: str, value: str) -> Iterator[Deviation]:
    """What a number type makes of digits: leading zeros and all digits beyond the 16th are lost."""
    if not (value.isascii() and value.isdigit()) or len(value) > 64:
        return
    cause = text("Doctor", "{name} went through a number type, and was signed as {value}")
    number = float(value)
    forms = {str(int(value)), f"{number:.0f}", repr(number), f"{number:.16e}", f"{number:.14G}", f"{number:.15E}"}
    forms |= {f"{number:.17G}", _exponent(repr(number)), repr(number).upper()}
    for form in sorted(forms - {value}):
        words = cause.fill(value=form)
        yield changed("value-as-number", 3, index, (name, form), words, depth=2 if form.isdigit() else 1)


def _exponent(written: str) -> str:
    """JavaScript writes 1e+21 where Python writes 1e+21 too, but keeps digits up to 1e21."""
    return f"{float(written):.17g}"


def _without_parts(index: int, name: str, value: str) -> Iterator[Deviation]:
    """Addresses that a framework normalised."""
    if value.startswith(("http://", "https://")):
        slash = value[:-1] if value.endswith("/") else f"{value}/"
        cause = text("Doctor", "{name} was signed with or without the slash at its end")
        yield changed("address-changed", 3, index, (name, slash), cause)
        other = value.replace("http://", "https://") if value.startswith("http://") else f"http{value[5:]}"
        scheme = text("Doctor", "{name} was signed with the other of http and https")
        yield changed("address-changed", 3, index, (name, other), scheme)
        for mark in ("?", "#"):
            if mark in value:
                without = text("Doctor", "{name} was signed without what follows “{mark}”").fill(mark=mark)
                yield changed("address-changed", 4, index, (name, value.partition(mark)[0]), without)
