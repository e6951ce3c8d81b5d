"""Rules of times: their format, the clock of UTC+8, and how long an order lives."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.request.rules.subject import Subject, attention, note, wrong
from qfpay_gui.qfpay.text import text
from qfpay_gui.qfpay.times import UTC8

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qfpay_gui.qfpay.findings import Finding

_SHAPE = re.compile(r"\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}", re.ASCII)
_BETWEEN = re.compile("[- :]")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}", re.ASCII)
_ZONE = re.compile(r"[+-]\d{4}", re.ASCII)
_CLOSE = timedelta(minutes=10)


def check_txdtm(value: str, subject: Subject) -> Iterator[Finding]:
    """Findings about the time of the request."""
    moment = moment_of(value)
    if moment is None:
        yield malformed("txdtm", value)
    elif subject.now is not None and subject.endpoint.is_dated_now and subject.value("txzone") in {None, "", "+0800"}:
        yield from _clock(moment, subject.now)


def moment_of(value: str) -> datetime | None:
    """The time that is written ``YYYY-MM-DD hh:mm:ss`` in UTC+8; None where nothing is."""
    if not _SHAPE.fullmatch(value):
        return None
    # Not by strptime, whose first call imports locale and calendar at every start.
    year, month, day, hour, minute, second = (int(part) for part in _BETWEEN.split(value))
    try:
        return datetime(year, month, day, hour, minute, second, tzinfo=UTC8)
    except ValueError:
        return None


def malformed(name: str, value: str) -> Finding:
    """What is wrong with a value of this parameter that :func:`moment_of` cannot read."""
    if not _SHAPE.fullmatch(value):
        return _shape(name, value)
    return wrong(
        "time-impossible",
        name,
        text("Rules", "No such date or time"),
        text("Rules", "{value} is not in the calendar. Write YYYY-MM-DD hh:mm:ss, such as 2026-03-01 18:00:00.").fill(
            value=value
        ),
    )


def check_txzone(value: str, _subject: Subject) -> Iterator[Finding]:
    """Findings about the zone of ``txdtm``."""
    if not _ZONE.fullmatch(value):
        yield attention(
            "zone-shape",
            "txzone",
            text("Rules", "Write it like +0800"),
            text(
                "Rules",
                "In older editions txzone is a sign and four digits; newer ones lack it. Without it, +0800 holds.",
            ),
        )


def check_expired_time(value: str, _subject: Subject) -> Iterator[Finding]:
    """Findings about the minutes until the order expires."""
    if not (value.isascii() and value.isdigit()):
        yield wrong(
            "expiry-not-whole",
            "expired_time",
            text("Rules", "Not a whole number of minutes"),
            text("Rules", "expired_time is a whole number of minutes from 5 to 120, such as 30."),
        )
    elif not (len(value) <= 3 and 5 <= int(value) <= 120):
        yield wrong(
            "expiry-range",
            "expired_time",
            text("Rules", "Outside 5 to 120 minutes"),
            text("Rules", "expired_time takes 5 to 120 minutes. Without it an order expires after 30."),
        )
    elif value.startswith("0"):
        yield attention(
            "expiry-leading-zero",
            "expired_time",
            text("Rules", "Begins with a zero"),
            text(
                "Rules", "No example begins with a zero; the simulator reads {minutes} minutes. Write {minutes}."
            ).fill(minutes=int(value)),
        )


def _shape(name: str, value: str) -> Finding:
    if _ISO.match(value.strip()):
        headline = text("Rules", "ISO form: write a space instead of T")
    else:
        headline = text("Rules", "Not YYYY-MM-DD hh:mm:ss")
    return wrong(
        "time-format",
        name,
        headline,
        text("Rules", "{name} is written YYYY-MM-DD hh:mm:ss in UTC+8, such as 2026-03-01 18:00:00.").fill(name=name),
    )


def _clock(moment: datetime, now: datetime) -> Iterator[Finding]:
    behind = now - moment
    if abs(behind - timedelta(hours=8)) < _CLOSE:
        yield attention(
            "time-utc",
            "txdtm",
            text("Rules", "Eight hours behind: UTC instead of UTC+8"),
            text(
                "Rules",
                "This is the present time in UTC. QFPay reads txdtm as UTC+8; JavaScript's toISOString() gives UTC.",
            ),
        )
    elif behind > timedelta(hours=24):
        yield note(
            "time-old",
            "txdtm",
            text("Rules", "More than a day old"),
            text(
                "Rules",
                "Whether an old txdtm is refused is not documented. "
                "Switch “New on every send” on for the present time.",
            ),
        )
    elif behind < -_CLOSE:
        yield attention(
            "time-future",
            "txdtm",
            text("Rules", "In the future, read as UTC+8"),
            text("Rules", "The clock or the time zone of the machine that wrote it is off."),
        )
