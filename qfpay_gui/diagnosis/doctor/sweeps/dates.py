"""A time as the programs of every language print it: date, time of day and zone, each in its known forms."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import cache, lru_cache
from itertools import combinations, product
from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.doctor.deviations.times import EPOCH, MILLISECONDS, read_time
from qfpay_gui.diagnosis.doctor.deviations.values import changed
from qfpay_gui.diagnosis.doctor.sweeps.form import Form
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qfpay_gui.diagnosis.doctor.case import Case
    from qfpay_gui.diagnosis.doctor.deviation import Deviation
    from qfpay_gui.diagnosis.doctor.probe import Probe

_PRINTED = text("Doctor", "{name} was signed as {value}: a program's own print of that time, but sent as {sent}")
_PATTERN = text("Doctor", "{name} was signed as {value}: letters of the date pattern mixed up, but sent as {sent}")
_MONTH_0 = text("Doctor", "{name} was signed as {value}: the month counted from 0, but sent as {sent}")
_COUNTED = text("Doctor", "{name} was signed as {value} ({unit}), but sent as {sent}")
_NO_TIME = text("Doctor", "{name} was signed as {value}: no time at all, but sent as {sent}")
_UNITS = {
    "microseconds": text("Doctor", "microseconds since 1970"),
    "nanoseconds": text("Doctor", "nanoseconds since 1970"),
    "ticks": text("Doctor", "ticks of .NET, tenths of a microsecond since year 1"),
    "file time": text("Doctor", "a file time (FILETIME) of Windows"),
    "serial": text("Doctor", "the serial number of a spreadsheet's date"),
    "days": text("Doctor", "a count of days"),
}

_DATES = (
    *("%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%Y%m%d", "%d/%m/%Y", "%m/%d/%Y", "%d-%m-%Y", "%m-%d-%Y", "%d.%m.%Y"),
    *(
        "%y-%m-%d",
        "%y/%m/%d",
        "%y%m%d",
        "%d.%m.%y",
        "%m/%d/%y",
        "%d/%m/%y",
        "@n/@j/%Y",
        "@j/@n/%Y",
        "@n/@j/%y",
        "@j/@n/%y",
    ),
    *(
        "%Y-@n-@j",
        "%Y/@n/@j",
        "@j.@n.%Y",
        "%Y年%m月%d日",
        "%Y年@n月@j日",
        "%d %b %Y",
        "@j %b %Y",
        "%d-%b-%Y",
        "%d-%b-%y",
    ),
    *("%d %b %y", "%b %d, %Y", "%b @j, %Y", "%B %d, %Y", "%B @j, %Y", "%a, %d %b %Y", "%a, @j %b %Y", "%a, %d %b %y"),
    *("%A, %d-%b-%y", "%A, %d-%b-%Y", "%A, %d %B %Y", "%A, %B %d, %Y", "%A, %B @j, %Y", "%a %b %d %Y", "%a %b @e %Y"),
    *(
        "%Y-%b-%d",
        "%b %d %Y",
        "%b @e %Y",
        "%b %d",
        "%b @e",
        "%d %B %Y",
        "@j %B %Y",
        "@e-%b-%Y",
        "%Y-%d-%m",
        "%a %d %b %Y",
        "%Y-%m-@e",
    ),
    *("%Y-%j", "%Y%j", "%G-W%V-%u", "%G-W%V", "%G-%m-%d", "%Y年@n月@j日@w", "%Y年@n月@j日 @w", ""),
)
_MORE_DATES = ("%B %d", "%B @j", "%Y %B", "%B %Y", "%m/%d", "%Y-%m", "%Y年@n月", "@n月@j日")
_GAPS = (" ", "T", "", ", ", "  ", "_", "-", " at ", ".")
_CLOCKS = (
    "%H:%M:%S",
    "%H:%M:%S.000",
    "%H:%M:%S.000000",
    "%H:%M:%S.0000000",
    "%H:%M:%S,000",
    "%H:%M:%S.0",
    "%H:%M",
    "%H%M%S",
)
_PLAIN_CLOCKS = (
    *(
        "%I:%M:%S %p",
        "@h:%M:%S %p",
        "@h:%M %p",
        "%I:%M %p",
        "@h:%M:%S\u202f%p",
        "@h:%M\u202f%p",
        "@h:%M%p",
        "@h:%M:%S%p",
    ),
    *(
        "@a@h:%M:%S",
        "@a@h:%M",
        "@h:%M:%S @p",
        "@h:%M @p",
        "@h:%M:%S\u202f@p",
        "%I:%M:%S",
        "@h:%M:%S",
        "@l:%M:%S %p",
        "%I:%M:%S@p",
    ),
    *(
        "%H.%M.%S",
        "%H-%M-%S",
        "@H:%M:%S",
        "@H:%M",
        "@H:@M:@S",
        "@l:%M:%S",
        "@k:%M:%S",
        "%H%M%S000",
        "%H%M%S.000",
        "%H%M",
        "",
    ),
    *(
        "%H:%M:%S.00",
        "%H:%M:%S.000000000",
        "%I:%M:%S.000 %p",
        "%H时%M分%S秒",
        "%H時%M分%S秒",
        "%H:%M:%S %p",
        "@h:%M:%S.000 %p",
    ),
)
_ZONES = (
    *(
        "",
        "Z",
        "+08:00",
        "+0800",
        " +08:00",
        " +0800",
        " +0800 CST",
        " +0800 HKT",
        " CST",
        " HKT",
        " GMT",
        " UTC",
        " GMT+8",
    ),
    *(
        " GMT+0800",
        " GMT+08:00",
        " GMT+0800 (China Standard Time)",
        " GMT+0800 (Hong Kong Standard Time)",
        " +0800 +0800",
    ),
    *(" GMT+0800 (中国标准时间)", " GMT+0800 (香港標準時間)", "+08:00[Asia/Shanghai]", "+08:00[Asia/Hong_Kong]", "+08"),
    *(
        "+00:00",
        "+0000",
        " +0000",
        " +00:00",
        " +0000 UTC",
        "Z[UTC]",
        " GMT+0000 (Coordinated Universal Time)",
        " Z",
        " SGT",
    ),
)
_OF_UTC = tuple(zone for zone in _ZONES if "8" not in zone and zone not in {" CST", " HKT", " SGT"})
_AROUND = tuple(
    f"%a %b {day} {clock}{zone} %Y"
    for day in ("%d", "@e", "@j")
    for clock in ("%H:%M:%S", "@H:%M:%S", "%I:%M:%S %p")
    for zone in ("", " CST", " HKT", " SGT", " UTC", " GMT", " GMT+08:00", " +0800", " +0000")
)
_WHOLE = (
    *(
        "datetime.datetime(%Y, @n, @j, @H, @M)",
        "datetime.datetime(%Y, @n, @j, @H, @M, @S)",
        "datetime.date(%Y, @n, @j)",
    ),
    "datetime.datetime(%Y, @n, @j, @H, @M, @S, tzinfo=datetime.timezone.utc)",
    "datetime.datetime(%Y, @n, @j, @H, @M, @S, tzinfo=datetime.timezone(datetime.timedelta(seconds=28800)))",
    *(
        "time.struct_time(tm_year=%Y, tm_mon=@n, tm_mday=@j, tm_hour=@H, tm_min=@M, tm_sec=@S, "
        f"tm_wday=@0, tm_yday=@y, tm_isdst={summer})"
        for summer in (-1, 0)
    ),
    *(
        "Optional[%Y-%m-%d %H:%M:%S]",
        '"%Y-%m-%dT%H:%M:%S.000Z"',
        "[%Y-%m-%d %H:%M:%S]",
        "%s000",
        "#<DateTime: %Y-%m-%dT%H:%M:%S+08:00>",
    ),
)
_WEEKDAYS = "一二三四五六日"
_NOTHING = (
    *(
        "1970-01-01 00:00:00",
        "1970-01-01 08:00:00",
        "0001-01-01 00:00:00",
        "0001-01-01T00:00:00Z",
        "Invalid Date",
        "Invalid date",
        "NaN",
    ),
    *(
        "0000-00-00 00:00:00",
        "1/1/0001 12:00:00 AM",
        "NaN-NaN-NaN NaN:NaN:NaN",
        "Y-m-d H:i:s",
        "yyyy-MM-dd HH:mm:ss",
        "NaT",
    ),
    *("YYYY-MM-DD HH:mm:ss", "%Y-%m-%d %H:%M:%S", "YYYY-MM-DD hh:mm:ss", "yyyy-mm-dd hh:mm:ss", "1899-12-30 00:00:00"),
)
_UTC_OFFSETS = (timedelta(0), timedelta(hours=-8), timedelta(hours=8))


def in_other_forms(case: Case) -> Iterator[Form]:
    """Usual forms in the sender's zone, in UTC and in UTC+8; letters of a pattern mixed up; counts of time units."""
    for index, _name, sent, moment in _times(case):
        shown = {"sent": sent}
        for identity, cost, written, cause in _likely(moment):
            yield Form(index, written, identity, cost, cause, shown)


