"""A slip of the hand: one character of one value typed otherwise, doubled, lost, or swapped with its neighbour."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.doctor.deviations.values import changed
from qfpay_gui.qfpay.signing.chinese import counterparts, frequent
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
_CHANGED = text(
    "Doctor", "{name} was signed as {value}: another character, “{put}” at place {place} in place of “{sent}”"
)
_ADDED = text("Doctor", "{name} was signed as {value}: one character more, “{put}” at place {place}")
_TURNED = text(
    "Doctor", "{name} was signed as {value}: character {place} simplified or traditional (“{put}” for “{sent}”)"
)
_REPLACED = text("Doctor", "{name} was signed as {value}: with “{put}” in place of every “{sent}”")
_REMOVED = text("Doctor", "{name} was signed as {value}: without any “{sent}”")
MOST_CHINESE = 10
"""Chinese characters of a value, up to which each is looked at."""

Slip = tuple[str, int, int, Text]
"""The text that comes of it, its cost, the index, and the words."""


def of_one_character(case: Case, probe: Probe) -> Iterator[Deviation]:
    """The likely slips of every value first."""
    for index, (name, value) in enumerate(case.sent):
        if len(value) <= LONGEST:
            every = list(slips(value))
            for which in probe.values(index, [slip[0] for slip in every]):
                yield _told(index, name, value, every[which])


def of_one_chinese_character(case: Case, probe: Probe) -> Iterator[Deviation]:
    """Any frequent one in place of each, in short values."""
    for index, (name, value) in enumerate(case.sent):
        places = [at for at, one in enumerate(value) if "\u4e00" <= one <= "\u9fa5"]
        for at in places if len(places) <= MOST_CHINESE else ():
            before, after = value[:at], value[at + 1 :]
            every = [before + other + after for other in frequent()]
            for which in probe.values(index, every):
                if every[which] != value:
                    yield _told(index, name, value, (every[which], 6, at, _CHANGED))


def _told(index: int, name: str, value: str, slip: Slip) -> Deviation:
    written, cost, at, words = slip
    shown = words.fill(value=written, place=at + 1, next=at + 2, sent=value[at : at + 1], put=written[at : at + 1])
    return changed("value-mistyped", cost, index, (name, written), shown, depth=1)


def slips(value: str) -> Iterator[Slip]:
    """Every text one slip away."""
    yield from _marks_for_marks(value)
    for at, one in enumerate(value):
        before, after = value[:at], value[at + 1 :]
        yield before + after, 4, at, _LOST
        yield before + one + one + after, 4, at, _DOUBLED
        if after and after[0] != one:
            yield before + after[0] + one + after[1:], 4, at, _SWAPPED
        yield from ((before + other + after, 4, at, _TURNED) for other in counterparts(one))
        yield from ((before + other + after, 5, at, _CHANGED) for other in _typed(one) if other != one)
    letters = string.digits if value.isdigit() else _TYPED
    letters = letters if value.isascii() else letters + _CHINESE_MARKS
    for at in range(len(value) + 1):
        yield from ((value[:at] + one + value[at:], 6, at, _ADDED) for one in letters)


def _typed(one: str) -> str:
    if one in string.digits:
        return string.digits + "OolISZBg" + string.ascii_letters
    return _TYPED + (_CHINESE_MARKS if not one.isalnum() else "") if one.isascii() else _CHINESE_MARKS + _TYPED


def _marks_for_marks(value: str) -> Iterator[Slip]:
    """One mark everywhere in place of another, or left out."""
    for mark in dict.fromkeys(one for one in value if one in _MARKS):
        at = value.index(mark)
        yield from ((value.replace(mark, other), 4, at, _REPLACED) for other in _MARKS if other != mark)
        yield value.replace(mark, ""), 4, at, _REMOVED


_MARKS = "-_./: ,|#+"
_TYPED = string.digits + string.ascii_letters + " " + string.punctuation
_CHINESE_MARKS = "，。、：；！？（）「」《》“”‘’·…—～　的了"
