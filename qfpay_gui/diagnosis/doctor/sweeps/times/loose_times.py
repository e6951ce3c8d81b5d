"""A time read out of the prints of many languages: what was sent may be the print, and what was signed another."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from functools import lru_cache

_EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001 - zones are tried by the caller
_ZONE = re.compile(
    r"(?:(?<=:\d\d)[.,]\d{1,9})?\s*(?:Z|UTC|GMT|CST|HKT|SGT)?(?:\s?[+-]\d{2}:?\d{2}|\+\d{2})?"
    r"(?:\s*(?:\([^)]*\)|\[[^\]]*\]|[+-]\d{4}|CST|HKT|UTC))*$"
)
_ZONE_INSIDE = re.compile(r" (?:CST|HKT|SGT|UTC|GMT(?:[+-]\d{2}:\d{2})?) (?=\d{4}$)")
_WEEKDAY = re.compile(r"\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\b|星期.", re.IGNORECASE)
_MONTH = re.compile(r"\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b", re.IGNORECASE)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_HALF = re.compile(r"\s?\b([AP])M\b|([上下])午", re.IGNORECASE)
_FORMS = (
    *(
        "%Y %m %d %H:%M:%S",
        "%Y %m %d %H:%M",
        "%Y%m%d%H%M%S",
        "%Y%m%d %H%M%S",
        "%Y %m %d",
        "%Y%m%d",
        "%d %m %Y %H:%M:%S",
    ),
    *("%m %d %Y %H:%M:%S", "%m %d %H:%M:%S %Y", "%d %m %y %H:%M:%S", "%m %d %Y %H:%M", "%d %m %Y %H:%M"),
)
LONGEST = 80
"""Characters; a longer value is no time."""
_YEARS = range(1990, 2100)


@lru_cache(maxsize=256)
def read_loosely(value: str) -> datetime | None:
    """The time in it, its zone left aside; a count of seconds or milliseconds as UTC. None for anything else."""
    if len(value) > LONGEST or sum(one in "0123456789" for one in value) < 8:
        return None
    if re.fullmatch(r"1[0-9]{9}(?:[0-9]{3})?(?:\.[0-9]+)?", value):
        return _EPOCH + timedelta(seconds=int(value[:10]))
    bare = _WEEKDAY.sub(" ", _ZONE_INSIDE.sub(" ", value.strip(" \"'")))
    half = _HALF.search(bare)
    bare = _HALF.sub(" ", _ZONE.sub("", bare) if ":" in bare else bare)
    plain = _MONTH.sub(lambda month: f"{_MONTHS.index(month[1].lower()) + 1}", bare)
    plain = re.sub(r"(?<=\d)T(?=\d)", " ", plain)
    moment = _read(re.sub(r"[\s,/.年月日-]+", " ", plain).strip())
    if moment is None or half is None or moment.hour > 12:
        return moment
    is_afternoon = (half[1] or half[2]).upper() in {"P", "下"}
    return moment + timedelta(hours=12 * is_afternoon - 12 * (moment.hour == 12))


def _read(plain: str) -> datetime | None:
    for form in _FORMS:
        try:
            moment = datetime.strptime(plain, form)  # noqa: DTZ007 - zones are tried by the caller
        except ValueError:
            continue
        if moment.year in _YEARS:
            return moment
    return None
