"""A number of minutes as programs print a stretch of time."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 100_000
"""Minutes, or whatever unit is meant, up to which a number may be a stretch of time."""


def duration_forms(value: str) -> Iterator[tuple[str, str]]:
    """What prints it, and the print, for the number as minutes and as seconds; nothing for what is no such number."""
    if not (value.isascii() and value.isdigit() and len(value) < 7 and 0 < int(value) <= LONGEST):
        return
    count = int(value)
    for seconds in (60 * count, count):
        hours, rest = divmod(seconds, 3600)
        minutes, left = divmod(rest, 60)
        yield "Java Duration", "PT" + _parts((hours, "H"), (minutes, "M"), (left, "S"))
        yield "Go time.Duration", _go(hours, minutes, left)
        clock = f"{minutes:02}:{left:02}"
        yield from (("hh:mm:ss", f"{form}:{clock}") for form in (f"{hours}", f"{hours:02}"))
        yield "hh:mm", f"{hours:02}:{minutes:02}"
        yield "mm:ss", f"{seconds // 60:02}:{left:02}"
        yield "Python timedelta", f"datetime.timedelta(seconds={seconds})"
        yield from (("s", f"{seconds}{unit}") for unit in ("s", " seconds", " sec", "秒", ".0", "000", "000ms"))
        yield "h", f"{seconds / 3600:g}"
    yield from (("min", f"{count}{unit}") for unit in ("m", "min", " min", " minutes", "mins", "分钟", "分鐘", "分"))


def _parts(*parts: tuple[int, str]) -> str:
    return "".join(f"{count}{unit}" for count, unit in parts if count)


def _go(hours: int, minutes: int, seconds: int) -> str:
    return (f"{hours}h" if hours else "") + (f"{minutes}m" if hours or minutes else "") + f"{seconds}s"
