"""A time as the programs of every language print it: date, time of day and zone, each in its known forms."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import combinations, product
from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.doctor.deviations.times import EPOCH, MILLISECONDS, read_time
from qfpay_gui.diagnosis.doctor.deviations.values import changed
from qfpay_gui.diagnosis.doctor.sweeps.form import Form
from qfpay_gui.diagnosis.doctor.sweeps.numbers import number_forms
from qfpay_gui.diagnosis.doctor.sweeps.times.date_forms import (
    CLOCKS,
    DATES,
    GAPS,
    MORE_DATES,
    OF_UTC,
    PLAIN_CLOCKS,
    RARE_GAPS,
    ZONES,
    usual,
)
from qfpay_gui.diagnosis.doctor.sweeps.times.date_marks import ordinal, seconds_of, written
from qfpay_gui.diagnosis.doctor.sweeps.times.local_dates import local_forms
from qfpay_gui.diagnosis.doctor.sweeps.times.loose_times import read_loosely
from qfpay_gui.diagnosis.doctor.sweeps.times.whole_dates import NOTHING
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qfpay_gui.diagnosis.doctor.case import Case
    from qfpay_gui.diagnosis.doctor.deviation import Deviation
    from qfpay_gui.diagnosis.doctor.probe import Probe

_PRINTED = text("Doctor", "{name} was signed as {value}: a program's own print of that time, but sent as {sent}")
_SENT_PRINTED = text("Doctor", "{name} was signed as {value}, but another print of that time was sent: {sent}")
_PATTERN = text("Doctor", "{name} was signed as {value}: letters of the date pattern mixed up, but sent as {sent}")
_MONTH_0 = text("Doctor", "{name} was signed as {value}: the month counted from 0, but sent as {sent}")
_MONTH_1 = text("Doctor", "{name} was signed as {value}: the month counted one too many, but sent as {sent}")
_COUNTED = text("Doctor", "{name} was signed as {value} ({unit}), but sent as {sent}")
_FRACTION = text("Doctor", "{name} was signed as {value}, with a fraction of a second, but sent as {sent}")
_NO_TIME = text("Doctor", "{name} was signed as {value}: no time at all, but sent as {sent}")
_UNITS = {
    "seconds": text("Doctor", "seconds since 1970"),
    "milliseconds": text("Doctor", "milliseconds since 1970"),
    "microseconds": text("Doctor", "microseconds since 1970"),
    "nanoseconds": text("Doctor", "nanoseconds since 1970"),
    "ticks": text("Doctor", "ticks of .NET, tenths of a microsecond since year 1"),
    "file time": text("Doctor", "a file time (FILETIME) of Windows"),
    "serial": text("Doctor", "the serial number of a spreadsheet's date"),
    "days": text("Doctor", "a count of days"),
}

_UTC_OFFSETS = (timedelta(0), timedelta(hours=-8), timedelta(hours=8))


def in_other_forms(case: Case) -> Iterator[Form]:
    """Usual forms in the sender's zone, in UTC and in UTC+8; letters of a pattern mixed up; counts of time units."""
    for index, (_name, sent) in enumerate(case.sent):
        moment, shown = read_time(sent), {"sent": sent}
        if moment is not None:
            for identity, cost, form, cause in _likely(moment):
                yield Form(index, form, identity, cost, cause, shown)
        loose = read_loosely(sent) if moment is None else None
        for identity, cost, form, cause in _behind(loose) if loose else ():
            yield Form(index, form, identity, cost, cause, shown)


def _behind(moment: datetime) -> Iterator[tuple[str, int, str, Text]]:
    """What may have been signed where a print of the time was sent: the form asked for, another print, a count."""
    minute = written(moment, "%Y-%m-%d %H:%M:")
    for second in range(1, 60) if moment.second == 0 else ():
        yield "time-print-sent", 4, f"{minute}{second:02}", _SENT_PRINTED
    for offset in _UTC_OFFSETS:
        shifted = moment + offset
        for form in _ASKED:
            yield "time-print-sent", 3, written(shifted, form), _SENT_PRINTED
        yield "time-print-sent", 3, f"{seconds_of(shifted)}", _COUNTED.fill(unit=_UNITS["seconds"])
        yield "time-print-sent", 3, f"{seconds_of(shifted)}000", _COUNTED.fill(unit=_UNITS["milliseconds"])
        yield from (("time-in-other-form", 4, written(shifted, form), _PRINTED) for form in usual(utc=True))