def _likely(moment: datetime) -> Iterator[tuple[str, int, str, Text]]:
    for offset in _UTC_OFFSETS:
        shifted = moment + offset
        forms = _usual(utc=bool(offset)) if offset <= _UTC_OFFSETS[0] else ()
        yield from (("time-in-other-form", 4, _written(shifted, form), _PRINTED) for form in forms)
        yield from ((identity, 4, written, cause) for identity, cause, written in _counts(shifted))
    from_0 = f"{moment.year}-{moment.month - 1:02}-{moment.day:02}"
    for written in _mixed_up(moment):
        yield "time-pattern-mixed-up", 4, written, _MONTH_0 if written.startswith(from_0) else _PATTERN
    yield from (("time-missing", 4, written, _NO_TIME) for written in _NOTHING)


def of_any_form(case: Case, probe: Probe) -> Iterator[Deviation]:
    """Every date before or without every time of day and every zone."""
    for index, name, sent, moment in _times(case):
        for offset in _UTC_OFFSETS[:2]:
            shifted = moment + offset
            days, gaps = [_written(shifted, form) for form in (*_DATES, *_MORE_DATES)], _GAPS[:2]
            zones = _OF_UTC if offset else _ZONES
            clocks = [_written(shifted, form) + zone for form in _CLOCKS for zone in zones]
            plain = [_written(shifted, form) for form in _PLAIN_CLOCKS]
            more = [*(_written(shifted, form) for form in _CLOCKS), *plain[:12], *plain[23:26]]
            alone = (product(days), product(clocks), product(plain))
            tried = (*alone, product(days, gaps, clocks), product(days, gaps, plain), product(days, _GAPS[2:], more))
            for written in ("".join(parts) for one in tried for parts in one):
                if probe.value(index, written):
                    yield _told("time-in-other-form", 5, index, (name, written), sent, _PRINTED)


