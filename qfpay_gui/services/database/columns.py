"""What the tables of the history file hold in a column: moments, JSON, and sentences as template and values.

A file may be damaged in any place, so what is read is of the kind and size that the program reckons with.
"""

from __future__ import annotations

import json
import math
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from qfpay_gui.qfpay.findings import Finding, Severity
from qfpay_gui.qfpay.sentence_json import from_json, to_json

if TYPE_CHECKING:
    from collections.abc import Iterable

_EARLIEST = datetime.fromtimestamp(0, UTC)
_LATEST = datetime(9000, 1, 1, tzinfo=UTC)
"""Between these, every time zone has the moment."""
LARGEST_NUMBER = 10**15
LARGEST_ID = 2**63 - 1
LONGEST = 128
"""Of how many characters a number or a name of an order is kept."""
_LONGEST_SECONDS = 10**6


def findings_to_json(findings: Iterable[Finding]) -> list[Any]:
    """The findings as plain JSON values."""
    return [[one.code, int(one.severity), one.field, to_json(one.headline), to_json(one.detail)] for one in findings]


def findings_from_json(written: Any) -> tuple[Finding, ...]:
    """The findings that were written; what is none is passed over."""
    found = []
    for one in written if isinstance(written, list) else ():
        match one:
            case [str(code), int(severity), str(field), headline, detail, *_source_of_older_versions]:
                kept = Severity(min(max(severity, 0), 3))
                found.append(Finding(code, kept, field, from_json(headline), from_json(detail)))
            case _:
                pass
    return tuple(found)


def moment(at: datetime) -> str:
    """A moment as it is written: UTC, ISO 8601, milliseconds, so that text order is time order."""
    return at.astimezone(UTC).isoformat(timespec="milliseconds")


def moment_from(written: object) -> datetime:
    """The moment that was written, between 1970 and 9000; 1970 where it cannot be read."""
    try:
        at = datetime.fromisoformat(plain(written))
    except ValueError:
        return _EARLIEST
    # A time of the year 1 or 9999 may have no counterpart in another zone: no reader shall stumble over it.
    return min(max(at if at.tzinfo else at.replace(tzinfo=UTC), _EARLIEST), _LATEST)


def plain(cell: object) -> str:
    """The text in a cell; of bytes what is UTF-8, "" for nothing."""
    if isinstance(cell, bytes):
        return cell.decode(errors="replace")
    return "" if cell is None else str(cell)


def count_in(cell: object, most: int = LARGEST_NUMBER) -> int:
    """The whole number in a cell or a JSON member, from 0 to ``most``; 0 where there is none."""
    return min(max(cell, 0), most) if isinstance(cell, int) else 0


def seconds_in(member: object) -> float | None:
    """The time a JSON member tells, at most some days; None where it tells none."""
    if not isinstance(member, int | float) or math.isnan(member):
        return None
    return float(min(max(member, 0), _LONGEST_SECONDS))


def value_from(written: object) -> Any:
    """The JSON value that was written; None where it cannot be read."""
    try:
        return json.loads(plain(written))
    except (ValueError, RecursionError):
        return None


def object_from(written: object) -> dict[str, Any]:
    """The JSON object that was written; an empty one where it cannot be read."""
    members = value_from(written)
    return members if isinstance(members, dict) else {}
