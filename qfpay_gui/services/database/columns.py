"""What the tables of the history file hold in a column: moments, JSON, and sentences as template and values."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from qfpay_gui.qfpay.findings import Finding, Severity
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from collections.abc import Iterable

_UNREADABLE = text("History", "(not readable any more)")


def to_json(sentence: Text | None) -> Any:
    """The sentence as a plain JSON value."""
    if sentence is None:
        return None
    values = [[name, to_json(value) if isinstance(value, Text) else value] for name, value in sentence.values]
    return [sentence.context, sentence.template, values]


def from_json(written: Any) -> Text:
    """The sentence that was written; another sentence where it cannot be said any more."""
    sentence = _read(written)
    try:
        str(sentence)
    except (AttributeError, IndexError, KeyError, ValueError):
        return _UNREADABLE
    return sentence


def from_optional(written: Any) -> Text | None:
    """As ``from_json``, with None for none."""
    return None if written is None else from_json(written)


def _read(written: Any) -> Text:
    match written:
        case [str(context), str(template), list(values)]:
            return Text(context, template, tuple(_value(pair) for pair in values))
        case _:
            return _UNREADABLE


def _value(pair: Any) -> tuple[str, str | Text]:
    match pair:
        case [str(name), str(value)]:
            return name, value
        case [str(name), value]:
            return name, _read(value)
        case _:
            return "", ""


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


def moment_from(written: str) -> datetime:
    """The moment that was written; 1970 where it cannot be read."""
    try:
        at = datetime.fromisoformat(written)
    except ValueError:
        return datetime.fromtimestamp(0, UTC)
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def value_from(written: str) -> Any:
    """The JSON value that was written; None where it cannot be read."""
    try:
        return json.loads(written)
    except (ValueError, RecursionError):
        return None


def object_from(written: str) -> dict[str, Any]:
    """The JSON object that was written; an empty one where it cannot be read."""
    members = value_from(written)
    return members if isinstance(members, dict) else {}
