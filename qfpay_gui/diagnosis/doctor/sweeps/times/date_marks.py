"""How a pattern of a time is filled: ``%`` marks what strftime writes, in English, ``@`` what it has no mark for."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

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
