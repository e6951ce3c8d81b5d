"""Rules of a query: what it finds without a number, the month its times must lie in, its lists and pages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.request.rules.subject import Subject, attention, note, shortened, wrong
from qfpay_gui.qfpay.request.rules.time import malformed, moment_of
from qfpay_gui.qfpay.text import text
from qfpay_gui.qfpay.times import UTC8

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from qfpay_gui.qfpay.findings import Finding

_TIMES = ("start_time", "end_time")
OTHER_SEPARATOR = re.compile(r"[;|/\s，、；]")
"""What people write between several values in place of the comma."""
_RESPCD = re.compile(r"[0-9]{4}")
_PAY_TYPE = re.compile(r"[0-9]{6}")
_MOST_ON_A_PAGE = 100


def check(subject: Subject) -> Iterator[Finding]:
    """Findings about a query; none for any other call."""
    if subject.endpoint.name != "query":
        return
    yield from _unbounded(subject)
    yield from _times(subject)
    for parameter in subject.endpoint.parameters:
        if parameter.many and (value := subject.value(parameter.name)):
            yield from _list(parameter.name, value)
    yield from _codes(subject)
    yield from _pages(subject)


def _unbounded(subject: Subject) -> Iterator[Finding]:
    """Neither a number nor both times: editions differ on what that means."""
    if subject.value("syssn") or subject.value("out_trade_no") or all(subject.value(name) for name in _TIMES):
        return
    yield attention(
        "query-unbounded",
        "syssn",
        text("Rules", "Give a number, or both times"),
        text(
            "Rules",
            "The newest edition wants syssn, out_trade_no, or both start_time and end_time; the simulator answers as "
            "it says. Older editions list the orders of the current month.",
        ),
    )


def _times(subject: Subject) -> Iterator[Finding]:
    written = {name: value for name in _TIMES if (value := subject.value(name))}
    if subject.value("syssn"):
        for name in written:
            yield _ignored(name)
        return
    moments = {name: moment_of(value) for name, value in written.items()}
    for name, moment in moments.items():
        if moment is None:
            yield malformed(name, written[name])
    start, end = moments.get("start_time"), moments.get("end_time")
    if len(written) == 2:
        yield from _range(start, end) if start and end else ()
    elif subject.now is not None:
        yield from _other_month(subject, start, end, subject.now)


def _ignored(name: str) -> Finding:
    return note(
        "query-time-ignored",
        name,
        text("Rules", "Ignored, because syssn is given"),
        text("Rules", "A query by syssn finds orders of any month; {name} does not matter to it.").fill(name=name),
    )


def _range(start: datetime, end: datetime) -> Iterator[Finding]:
    if start > end:
        yield wrong(
            "query-range-reversed",
            "end_time",
            text("Rules", "Before start_time"),
            text("Rules", "end_time must be later than start_time, or nothing is found."),
        )
    elif _month(start) != _month(end):
        yield wrong(
            "query-range-months",
            "end_time",
            text("Rules", "In another month than start_time"),
            text("Rules", "start_time and end_time must lie within one calendar month. Query each month by itself."),
        )


def _other_month(subject: Subject, start: datetime | None, end: datetime | None, now: datetime) -> Iterator[Finding]:
    """One time or none is given: the other end is that of the current month."""
    given = "start_time" if start else "end_time"
    moment = start or end
    if moment is not None and _month(moment) != _month(now):
        yield attention(
            "query-range-open",
            given,
            text("Rules", "Not the current month: give both times"),
            text(
                "Rules",
                "Without both times, the range ends with the current month. For an older one give "
                "start_time and end_time, both within it.",
            ),
        )
    elif moment is None and subject.order is not None and _month(subject.order.made_at) != _month(now):
        yield attention(
            "query-older-order",
            "out_trade_no",
            text("Rules", "An order of another month: add its times"),
            text(
                "Rules",
                "This order was made on {day}. Without start_time and end_time only the current month is searched: "
                "give both, or query by syssn.",
            ).fill(day=f"{subject.order.made_at.astimezone(UTC8):%Y-%m-%d}"),
        )


def _month(moment: datetime) -> tuple[int, int]:
    local = moment.astimezone(UTC8)
    return local.year, local.month


def _list(name: str, value: str) -> Iterator[Finding]:
    other = OTHER_SEPARATOR.search(value)
    if other:
        yield attention(
            "list-separator",
            name,
            text("Rules", "Separate with commas only"),
            text(
                "Rules",
                "Here stands {part}. Several values of {name} are joined by commas without blanks, such as a,b.",
            ).fill(name=name, part=shortened(repr(other.group()), 8)),
        )
    elif not all(value.split(",")):
        yield attention(
            "list-gap",
            name,
            text("Rules", "A comma too many"),
            text("Rules", "Between two commas, or at an end, nothing is named. Remove the comma."),
        )


def _codes(subject: Subject) -> Iterator[Finding]:
    for name, shape, said in (
        ("respcd", _RESPCD, text("Rules", "A result code has four digits, such as 0000 or 1143.")),
        ("pay_type", _PAY_TYPE, text("Rules", "A payment type has six digits, such as 800213.")),
    ):
        value = subject.value(name)
        if value and not all(shape.fullmatch(one.strip()) for one in value.split(",") if one):
            yield attention("query-code-shape", name, text("Rules", "Digits only, and not so many or few"), said)


def _pages(subject: Subject) -> Iterator[Finding]:
    for name in ("page", "page_size"):
        value = subject.value(name)
        if not value:
            continue
        if not (value.isascii() and value.isdigit()) or not value.strip("0") or len(value) > 8:
            yield wrong(
                "page-not-whole",
                name,
                text("Rules", "Not a whole number from 1"),
                text("Rules", "{name} is a whole number of at most 8 digits, from 1.").fill(name=name),
            )
        elif name == "page_size" and int(value) > _MOST_ON_A_PAGE:
            yield attention(
                "page-size-over",
                name,
                text("Rules", "At most 100 on a page"),
                text("Rules", "page_size is documented up to 100. Take more than one page for a longer list."),
            )
