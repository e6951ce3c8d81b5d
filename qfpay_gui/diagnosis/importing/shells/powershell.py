"""Reads PowerShell's Invoke-RestMethod and Invoke-WebRequest, as a browser copies them or people write them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.importing.bodies import Body
from qfpay_gui.diagnosis.importing.decoding import bytes_of
from qfpay_gui.diagnosis.importing.piece import Piece
from qfpay_gui.diagnosis.importing.prints.literals import powershell
from qfpay_gui.diagnosis.importing.prints.members import pairs_of
from qfpay_gui.diagnosis.importing.prints.structures import parse
from qfpay_gui.diagnosis.importing.whole import Sent, whole_request

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qfpay_gui.diagnosis.importing.request import Pairs

_MOST_COMMANDS = 50
_COMMAND = re.compile(r"(?<![\w-])(?:Invoke-RestMethod|Invoke-WebRequest|irm|iwr)(?=\s)", re.IGNORECASE)
_OPTION = re.compile(
    r"""(?P<blank>(?:[ \t]|`[ \t]*+\r?\n|\r?\n(?=[ \t]*-[A-Z]))++) | -(?P<name>[A-Za-z]{1,30}):?
    | @?(?P<table>\{)
    | (?P<quoted>'(?:[^']|'')*+'?|"(?:[^"`]|`.|"")*+"?) | (?P<ending>\r?\n|[;|]) | (?P<word>[^\s'"{;|]++|.)""",
    re.VERBOSE | re.DOTALL,
)
_TABLE = r"^[ \t]*\${name}[ \t]*=[ \t]*@(?=\{{)"
_STRING = r"^[ \t]*\${name}[ \t]*=[ \t]*(?P<value>'(?:[^']|'')*+'|\"(?:[^\"`]|`.|\"\")*+\")"


def powershell_pieces(source: str) -> Iterator[Piece]:
    """Every such command in the text, the first 50."""
    end = count = 0
    while count < _MOST_COMMANDS and (found := _COMMAND.search(source, end)):
        count += 1
        options, tables, end = _options(source, found.end())
        headers = _pairs(source, options.get("headers", ""), tables.get("headers"))
        content_type = options.get("contenttype", "")
        if content_type:
            headers = (*headers, ("Content-Type", content_type))
        form = _pairs(source, options.get("body", ""), tables.get("body"))
        body = _text(source, options.get("body", ""))
        sent = Sent(
            method=options.get("method", "GET"),
            url=_text(source, options.get("uri", "") or options.get("", "")),
            headers=headers,
            body=bytes_of(body) if body and not form else None,
            ready=Body(form, "form") if form else None,
        )
        yield Piece(found.start(), end, whole_request("powershell", sent))


def _options(source: str, at: int) -> tuple[dict[str, str], dict[str, int], int]:
    """Options in lower case with their texts; for hash tables their places; and the end of the command."""
    values: dict[str, str] = {}
    tables: dict[str, int] = {}
    name = ""
    while (found := _OPTION.match(source, at)) and not found["ending"]:
        at = found.end()
        if found["name"]:
            name = found["name"].lower()
        elif found["table"]:
            tables[name] = found.start("table")
            at = parse(source, tables[name], in_powershell=True).end
        elif not found["blank"]:
            values[name] = powershell(found["quoted"]) if found["quoted"] else found.group()
            name = ""
    return values, tables, at


def _pairs(source: str, written: str, table: int | None) -> Pairs:
    """The pairs of a hash table, written in place or assigned to a variable above."""
    if table is None and written.startswith("$"):
        assigned = re.search(_TABLE.format(name=re.escape(written[1:])), source, re.MULTILINE | re.IGNORECASE)
        table = assigned.end() if assigned else None
    return () if table is None else pairs_of(parse(source, table, in_powershell=True)).pairs


def _text(source: str, written: str) -> str:
    """A text, or the text assigned to the variable."""
    if not written.startswith("$"):
        return written
    assigned = re.search(_STRING.format(name=re.escape(written[1:])), source, re.MULTILINE | re.IGNORECASE)
    return powershell(assigned["value"]) if assigned else written
