"""The rows of a list as text for a spreadsheet or a program."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""What a spreadsheet takes for the beginning of a formula, in full width as well."""
_PASSED_OVER = " \n\v\f\u00a0\u200b\u2028\u2029\u3000\ufeff\0"
"""What some of them pass over in front of it."""


def as_csv(records: Sequence[Mapping[str, str]]) -> str:
    """RFC 4180, the names first; a text that a spreadsheet would take for a formula begins with an apostrophe."""
    return _separated(records, ",", "\r\n")


def as_tabs(records: Sequence[Mapping[str, str]]) -> str:
    """The same with tabs, as spreadsheets paste it; tabs and line ends within a text become spaces."""
    flat = [{name: " ".join(value.split()) for name, value in record.items()} for record in records]
    return _separated(flat, "\t", "\n")


def as_json(records: Sequence[Mapping[str, str]]) -> str:
    """A list of objects, every text as it is."""
    return json.dumps([dict(record) for record in records], ensure_ascii=False, indent=2) + "\n"


def _separated(records: Sequence[Mapping[str, str]], separator: str, end: str) -> str:
    if not records:
        return ""
    rows = [list(records[0]), *([_harmless(value) for value in record.values()] for record in records)]
    return "".join(separator.join(_quoted(value, separator) for value in row) + end for row in rows)


def _quoted(value: str, separator: str) -> str:
    """In quotes where it would otherwise be taken for more than one value, or lose a blank at an end."""
    if value == value.strip() and not any(sign in value for sign in (separator, '"', "\r", "\n")):
        return value
    doubled = value.replace('"', '""')
    return f'"{doubled}"'


def _harmless(value: str) -> str:
    return f"'{value}" if value.lstrip(_PASSED_OVER).startswith(_FORMULA) else value
