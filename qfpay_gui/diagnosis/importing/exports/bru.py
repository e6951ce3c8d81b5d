"""Requests and environments of Bruno's own files: blocks in braces, ``~`` before what is switched off."""

from __future__ import annotations

import re
from itertools import pairwise
from textwrap import dedent
from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.importing.exports.exported import Export, Exported
from qfpay_gui.diagnosis.importing.exports.rows import Row

if TYPE_CHECKING:
    from collections.abc import Iterator

_CALL = re.compile(r"^(get|post|put|delete|patch|options|head) \{\r?$", re.MULTILINE)
_BLOCK = re.compile(r"^([a-z][\w:-]{0,40}) \{\r?\n((?:(?!\}).*\n){0,500}+)\}", re.MULTILINE)
_ROW = re.compile(
    r"^[ \t]++(~?)(\"[^\"\n]*+\"|[^:\s][^:\n]*+):[ \t]*+(?:'''\r?\n((?:(?![ \t]*+''').*\n){0,200}+)[ \t]*+'''|(.*))$",
    re.MULTILINE,
)
_LONGEST = 60_000
_BODIES = {"formUrlEncoded": "form-urlencoded", "multipartForm": "multipart-form"}
_FORMS = ("body:form-urlencoded", "body:multipart-form")


def bru_export(source: str) -> Export:
    """The requests of such files, and the variables of requests and environments."""
    if len(source) > _LONGEST or not _CALL.search(source):
        return Export()
    blocks = [(found[1], found[2]) for found in _BLOCK.finditer(source)]
    calls = [place for place, (name, _inside) in enumerate(blocks) if _CALL.match(f"{name} {{")]
    requests = tuple(_request(blocks[start:end]) for start, end in pairwise([*calls, len(blocks)]))
    shared = (inside for name, inside in blocks if name in {"vars", "vars:pre-request"})
    return Export(requests, tuple(row for inside in shared for row in _rows(inside)))


def _request(blocks: list[tuple[str, str]]) -> Exported:
    method, call = blocks[0]
    said = {row.name: row.value for row in _rows(call)}
    parts = dict(reversed(blocks))
    kind = f"body:{_BODIES.get(said.get('body', ''), said.get('body', ''))}"
    return Exported(
        "bruno",
        method=method,
        url=said.get("url", ""),
        headers=tuple(_rows(parts.get("headers", ""))),
        query=tuple(row for row in _rows(parts.get("params:query", parts.get("query", ""))) if not row.is_on),
        fields=tuple(_rows(parts.get(kind, ""))) if kind in _FORMS else (),
        is_multipart=kind == "body:multipart-form",
        raw="" if kind in _FORMS else dedent(parts.get(kind, "")).strip("\r\n"),
    )


def _rows(inside: str) -> Iterator[Row]:
    for off, name, lines, value in _ROW.findall(inside):
        yield Row(name.strip().strip('"'), dedent(lines).removesuffix("\n") or value.strip(), not off)
