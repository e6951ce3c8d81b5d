"""A time signed otherwise than sent: of another zone, read from the clock a second time, or in another form."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.doctor.deviations.values import changed
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qfpay_gui.diagnosis.doctor.case import Case
    from qfpay_gui.diagnosis.doctor.deviation import Deviation

LONGEST_PAUSE = 10
"""Seconds, up to which a second reading of the clock is looked for in either direction."""

_SENT = "%Y-%m-%d %H:%M:%S"
_READABLE = (_SENT, "%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M:%SZ", "%Y/%m/%d %H:%M:%S", "%Y%m%d%H%M%S")
_UTC = text("Doctor", "{name} was signed in UTC ({value}), but sent in local time, eight hours later")
_LOCAL = text("Doctor", "{name} was signed in UTC+8 ({value}), but sent in UTC, eight hours earlier")
_ZONE = text("Doctor", "{name} was signed in another time zone ({value}) than sent")
_DAY = text("Doctor", "{name} was signed a day apart from what was sent ({value})")
TWICE = text("Doctor", "{name} was read from the clock twice: signed {value}, sent {seconds} s apart")
_FORM = text("Doctor", "{name} was signed in another form ({value}) than sent")
_ISO = text("Doctor", "{name} was signed in ISO form ({value}), but sent in another")
EPOCH = text("Doctor", "{name} was signed as seconds since 1970 ({value}), but sent as a date")
MILLISECONDS = text("Doctor", "{name} was signed as milliseconds since 1970 ({value}), but sent as a date")
_HOURS_12 = text("Doctor", "{name} was signed with a 12-hour clock (hh for HH: {value})")
_NO_SECONDS = text("Doctor", "{name} was signed with its seconds set to 00 ({value})")
_SWAPPED = text("Doctor", "{name} was signed with a wrong date pattern (mm and MM mixed up: {value})")

# datetime knows no year before 1 or after 9999.
_YEARS = range(2, 9998)


def deviations(case: Case) -> Iterator[Deviation]:
    """For each value that is a time: zones, a second reading, other forms."""
    for index, (name, value) in enumerate(case.sent):
        moment = read_time(value)
        if moment is not None:
            form = next(form for form in _READABLE if f"{moment:{form}}" == value)
            for identity, cost, written, cause, depth in _writings(moment, form):
                if written != value:
                    words = cause.fill(value=written)
                    yield changed(identity, cost, index, (name, written), words, depth=depth)


Writing = tuple[str, int, str, Text, int]


def read_time(value: str) -> datetime | None:
    """The time a value is, in a form in which requests are sent; None for anything else."""
    for form in _READABLE if value.isascii() and len(value) <= 24 else ():
        try:
            moment = datetime.strptime(value, form)  # noqa: DTZ007 - the API's times carry no zone
        except ValueError:
            continue
        if moment.strftime(form) == value and moment.year in _YEARS:
            return moment
    return None


def _writings(moment: datetime, form: str) -> Iterator[Writing]:
    yield from _zones(moment, form)
    for seconds in (away * sign for away in range(1, LONGEST_PAUSE + 1) for sign in (-1, 1)):
        written = (moment + timedelta(seconds=seconds)).strftime(form)
        cost, depth = (2, 3) if abs(seconds) == 1 else (3, 2)
        yield "time-read-twice", cost, written, TWICE.fill(seconds=abs(seconds)), depth
    yield from _forms(moment)
    utc = moment - timedelta(hours=8)
    for identity, cost, written, cause, _depth in _forms(utc):
        common = identity in {"time-in-iso-form", "time-as-epoch"}
        yield identity, cost + (written[-1:] != "Z"), written, cause, 2 if common else 1


def _zones(moment: datetime, form: str) -> Iterator[Writing]:
    for half_hours in range(-52, 53):
        written = (moment + timedelta(minutes=30 * half_hours)).strftime(form)
        match half_hours:
            case 0:
                continue
            case -16:
                yield "time-in-utc", 1, written, _UTC, 3
            case 16:
                yield "time-in-other-zone", 2, written, _LOCAL, 3
            case -48 | 48:
                yield "time-a-day-apart", 4, written, _DAY, 2
            case _:
                cost = 3 if half_hours in _USUAL else 4 if half_hours % 2 == 0 else 5
                yield "time-in-other-zone", cost, written, _ZONE, 2 if cost < 5 else 1


_USUAL = frozenset({-2, 2, -14, 14, -18, 18, -15, -26, -32})
"""Half hours between zones where merchants and their servers stand: an hour off, Bangkok, Tokyo, New York …"""


def _forms(moment: datetime) -> Iterator[Writing]:
    for form, depth in _ISO_FORMS.items():
        yield "time-in-iso-form", 2 if depth > 1 else 3, moment.strftime(form), _ISO, max(depth, 2)
    for form, depth in _OTHER_FORMS.items():
        yield "time-in-other-form", 3, moment.strftime(form), _FORM, depth
    yield "time-in-12-hours", 2, moment.strftime("%Y-%m-%d %I:%M:%S"), _HOURS_12, 2
    yield "time-in-other-form", 2, moment.strftime("%Y-%m-%d %H:%M:00"), _NO_SECONDS, 2
    yield "time-pattern-mixed-up", 3, moment.strftime("%Y-%M-%d %H:%M:%S"), _SWAPPED, 2
    yield "time-pattern-mixed-up", 3, moment.strftime("%Y-%m-%d %H:%m:%S"), _SWAPPED, 2
    yield "time-in-other-form", 3, f"{moment.year}-{moment.month}-{moment.day} {moment:%H:%M:%S}", _FORM, 2
    short = f"{moment.year}-{moment.month}-{moment.day} {moment.hour}:{moment.minute}:{moment.second}"
    yield "time-in-other-form", 3, short, _FORM, 2
    yield "time-in-other-form", 4, f"{moment.month}/{moment.day}/{moment.year}, {moment:%I:%M:%S %p}", _FORM, 1
    seconds = round((moment - datetime(1970, 1, 1)).total_seconds())  # noqa: DTZ001 - zones are tried by the caller
    yield "time-as-epoch", 2, f"{seconds}", EPOCH, 2
    yield "time-as-epoch", 2, f"{seconds}000", MILLISECONDS, 2


_ISO_FORMS = {
    "%Y-%m-%dT%H:%M:%S": 3,
    "%Y-%m-%dT%H:%M:%SZ": 2,
    "%Y-%m-%dT%H:%M:%S.000Z": 2,
    "%Y-%m-%dT%H:%M:%S+08:00": 2,
    "%Y-%m-%dT%H:%M:%S+0800": 1,
    "%Y-%m-%dT%H:%M:%S+00:00": 1,
    "%Y-%m-%dT%H:%M:%S.000": 1,
    "%Y-%m-%dT%H:%M:%S.000+08:00": 1,
    "%Y-%m-%dT%H:%M:%S.000+0800": 1,
    "%Y-%m-%d %H:%M:%SZ": 1,
    "%Y-%m-%dT%H:%M": 1,
}
_OTHER_FORMS = {
    "%Y-%m-%d %H:%M:%S": 3,
    "%Y/%m/%d %H:%M:%S": 2,
    "%Y-%m-%d": 2,
    "%Y%m%d%H%M%S": 2,
    "%Y-%m-%d %H:%M": 2,
    "%Y-%m-%d %H:%M:%S.000": 2,
    "%Y-%m-%d %H:%M:%S.000000": 1,
    "%Y-%m-%d %H:%M:%S.0": 2,
    "%Y-%m-%d  %H:%M:%S": 1,
    "%Y-%m-%d%H:%M:%S": 1,
    "%Y-%m-%d_%H:%M:%S": 1,
    "%Y-%m-%d %H-%M-%S": 1,
    "%Y-%m-%d 00:00:00": 2,
    "%Y-%m-%d %H:%M:%S+08:00": 1,
    "%Y-%m-%d %H:%M:%S +0800": 1,
    "%Y-%m-%d %H:%M:%S +0800 CST": 1,
    "%Y-%m-%d %H:%M:%S UTC": 1,
    "%Y-%m-%d %H:%M:%S +0000 UTC": 1,
    "%Y-%m-%d %I:%M:%S %p": 1,
    "%d-%m-%Y %H:%M:%S": 1,
    "%d/%m/%Y %H:%M:%S": 1,
    "%m/%d/%Y %H:%M:%S": 1,
    "%Y%m%d": 1,
    "%Y%m%d %H%M%S": 1,
    "%y-%m-%d %H:%M:%S": 1,
    "%a %b %d %H:%M:%S CST %Y": 1,
    "%a %b %d %H:%M:%S %Y": 1,
    "%a, %d %b %Y %H:%M:%S GMT": 1,
}
