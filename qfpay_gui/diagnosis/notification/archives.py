"""Exports that keep headers and body as members: HAR, and the events of clouds and webhook inspectors."""

from __future__ import annotations

import base64
import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from qfpay_gui.diagnosis.importing.decoding import bytes_of
from qfpay_gui.diagnosis.notification.pasted import Pairs, ReadNotification

if TYPE_CHECKING:
    from collections.abc import Iterator

_BODY_NAMES = ("body", "rawBody", "raw_body", "text", "content", "payload", "data")
_DEEPEST = 12
_MOST = 200


def archived(source: str) -> tuple[ReadNotification, ...]:
    """Every message in such an export, those that are signed first; none where the text is no such JSON."""
    if "header" not in source.lower() or source.lstrip("\ufeff \t\r\n")[:1] not in {"{", "["}:
        return ()
    try:
        content = json.loads(source.lstrip("\ufeff"), strict=False)
    except (ValueError, RecursionError):
        return ()
    found = list(_messages(content, 0))[:_MOST]
    return tuple(sorted(found, key=lambda one: not one.signature))


def _messages(node: Any, depth: int) -> Iterator[ReadNotification]:
    if depth > _DEEPEST:
        return
    match node:
        case dict():
            if (message := _message(node)) is not None:
                yield message
            for member in node.values():
                yield from _messages(member, depth + 1)
        case list():
            for member in node:
                yield from _messages(member, depth + 1)


def _message(node: dict[str, Any]) -> ReadNotification | None:
    headers = _headers(node.get("headers", node.get("Headers")))
    raw = _body(node)
    if not headers or raw is None:
        return None
    read = ReadNotification("archive", raw, headers=headers)
    return replace(read, signature=read.header("X-QF-SIGN"))


def _headers(value: Any) -> Pairs:
    match value:
        case dict():
            pairs = ((name, one[0] if isinstance(one, list) and one else one) for name, one in value.items())
            return tuple((str(name), str(one)) for name, one in pairs)
        case list():
            entries = (one for one in value if isinstance(one, dict))
            return tuple((str(one.get("name", one.get("key", ""))), str(one.get("value", ""))) for one in entries)
        case _:
            return ()


def _body(node: dict[str, Any]) -> bytes | None:
    """The body's bytes as they were kept; a body that was kept parsed is none."""
    for name in ("postData", "body", "content", "response"):
        inner = node.get(name)
        if isinstance(inner, dict) and (raw := _text_of(inner)) is not None:
            return raw
    return _text_of(node)


def _text_of(node: dict[str, Any]) -> bytes | None:
    written = next((node[name] for name in _BODY_NAMES if isinstance(node.get(name), str)), None)
    if written is None:
        return None
    if node.get("isBase64Encoded") is True or node.get("encoding") == "base64":
        try:
            return base64.b64decode(written)
        except ValueError:
            return None
    return bytes_of(written)
