"""Moments, durations and sizes as a person reads them."""

from __future__ import annotations

from datetime import UTC, datetime


def local_now() -> datetime:
    """The present moment in this machine's zone."""
    return datetime.now(UTC).astimezone()


def duration(seconds: float) -> str:
    """Milliseconds below one second, seconds from there on."""
    return f"{seconds * 1000:.0f} ms" if seconds < 0.9995 else f"{seconds:.1f} s"


def size(count: int) -> str:
    """Bytes, kB of 1,000 bytes, or MB."""
    if count < 1000:
        return f"{count} B"
    return f"{count / 1000:.1f} kB" if count < 1_000_000 else f"{count / 1_000_000:.1f} MB"


def time_left(seconds: float) -> str:
    """Hours, minutes and seconds as a clock shows them: ``1:59:47``, or ``29:47`` below one hour."""
    whole = max(0, int(seconds))
    hours, minutes, rest = whole // 3600, whole // 60 % 60, whole % 60
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def short_time(at: datetime, now: datetime) -> str:
    """The moment on this machine's clock: the time alone for today, the date without year for this year."""
    local, today = at.astimezone(), now.astimezone()
    if local.date() == today.date():
        return f"{local:%H:%M:%S}"
    return f"{local:%m-%d %H:%M}" if local.year == today.year else f"{local:%Y-%m-%d}"


def whole_time(at: datetime) -> str:
    """The moment on this machine's clock, with its distance from UTC."""
    local = at.astimezone()
    distance = f"{local:%z}"
    return f"{local:%Y-%m-%d %H:%M:%S} UTC{distance[:3]}:{distance[3:5]}"


def sum_key(txamt: str, txcurrcd: str) -> tuple[str, int, str]:
    """What sums in minor units are put in order by: their currency, their size, and as text what is no number."""
    return txcurrcd, int(txamt) if txamt.isascii() and txamt.isdigit() and len(txamt) < 20 else -1, txamt
