"""A draft between two starts: what may be written to a settings file, and how it is read back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qfpay_gui.qfpay.draft import Draft, Entry, example_draft
from qfpay_gui.qfpay.masking import persistable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_LONGEST = 10_000
Row = dict[str, Any]


def to_rows(draft: Draft, secrets: Iterable[str]) -> tuple[Row, ...]:
    """The entries worth keeping, as plain JSON objects.

    Personal data, anything that holds one of the secrets, and values over 10,000 characters are left empty.
    """
    secrets = tuple(secrets)
    return tuple(_row(entry, secrets) for entry in draft.entries)


def _row(entry: Entry, secrets: Sequence[str]) -> Row:
    pair = (entry.name, entry.value)
    may_be_kept = persistable([pair], secrets) == (pair,) and len(entry.value) <= _LONGEST
    flags = {name: True for name in ("fresh", "send_empty", "leave_out") if getattr(entry, name)}
    return {
        "name": entry.name if may_be_kept or entry.name in _known() else "",
        "value": entry.value if may_be_kept else "",
        **flags,
    }


def from_rows(rows: Iterable[Mapping[str, Any]]) -> Draft:
    """The draft these rows make; the example where there are none. Rows that make no sense are passed over."""
    draft = example_draft()
    further = []
    seen = False
    for row in rows:
        entry = _entry(row)
        if entry is None:
            continue
        seen = True
        if entry.name in _known():
            draft = draft.edit(entry.name, value=entry.value, **_flags(row))
        elif entry.name or entry.value:
            further.append(entry)
    return draft.with_further(tuple(further)) if seen else example_draft()


def _entry(row: Mapping[str, Any]) -> Entry | None:
    name, value = row.get("name"), row.get("value")
    if not (isinstance(name, str) and isinstance(value, str)):
        return None
    return Entry(name, value, **_flags(row))


def _flags(row: Mapping[str, Any]) -> dict[str, bool]:
    return {name: row.get(name) is True for name in ("fresh", "send_empty", "leave_out")}


def _known() -> set[str]:
    return {entry.name for entry in example_draft().entries}
