"""The rows of a list as text for a spreadsheet or a program."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""What a spreadsheet takes for the beginning of a formula, in full width as well."""


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
    written = io.StringIO()
    rows = csv.writer(written, delimiter=separator, lineterminator=end)
    rows.writerow(records[0])
    rows.writerows([_harmless(value) for value in record.values()] for record in records)
    return written.getvalue()


def _harmless(value: str) -> str:
    return f"'{value}" if value.startswith(_FORMULA) else value