_ASKED = ("%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M", "%Y/%m/%d %H:%M:%S", "%Y%m%d%H%M%S", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d")


def _likely(moment: datetime) -> Iterator[tuple[str, int, str, Text]]:
    for offset in _UTC_OFFSETS:
        shifted = moment + offset
        forms = usual(utc=bool(offset)) if offset <= _UTC_OFFSETS[0] else ()
        yield from (("time-in-other-form", 4, written(shifted, form), _PRINTED) for form in forms)
        yield from ((identity, 4, form, cause) for identity, cause, form in _counts(shifted))
    from_0 = (f"{moment.year}-{moment.month - 1:02}-{moment.day:02}", f"{moment.year}-{moment.month - 1}-{moment.day} ")
    from_1 = f"{moment.year}-{moment.month + 1:02}-{moment.day:02}"
    for form in _mixed_up(moment):
        cause = _MONTH_0 if form.startswith(from_0) else _MONTH_1 if form.startswith(from_1) else _PATTERN
        yield "time-pattern-mixed-up", 4, form, cause
    yield from (("time-missing", 4, form, _NO_TIME) for form in NOTHING)


def of_any_form(case: Case, probe: Probe) -> Iterator[Deviation]:
    """Every date before or without every time of day and every zone; fractions of a second; counts as numbers."""
    for index, name, sent, moment in _times(case):
        for offset in _UTC_OFFSETS[:2]:
            shifted = moment + offset
            forms = list(_combined(shifted, utc=bool(offset)))
            for at in probe.values(index, forms):
                yield _told("time-in-other-form", 5, index, (name, forms[at]), sent, _PRINTED)
            counts = [*_with_fractions(shifted), *_numbered(shifted)]
            for at in probe.values(index, [form for _cause, form in counts]):
                cause, form = counts[at]
                identity = "time-in-other-form" if cause is _FRACTION else "time-as-epoch"
                yield _told(identity, 5, index, (name, form), sent, cause)


def _combined(moment: datetime, *, utc: bool) -> Iterator[str]:
    days = [written(moment, form) for form in (*DATES, *MORE_DATES)]
    times = [written(moment, form) for form in CLOCKS]
    clocks = [time + zone for time in times for zone in (OF_UTC if utc else ZONES)]
    plain = [written(moment, form) for form in PLAIN_CLOCKS]
    more = [*times, *plain[:12], *plain[23:26]]
    alone = (product(days), product(clocks), product(plain), product(days, ZONES[:9]), local_forms(moment))
    first = product(times + plain[:12], (" ", ", "), days[:30])
    paired = (product(days, GAPS[:2], clocks), product(days, GAPS[:2], plain), product(days, GAPS[2:], more))
    rare = product(days[:24], RARE_GAPS, [*times, *plain[:12]])
    for parts in (*alone, first, *paired, rare):
        yield from map("".join, parts)


def _with_fractions(moment: datetime) -> Iterator[tuple[Text, str]]:
    """Milliseconds that were signed and not sent: each there may have been."""
    since, iso, day = seconds_of(moment), written(moment, "%Y-%m-%dT%H:%M:%S."), written(moment, "%Y-%m-%d %H:%M:%S")
    digits = written(moment, "%Y%m%d%H%M%S")
    for thousandths in range(1, 1000):
        part = f"{thousandths:03}"
        yield from ((_FRACTION, f"{iso}{part}{zone}") for zone in ("Z", "+08:00", "", "+0800"))
        yield from ((_FRACTION, form) for form in (f"{day}.{part}", f"{day},{part}", f"{digits}{part}"))
        yield MILLISECONDS, f"{since}{part}"
        yield EPOCH, f"{since}.{part}"


def _numbered(moment: datetime) -> Iterator[tuple[Text, str]]:
    """A count of seconds or milliseconds as number types print it: with an exponent, decimals, separators."""
    for cause, count in ((EPOCH, f"{seconds_of(moment)}"), (MILLISECONDS, f"{seconds_of(moment)}000")):
        yield from ((cause, row[2]) for row in number_forms(count) if row[0] in _NUMBERED)


_NUMBERED = frozenset({"number-with-exponent", "amount-with-decimals", "number-with-thousands", "number-printed"})


def _times(case: Case) -> Iterator[tuple[int, str, str, datetime]]:
    for index, (name, value) in enumerate(case.sent):
        moment = read_time(value)
        if moment is not None:
            yield index, name, value, moment


def _told(identity: str, cost: int, index: int, pair: tuple[str, str], sent: str, cause: Text) -> Deviation:  # noqa: PLR0913, PLR0917 - a row of a table
    return changed(identity, cost, index, pair, cause.fill(value=pair[1], sent=sent))


def _counts(moment: datetime) -> Iterator[tuple[str, Text, str]]:
    """The time as a number of units since some day."""
    seconds = seconds_of(moment)
    forms = (
        f"{seconds}.0",
        f"{seconds}.000000",
        f"{seconds}.000",
        f"{seconds}/1",
        f"({seconds}/1)",
        f"{seconds:.9e}",
        f"{seconds:#x}",
    )
    yield from (("time-as-epoch", EPOCH, form) for form in (f"{seconds}", *forms, f"{seconds:x}"))
    exponent = f"{seconds / 1e9:.9f}".rstrip("0") + "E12"
    thousandths = (
        f"{seconds}000.0",
        f"/Date({seconds}000)/",
        f"/Date({seconds}000+0800)/",
        exponent,
        *(f"{1000 * seconds:{form}}" for form in ("x", "#x")),
    )
    yield from (("time-as-epoch", MILLISECONDS, form) for form in (f"{seconds}000", *thousandths))
    for unit, counts in _other_counts(moment, seconds):
        yield from (("time-as-count", _COUNTED.fill(unit=_UNITS[unit]), form) for form in counts)


def _other_counts(moment: datetime, seconds: int) -> Iterator[tuple[str, tuple[str, ...]]]:
    days = (moment - datetime(1899, 12, 30)).total_seconds() / 86400  # noqa: DTZ001 - zones are tried by the caller
    places = tuple(f"{days:.{digits}f}" for digits in range(11))
    yield "microseconds", (f"{seconds}000000",)
    yield "nanoseconds", (f"{seconds}000000000",)
    yield "ticks", (f"{(seconds + 62135596800) * 10**7}",)
    yield "file time", (f"{(seconds + 11644473600) * 10**7}",)
    yield "serial", (repr(days), f"{days:.15g}", *places, f"{int(days)}")
    day = moment.toordinal()
    yield (
        "days",
        (
            f"{day - 719163}",
            f"{day + 1721425}",
            f"{day}",
            f"{day + 1721424.5}",
            f"{day - 693593}",
            f"{moment.timetuple().tm_yday}",
            f"{moment.timetuple().tm_yday - 1}",
        ),
    )


def _mixed_up(moment: datetime) -> Iterator[str]:
    """The usual pattern with one or two of its letters taken for others."""
    right = (*written(moment, "%Y|%m|%d|%H|%M|%S").split("|"), "")
    others = _field_forms(moment)
    places = [(at,) for at in range(7)] + list(combinations(range(7), 2))
    for chosen in places:
        for forms in product(*(others[at] for at in chosen)):
            fields = list(right)
            for at, form in zip(chosen, forms, strict=True):
                fields[at] = form
            year, month, day, hour, minute, second, tail = fields
            yield f"{year}-{month}-{day} {hour}:{minute}:{second}{tail}"
            yield f"{year}/{month}/{day} {hour}:{minute}:{second}{tail}"
            yield f"{year}-{month}-{day}T{hour}:{minute}:{second}{tail}"
            yield f"{year}{month}{day}{hour}{minute}{second}{tail}"
    clock = f"{moment.hour}:{moment.minute}:{moment.second}"
    for number in range(moment.month - 1, moment.month + 2):
        yield from (f"{moment.year}{mark}{number}{mark}{moment.day} {clock}" for mark in "-/")


def _field_forms(moment: datetime) -> tuple[tuple[str, ...], ...]:
    week_year, yearday, hour = moment.isocalendar().year, moment.timetuple().tm_yday, moment.hour % 12
    sunday_week = (moment + timedelta(days=6 - (moment.weekday() + 1) % 7)).year
    suffix = ordinal(moment.day)
    year = f"{week_year} {sunday_week} {moment:%y} {moment.year - 1900} {moment.year + 1} YYYY yyyy"
    month = (
        f"{moment.month - 1:02} {moment.month - 1} {written(moment, '%M %b %B')} {moment.month} {moment.month + 1:02}"
    )
    day = f"{yearday} {written(moment, '%j %u %w @j %a')} DD dd"
    hours = f"{hour or 12:02} {hour or 12} {hour:02} {hour} {moment.hour or 24:02} {moment.hour}"
    minute = f"{moment:%m} {moment.minute} {moment.month}"
    second = f"00 000 0 {moment.second} {moment.second:03} {suffix} {moment:%m}"
    half = written(moment, "%p")
    tails = (f" {half}", f" {half}".lower(), ".000", ".000000", " CST", "Z", "+0800", _HALVES[half])
    fields = tuple(tuple(forms.split(" ")) for forms in (year, month, day, hours, minute, second))
    return (*fields[:2], (*fields[2], f"{moment.day:2}"), (*fields[3], f"{moment.hour:2}"), *fields[4:], tails)


_HALVES = {"AM": " 上午", "PM": " 下午"}
