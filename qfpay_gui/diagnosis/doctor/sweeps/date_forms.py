"""The forms in which programs print a time, as patterns, and how a pattern is filled.

Of a pattern, ``%`` marks what strftime writes, always in English, and ``@`` what it has no mark for.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

DATES = (
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
    *(
        "@o %B %Y",
        "@o %b %Y",
        "%A, @o %B %Y",
        "%A @o %B %Y",
        "%B @o, %Y",
        "%B @o %Y",
        "@b-%m-%d",
        "%d/%m/@b",
        "@j/@n/@b",
    ),
    *("%Y. @n. @j.", "%Y. %m. %d.", "%Y年@n月@j日 %A", "%G-%V", "@2-%m-%d"),
    *(
        "%A %d %B %Y",
        "%A @j %B %Y",
        "%a, @j %B %Y",
        "%G%V%u",
        "%Y-W%W-%w",
        "%Y-W%U-%w",
        "%Y-W%W",
        "%d-@u-%Y",
        "%d-@u-%y",
    ),
    *(
        "民國@r/@n/@j",
        "民國@r年@n月@j日",
        "R@R/@n/@j",
        "令和@R年@n月@j日",
        "AD %Y-%m-%d",
        "20-%m-%d",
        "%Y년 @n월 @j일",
        "%y. @n. @j.",
    ),
    *("%Y年 %m月 %d日 @w", "%Y年@n月@j日星期@v", "%y/@n/@j", "@j.@n.%y"),
    *("@r/%m/%d", "@r/@n/@j"),
    *("%Y-%j", "%Y%j", "%G-W%V-%u", "%G-W%V", "%G-%m-%d", "%Y年@n月@j日@w", "%Y年@n月@j日 @w", ""),
)
MORE_DATES = ("%B %d", "%B @j", "%Y %B", "%B %Y", "%m/%d", "%Y-%m", "%Y年@n月", "@n月@j日")
GAPS = (" ", "T", "", ", ", "  ", "_", "-", " at ", ".")
RARE_GAPS = ("\t", "\u2009", " @ ", " - ")
"""Only between the usual dates and clocks."""
CLOCKS = (
    "%H:%M:%S",
    "%H:%M:%S.000",
    "%H:%M:%S.000000",
    "%H:%M:%S.0000000",
    "%H:%M:%S,000",
    "%H:%M:%S.0",
    "%H:%M",
    "%H%M%S",
)
_SHORT_ZONES = ("CST", "HKT", "SGT", "GMT+8", "UTC", "GMT", "中国标准时间", "中國標準時間", "香港標準時間")
PLAIN_CLOCKS = (
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
    *("@a %I:%M:%S", "@a %I:%M", "@p %I:%M:%S", "%p %I:%M:%S", "%H:%M:%S:000", "%H.%M", "@h:%M@p (CST)", "%H:%M:%S%p"),
    *("%H:%M:%S.000000000Z", "%H:%M:%S.000000000+08:00", "%H:%M:%S,000000000+08:00"),
    *("@H时@M分@S秒", "@H時@M分@S秒", "@A @h시 @M분 @S초", "%H시 %M분 %S초", "@H:%M:%S 午前", "@H:%M:%S 午後"),
    *(
        f"{clock} {zone}"
        for clock in ("%I:%M:%S %p", "@h:%M:%S %p", "@a@h:%M:%S", "@H:%M:%S", "%H.%M.%S")
        for zone in _SHORT_ZONES
    ),
    *("%p @h:%M:%S", "%p @h:%M", "@A @h:%M:%S", "@A @h:%M", "@h:%M:%S.%p", "%I:%M:%S.%p"),
)
ZONES = (
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
_LONG_ZONES = (
    "China Standard Time",
    "Hong Kong Standard Time",
    "Singapore Standard Time",
    "Coordinated Universal Time",
)
NAMED_ZONES = (
    *(f" {zone}" for zone in _LONG_ZONES),
    *(" Asia/Hong_Kong", " Asia/Shanghai", "[Asia/Hong_Kong]", " UTC+8", " UTC+08:00", " (UTC+8)", " +08", " HKT+0800"),
)
"""Zones that only stand after an ISO form."""
OF_UTC = tuple(zone for zone in ZONES if "8" not in zone and zone not in {" CST", " HKT", " SGT"})
AROUND = tuple(
    f"%a %b {day} {clock}{zone} %Y"
    for day in ("%d", "@e", "@j")
    for clock in ("%H:%M:%S", "@H:%M:%S", "%I:%M:%S %p")
    for zone in ("", " CST", " HKT", " SGT", " UTC", " GMT", " GMT+08:00", " +0800", " +0000")
)
LOCAL = tuple(
    f"{day}{gap}{clock} {zone}"
    for day in ("%A, %B @j, %Y", "%B @j, %Y", "%b @j, %Y", "%A @j %B %Y")
    for gap in (" at ", ", ", " ")
    for clock in ("@h:%M:%S %p", "@h:%M:%S\u202f%p", "%H:%M:%S")
    for zone in (*_LONG_ZONES, "CST", "HKT", "GMT+8", "UTC")
)
LONG = tuple(
    form
    for day in ("", "@w", " @w")
    for zone in ("HKT", "CST", "GMT+8", "中国标准时间", "香港标准时间", "香港標準時間", "中國標準時間")
    for clock in ("@a@h:%M:%S", "%H:%M:%S")
    for form in (
        f"%Y年@n月@j日{day} {zone} {clock}",
        f"%Y年@n月@j日{day} {clock} {zone}",
        f"%Y年@n月@j日{day} {clock} [{zone}]",
    )
)
_PHP_ZONES = ("Asia/Hong_Kong", "Asia/Shanghai", "Asia/Singapore", "UTC", "PRC")
_PYTHON_ZONES = (
    "datetime.timezone.utc",
    "datetime.timezone(datetime.timedelta(seconds=28800))",
    *(f"zoneinfo.ZoneInfo(key='Asia/{city}')" for city in ("Shanghai", "Hong_Kong", "Singapore")),
    *(f"<DstTzInfo 'Asia/{city}' {zone}+8:00:00 STD>" for city, zone in (("Shanghai", "CST"), ("Hong_Kong", "HKT"))),
    "tzutc()",
    "tzlocal()",
)
WHOLE = (
    *(
        f'{{"date":"%Y-%m-%d %H:%M:%S.000000","timezone_type":3,"timezone":"{zone}"}}'
        for zone in (*_PHP_ZONES, "Asia\\/Hong_Kong", "Asia\\/Shanghai", "Asia\\/Singapore")
    ),
    *(
        "DateTime Object\n(\n    [date] => %Y-%m-%d %H:%M:%S.000000\n    [timezone_type] => 3\n"
        f"    [timezone] => {zone}\n)\n"
        for zone in _PHP_ZONES
    ),
    *(
        f"time.Date(%Y, time.%B, @j, @H, @M, @S, 0, time.{zone})"
        for zone in ("Local", "UTC", 'Location("Asia/Hong_Kong")')
    ),
    *("[%Y,@n,@j,@H,@M,@S]", "[%Y, @n, @j, @H, @M, @S]", "[%Y,@n,@j,@H,@M]", "(%Y, @n, @j, @H, @M, @S)"),
    *("Timestamp('%Y-%m-%d %H:%M:%S')", "numpy.datetime64('%Y-%m-%dT%H:%M:%S')", "np.datetime64('%Y-%m-%dT%H:%M:%S')"),
    *('moment("%Y-%m-%dT%H:%M:%S.000")', "Moment<%Y-%m-%dT%H:%M:%S+08:00>", "DateTime.parse('%Y-%m-%d %H:%M:%S')"),
    *("%d/%b/%Y:%H:%M:%S +0800", "[%d/%b/%Y:%H:%M:%S +0800]", "%d/%b/%Y:%H:%M:%S", "#%Y-%m-%d %H:%M:%S#"),
    *("@S@M@H@j@4@5@6@70", "@S@M@H@j@4@5@6@7", "@S @M @H @j @4 @5 @6 @7 0", "%Y-%m-%dT%H:%M:%S+08:00[PRC]"),
    *(
        f"datetime.datetime(%Y, @n, @j, @H, @M{second}{zone})"
        for second in ("", ", @S")
        for zone in ("", *(f", tzinfo={zone}" for zone in _PYTHON_ZONES))
    ),
    *("datetime.date(%Y, @n, @j)", "(%G, @V, %u)", "datetime.IsoCalendarDate(year=%G, week=@V, weekday=%u)"),
    *("(%Y, @n, @j, @H, @M, @S, @0, @y, -1)", "(%Y, @n, @j, @H, @M, @S, @0, @y, 0)"),
    *("Optional[%Y-%m-%dT%H:%M:%S]", "Optional[%Y-%m-%dT%H:%M]", "%d-@u-%y %I.%M.%S.000000 %p", "%d-@u-%y %I.%M.%S %p"),
    *(f"%a, %d %b %Y %H:%M:%S{part} {zone} +08:00" for part in ("", ".000000000") for zone in ("CST", "HKT")),
    *(f"%Y년 @n월 @j일 @A @h시 @M분 @S초 {zone}" for zone in ("CST", "HKT", "GMT+8")),
    *("@x @u %d %H:%M:%S %Y", "%a %d %b %H:%M:%S CST %Y", "%Y年 %m月 %d日 @w %H:%M:%S CST"),
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
NOTHING = (
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


@cache
def usual(*, utc: bool) -> tuple[str, ...]:
    """Forms that a language or its library prints unasked."""
    zones, named = (OF_UTC, ()) if utc else (ZONES, NAMED_ZONES)
    iso = [f"%Y-%m-%d{gap}{clock}{zone}" for gap in ("T", " ") for clock in CLOCKS[:6] for zone in (*zones, *named)]
    mail = [
        f"{day} {clock}{zone}" for day in DATES if "%a" in day or "%A" in day for clock in CLOCKS[:1] for zone in zones
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
        for clock in ("%H:%M:%S", "@H:%M:%S", "%H:%M", *PLAIN_CLOCKS[:13])
    ]
    return (*iso, *mail, *local, *AROUND, *LOCAL, *LONG, *WHOLE)


_MARK = re.compile("[%@].")


def written(moment: datetime, form: str) -> str:
    """The moment in this form; marks nobody knows stay as they are."""
    marks = _marks(moment)
    return _MARK.sub(lambda mark: marks.get(mark[0], mark[0]), form)


@lru_cache(maxsize=8)
def _marks(moment: datetime) -> Mapping[str, str]:
    """Names are English whatever the system's language is."""
    week = moment.isocalendar()
    sunday_first, yearday = moment.isoweekday() % 7, moment.timetuple().tm_yday
    day, month = _DAYS[moment.weekday()], _MONTHS[moment.month - 1]
    return {
        **_numbers(moment),
        "%a": day[:3],
        "%A": day,
        "%b": month[:3],
        "%B": month,
        "%j": f"{yearday:03}",
        "%G": f"{week.year}",
        "%V": f"{week.week:02}",
        "%u": f"{week.weekday}",
        "@V": f"{week.week}",
        "%w": f"{sunday_first}",
        "%W": f"{(yearday + 6 - moment.weekday()) // 7:02}",
        "%U": f"{(yearday + 6 - sunday_first) // 7:02}",
        "@u": month[:3].upper(),
        "@x": day[:3].upper(),
        "@R": f"{moment.year - 2018}",
        "@v": _WEEKDAYS[moment.weekday()],
        "@w": f"星期{_WEEKDAYS[moment.weekday()]}",
        "@0": f"{moment.weekday()}",
        "@y": f"{yearday}",
        "@4": f"{moment.month - 1}",
        "@5": f"{moment.year - 1900}",
        "@6": f"{sunday_first}",
        "@7": f"{yearday - 1}",
        "@b": f"{moment.year + 543}",
        "@r": f"{moment.year - 1911}",
        "@o": f"{moment.day}{ordinal(moment.day)}",
    }


