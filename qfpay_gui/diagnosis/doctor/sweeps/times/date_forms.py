"""The forms in which programs print a time, as patterns of date_marks."""

from __future__ import annotations

from functools import cache

from qfpay_gui.diagnosis.doctor.sweeps.times.whole_dates import WHOLE

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
