"""Reads form bodies and query strings as a server does, and tells what the decoding changed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.importing.request import Note, Pairs
from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.json_reading import excerpt, some
from qfpay_gui.qfpay.signing.recipe import well_formed
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from collections.abc import Iterator

_ESCAPED_RUN = re.compile(rb"(?:%[0-9A-Fa-f]{2})++")
_LONE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_STILL_ESCAPED = re.compile(r"%[0-9A-Fa-f]{2}")
_UNSAFE = re.compile(r"[^!#-;=?-\[\]_a-z~]")
_MOST_NOTES = 40


@dataclass(frozen=True)
class Decoded:
    """The pairs a server reads, and notes on what is not read as it was written."""

    pairs: Pairs
    notes: tuple[Note, ...] = ()


def bytes_of(source: str) -> bytes:
    """The bytes of pasted text: UTF-8, where bytes that are none were kept as lone low surrogates by a shell word."""
    try:
        return source.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return well_formed(source).encode()


def text_of(raw: bytes) -> tuple[str, str]:
    """The bytes as text and the name of the character set, "" for UTF-8; every byte can be told from the text."""
    try:
        return raw.decode(), ""
    except UnicodeDecodeError:
        pass
    try:
        return raw.decode("gb18030"), "GBK"
    except UnicodeDecodeError:
        return raw.decode("latin-1"), "Latin-1"


def read_form(body: bytes) -> Decoded:
    """The pairs of ``application/x-www-form-urlencoded`` bytes; never raises.

    A piece without ``=`` is a name with an empty value, an empty piece is none, a ``%`` that escapes nothing is itself.
    """
    pairs: list[tuple[str, str]] = []
    notes: list[Note] = []
    changed: list[str] = []
    for piece in body.split(b"&"):
        if not piece:
            continue
        raw_name, equals, raw_value = piece.partition(b"=")
        name, value = text_of(_unescaped(raw_name))[0], text_of(_unescaped(raw_value))[0]
        if not equals and len(notes) < _MOST_NOTES:
            notes.append(_without_equals(name, pairs[-1][0] if pairs else ""))
        if len(notes) < _MOST_NOTES:
            notes += _remarks(name, raw_value, value)
        if value.encode("utf-8", "replace") != raw_value:
            changed.append(name)
        pairs.append((name, value))
    if changed:
        message = text("Importing", "Decoded, so read otherwise than written: {names}.")
        notes.append(Note("decoded", message.fill(names=some(tuple(dict.fromkeys(changed)))), severity=Severity.OK))
    return Decoded(tuple(pairs), tuple(notes))


def _unescaped(part: bytes) -> bytes:
    return _ESCAPED_RUN.sub(lambda run: bytes.fromhex(run.group().replace(b"%", b"").decode("ascii")), _spaced(part))


def _spaced(part: bytes) -> bytes:
    return part.replace(b"+", b" ")


def _without_equals(name: str, before: str) -> Note:
    if not before:
        message = text("Importing", "{name} has no = and no value.").fill(name=excerpt(name))
    else:
        message = text("Importing", "{name} has no =: perhaps an & inside {before} that is not written as %26.")
        message = message.fill(name=excerpt(name), before=excerpt(before))
    return Note("no-equals", message, name, Severity.ATTENTION)


def _remarks(name: str, raw: bytes, value: str) -> Iterator[Note]:
    if raw.isalnum():
        return
    written, _ = text_of(raw)
    if charset := text_of(_unescaped(raw))[1]:
        yield _attention("not-utf8", name, text("Importing", "{name} is not UTF-8; it is read as {charset}."), charset)
    if "+" in written and name != "txdtm":
        yield _attention("plus", name, text("Importing", "{name}: a + travels as a space; a real + is written %2B."))
    if _LONE_PERCENT.search(written):
        yield _attention("percent", name, text("Importing", "{name}: a % that escapes nothing; it is written %25."))
    if _STILL_ESCAPED.search(value):
        yield _attention("encoded-twice", name, text("Importing", "{name} holds %XX after decoding: encoded twice?"))
    if _UNSAFE.search(written):
        yield _attention("not-encoded", name, text("Importing", "{name} travels without URL encoding."))


def _attention(code: str, name: str, message: Text, charset: str = "") -> Note:
    return Note(code, message.fill(name=excerpt(name), charset=charset), name, Severity.ATTENTION)
