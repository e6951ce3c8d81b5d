"""Takes this machine out of what a program printed."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_SHOWN = datetime(2026, 11, 3, tzinfo=UTC)
_WORDED = ("%a, %d %b", "%a %b %d", "%d/%b/%Y", "%d %b %Y", "%d-%b-%Y", "%b %d")
_DIGITS = ("%Y-%m-%d", "%Y/%m/%d", "%Y%m%d", "%y%m%d", "%m/%d/%y", "%m-%d")
_TEMPORARY = re.compile(r"/tmp/[\w./-]*")  # noqa: S108 - looked for, not used


def tidy(printed: str, places: Mapping[str, str]) -> str:
    """The print with the orders' day for today's, in every way to write it, and with neutral paths."""
    for path, neutral in places.items():
        printed = printed.replace(path, neutral)
    printed = _TEMPORARY.sub("/srv/shop", printed)
    for zone in (0, 8):
        printed = _dated(printed, datetime.now(timezone(timedelta(hours=zone))))
    return _epochs(printed)


def _dated(printed: str, today: datetime) -> str:
    for form in (*_WORDED, *_DIGITS):
        printed = re.sub(rf"(?<![\dA-Fa-f]){re.escape(today.strftime(form))}", _SHOWN.strftime(form), printed)
    return printed


def _epochs(printed: str) -> str:
    """Seconds, milliseconds or more since 1970, of about now, become those of the orders' day."""
    now, shown = int(datetime.now(UTC).timestamp()), int(_SHOWN.timestamp())
    days = (now - shown) // 86400

    def moved(found: re.Match[str]) -> str:
        return str(int(found[1]) - days * 86400) + found[2]

    return re.sub(rf"(?<![\dA-Fa-f])({str(now)[:5]}\d{{5}})(\d*)(?![\dA-Fa-f])", moved, printed)
