"""Requests that mitmproxy prints: mitmdump's flows with details."""

from __future__ import annotations

import re

from qfpay_gui.diagnosis.importing.exports.exported import Export, Exported
from qfpay_gui.diagnosis.importing.exports.rows import Row

_FLOW = re.compile(
    r"^(?:\[[\d:.]{1,20}\][ \t]?)?[\d.:\[\]a-fA-F]{3,50}: "
    r"(GET|POST|PUT|DELETE|PATCH) (https?://\S++)(?: HTTP/[\d.]+)?[ \t]*\r?\n"
    r"((?:(?:    [^\n]*|[ \t]*\r?)\n){1,400})",
    re.MULTILINE,
)
_HEADER = re.compile(r"[ \t]*([!#$%&'*+.^_`|~0-9A-Za-z-]{1,80}): ?(.*)")
_FIELD = re.compile(r"[ \t]*([\w.\-\[\]]{1,80}):([ ]+)(.*)")
_LONGEST = 200_000


def mitmproxy_export(source: str) -> Export:
    """The requests of the flows; the answer, which begins with ``<<``, is not indented like them."""
    if len(source) > _LONGEST:
        return Export()
    return Export(tuple(_request(*found.groups()) for found in _FLOW.finditer(source)))


def _request(method: str, url: str, details: str) -> Exported:
    head, _blank, body = details.replace("\r\n", "\n").partition("\n\n")
    headers = (_HEADER.fullmatch(line) for line in head.split("\n"))
    lines = [line[4:] for line in body.rstrip().split("\n")]
    fields = _fields(lines)
    return Exported(
        "mitmproxy",
        method=method,
        url=url,
        headers=tuple(Row(found[1], found[2]) for found in headers if found),
        fields=fields,
        raw="" if fields else "\n".join(lines),
    )


def _fields(lines: list[str]) -> tuple[Row, ...]:
    """A form is shown as a table: the values begin in one column, two places behind the longest name."""
    found = [_FIELD.fullmatch(line) for line in lines]
    if not all(found):
        return ()
    column = max(len(one[1]) for one in found if one) + 2
    return tuple(Row(one[1], line[column:]) for one, line in zip(found, lines, strict=True) if one)
