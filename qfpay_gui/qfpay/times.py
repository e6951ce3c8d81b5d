"""Time as the API writes it: wall-clock time of UTC+8, without naming the zone."""

from __future__ import annotations

from datetime import timedelta, timezone
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

UTC8 = timezone(timedelta(hours=8))
TXDTM_FORMAT = "%Y-%m-%d %H:%M:%S"


def txdtm(moment: datetime) -> str:
    """The moment as the API writes it."""
    return moment.astimezone(UTC8).strftime(TXDTM_FORMAT)
