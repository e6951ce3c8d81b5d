"""Reads the body of a request by what it is: a form, JSON, multipart parts or a multi-line form."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.importing.decoding import read_form, text_of
from qfpay_gui.diagnosis.importing.prints.members import pairs_of, parameters_in
from qfpay_gui.diagnosis.importing.prints.structures import top_groups
from qfpay_gui.diagnosis.importing.request import Note, Pairs
from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.text import text

if TYPE_CHECKING:
    from qfpay_gui.diagnosis.importing.prints.tree import Group

_BOUNDARY = re.compile(r"boundary=\"?([^\";,\s]+)")
_PART_NAME = re.compile(r'\bname="((?:[^"\\]|\\.)*)"', re.IGNORECASE)
_XML_MEMBER = re.compile(r"<([A-Za-z_][\w.\-]{0,63})>(?:<!\[CDATA\[([^\]]*+(?:\](?!\]>)[^\]]*+)*+)\]\]>|([^<]*+))</\1>")
_FORM_LINES = re.compile(rb"(?:&[ \t]*\r?\n|\r?\n[ \t]*&)[ \t]*")


@dataclass(frozen=True)
class Body:
    """The pairs a body carries, the kind it has ("form", "json", "multipart", "xml", ""), and notes."""

    pairs: Pairs
    kind: str
    notes: tuple[Note, ...] = ()


def read_body(raw: bytes, content_type: str = "") -> Body:
    """The parameters in a body. The declared type counts less than what the body looks like."""
    stripped = raw.strip()
    if not stripped:
        return Body((), "")
    if "multipart/" in content_type.lower() or (stripped.startswith(b"--") and b"form-data" in stripped):
        return _multipart(raw, content_type)
    if stripped[:1] in b"{[":
        return _json(raw)
    if stripped[:1] == b"<" and (members := _XML_MEMBER.findall(text_of(stripped)[0])):
        pairs = tuple((name, cdata or plain) for name, cdata, plain in members)
        return Body(pairs, "xml", (_wrong_kind("XML"),))
    return _form(raw, content_type)


def _form(raw: bytes, content_type: str) -> Body:
    joined = _FORM_LINES.sub(b"&", raw)
    notes: tuple[Note, ...] = ()
    if joined != raw:
        message = text("Importing", "The form body was broken into lines at &; the line breaks are left out.")
        notes = (Note("form-lines", message),)
    decoded = read_form(joined)
    declared = content_type.lower()
    if "json" in declared or "text/plain" in declared:
        message = text("Importing", "Content-Type says {type}, but the body is a form.").fill(type=content_type[:80])
        notes = (*notes, Note("content-type", message, severity=Severity.ATTENTION))
    return Body(decoded.pairs, "form", notes + decoded.notes)


def _json(raw: bytes) -> Body:
    source, _charset = text_of(raw)
    groups = tuple(top_groups(source))
    found = best_group(groups)
    if found is None:
        message = text("Importing", "The body begins like JSON, but no member can be read.")
        return Body((), "json", (_wrong_kind("JSON"), Note("not-json", message, severity=Severity.ATTENTION)))
    read = pairs_of(found)
    cut = () if found.closed else (cut_off(),)
    return Body(read.pairs, "json", (_wrong_kind("JSON"), *cut, *read.notes))


def best_group(groups: tuple[Group, ...]) -> Group | None:
    """The group that carries the parameters: by their known names, else by where programs keep them."""
    found = [parameters_in(group) for group in groups]
    return next((group for group in found if group is not None), None)


def cut_off() -> Note:
    """The note on a print or body that stops in the middle."""
    message = text(
        "Importing", "A bracket or quote is never closed, or the text is very long. It was read as far as it goes."
    )
    return Note("cut-off", message, severity=Severity.ATTENTION)


def _wrong_kind(kind: str) -> Note:
    message = text("Importing", "The body is {kind}; the API reads application/x-www-form-urlencoded.").fill(kind=kind)
    return Note("body-kind", message, severity=Severity.WRONG)


def _multipart(raw: bytes, content_type: str) -> Body:
    source, _charset = text_of(raw)
    stated = _BOUNDARY.search(content_type)
    boundary = stated[1] if stated else source.lstrip().partition("\n")[0].strip().removeprefix("--")
    pairs = [pair for part in source.split(f"--{boundary}")[1:] if (pair := _part(part)) is not None]
    return Body(tuple(pairs), "multipart", (_wrong_kind("multipart/form-data"),))


def _part(part: str) -> tuple[str, str] | None:
    """The name and value of one part; None for the closing mark."""
    head, separator, value = part.replace("\r\n", "\n", part.count("\n") and 3).partition("\n\n")
    name = _PART_NAME.search(head)
    if not separator or not name:
        return None
    return name[1].replace('\\"', '"'), value.removesuffix("\n").removesuffix("\r")
