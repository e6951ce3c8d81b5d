"""A time or an order number made a second time, a little later: signed is the one, sent the other."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.doctor.deviations.times import LONGEST_PAUSE, TWICE, read_time
from qfpay_gui.diagnosis.doctor.deviations.values import changed
from qfpay_gui.qfpay.text import text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qfpay_gui.diagnosis.doctor.case import Case
    from qfpay_gui.diagnosis.doctor.deviation import Deviation
    from qfpay_gui.diagnosis.doctor.probe import Probe

LONGEST = 3900
"""Seconds between two readings that are looked for one by one; beyond, whole minutes up to a day."""
_NUMBERS = 2000
"""Steps of a running number in either direction."""
_NOT_COUNTED = frozenset({"txamt", "pay_type", "expired_time", "page", "page_size"})
"""Numbers that no program counts on: where another one was signed, why cannot be told from the signature."""
_AGAIN = text(
    "Doctor", "{name} was made a second time, or counted on: signed {value}, sent {sent} ({apart} apart at its end)"
)
_LAST = re.compile("[0-9]+")


def read_again(case: Case, probe: Probe) -> Iterator[Deviation]:
    """Times up to an hour apart, and numbers a little apart."""
    for index, (name, value) in enumerate(case.sent):
        moment = read_time(value)
        if moment is not None:
            yield from _times(index, name, value, probe)
        elif value.isascii() and name not in _NOT_COUNTED:
            yield from _numbers(index, name, value, probe)


def _times(index: int, name: str, value: str, probe: Probe) -> Iterator[Deviation]:
    moment = read_time(value)
    if moment is None:
        return
    between, day, clock = ("T" if "T" in value else " "), "/" if "/" in value else "-", ":"
    if value.isdigit():
        between = day = clock = ""
    apart = [*range(LONGEST_PAUSE + 1, LONGEST), *(60 * minutes for minutes in range(LONGEST // 60, 1440))]
    every = [sign * away for away in apart for sign in (-1, 1)]
    texts = [(moment + timedelta(seconds=seconds)).isoformat(" ") for seconds in every]
    if (between, day, clock) != (" ", "-", ":"):
        texts = [text.replace("-", day).replace(":", clock).replace(" ", between) for text in texts]
    for at in probe.values(index, texts):
        words = TWICE.fill(value=texts[at], seconds=abs(every[at]))
        yield changed("time-read-twice", 4, index, (name, texts[at]), words, depth=1)


def _numbers(index: int, name: str, value: str, probe: Probe) -> Iterator[Deviation]:
    """The last run of digits, and where it is long also its last four."""
    runs = list(_LAST.finditer(value))
    if not runs or len(runs[-1].group()) < 3:
        return
    start, end = runs[-1].span()
    digits = value[start:end][-18:]
    before, after, last = value[: end - len(digits)], value[end:], int(digits)
    steps = [sign * away for away in range(1, _NUMBERS) for sign in (-1, 1) if sign * away + last >= 0]
    texts = [f"{before}{last + step:0{len(digits)}}{after}" for step in steps]
    for at in probe.values(index, texts):
        words = _AGAIN.fill(value=texts[at], sent=value, apart=abs(steps[at]))
        yield changed("number-made-twice", 5, index, (name, texts[at]), words, depth=1)
    yield from _last_four(index, name, value, (start, end), probe)


def _last_four(index: int, name: str, value: str, run: tuple[int, int], probe: Probe) -> Iterator[Deviation]:
    start, end = run
    if end - start < 8:
        return
    before, sent, after = value[: end - 4], int(value[end - 4 : end]), value[end:]
    texts = [f"{before}{number:04}{after}" for number in range(10**4)]
    for number in probe.values(index, texts):
        if number != sent:
            words = _AGAIN.fill(value=texts[number], sent=value, apart=abs(number - sent))
            yield changed("number-made-twice", 5, index, (name, texts[number]), words, depth=1)
