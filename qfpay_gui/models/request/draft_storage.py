"""Drafts between two starts: what may be written to a settings file, and how it is read back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from qfpay_gui.qfpay.request.draft import Draft, Drafts, Entry, example_draft
from qfpay_gui.qfpay.request.parameters import ENDPOINTS, endpoint

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from qfpay_gui.qfpay.request.prepared import PreparedRequest
    from qfpay_gui.services.settings import Settings

_LONGEST = 10_000
_FIRST = ENDPOINTS[0]
Row = dict[str, Any]


def with_drafts(settings: Settings, drafts: Drafts, secrets: Iterable[str]) -> Settings:
    """The settings that remember these drafts and which of them is edited.

    The payment's stays where earlier versions of this program look for it.
    """
    known = [drafts.of(name) for name in ENDPOINTS]
    present = [draft for draft in known if draft is not None]
    rows = dict(zip((draft.endpoint for draft in present), _rows(present, secrets), strict=True))
    payment = rows.pop(_FIRST, ())
    return replace(settings, draft=payment, drafts=rows, endpoint=drafts.current.endpoint)


def stored_drafts(settings: Settings) -> Drafts:
    """The drafts these settings remember; the example payment where there are none."""
    rows = {**settings.drafts, _FIRST: settings.draft}
    found = {name: from_rows(rows[name], name) for name in ENDPOINTS if rows.get(name)}
    chosen = settings.endpoint if settings.endpoint in ENDPOINTS else _FIRST
    current = found.pop(chosen, None) or example_draft(chosen)
    return Drafts(current, tuple(found.values()))


def blank_draft(endpoint_name: str) -> Draft:
    """Every documented parameter, empty and not made anew; KeyError for an unknown endpoint."""
    draft = example_draft(endpoint_name)
    return replace(draft, entries=tuple(Entry(one.name) for one in draft.entries))


def saved_rows(draft: Draft, secrets: Iterable[str]) -> tuple[tuple[Row, ...], tuple[str, ...]]:
    """What is worth keeping of one draft under a name, and the names of those whose value may not be kept.

    A value that is made anew on every send is left out.
    """
    (rows,) = _rows([draft], secrets)
    kept = [{**row, "value": ""} if row.get("fresh") else row for row in rows]
    worthwhile = tuple(row for row in kept if row["value"] or len(row) > 2)
    pairs = zip(draft.entries, rows, strict=True)
    not_kept = (entry.name for entry, row in pairs if (entry.name, entry.value) != (row["name"], row["value"]))
    return worthwhile, tuple(dict.fromkeys(not_kept))


def writable_number(request: PreparedRequest, secrets: Iterable[str]) -> str:
    """The new order number as it may be written down: a key or an ID that was pasted there is masked; "" for none."""
    if not request.new_number:
        return ""
    from qfpay_gui.qfpay.secrets.masking import Hiding  # noqa: PLC0415 - not needed at start

    hiding = Hiding(secrets, request.parameters)
    return hiding.pairs((("out_trade_no", request.value("out_trade_no")),))[0][1]


def _rows(drafts: list[Draft], secrets: Iterable[str]) -> list[tuple[Row, ...]]:
    """The entries worth keeping of each draft, as plain JSON objects.

    Personal data, anything that holds one of the secrets, and values over 10,000 characters are left empty. All at
    once: a person's name or ID is recognised wherever it is repeated.
    """
    from qfpay_gui.qfpay.secrets.masking import Hiding  # noqa: PLC0415 - not needed at start

    pairs = [(entry.name, entry.value) for draft in drafts for entry in draft.entries]
    short = ((name, value if len(value) <= _LONGEST else "") for name, value in pairs)
    kept = iter(Hiding(secrets, pairs).pairs(short))
    return [tuple(_row(entry, next(kept), _known(draft.endpoint)) for entry in draft.entries) for draft in drafts]


def _row(entry: Entry, kept: tuple[str, str], known: set[str]) -> Row:
    may_be_kept = kept == (entry.name, entry.value) and len(entry.value) <= _LONGEST
    flags = {name: True for name in ("fresh", "send_empty", "leave_out") if getattr(entry, name)}
    return {
        "name": entry.name if may_be_kept or entry.name in known else "",
        "value": entry.value if may_be_kept else "",
        **flags,
    }


def from_rows(rows: Iterable[Mapping[str, Any]], endpoint_name: str = _FIRST, begin_with: Draft | None = None) -> Draft:
    """The draft these rows make of another, of the example where none is named; that one where there are no rows.

    Rows that make no sense are passed over. KeyError for an unknown endpoint.
    """
    draft = begin_with or example_draft(endpoint_name)
    known = _known(endpoint_name)
    further = []
    edited: set[str] = set()
    seen = False
    for row in rows:
        entry = _entry(row)
        if entry is None:
            continue
        seen = True
        if entry.name in known - edited:
            edited.add(entry.name)
            draft = draft.edit(entry.name, value=entry.value, **_flags(row))
        elif entry.name or entry.value:
            further.append(entry)
    return draft.with_further(tuple(further)) if seen else draft


def _entry(row: Mapping[str, Any]) -> Entry | None:
    name, value = row.get("name"), row.get("value")
    if not (isinstance(name, str) and isinstance(value, str)):
        return None
    return Entry(name, value, **_flags(row))


def _flags(row: Mapping[str, Any]) -> dict[str, bool]:
    return {name: row.get(name) is True for name in ("fresh", "send_empty", "leave_out")}


def _known(endpoint_name: str) -> set[str]:
    return {parameter.name for parameter in endpoint(endpoint_name).parameters}
