"""Every value of a JSON text by its path, so that two replies can be laid side by side."""

from __future__ import annotations

import json
from itertools import islice
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST = 500
Pair = tuple[str, str]


def members(written: str) -> tuple[Pair, ...]:
    """Paths such as ``data[0].txamt`` with their values as written, the first 500; the text under "" if it is no JSON.

    A member that is there twice is there twice here.
    """
    try:
        # Numbers as written: 1.10 and 1.1 are the same number, and not the same bytes.
        value = json.loads(written, object_pairs_hook=_Members, parse_int=_Written, parse_float=_Written)
        return tuple(islice(_leaves("", value), MOST))
    except (ValueError, RecursionError):
        return (("", written),) if written else ()


class _Members(list[tuple[str, Any]]):
    """An object whose members keep their order and number."""


class _Written(str):
    """A number as it is written."""

    __slots__ = ()


def _leaves(path: str, value: Any) -> Iterator[Pair]:
    match value:
        case _Members() if value:
            for name, member in value:
                yield from _leaves(f"{path}.{name}" if path else name, member)
        case _Members():
            yield path, "{}"
        case list() if value:
            for place, member in enumerate(value):
                yield from _leaves(f"{path}[{place}]", member)
        case str():
            yield path, str(value)
        case _:
            yield path, json.dumps(value)
