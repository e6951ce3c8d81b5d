"""A history entry as a draft again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from qfpay_gui.models.request.draft_storage import blank_draft
from qfpay_gui.qfpay.request.draft import Draft, Entry
from qfpay_gui.qfpay.request.parameters import endpoint
from qfpay_gui.qfpay.secrets.masking import MARK
from qfpay_gui.qfpay.signing import SIGN_TYPES
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from qfpay_gui.services.database.entry import HistoryEntry, KeptRequest

_PINNED = text(
    "History", "Reopened as it was sent, with its own order number and time: sending this number again asks first."
)
_SAME = text("History", "Reopened as it was sent.")
_EMPTY = text(
    "History", "Reopened as it was sent, except that the history does not keep {names}: fill in what is needed."
)


@dataclass(frozen=True)
class Reopened:
    """The draft, and the sentence that says what about it is not as it was sent."""

    draft: Draft
    notice: Text


def reopened(entry: HistoryEntry) -> Reopened:
    """The request of this entry to edit and send again: nothing in it is made anew, masked values are empty."""
    request = entry.request
    draft = _blank(entry.endpoint)
    known = {one.name for one in draft.entries}
    further = []
    for name, value in _values(request):
        if name in known:
            known.discard(name)
            draft = draft.edit(name, value=value, send_empty=value == "" and name not in request.masked)
        else:
            further.append(Entry(name, value, send_empty=value == "" and name not in request.masked))
    sign_type = request.sign_type if request.sign_type in SIGN_TYPES else ""
    draft = replace(draft.with_further(tuple(further)), sign_type=sign_type)
    names = ", ".join(dict.fromkeys(request.masked))
    if names:
        return Reopened(draft, _EMPTY.fill(names=names))
    return Reopened(draft, _PINNED if endpoint(draft.endpoint).needs_new_number else _SAME)


def _blank(endpoint_name: str) -> Draft:
    """Every documented parameter, empty; the payment's where the endpoint is not known any more."""
    try:
        return blank_draft(endpoint_name)
    except KeyError:
        return blank_draft("payment")


def _values(request: KeptRequest) -> tuple[tuple[str, str], ...]:
    """The pairs to fill in: a masked value is empty, a masked name is left out."""
    return tuple(
        (name, "" if name in request.masked else value) for name, value in request.parameters if MARK not in name
    )
