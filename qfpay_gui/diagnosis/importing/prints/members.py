"""Turns a print's tree into parameters: which of its groups holds them, and how its values read as text."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.importing.names import CONTAINERS, KNOWN, REPLY, squeezed
from qfpay_gui.diagnosis.importing.prints.tree import Group, Item, Scalar, off_names
from qfpay_gui.diagnosis.importing.request import Note, Pairs
from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.json_reading import excerpt, some
from qfpay_gui.qfpay.signing.recipe import well_formed
from qfpay_gui.qfpay.text import text

if TYPE_CHECKING:
    from collections.abc import Iterator

ELIDED = frozenset({"…", "..."})
"""What stands for a value that a debugger leaves out."""
NOTHING = frozenset({"null", "None", "undefined", "nil", "NULL", "<nil>", "$null"})
"""Words by which programs print that there is no value."""


@dataclass(frozen=True)
class Members:
    """The pairs of one group, with what was not simply a text."""

    pairs: Pairs
    notes: tuple[Note, ...] = ()


def parameter_groups(group: Group, *, is_known: bool) -> tuple[Group, ...]:
    """Every group that holds a request's parameters; where two lie in each other, the one with more known names.

    ``is_known`` False takes, where no name is known, the one that programs would keep parameters in.
    """
    found = _best(group)
    if found or is_known:
        return tuple(one for _count, one in found)
    fallback = parameters_in(group)
    return () if fallback is None else (fallback,)


def _best(group: Group) -> list[tuple[int, Group]]:
    """The groups with known names at or below this one, of those in each other only the best; replies left out."""
    if is_reply(group):
        return []
    below = [
        one
        for item in group.items
        if isinstance(item.value, Group) and item.name != "pay_params"
        for one in _best(item.value)
    ]
    own = known_count(group)
    return [(own, group)] if own and own >= max((count for count, _one in below), default=0) else below


def parameters_in(group: Group) -> Group | None:
    """The group among these which holds parameters, None where only replies or nothing named is found."""
    groups = list(_requests(group))
    best = max(groups, key=known_count, default=None)
    if best is not None and known_count(best):
        return best
    contained = (item.value for one in groups for item in one.items if squeezed(item.name or "") in CONTAINERS)
    inside = next((value for value in contained if isinstance(value, Group) and value.entries), None)
    return inside or next((one for one in groups if one.entries), None)


def _requests(group: Group) -> Iterator[Group]:
    """The group and those inside it, without replies and what is in them."""
    if not is_reply(group):
        yield group
        for item in group.items:
            if isinstance(item.value, Group) and item.name != "pay_params":
                yield from _requests(item.value)


def known_count(group: Group) -> int:
    """How many different names of the API stand directly in the group."""
    return len({name for name, _value in group.entries} & KNOWN)


def is_reply(group: Group) -> bool:
    """Whether the group is what QFPay answered, not what was sent."""
    return any(item.name in REPLY for item in group.items)


def pairs_of(group: Group) -> Members:
    """The group's members as parameters; a list gives one pair for each of its values."""
    pairs: list[tuple[str, str]] = []
    notes: list[Note] = []
    for name, value in group.entries:
        if isinstance(value, Scalar) and value.text in ELIDED:
            continue
        for one in _values(value):
            pairs.append((name, _text(one)))
            notes += _remark(name, one)
    if off := off_names(group):
        notes.append(switched_off(off))
    return Members(tuple(pairs), tuple(notes))


def switched_off(names: tuple[str, ...]) -> Note:
    """The note on rows that the merchant's tool does not send."""
    return Note("disabled", text("Importing", "Switched off, so not sent: {names}.").fill(names=some(names)))


def _values(value: Scalar | Group) -> Iterator[Scalar | Group]:
    is_list = isinstance(value, Group) and value.bracket == "["
    if isinstance(value, Group) and is_list and value.items and all(_is_bare(item) for item in value.items):
        yield from (item.value for item in value.items)
    else:
        yield value


def _is_bare(item: Item) -> bool:
    return item.name is None and isinstance(item.value, Scalar)


def _text(value: Scalar | Group) -> str:
    if isinstance(value, Group):
        return as_json(value)
    return "" if value.kind == "word" and value.text in NOTHING else value.text


def _remark(name: str, value: Scalar | Group) -> Iterator[Note]:
    shown = excerpt(name)
    if isinstance(value, Group):
        message = text("Importing", "{name} is an object here; it is read as compact JSON.").fill(name=shown)
        yield Note("object", message, name, Severity.ATTENTION)
    elif value.kind == "word" and value.text in NOTHING:
        message = text("Importing", "{name} is {word} here: no value.").fill(name=shown, word=value.text)
        yield Note("nothing", message, name, Severity.ATTENTION)
    elif value.kind == "expression" or (value.kind == "word" and value.text not in _BOOLEANS):
        message = text("Importing", "{name} has no quotes: {code}. If this is code, put the value in its place.")
        yield Note("code", message.fill(name=shown, code=excerpt(value.source)), name, Severity.ATTENTION)


_BOOLEANS = frozenset({"true", "false", "True", "False", "TRUE", "FALSE"})


def as_json(value: Scalar | Group) -> str:
    """The value as JSON without spaces, as JSON.stringify writes it; numbers stay as written."""
    if isinstance(value, Scalar):
        return _scalar_json(value)
    named = [item for item in value.items if item.name is not None]
    if named or value.bracket == "{":
        return "{" + ",".join(f"{_quoted(item.name or '')}:{as_json(item.value)}" for item in named) + "}"
    return "[" + ",".join(as_json(item.value) for item in value.items) + "]"


def _scalar_json(value: Scalar) -> str:
    if value.kind == "number":
        return value.text
    if value.kind == "word" and value.text in NOTHING:
        return "null"
    return value.text.lower() if value.kind == "word" and value.text in _BOOLEANS else _quoted(value.text)


def _quoted(value: str) -> str:
    return json.dumps(well_formed(value), ensure_ascii=False)
