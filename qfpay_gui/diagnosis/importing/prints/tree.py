"""The tree a print or a piece of code is read into."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from qfpay_gui.diagnosis.importing.names import squeezed

if TYPE_CHECKING:
    from collections.abc import Iterator

_OFF = ("disabled", "isdisabled")
_ON = ("enabled", "isenabled", "active", "checked", "ischecked", "selected", "enable", "use")
_YES = frozenset({"true", "1", "yes", "on"})
_NO = frozenset({"false", "0", "no", "off", "-1"})
_NAME_KEYS = ("name", "key", "Name", "Key", "paramName", "field")
_VALUE_KEYS = ("value", "Value", "val", "paramValue", "example")

Kind: TypeAlias = Literal["string", "number", "word", "expression", "raw"]


class Scalar(NamedTuple):
    """A value: its text, what kind of literal it was ("raw" where the format has no quotes), and its source."""

    text: str
    kind: Kind
    source: str


class Item(NamedTuple):
    """A member of a group; ``name`` is None where it has none, as in a list."""

    name: str | None
    value: Scalar | Group


@dataclass(frozen=True)
class Group:
    """What stands between brackets. ``lead`` is the source before it, such as ``OrderedDict``."""

    items: tuple[Item, ...]
    bracket: str
    lead: str
    start: int
    end: int
    closed: bool = True
    language: str = ""

    def named(self, name: str) -> Scalar | Group | None:
        """The first member of this name."""
        return next((item.value for item in self.items if item.name == name), None)

    @cached_property
    def entries(self) -> tuple[tuple[str, Scalar | Group], ...]:
        """The members that have a name, in whatever way the format gives them one."""
        return _entries(self)

    @property
    def inner(self) -> Iterator[Group]:
        """The groups directly inside."""
        return (item.value for item in self.items if isinstance(item.value, Group))


def walk(group: Group) -> Iterator[Group]:
    """The group and every group inside it, from the outside in; the parser bounds the depth."""
    yield group
    for inner in group.inner:
        yield from walk(inner)


def _entries(group: Group) -> tuple[tuple[str, Scalar | Group], ...]:
    """Members by name, and rows that are entries themselves; a group with anything else in it has named ones only."""
    sent = [item for item in group.items if item.name is not None or not is_off(item.value)]
    rows = [_row(item) if item.name is None else (item.name, item.value) for item in sent]
    if None not in rows:
        return tuple(row for row in rows if row is not None)
    named = tuple((item.name, item.value) for item in group.items if item.name is not None)
    if not named and group.lead.endswith("Map.of"):
        values = [item.value for item in group.items]
        return tuple((n.text, v) for n, v in zip(values[::2], values[1::2], strict=False) if isinstance(n, Scalar))
    return named


def is_off(value: Scalar | Group) -> bool:
    """Whether a row says of itself that its tool does not send it."""
    if not isinstance(value, Group):
        return False
    said = {
        squeezed(item.name or ""): item.value.text.lower() for item in value.items if isinstance(item.value, Scalar)
    }
    return any(said.get(name) in _YES for name in _OFF) or any(said.get(name) in _NO for name in _ON)


def off_names(group: Group) -> tuple[str, ...]:
    """The names of the rows in this group that are switched off."""
    rows = (_row(item) for item in group.items if item.name is None and is_off(item.value))
    return tuple(row[0] for row in rows if row is not None)


def _row(item: Item) -> tuple[str, Scalar | Group] | None:
    """An entry that is a group of its own: ``('txamt', '100')`` or ``{"name": "txamt", "value": "100"}``."""
    group = item.value
    if item.name is not None or not isinstance(group, Group) or len(group.items) < 2:
        return None
    first, second = group.items[:2]
    if first.name is None:
        is_pair = len(group.items) == 2 and second.name is None and isinstance(first.value, Scalar)
        return (first.value.text, second.value) if is_pair and first.value.kind == "string" else None  # type: ignore[union-attr]
    name = next((found for key in _NAME_KEYS if isinstance(found := group.named(key), Scalar)), None)
    value = next((found for key in _VALUE_KEYS if (found := group.named(key)) is not None), None)
    return (name.text, value) if name is not None and value is not None else None
