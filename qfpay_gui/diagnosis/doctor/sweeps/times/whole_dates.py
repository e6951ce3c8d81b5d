"""What programs print of a whole object that holds a time, and of a time that is none; patterns of date_marks."""

from __future__ import annotations

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
