"""Durations and sizes as a person reads them."""

from __future__ import annotations


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
