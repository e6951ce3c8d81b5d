"""Names that the API does not know, written as its own are and among them."""

from __future__ import annotations

import re
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.importing.names import CONTAINERS, KNOWN, REPLY, role, squeezed
from qfpay_gui.diagnosis.importing.scan.anchors import begins_line, is_commented, layout_of
from qfpay_gui.diagnosis.importing.scan.item import Item
from qfpay_gui.diagnosis.importing.scan.rows import row_value
from qfpay_gui.diagnosis.importing.scan.values import value_after

if TYPE_CHECKING:
    from collections.abc import Iterator

_IDENTIFIER = re.compile(r"(?<![\w\-.$/%])[A-Za-z_][A-Za-z0-9_]{1,39}(?![\w\-.(])")
_JOINT = re.compile(r"[\s,;|&\"'`)+•*\-│:@({]*")
_BEYOND = 600
_MOST = 2000
_LONGEST_JOINT = 160
_OUTSIDE = frozenset(
    """
    accept bodyformat account answer at authorization caller cause cc class client code company contact content
    contenttype cookie count country customer date datetime description digest domain email endpoint env
    environment error event exception expected file from group hash headers host id index info ip issue key
    length level line logger logger_name md5 merchant message method msg name note number origin parameter path
    phone pid pod port product prototype question reason received referer region remark reply request requestid
    response result route row sent server service signedstring signstring size source stacktrace status
    statuscode store stream string stringtosign subject success target text thread threadname ticket time
    timestamp title to token trace traceid ts type uri url user useragent value values version
    """.split()  # noqa: SIM905 - a list of a hundred words is read more easily so
)


def is_outside(name: str) -> bool:
    """Whether a name that the API does not know belongs to the log, the page or the program around the request."""
    return squeezed(name) in _OUTSIDE or squeezed(name) in CONTAINERS or role(name) != "" or name in REPLY


def with_neighbours(text: str, found: list[Item]) -> list[Item]:
    """The items and, between and right behind them, those of other names that are written in the same way."""
    parameters = [item for item in found if not item.role]
    layouts = {item.layout[1:] for item in parameters}
    if len(parameters) < 2:
        return found
    if layouts <= {("row", True), ("<", True)}:
        return sorted([*found, *_rows(text, parameters)], key=lambda item: item.start)
    taken = sorted(found, key=lambda item: item.start)
    joints = {_normal(text[a.end : b.start]) for a, b in pairwise(taken) if a.layout == b.layout}
    added: list[Item] = []
    for place, item in enumerate(taken):
        until = taken[place + 1].start if place + 1 < len(taken) else min(len(text), item.end + 2000)
        added += _behind(text, item, until, layouts, joints)
    return sorted([*taken, *added], key=lambda item: item.start)


def _behind(text: str, item: Item, until: int, layouts: set[tuple[str, bool]], joints: set[str]) -> Iterator[Item]:
    """The items that follow this one without anything between."""
    end = item.end
    for _step in range(60):
        name = _next_name(text, end, until, joints)
        if not name or name.group() in KNOWN or is_outside(name.group()):
            return
        if is_commented(text, name.start()):
            return
        quoted_name = text[name.start() - 1 : name.start()] in set("\"'“`[(")
        value = value_after(
            text, name.end(), name.start(), begins_line=begins_line(text, name.start()), is_quoted_name=quoted_name
        )
        if value is None or value.end > max(until, value.start):
            return
        layout = layout_of(text, name.start(), value)
        if not any(sign == layout[1] for sign, _quoted in layouts):
            return
        yield Item(name.group(), value.value, name.start(), value.end, layout, "", not value.quoted)
        end = value.end


def _rows(text: str, parameters: list[Item]) -> Iterator[Item]:
    """The rows and elements that have the same in front of their names as those of the API."""
    leads = {_lead(text, item.start) for item in parameters}
    names = {item.name for item in parameters}
    end = min(len(text), parameters[-1].end + _BEYOND)
    for found in islice(_IDENTIFIER.finditer(text, parameters[0].start, end), _MOST):
        name = found.group()
        if name in KNOWN | names or is_outside(name) or _lead(text, found.start()) not in leads:
            continue
        value = row_value(text, found.start(), found.end())
        if value is not None and value.sign != "off":
            names.add(name)
            yield Item(name, value.value, found.start(), value.end, layout_of(text, found.start(), value))


def _lead(text: str, start: int) -> str:
    """What stands before a name, back to the bracket or line that opens it."""
    return _normal(re.split(r"(?=[<{\n])", text[max(0, start - 60) : start])[-1])


def _next_name(text: str, end: int, until: int, joints: set[str]) -> re.Match[str] | None:
    """The next name, if what stands before it parts the names that the API knows as well."""
    limit = min(until, end + _LONGEST_JOINT)
    for name in islice(_IDENTIFIER.finditer(text, end, limit), 30):
        between = text[end : name.start()]
        if _normal(between) in joints:
            return name
        if "\n\n" not in between and _JOINT.fullmatch(between) and not joints:
            return name
    return None


def _normal(joint: str) -> str:
    """What parts two names, whatever blanks and numbers are in it."""
    return re.sub(r"\d+", "0", re.sub(r"[ \t\r]+", " ", joint))
