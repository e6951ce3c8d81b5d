"""Reads the members of an export: its rows of names and values, and which of them are switched off."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

OFF: dict[str, tuple[bool | str, ...]] = {
    "disabled": (True,),  # Postman, Insomnia, OpenCollection
    "isDisabled": (True,),  # Thunder Client
    "enabled": (False,),  # Postman's environments, Bruno
    "enable": (False,),  # Apifox
    "active": (False,),  # Hoppscotch
    "is_checked": (False, "-1", "0"),  # Apipost
}
"""By member: the values with which a client marks a row that is not sent."""

_NAMES = ("name", "key")
_VALUES = ("value", "currentValue", "initialValue", "example", "sampleValue")


@dataclass(frozen=True)
class Row:
    """A name with its value as it is written, and whether it is sent. The repr shows no value."""

    name: str
    value: str = field(repr=False)
    is_on: bool = True


def member(value: Any, *path: str) -> Any:
    """What stands under these names, one inside the other; None where one is missing."""
    for name in path:
        value = value.get(name) if isinstance(value, dict) else None
    return value


def written(value: Any) -> str:
    """A member as a client sends it: text as it is, anything else as JSON, nothing for null."""
    return value if isinstance(value, str) else "" if value is None else json.dumps(value, ensure_ascii=False)


def rows(value: Any) -> tuple[Row, ...]:
    """The rows of a table; a row without a name is none."""
    return tuple(_rows(value))


def _rows(value: Any) -> Iterator[Row]:
    for row in value if isinstance(value, list) else ():
        if name := written(_first(row, _NAMES)):
            yield Row(name, written(_first(row, _VALUES)), not is_off(row))


def is_off(row: Any) -> bool:
    """Whether any client's mark says that this is not sent."""
    return isinstance(row, dict) and any(row.get(mark) in values for mark, values in OFF.items() if mark in row)


def _first(row: Any, names: tuple[str, ...]) -> Any:
    return next((found for name in names if (found := member(row, name)) not in (None, "")), None)