def _times(case: Case) -> Iterator[tuple[int, str, str, datetime]]:
    for index, (name, value) in enumerate(case.sent):
        moment = read_time(value)
        if moment is not None:
            yield index, name, value, moment


def _told(identity: str, cost: int, index: int, pair: tuple[str, str], sent: str, cause: Text) -> Deviation:  # noqa: PLR0913, PLR0917 - a row of a table
    return changed(identity, cost, index, pair, cause.fill(value=pair[1], sent=sent))


@cache
def _usual(*, utc: bool) -> tuple[str, ...]:
    """Forms that a language or its library prints unasked."""
    zones = _OF_UTC if utc else _ZONES
    iso = [f"%Y-%m-%d{gap}{clock}{zone}" for gap in ("T", " ") for clock in _CLOCKS[:6] for zone in zones]
    mail = [
        f"{day} {clock}{zone}"
        for day in _DATES
        if "%a" in day or "%A" in day
        for clock in _CLOCKS[:1]
        for zone in zones
    ]
    local = [
        f"{day}{gap}{clock}"
        for day in (
            "@n/@j/%Y",
            "@j/@n/%Y",
            "%m/%d/%Y",
            "%d/%m/%Y",
            "%Y/@n/@j",
            "%Y/%m/%d",
            "@n/@j/%y",
            "@j.@n.%Y",
            "%Y年@n月@j日",
            "%b @j, %Y",
        )
        for gap in (", ", " ")
        for clock in ("%H:%M:%S", "@H:%M:%S", "%H:%M", *_PLAIN_CLOCKS[:13])
    ]
    return (*iso, *mail, *local, *_AROUND, *_WHOLE)


def _written(moment: datetime, form: str) -> str:
    written = _FORMATTERS[form](moment) if form in _FORMATTERS else moment.strftime(form.replace("%s", "@s"))
    if "@" in written:
        for mark, value in _marks(moment):
            written = written.replace(mark, value)
    return written


_FORMATTERS = {
    "%H:%M:%S": lambda moment: f"{moment.hour:02}:{moment.minute:02}:{moment.second:02}",
}


