"""A draft between two starts: what may be written to a settings file, and how it is read back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qfpay_gui.qfpay.draft import Draft, Entry, example_draft
from qfpay_gui.qfpay.masking import persistable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_LONGEST = 10_000
Row = dict[str, Any]


def to_rows(draft: Draft, secrets: Iterable[str]) -> tuple[Row, ...]:
    """The entries worth keeping, as plain JSON objects.

    Personal data, anything that holds one of the secrets, and values over 10,000 characters are left empty.
    """
    # All at once: a person's name or ID is recognised wherever it is repeated.
    kept = persistable([(entry.name, entry.value) for entry in draft.entries], secrets)
    return tuple(_row(entry, pair) for entry, pair in zip(draft.entries, kept, strict=True))


def _row(entry: Entry, kept: tuple[str, str]) -> Row:
    may_be_kept = kept == (entry.name, entry.value) and len(entry.value) <= _LONGEST
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
    edited: set[str] = set()
    seen = False
    for row in rows:
        entry = _entry(row)
        if entry is None:
            continue
        seen = True
        if entry.name in _known() - edited:
            edited.add(entry.name)
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
