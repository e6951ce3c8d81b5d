"""Form bodies, query strings and signing strings inside lines of text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from qfpay_gui.diagnosis.importing.decoding import bytes_of, read_form
from qfpay_gui.diagnosis.importing.names import KNOWN, role
from qfpay_gui.diagnosis.importing.piece import Piece
from qfpay_gui.diagnosis.importing.request import Note, Pairs, ReadRequest
from qfpay_gui.diagnosis.importing.whole import Sent, whole_request
from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.text import text

_NAME = re.compile(r"[A-Za-z_][\w.\-\[\]%]{0,63}(?==)")
_ADDRESS = re.compile(r"(?:(?:https?://|/)[^\s\"'<>]*|\S*)\?\Z")
_SIGNED_LABEL = re.compile(r"sign|string|plain|before|origin|source|签|待|加密|明文", re.IGNORECASE)
_LONELY = re.compile(r"[^\s=&]*=[!-~]*")
_SHAPES = {
    "txdtm": re.compile(r"\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d"),
    "txcurrcd": re.compile(r"[A-Z]{3}"),
    "txzone": re.compile(r"[+-]\d\d:?\d\d"),
    "pay_type": re.compile(r"\d{6}"),
    "limit_pay": re.compile(r"no_credit"),
}
_KEY = re.compile(r"[0-9A-Za-z]{16,64}")
_KEY_LENGTH = 32


@dataclass(frozen=True)
class _Run:
    """Where ``name=value&…`` stands in a line."""

    start: int
    end: int
    written: str


def run_piece(line: str, offset: int, *, is_alone: bool) -> Piece | None:
    """The request in a line that has one; ``is_alone``: nothing else was pasted."""
    if is_alone and "&" not in line and _LONELY.fullmatch(line.strip()) and "://" not in line:
        run: _Run | None = _Run(0, len(line), line.strip())
    else:
        run = _find(line)
    if run is None:
        return None
    before = line[: run.start]
    address = _ADDRESS.search(before[-2000:]) if before.endswith("?") else None
    if address:
        return _query(line, offset, run, before[len(before) - len(address.group()) :])
    return Piece(offset + run.start, offset + run.end, _read(run.written, before), is_whole=False)


def _find(line: str) -> _Run | None:
    ampersand = line.find("&")
    names = list(_NAME.finditer(line, 0, ampersand)) if ampersand > 0 else []
    if not names:
        return None
    known = (name for name in names if name.group() in KNOWN)
    start = next(known, names[0]).start()
    quoted = line[start - 1] if start and line[start - 1] in "\"'`“‘" else ""
    closing = {"“": "”", "‘": "’"}.get(quoted, quoted)
    end = line.rfind(closing) if closing else -1
    end = end if end > start else len(line)
    return _Run(start, end, line[start:end])


def _query(line: str, offset: int, run: _Run, address: str) -> Piece:
    """Parameters behind a question mark: the address ends at a blank, unless it is all there is in the line."""
    written = run.written
    if line[: run.start].strip() != address.strip():
        written = re.split(r"[\s\"'<>]", written, maxsplit=1)[0]
    url = address + written
    start = offset + run.start - len(address)
    if not address.startswith(("http", "/")):
        url = url if address.partition("?")[0] else url.removeprefix("?")
    read = whole_request("query", Sent("", url if "/" in address else "?" + written, (), None))
    read = read if "/" in address else ReadRequest(form="query", pairs=read.pairs, notes=read.notes)
    return Piece(start, start + len(url), read, is_whole=False)


def _read(written: str, before: str) -> ReadRequest:
    signed = _signing_string(written, is_labelled=_SIGNED_LABEL.search(before[-80:]) is not None)
    if signed:
        return signed
    decoded = read_form(bytes_of(written))
    beside = {role(name): value for name, value in reversed(decoded.pairs) if role(name)}
    return ReadRequest(
        form="form",
        pairs=decoded.pairs,
        body=bytes_of(written),
        signature=beside.get("signature", ""),
        stated_sign_type=beside.get("sign_type", ""),
        app_code=beside.get("app_code", ""),
        client_key=beside.get("client_key", ""),
        notes=decoded.notes,
    )


def _signing_string(written: str, *, is_labelled: bool) -> ReadRequest | None:
    """The signing string if this is one: its label says so, or a key stands behind the last value."""
    pairs = _raw_pairs(written)
    name, value = pairs[-1] if pairs else ("", "")
    key = ""
    if len(pairs) > 1 and role(name) == "client_key" and _KEY.fullmatch(value) and "%" not in written:
        key, pairs = value, pairs[:-1]
    elif shape := _SHAPES.get(name):
        found = shape.match(value)
        rest = value[found.end() :] if found else ""
        key = rest if _KEY.fullmatch(rest) else ""
    if not key and is_labelled and len(value) > _KEY_LENGTH and _KEY.fullmatch(value[-_KEY_LENGTH:]):
        key = value[-_KEY_LENGTH:]
    if not key and not is_labelled:
        return None
    if key and role(name) != "client_key":
        pairs = (*pairs[:-1], (name, value.removesuffix(key)))
    return ReadRequest(
        form="signing-string", pairs=pairs, client_key=key, signing_string=written, notes=_signed_notes(key)
    )


def _raw_pairs(written: str) -> Pairs:
    """The pairs of a signing string, undecoded; a piece without = belongs to the value before."""
    pairs: list[tuple[str, str]] = []
    for piece in written.split("&"):
        name, equals, value = piece.partition("=")
        if equals or not pairs:
            pairs.append((name, value))
        else:
            before, begun = pairs[-1]
            pairs[-1] = (before, f"{begun}&{piece}")
    return tuple(pairs)


def _signed_notes(key: str) -> tuple[Note, ...]:
    if key:
        return (Note("signing-string", text("Importing", "Read as a signing string; the key was cut off its end.")),)
    message = text("Importing", "Read as a signing string; where the last value ends and a key begins cannot be told.")
    return (Note("signing-string", message, severity=Severity.ATTENTION),)
