"""Puts names and values that stand together into requests."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.importing.names import KNOWN, role
from qfpay_gui.diagnosis.importing.piece import Piece
from qfpay_gui.diagnosis.importing.prints.members import switched_off
from qfpay_gui.diagnosis.importing.request import ReadRequest
from qfpay_gui.diagnosis.importing.scan.anchors import COMMON, items
from qfpay_gui.diagnosis.importing.scan.item import Item, said_request
from qfpay_gui.diagnosis.importing.scan.neighbours import with_neighbours

if TYPE_CHECKING:
    from collections.abc import Iterator

_PLAIN_LINE = re.compile(r"([A-Za-z_][\w.\-]{0,63})=(.*)")
_MOST_LINES = 2000
_MOST_ITEMS = 80
_FARTHEST = 600
_ROLES = frozenset({"signature", "sign_type", "app_code", "client_key"})


def scanned_pieces(source: str) -> Iterator[Piece]:
    """The requests that names and values in this text make, and what labels beside them say."""
    found = with_neighbours(source, list(items(source)))
    for item in found:
        if item.role in _ROLES:
            yield Piece(item.start, item.end, _said(item), is_whole=False)
    for print_ in _prints([item for item in found if item.role not in _ROLES], source):
        names = {item.name for item in print_ if not item.role}
        if names - COMMON and not any(item.role == "reply" for item in print_):
            yield _piece(print_)


def plain_lines(source: str) -> Piece | None:
    """The request where every line is ``name=value``: then all behind the sign belongs to the value."""
    pairs: list[tuple[str, str]] = []
    said: dict[str, str] = {}
    for line in source.split("\n", _MOST_LINES):
        written = line.removesuffix("\r")
        found = _PLAIN_LINE.fullmatch(written)
        if not found and written.strip():
            return None
        if found and role(found[1]) in _ROLES and found[2].strip():
            said[role(found[1])] = found[2].strip()
        elif found:
            pairs.append((found[1], found[2]))
    endings = {value[-1:] for _name, value in pairs[:-1]}
    wrapped = sum(len(value) > 2 and value[0] + value[-1] in {'""', "''", "[]", "{}"} for _name, value in pairs)
    if (
        len(pairs) < 2
        or 2 * wrapped > len(pairs)
        or endings <= set("&;,|")
        or 2 * sum(name in KNOWN for name, _value in pairs) < len(pairs)
    ):
        return None
    read = said_request("lines", tuple(pairs), said)
    return Piece(0, len(source), replace(read, is_exact=True, is_whole=True), is_whole=False)


def _said(item: Item) -> ReadRequest:
    headers = ((item.name.upper().replace("_", "-"), item.value),) if item.name.upper().startswith("X") else ()
    return replace(said_request("", (), {item.role: item.value}), header_pairs=headers)


def _prints(found: list[Item], source: str) -> Iterator[list[Item]]:
    """Items that belong together: near each other, and no name again after others."""
    current: list[Item] = []
    for item in found:
        if current and (
            len(current) >= _MOST_ITEMS or _is_far(current[-1], item, source) or _begins_again(current, item)
        ):
            yield current
            current = []
        current.append(item)
    if current:
        yield current


def _is_far(last: Item, item: Item, source: str) -> bool:
    between = source[last.end : item.start]
    is_other = last.layout[1:] != item.layout[1:] and "{" in between and last.role != "off" != item.role
    if item.role == "reply" and last.role != "reply" and "{" in between:
        return True
    return len(between) > _FARTHEST or is_other


def _begins_again(current: list[Item], item: Item) -> bool:
    names = [one.name for one in current]
    return item.name in names and (item.name == names[0] or len(names) > 2) and names[-1] != item.name


def _piece(print_: list[Item]) -> Piece:
    parameters = _trimmed(_each_once([item for item in print_ if not item.role]))
    off = tuple(dict.fromkeys(item.name for item in print_ if item.role == "off"))
    pairs = tuple((item.name, item.value) for item in parameters)
    notes = (switched_off(off),) if off else ()
    read = ReadRequest(form="lines", pairs=pairs, notes=notes)
    return Piece(print_[0].start, max(item.end for item in print_), read, is_whole=False)


def _each_once(parameters: list[Item]) -> list[Item]:
    """The items without those that only repeat a name and value in another layout."""
    first: dict[tuple[str, str], Item] = {}
    for item in parameters:
        first.setdefault((item.name, item.value), item)
    return [item for item in parameters if first[item.name, item.value].layout == item.layout or item in first.values()]


def _trimmed(parameters: list[Item]) -> list[Item]:
    """The items without a sign that ends every value but perhaps the last, such as a comma."""
    plain = [item for item in parameters if item.is_plain]
    for mark in (",", ";", "&", "\\", "]", "|"):
        ending = Counter(item.value.rstrip().endswith(mark) for item in plain)
        if len(plain) > 1 and ending[True] >= len(plain) - 1:
            cut = {item.start for item in plain if item.value.rstrip().endswith(mark)}
            return [
                item._replace(value=item.value.rstrip()[:-1].rstrip() if mark in "&\\" else item.value.rstrip()[:-1])
                if item.start in cut
                else item
                for item in parameters
            ]
    return parameters