def _numbers(moment: datetime) -> Mapping[str, str]:
    hour, is_morning = moment.hour % 12 or 12, moment.hour < 12
    half = "AM" if is_morning else "PM"
    return {
        "%Y": f"{moment.year:04}",
        "%y": f"{moment.year % 100:02}",
        "%m": f"{moment.month:02}",
        "%d": f"{moment.day:02}",
        "%H": f"{moment.hour:02}",
        "%M": f"{moment.minute:02}",
        "%S": f"{moment.second:02}",
        "%I": f"{hour:02}",
        "%p": half,
        "@p": half.lower(),
        "@h": f"{hour}",
        "@l": f"{hour:2}",
        "@n": f"{moment.month}",
        "@j": f"{moment.day}",
        "@e": f"{moment.day:2}",
        "@H": f"{moment.hour}",
        "@k": f"{moment.hour:2}",
        "@M": f"{moment.minute}",
        "@S": f"{moment.second}",
        "@a": "上午" if is_morning else "下午",
        "@A": "오전" if is_morning else "오후",
        "%s": f"{seconds_of(moment)}",
    }


_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September", "October"),
    *("November", "December"),
)
_WEEKDAYS = "一二三四五六日"


def ordinal(day: int) -> str:
    """The ending of the day of a month: st, nd, rd or th."""
    return "th" if 10 < day < 20 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


def seconds_of(moment: datetime) -> int:
    """Seconds since 1970, the moment taken as one of UTC."""
    return (moment.toordinal() - 719163) * 86400 + moment.hour * 3600 + moment.minute * 60 + moment.second
