"""Reads whatever a merchant pastes of a notification: raw HTTP, ``curl -v``, headers and body, logs, HAR, prints."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from qfpay_gui.diagnosis.importing.decoding import bytes_of
from qfpay_gui.diagnosis.notification.archives import archived
from qfpay_gui.diagnosis.notification.messages import headers_first, raw_messages
from qfpay_gui.diagnosis.notification.objects import Found, bodies, is_notification
from qfpay_gui.diagnosis.notification.pasted import Form, ReadNotification, headers_in, signature_in
from qfpay_gui.diagnosis.notification.remarks import remarks, several, shortened

_FORMS: dict[str, Form] = {"json": "log", "literal": "literal", "print": "print"}


def read_notification(source: str, signature: str = "") -> ReadNotification:
    """The notification in this text with its body byte for byte; a typed ``signature`` counts first. Never raises."""
    read, count = _best(source)
    announced = _announced(read)
    cut = _cut(read, announced)
    notes = list(remarks(cut, announced))
    if count > 1:
        notes.append(several(count))
    if announced is not None and cut.body != read.body:
        notes.append(shortened(announced))
    return replace(cut, signature=signature.strip() or cut.signature, notes=tuple(notes))


def _best(source: str) -> tuple[ReadNotification, int]:
    """The first reading that fits the form, and how many signed notifications there are."""
    for read in (archived, raw_messages, _as_headers, _alone, _inside, _anything):
        with_body = [one for one in read(source) if one.body]
        if with_body:
            return _first_signed(with_body), sum(1 for one in with_body if one.signature)
    return ReadNotification(signature=signature_in(source), headers=headers_in(source)), 0


def _first_signed(found: list[ReadNotification]) -> ReadNotification:
    return next((one for one in found if one.signature), found[0])


def _as_headers(source: str) -> tuple[ReadNotification, ...]:
    found = headers_first(source)
    return (found,) if found else ()


def _alone(source: str) -> tuple[ReadNotification, ...]:
    """The whole text is a notification's body: everything counts, to the last line break."""
    return (ReadNotification("body", bytes_of(source)),) if is_notification(_parsed(source)) else ()


def _anything(source: str) -> tuple[ReadNotification, ...]:
    """A body of which no more is known than that it is JSON, or begins like it and is cut off."""
    looks_cut = source.lstrip("\ufeff \t\r\n").startswith('{"') and "}" not in source and not signature_in(source)
    is_json = isinstance(_parsed(source), dict | list)
    return (ReadNotification("body", bytes_of(source)),) if is_json or looks_cut else ()


def _parsed(source: str) -> Any:
    try:
        return json.loads(source.removeprefix("\ufeff"), strict=False)
    except (ValueError, RecursionError):
        return None


def _inside(source: str) -> tuple[ReadNotification, ...]:
    """Bodies somewhere in the text, each with the signature of its line; where no line has one, with the nearest."""
    found = list(bodies(source))
    around = [_around(source, found, place) for place in range(len(found))]
    of_line = [_first(before.rpartition("\n")[2], after.partition("\n")[0]) for before, after in around]
    signatures = of_line if any(of_line) else [_first(before, after) for before, after in around]
    return tuple(
        ReadNotification(_FORMS[one.how], one.body, signature, headers_in("\n".join(texts)), is_rebuilt=one.is_rebuilt)
        for one, signature, texts in zip(found, signatures, around, strict=True)
    )


def _first(*texts: str) -> str:
    return next((signature for words in texts if (signature := signature_in(words))), "")


def _around(source: str, found: list[Found], place: int) -> tuple[str, str]:
    """What stands between one body and its neighbours."""
    since = found[place - 1].end if place else 0
    until = found[place + 1].start if place + 1 < len(found) else len(source)
    return source[since : found[place].start], source[found[place].end : until]


def _announced(read: ReadNotification) -> int | None:
    length = read.header("Content-Length")
    return int(length) if length.isascii() and length.isdigit() and len(length) < 10 else None


def _cut(read: ReadNotification, announced: int | None) -> ReadNotification:
    """As many bytes as announced, where what follows is blank or the rest is JSON by itself."""
    if announced is None or not 0 < announced < len(read.body) or read.form not in {"http", "curl", "headers"}:
        return read
    kept, rest = read.body[:announced], read.body[announced:]
    return replace(read, body=kept) if not rest.strip() or _is_json(kept) else read


def _is_json(raw: bytes) -> bool:
    try:
        json.loads(raw)
    except (ValueError, RecursionError):
        return False
    return True