@lru_cache(maxsize=8)
def _marks(moment: datetime) -> tuple[tuple[str, str], ...]:
    """What strftime cannot write, or writes by the system's language."""
    hour = moment.hour % 12 or 12
    half = "AM" if moment.hour < 12 else "PM"
    return (
        *(("@n", f"{moment.month}"), ("@j", f"{moment.day}"), ("@e", f"{moment.day:2}"), ("@H", f"{moment.hour}")),
        *(
            ("@h", f"{hour}"),
            ("@l", f"{hour:2}"),
            ("@k", f"{moment.hour:2}"),
            ("@M", f"{moment.minute}"),
            ("@S", f"{moment.second}"),
        ),
        *(
            ("@a", "上午" if half == "AM" else "下午"),
            ("@p", half.lower()),
            ("@w", f"星期{_WEEKDAYS[moment.weekday()]}"),
        ),
        *(("@0", f"{moment.weekday()}"), ("@y", f"{moment.timetuple().tm_yday}"), ("@s", f"{_seconds(moment)}")),
    )


def _seconds(moment: datetime) -> int:
    return round((moment - datetime(1970, 1, 1)).total_seconds())  # noqa: DTZ001 - zones are tried by the caller


def _counts(moment: datetime) -> Iterator[tuple[str, Text, str]]:
    """The time as a number of units since some day."""
    seconds = _seconds(moment)
    forms = (f"{seconds}.0", f"{seconds}.000000", f"{seconds}.000", f"{seconds}/1", f"({seconds}/1)", f"{seconds:.9e}")
    for written in (f"{seconds}", *forms, f"{seconds:x}"):
        yield "time-as-epoch", EPOCH, written
    exponent = f"{seconds / 1e9:.9f}".rstrip("0") + "E12"
    for written in (
        f"{seconds}000",
        f"{seconds}000.0",
        f"/Date({seconds}000)/",
        f"/Date({seconds}000+0800)/",
        exponent,
    ):
        yield "time-as-epoch", MILLISECONDS, written
    for unit, counts in _other_counts(moment, seconds):
        for written in counts:
            yield "time-as-count", _COUNTED.fill(unit=_UNITS[unit]), written


def _other_counts(moment: datetime, seconds: int) -> Iterator[tuple[str, tuple[str, ...]]]:
    days = (moment - datetime(1899, 12, 30)).total_seconds() / 86400  # noqa: DTZ001 - zones are tried by the caller
    places = tuple(f"{days:.{digits}f}" for digits in range(11))
    yield "microseconds", (f"{seconds}000000",)
    yield "nanoseconds", (f"{seconds}000000000",)
    yield "ticks", (f"{(seconds + 62135596800) * 10**7}",)
    yield "file time", (f"{(seconds + 11644473600) * 10**7}",)
    yield "serial", (repr(days), f"{days:.15g}", *places, f"{int(days)}")
    day = moment.toordinal()
    yield "days", (f"{day - 719163}", f"{day + 1721425}", f"{moment.timetuple().tm_yday}")


def _mixed_up(moment: datetime) -> Iterator[str]:
    """The usual pattern with one or two of its letters taken for others."""
    right = (f"{moment:%Y}", f"{moment:%m}", f"{moment:%d}", f"{moment:%H}", f"{moment:%M}", f"{moment:%S}", "")
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


def _field_forms(moment: datetime) -> tuple[tuple[str, ...], ...]:
    week_year, yearday, hour = moment.isocalendar().year, moment.timetuple().tm_yday, moment.hour % 12
    sunday_week = (moment + timedelta(days=6 - (moment.weekday() + 1) % 7)).year
    suffix = "th" if 10 < moment.day < 20 else {1: "st", 2: "nd", 3: "rd"}.get(moment.day % 10, "th")
    year = f"{week_year} {sunday_week} {moment:%y} {moment.year - 1900} {moment.year + 1}"
    month = f"{moment.month - 1:02} {moment.month - 1} {moment:%M %b %B} {moment.month} {moment.month + 1:02}"
    day = f"{yearday} {yearday:03} {moment.isoweekday()} {moment.isoweekday() % 7} {moment.day} {moment:%a}"
    hours = f"{hour or 12:02} {hour or 12} {hour:02} {hour} {moment.hour or 24:02} {moment.hour}"
    minute = f"{moment:%m} {moment.minute} {moment.month}"
    second = f"00 000 0 {moment.second} {moment.second:03} {suffix} {moment:%m}"
    half = f"{moment:%p}"
    tails = (f" {half}", f" {half}".lower(), ".000", ".000000", " CST", "Z", "+0800", _HALVES[half])
    fields = tuple(tuple(forms.split(" ")) for forms in (year, month, day, hours, minute, second))
    return (*fields[:2], (*fields[2], f"{moment.day:2}"), (*fields[3], f"{moment.hour:2}"), *fields[4:], tails)


_HALVES = {"AM": " 上午", "PM": " 下午"}
