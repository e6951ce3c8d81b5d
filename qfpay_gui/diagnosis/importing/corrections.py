"""Lets a person say what a stretch of a paste is, where it was read otherwise."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from qfpay_gui.diagnosis.importing.places import PARAMETER, Place, places
from qfpay_gui.diagnosis.importing.remarks import remarks

if TYPE_CHECKING:
    from qfpay_gui.diagnosis.importing.request import ReadRequest

_REMARKED = frozenset(
    {"holds-key", "doubled", "unknown", "key-sent", "missing", "no-signature", "sign-type", "other-host"}
)


@dataclass(frozen=True)
class Seen:
    """A request, and the stretch of the paste behind every value that has one."""

    request: ReadRequest
    places: tuple[Place, ...] = field(default=(), repr=False)


class Correction(NamedTuple):
    """This stretch is a PARAMETER of this name, one of ROLES, or, with "", no part of the request."""

    start: int
    end: int
    role: str
    name: str = ""


class _Row(NamedTuple):
    name: str
    value: str
    place: Place | None


def see(source: str, request: ReadRequest) -> Seen:
    """The request as it was read."""
    return Seen(request, places(source, request))


def corrected(source: str, seen: Seen, correction: Correction) -> Seen:
    """The request as a person corrects it; what was read out of the same characters is given up.

    A stretch that was read as a value keeps it as decoded, any other counts as it is written. One name has one value:
    what stood elsewhere under it gives way.
    """
    start, end, wanted, name = correction
    given_up = [one for one in seen.places if one.start < end and start < one.end]
    own = next((one for one in given_up if (one.start, one.end) == (start, end)), None)
    value = _value(seen.request, own) if own else source[start:end]
    rows = [one for one in _rows(seen) if one.place not in given_up]
    beside = {one.role: one for one in seen.places if one.role != PARAMETER and one not in given_up}
    fields = {_field(one.role): "" for one in given_up if one.role != PARAMETER}
    if wanted == PARAMETER:
        rows = _with_row(rows, _Row(name, value, Place(start, end, PARAMETER, name)))
    elif wanted:
        beside[wanted] = Place(start, end, wanted)
        fields[_field(wanted)] = value
    return _made(replace(seen.request, **fields), rows, beside)  # type: ignore[arg-type]  # these fields are texts


def _rows(seen: Seen) -> list[_Row]:
    placed = {one.at: one for one in seen.places if one.role == PARAMETER}
    return [_Row(name, value, placed.get(at)) for at, (name, value) in enumerate(seen.request.pairs)]


def _value(request: ReadRequest, place: Place) -> str:
    return request.pairs[place.at][1] if place.role == PARAMETER else str(getattr(request, _field(place.role)))


def _field(role: str) -> str:
    return "stated_sign_type" if role == "sign_type" else role


def _with_row(rows: list[_Row], row: _Row) -> list[_Row]:
    """The rows with this one in place of its namesakes, else before those that stand behind it."""
    namesakes = [at for at, one in enumerate(rows) if one.name == row.name]
    behind = (at for at, one in enumerate(rows) if one.place and row.place and one.place.start > row.place.start)
    at = namesakes[0] if namesakes else next(behind, len(rows))
    kept = [one for one in rows[at:] if one.name != row.name]
    return [*rows[:at], row, *kept]


def _made(request: ReadRequest, rows: list[_Row], beside: dict[str, Place]) -> Seen:
    pairs = tuple((one.name, one.value) for one in rows)
    body = request.body if pairs == request.pairs else None
    made = replace(request, pairs=pairs, body=body, rivals=(), is_exact=False, notes=())
    kept = tuple(
        one for one in request.notes if one.code not in _REMARKED and (not one.field or one.field in made.params)
    )
    placed = [replace(one.place, at=at) for at, one in enumerate(rows) if one.place]
    found = sorted([*placed, *beside.values()], key=lambda one: (one.start, one.end))
    return Seen(replace(made, notes=(*kept, *remarks(made))), tuple(found))
