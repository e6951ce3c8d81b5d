"""A slip of the hand: one character of one value typed otherwise, doubled, lost, or swapped with its neighbour."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.doctor.deviations.values import changed
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qfpay_gui.diagnosis.doctor.case import Case
    from qfpay_gui.diagnosis.doctor.deviation import Deviation
    from qfpay_gui.diagnosis.doctor.probe import Probe

LONGEST = 96
"""Characters of a value, up to which each of them is looked at."""
_LOST = text("Doctor", "{name} was signed as {value}: without character {place} (“{sent}”)")
_DOUBLED = text("Doctor", "{name} was signed as {value}: character {place} doubled (“{sent}”)")
_SWAPPED = text("Doctor", "{name} was signed as {value}: characters {place} and {next} swapped (transposed)")
_CHANGED = text("Doctor", "{name} was signed as {value}: another character at place {place} than “{sent}”")
_ADDED = text("Doctor", "{name} was signed as {value}: one character more, at place {place}")

Slip = tuple[str, int, int, Text]
"""The text that comes of it, its cost, the index, and the words."""


def of_one_character(case: Case, probe: Probe) -> Iterator[Deviation]:
    """The likely slips of every value first."""
    for index, (name, value) in enumerate(case.sent):
        if len(value) <= LONGEST:
            for written, cost, at, words in slips(value):
                if probe.value(index, written):
                    shown = words.fill(value=written, place=at + 1, next=at + 2, sent=value[at : at + 1])
                    yield changed("value-mistyped", cost, index, (name, written), shown, depth=1)


def slips(value: str) -> Iterator[Slip]:
    """Every text one slip away."""
    for at, one in enumerate(value):
        before, after = value[:at], value[at + 1 :]
        yield before + after, 4, at, _LOST
        yield before + one + one + after, 4, at, _DOUBLED
        if after and after[0] != one:
            yield before + after[0] + one + after[1:], 4, at, _SWAPPED
        for other in _typed(one):
            if other != one:
                yield before + other + after, 5, at, _CHANGED
    letters = string.digits if value.isdigit() else string.digits + string.ascii_letters + " -_."
    for at in range(len(value) + 1):
        yield from ((value[:at] + one + value[at:], 6, at, _ADDED) for one in letters)


def _typed(one: str) -> str:
    if one in string.digits:
        return string.digits + "OolISZBg"
    return string.ascii_letters + string.digits + " -_.,/:" if one.isascii() else ""
