"""Requests of ``.http`` and ``.rest`` files: IntelliJ's HTTP client, VS Code's REST Client, httpyac."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.importing.exports.exported import Export, Exported
from qfpay_gui.diagnosis.importing.exports.rows import Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_SIGNS = re.compile(r"^(?:###|@[\w.-]+[ \t]*=|(?:#|//)[ \t]*@name\b)|\{\{", re.MULTILINE)
_BEGINS = re.compile(r"^(?:[A-Z]{3,6}[ \t]+)?(?:https?://|\{\{)", re.MULTILINE)
_SECTION = re.compile(r"^###.*$", re.MULTILINE)
_VARIABLE = re.compile(r"^@([\w.-]{1,80})[ \t]*=[ \t]*(.*?)[ \t]*\r?$", re.MULTILINE)
_SCRIPT = re.compile(
    r"^(?:[<>][ \t]*\{%.{0,2000}?%\}|\{\{[^}\n]*+$.{0,2000}?^\}\})[ \t]*\r?$", re.MULTILINE | re.DOTALL
)
_CALL = re.compile(r"(?:(GET|POST|PUT|DELETE|PATCH)[ \t]++)?((?:https?://|\{\{)\S*)(?:[ \t]++HTTP/[\d.]+)?[ \t]*")
_HEADER = re.compile(r"((?:#|//)?)[ \t]*([!$%&'*+.^_`|~0-9A-Za-z-]{1,80})[ \t]*:[ \t]*(.*)")
_REMARK = re.compile(r"\s*(?:#|//|@[\w.-]+[ \t]*=)")
_BEHIND = re.compile(r"(?:>>?!?[ \t]|<>|\?\?[ \t]|HTTP/[\d.]+[ \t]\d{3})")
_LONGEST = 60_000


def http_file_export(source: str) -> Export:
    """The requests of such a file; nothing if any part of the text is something else."""
    if len(source) > _LONGEST or not _SIGNS.search(source) or not _BEGINS.search(source):
        return Export()
    sections = [_request(section) for section in _SECTION.split(_SCRIPT.sub("", source))]
    if any(one is None for one in sections):
        return Export()
    variables = tuple(Row(name, value) for name, value in _VARIABLE.findall(source))
    return Export(tuple(one for one in sections if isinstance(one, Exported)), variables)


def _request(section: str) -> Exported | str | None:
    """The request of one section, "" where it holds remarks only, None where it is no such thing."""
    lines = section.replace("\r\n", "\n").split("\n")
    first = next((place for place, line in enumerate(lines) if line.strip() and not _REMARK.match(line)), len(lines))
    if first == len(lines):
        return ""
    call = _CALL.fullmatch(lines[first])
    if not call:
        return None
    blank = next((place for place in range(first, len(lines)) if not lines[place].strip()), len(lines))
    head = lines[first + 1 : blank]
    continued = [line.strip() for line in head if line.lstrip().startswith(("?", "&")) and line[:1].isspace()]
    headers = tuple(_headers(line for line in head if line.strip() not in continued))
    body, off = _body(lines[blank:])
    url = call[2] + "".join(continued)
    return Exported("http-file", call[1] or "GET", url, (*headers, *off), raw=body)


def _headers(lines: Iterable[str]) -> Iterator[Row]:
    """Header lines; a remark that looks like one is a header that is switched off."""
    for line in lines:
        if found := _HEADER.fullmatch(line.strip()):
            yield Row(found[2], found[3], not found[1])


def _body(lines: list[str]) -> tuple[str, tuple[Row, ...]]:
    """The body up to what is done with the answer, and the lines of a form that are switched off."""
    end = next((place for place, line in enumerate(lines) if _BEHIND.match(line)), len(lines))
    kept = lines[:end]
    text = "\n".join(kept).strip()
    if text[:1] in {"{", "[", "<", "-"}:
        return text, ()
    off = [line.strip().lstrip("#/ &").partition("=") for line in kept if _REMARK.match(line) and "=" in line]
    sent = [line.strip() for line in kept if line.strip() and not _REMARK.match(line)]
    return "\n".join(sent), tuple(Row(name, value, is_on=False) for name, _equals, value in off)
