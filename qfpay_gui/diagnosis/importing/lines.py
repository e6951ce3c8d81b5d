"""Parameters that stand one to a line, several in a line, or in the cells of a table."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.importing.hints import is_hint
from qfpay_gui.diagnosis.importing.names import KNOWN, REPLY, role
from qfpay_gui.diagnosis.importing.piece import Piece
from qfpay_gui.diagnosis.importing.prints.literals import literal
from qfpay_gui.diagnosis.importing.request import Pairs, ReadRequest

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LINE = re.compile(
    r"[ \t]*+(?:[-*•>+][ \t]+)?(?:(?:const|let|var|String|string|\$\w+)[ \t]+)?(?P<mark>[\"'`$]?)"
    r"(?P<name>[A-Za-z_][\w.\-]{0,63})[\"'`]?(?P<gap>[ \t]*)(?P<sign>(?<=[ \t\"'`])(?:=>|:=)|[:=：\t])(?P<value>.*)",
    re.DOTALL,
)
_CALL = re.compile(
    r"""[\w$)\]](?:\.|->|::)?(?:put|append|add|set|setParameter|addParameter|AddParameter|Add|Set|BasicNameValuePair
    |addFormDataPart|addQueryParameter|queryParam|field)\(\s*(?P<name>"[^"\\\n]*"|'[^'\\\n]*')\s*,\s*(?P<value>[^\n]*)
    |\[(?P<index>"[^"\\\n]*"|'[^'\\\n]*')\]\s*=(?!=)\s*(?P<assigned>[^\n]*)""",
    re.VERBOSE,
)
_KNOWN_NAMES = "|".join(sorted(KNOWN, key=len, reverse=True))
_ANYWHERE = re.compile(rf"(?<![\w.\-\"'])(?P<name>{_KNOWN_NAMES})[ \t]?[=:：](?!=)[ \t]?")
_STRING = re.compile(r"""\s*("(?:[^"\\]|\\.)*+"|'(?:[^'\\]|\\.)*+')\s*[,;)]*\s*\Z""", re.DOTALL)
_CODE_END = re.compile(r"\s*\)?\s*;?\s*\Z")
_HEADER_NAMES = frozenset({"content-type", "content-length", "host", "accept", "user-agent", "connection", "date"})


def line_pieces(lines: Sequence[tuple[int, str]], *, is_known: bool) -> Iterator[Piece]:
    """Blocks of adjoining lines that name parameters; ``lines`` are their places and texts."""
    yield from _tables(lines)
    block: list[tuple[str, str]] = []
    start = end = 0
    for offset, line in lines:
        pairs = _pairs(line)
        if block and (not line.strip() or _begins_again(block, pairs)):
            yield from _piece(block, start, end, is_known=is_known)
            block = []
        if pairs:
            start = start if block else offset
            end = offset + len(line)
            block += pairs
    yield from _piece(block, start, end, is_known=is_known)


def is_all_lines(source: str) -> bool:
    """Whether every line, most of them with names of the API, is ``name=value``: then brackets belong to values."""
    names = []
    for line in source.split("\n", 500):
        if line.strip():
            found = _LINE.fullmatch(line)
            if not found or found["mark"]:
                return False
            names.append(found["name"])
    return bool(names) and 2 * sum(name in KNOWN or role(name) != "" for name in names) >= len(names)


def _piece(block: list[tuple[str, str]], start: int, end: int, *, is_known: bool) -> Iterator[Piece]:
    names = {name for name, _value in block}
    if block and (names & KNOWN or not is_known):
        pairs = tuple((name, value) for name, value in block if not is_hint(name, value))
        yield Piece(start, end, ReadRequest(form="lines", pairs=pairs), is_whole=False)


def _begins_again(block: list[tuple[str, str]], pairs: Pairs) -> bool:
    """Whether the names of a further request begin: the first name again, after others."""
    return bool(pairs) and len(block) > 1 and pairs[0][0] == block[0][0] and block[-1][0] != block[0][0]


def _pairs(line: str) -> Pairs:
    """The parameters of one line: calls that set them, cells of a table, several in a row, or one with its name."""
    if called := _CALL.search(line[:20_000]):
        return _of_call(called)
    anywhere = list(_ANYWHERE.finditer(line))
    if len(anywhere) > 1:
        return _of_row(line, anywhere)
    if line.lstrip().startswith("|"):
        return _of_cells([cell.strip() for cell in line.strip().strip("|").split("|")])
    if line.strip("\t").count("\t") > 1:
        return _of_cells(line.strip("\t").split("\t"))
    return _of_line(line) or tuple((found["name"], _value(line[found.end() :])) for found in anywhere)


def _of_line(line: str) -> Pairs:
    """One parameter that begins its line; nothing if the line is a header, an address, or a table's row of names."""
    found = _LINE.fullmatch(line)
    if not found or _is_other(found["name"]):
        return ()
    is_heading = found["sign"] == "\t" and found["name"] in KNOWN and found["value"] in KNOWN
    return () if is_heading else ((found["name"], _line_value(found)),)


def _of_row(line: str, names: list[re.Match[str]]) -> Pairs:
    """Several known names in one line: each value ends where the separator before the next name begins."""
    ends = [*(found.start() for found in names[1:]), len(line)]
    values = (line[found.end() : end] for found, end in zip(names, ends, strict=True))
    *inner, last = values
    trimmed = [re.sub(r"[,;|]?\s*\Z", "", value) for value in inner]
    return tuple((found["name"], _value(value)) for found, value in zip(names, [*trimmed, last], strict=True))


def _is_other(name: str) -> bool:
    return name in REPLY or name.lower() in _HEADER_NAMES or name.lower().startswith("x-qf-") or role(name) == "url"


def _of_cells(cells: list[str]) -> Pairs:
    is_entry = len(cells) > 1 and cells[0] in KNOWN and cells[1] not in KNOWN
    return ((cells[0], cells[1]),) if is_entry else ()


def _of_call(called: re.Match[str]) -> Pairs:
    name = literal(called["name"] or called["index"])
    written = called["value"] if called["name"] else called["assigned"]
    value = _STRING.match(written)
    plain = _CODE_END.sub("", written) if written else ""
    return () if role(name) and not value else ((name, literal(value[1]) if value else plain),)


def _line_value(found: re.Match[str]) -> str:
    value = found["value"]
    if value[:1] == " " and (found["sign"] not in {"=", "\t"} or found["gap"]):
        value = value[1:] if found["sign"] != ":=" else value.lstrip()
    if found["mark"] in {'"', "'"} and value.endswith(",") and not value.lstrip().startswith(('"', "'")):
        value = value[:-1]
    return _value(value)


def _value(value: str) -> str:
    quoted = _STRING.match(value)
    return literal(quoted[1]) if quoted else value


def _tables(lines: Sequence[tuple[int, str]]) -> Iterator[Piece]:
    """Rows below a row of names, as pasted from a sheet: each is a request."""
    names: list[str] = []
    for offset, line in lines:
        cells = [_cell(cell) for cell in line.split("\t")] if "\t" in line else []
        if len(KNOWN.intersection(cells)) > 1:
            names = cells
        elif names and len(cells) > 1:
            pairs = tuple(
                (name, cell) for name, cell in zip(names, cells, strict=False) if name and not is_hint(name, cell)
            )
            yield Piece(offset, offset + len(line), ReadRequest(form="table", pairs=pairs), is_whole=False)
        else:
            names = []


def _cell(cell: str) -> str:
    return cell[1:-1].replace('""', '"') if len(cell) > 1 and cell[0] == cell[-1] == '"' else cell
