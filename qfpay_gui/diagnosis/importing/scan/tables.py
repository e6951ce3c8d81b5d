"""Tables whose first row holds the names: CSV, sheets, database grids, and SQL's INSERT."""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.importing.names import KNOWN, role
from qfpay_gui.diagnosis.importing.piece import Piece
from qfpay_gui.diagnosis.importing.scan.item import said_request
from qfpay_gui.diagnosis.importing.scan.neighbours import is_outside

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINE = re.compile(r"[^\n]+")
_RULE = re.compile(r"[\s\-+|=:│┼├┤─┬┴┌┐└┘]+")
_SEPARATORS = ("\t", "|", "│", ",", ";")
_INSERT = re.compile(r"\(([^()]{10,2000})\)\s*VALUES\s*\(((?:[^'()]|'(?:[^']|'')*')*)\)", re.IGNORECASE)
_SQL = re.compile(r"\s*(?:'((?:[^']|'')*)'|([^,']*))\s*(?:,|\Z)")


def table_pieces(source: str) -> Iterator[Piece]:
    """Every row below a row of names, each a request."""
    for found in _INSERT.finditer(source):
        names = [name.strip(' `"[]') for name in found[1].split(",")]
        if len(KNOWN.intersection(names)) > 2:
            values = [(one[1] or one[2] or "").replace("''", "'") for one in _SQL.finditer(found[2])]
            yield _row(names, values, found.start(), found.end())
    names, mark, start = [], "", 0
    for line in _LINE.finditer(source):
        written = line.group().rstrip("\r")
        if heads := _heading(written):
            (names, mark), start = heads, line.start()
        elif names and (cells := _cells(written, mark)) and len(cells) in {len(names), len(names) - 1}:
            yield _row(names, cells, start, line.end())
            start = line.start()
        elif names and not _RULE.fullmatch(written):
            names = []


def _heading(line: str) -> tuple[list[str], str] | None:
    for mark in _SEPARATORS:
        if line.count(mark) > 1:
            cells = _cells(line, mark)
            if len(KNOWN.intersection(cells)) > 2 and 2 * len(KNOWN.intersection(cells)) >= len(cells) - 3:
                return cells, mark
    return None


def _cells(line: str, mark: str) -> list[str]:
    if mark in "|│":
        return [cell.strip() for cell in line.strip().strip(mark).split(mark)]
    if mark not in line:
        return []
    try:
        return next(csv.reader([line], delimiter=mark, strict=False), [])
    except csv.Error:
        return []


def _row(names: list[str], cells: list[str], start: int, end: int) -> Piece:
    pairs: list[tuple[str, str]] = []
    said: dict[str, str] = {}
    for name, cell in zip(names, cells, strict=False):
        if kind := role(name):
            said.setdefault(kind, cell.strip())
        elif name in KNOWN or (name and not is_outside(name)):
            pairs.append((name, cell))
    return Piece(start, end, said_request("table", tuple(pairs), said), is_whole=False)
