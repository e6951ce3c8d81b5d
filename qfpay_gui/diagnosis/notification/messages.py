"""Raw HTTP messages: start line, headers, blank line, body; also as ``curl -v`` shows them, or without a start line."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.importing.decoding import bytes_of
from qfpay_gui.diagnosis.notification.pasted import HEADER, ReadNotification, headers_in, signature_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qfpay_gui.diagnosis.notification.pasted import Form

_START = re.compile(
    r"^(?P<mark>[<>] ?)?(?P<line>(?:POST|PUT) \S+(?: HTTP/[\d.]+)?|HTTP/[\d.]+ \d{3}[^\n]*?)[ \t]*\r?$", re.MULTILINE
)
_BLANK = re.compile(r"\r?\n[ \t]*\r?\n")
_NEXT = re.compile(r"^(?:\* |[<>] ?(?:POST|HTTP/))", re.MULTILINE)
_COUNT = re.compile(r"^[{}] \[[^\n]*\n", re.MULTILINE)
_MARKED = re.compile(r"^([<>])[ \t]?(?:[^\n]*\n?)", re.MULTILINE)


def raw_messages(source: str) -> Iterator[ReadNotification]:
    """Every message that begins with its start line."""
    starts = list(_START.finditer(source))
    for place, found in enumerate(starts):
        until = starts[place + 1].start() if place + 1 < len(starts) else len(source)
        rest = source[found.end() : until].removeprefix("\n")
        yield _curl(found, rest) if found["mark"] else _plain(found["line"], rest)


def _plain(line: str, rest: str) -> ReadNotification:
    head, body = _divided(rest)
    return _message("http", line, head, body)


def _curl(found: re.Match[str], rest: str) -> ReadNotification:
    """Lines with the mark are the head; what follows the last of them is the body, without curl's own remarks."""
    mark = found["mark"][0]
    lines = [line for line in _MARKED.finditer(rest) if line[1] == mark]
    head = "".join(line[0].lstrip("<> ") for line in lines)
    after = _COUNT.sub("", rest[lines[-1].end() :]) if lines else rest
    ending = _NEXT.search(after)
    body = after[: ending.start()].removesuffix("\n").removesuffix("\r") if ending else after
    return _message("curl", found["line"], head, body)


def headers_first(source: str) -> ReadNotification | None:
    """Header lines at the very beginning, a blank line, and the body; None for any other text."""
    trimmed = source.lstrip("\r\n")
    first = trimmed.partition("\n")[0].rstrip()
    if not HEADER.fullmatch(first) or not headers_in(first):
        return None
    head, body = _divided(trimmed)
    is_head = all(HEADER.fullmatch(line.strip()) for line in head.split("\n") if line.strip())
    return _message("headers", "", head, body) if body and is_head else None


def _divided(rest: str) -> tuple[str, str]:
    """Head and body: at the first blank line, or where the first line is that begins like JSON."""
    if rest.startswith(("\n", "\r\n")):
        return "", rest.lstrip("\r").removeprefix("\n")
    blank = _BLANK.search(rest)
    opening = re.search(r"^[ \t]*[{\[]", rest, re.MULTILINE)
    if opening and (blank is None or opening.start() < blank.start()):
        return rest[: opening.start()], rest[opening.start() :]
    return (rest[: blank.start()], rest[blank.end() :]) if blank else (rest, "")


def _message(form: Form, line: str, head: str, body: str) -> ReadNotification:
    read = ReadNotification(form, bytes_of(body), headers=headers_in(head), start_line=line)
    return replace(read, signature=read.header("X-QF-SIGN") or signature_in(head))
