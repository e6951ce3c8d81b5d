"""What is being edited: a frozen draft of one request."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.request.parameters import endpoint
from qfpay_gui.qfpay.times import UTC8, txdtm

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime


@dataclass(frozen=True)
class Entry:
    """One parameter of the draft.

    ``fresh``: gets a new value on every send. ``send_empty``: sent and signed even when its
    value is "". ``leave_out``: neither sent nor signed, though the value is kept.
    """

    name: str
    value: str = field(default="", repr=False)
    fresh: bool = False
    send_empty: bool = False
    leave_out: bool = False

    @property
    def is_sent(self) -> bool:
        """Whether this entry, as it stands, becomes part of the request."""
        return not self.leave_out and (bool(self.value) or (self.send_empty and bool(self.name)))


@dataclass(frozen=True)
class Draft:
    """The entries of a request in the order they are sent.

    The documented parameters of the endpoint come first and are always there; further
    ones follow, and may repeat a name. ``sign_type`` "" means: as the profile says.
    """

    entries: tuple[Entry, ...] = ()
    endpoint: str = "payment"
    sign_type: str = ""

    def find(self, name: str) -> Entry:
        """The first entry with this name; an empty one where there is none."""
        return next((entry for entry in self.entries if entry.name == name), Entry(name))

    def value(self, name: str) -> str:
        """The value of the first entry with this name, or ""."""
        return self.find(name).value

    def edit(self, name: str, **changes: object) -> Draft:
        """The draft with the first entry of this name changed; KeyError where there is none."""
        for index, entry in enumerate(self.entries):
            if entry.name == name:
                return self.edit_at(index, **changes)
        raise KeyError(name)

    def edit_at(self, index: int, **changes: object) -> Draft:
        """The draft with the entry at this index changed."""
        entry = replace(self.entries[index], **changes)  # type: ignore[arg-type]  # names are Entry's own
        return replace(self, entries=(*self.entries[:index], entry, *self.entries[index + 1 :]))

    def with_further(self, further: tuple[Entry, ...]) -> Draft:
        """The draft with its further parameters replaced."""
        return replace(self, entries=self.entries[: self.known_count] + further)

    @property
    def known_count(self) -> int:
        """How many of the entries, from the first, are documented parameters."""
        return len(endpoint(self.endpoint).parameters)

    @property
    def further(self) -> tuple[Entry, ...]:
        """The entries the endpoint does not document."""
        return self.entries[self.known_count :]

    def fill(self, values: Mapping[str, str]) -> Draft:
        """The draft with these values, which stay as they are; a name the endpoint does not document goes further."""
        draft = self
        for name, value in values.items():
            known = name in {entry.name for entry in draft.entries}
            if known:
                draft = draft.edit(name, value=value, fresh=False)
            else:
                draft = draft.with_further((*draft.further, Entry(name, value)))
        return draft


@dataclass(frozen=True)
class Drafts:
    """The draft being edited, and the latest one of every other endpoint that was used."""

    current: Draft
    others: tuple[Draft, ...] = ()

    def of(self, endpoint_name: str) -> Draft | None:
        """The latest draft of this endpoint; None where there is none yet."""
        return next((draft for draft in (self.current, *self.others) if draft.endpoint == endpoint_name), None)

    def with_current(self, draft: Draft) -> Drafts:
        """Edit this draft from now on; it takes the place of its endpoint's, and other endpoints keep theirs."""
        kept = {one.endpoint: one for one in (*self.others, self.current) if one.endpoint != draft.endpoint}
        return Drafts(draft, tuple(kept.values()))


def example_draft(endpoint_name: str = "payment") -> Draft:
    """A draft to begin with; the simulator accepts a payment and a query as they are, once fresh values are made."""
    known = endpoint(endpoint_name).parameters
    return Draft(tuple(Entry(p.name, p.example, fresh=p.fresh) for p in known), endpoint_name)


def out_trade_no(now: datetime, token: str) -> str:
    """A number for a new order: readable time of UTC+8, then a random token of letters and digits."""
    return f"QA{now.astimezone(UTC8):%Y%m%d%H%M%S}{token}"


def freshened(draft: Draft, now: datetime, token: str) -> Draft:
    """The draft with a new value in every entry that asks for one."""
    makers: dict[str, Callable[[], str]] = {
        "txdtm": lambda: txdtm(now),
        "out_trade_no": lambda: out_trade_no(now, token),
    }
    return replace(
        draft,
        entries=tuple(
            replace(entry, value=makers[entry.name]()) if entry.fresh and entry.name in makers else entry
            for entry in draft.entries
        ),
    )
