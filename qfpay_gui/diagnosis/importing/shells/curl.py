"""Reads curl commands as bash, cmd.exe or PowerShell would run them, and curl would send them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import quote

from qfpay_gui.diagnosis.importing.bodies import Body
from qfpay_gui.diagnosis.importing.decoding import bytes_of
from qfpay_gui.diagnosis.importing.piece import Piece
from qfpay_gui.diagnosis.importing.request import MOST_REQUESTS, Note, ReadRequest
from qfpay_gui.diagnosis.importing.shells.bash_words import Words, read_words
from qfpay_gui.diagnosis.importing.shells.curl_options import options
from qfpay_gui.diagnosis.importing.shells.windows_words import (
    cmd_words,
    looks_like_cmd,
    looks_like_powershell,
    powershell_words,
)
from qfpay_gui.diagnosis.importing.whole import Sent, whole_request
from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.text import text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_CURL = re.compile(r"(?<![\w./-])curl(?:\.exe)?(?=[ \t]*(?:[ \t^`\\]\r?\n|[ \t]+(?:[-'\"$^{]|https?:|[\w.-]+[./:])))")


@dataclass
class _Command:
    """What the options of one command add up to."""

    urls: list[str] = field(default_factory=list)
    headers: list[tuple[str, str]] = field(default_factory=list)
    data: list[str] = field(default_factory=list)
    parts: list[tuple[str, str]] = field(default_factory=list)
    method: str = ""
    is_json: bool = False
    in_query: bool = False
    notes: list[Note] = field(default_factory=list)


def curl_pieces(source: str) -> Iterator[Piece]:
    """Every curl command in the text."""
    starts = [found.span() for found in islice(_CURL.finditer(source), MOST_REQUESTS)]
    for place, (start, end) in enumerate(starts):
        until = starts[place + 1][0] if place + 1 < len(starts) else len(source)
        form, words = _words(source[end:until])
        yield Piece(start, end + words.end, _request(form, words))


def _words(command: str) -> tuple[str, Words]:
    reader: Callable[[str], Words] = read_words
    form = "curl"
    if looks_like_cmd(command):
        form, reader = "curl-cmd", cmd_words
    elif looks_like_powershell(command):
        form, reader = "powershell", powershell_words
    return form, reader(command)


def _request(form: str, words: Words) -> ReadRequest:
    command = _Command()
    for name, value in options(words.words):
        _take(command, name, value)
    sent = Sent(
        method=command.method or ("POST" if (command.data or command.parts) and not command.in_query else "GET"),
        url=_url(command),
        headers=_headers(command),
        body=_body(command),
        ready=Body(tuple(command.parts), "multipart", (_multipart(),)) if command.parts else None,
    )
    read = whole_request(form, sent)
    return replace(read, notes=(*words.notes, *command.notes, *read.notes))


def _take(command: _Command, name: str, value: str) -> None:
    match name:
        case "url":
            command.urls.append(value)
        case "header":
            command.headers += _header(value)
        case "request":
            command.method = value
        case "form" | "form-string":
            command.parts += _form_part(command, name, value)
        case "get":
            command.in_query = True
        case "head":
            command.method = "HEAD"
        case _:
            _take_body(command, name, value)


def _take_body(command: _Command, name: str, value: str) -> None:
    match name:
        case "data-raw":
            command.data.append(value)
        case "data-urlencode":
            command.data.append(_urlencoded(command, value))
        case "data" | "data-ascii" | "data-binary" | "json":
            command.is_json = command.is_json or name == "json"
            command.data.append(_unless_file(command, value))
        case _:
            pass


def _header(value: str) -> list[tuple[str, str]]:
    """One header; ``Name;`` is an empty one, ``Name:`` removes it."""
    name, colon, content = value.partition(":")
    if colon:
        return [(name.strip(), content.strip())] if content.strip() else []
    return [(value[:-1].strip(), "")] if value.endswith(";") else []


def _unless_file(command: _Command, value: str) -> str:
    if value.startswith("@"):
        _file(command, value)
        return ""
    return value


def _file(command: _Command, name: str) -> None:
    message = text("Importing", "Part of the body comes from the file {name}, which the paste does not show.")
    command.notes.append(Note("file", message.fill(name=name[:80]), severity=Severity.ATTENTION))


def _urlencoded(command: _Command, value: str) -> str:
    """The five forms of --data-urlencode: content, =content, name=content, @file, name@file."""
    before, sign, after = value.partition("=")
    if not sign or "@" in before:
        name, at, _file_name = value.partition("@")
        if at:
            _file(command, value)
            return f"{name}=" if name else ""
        return _quoted(value)
    return f"{before}={_quoted(after)}" if before else _quoted(after)


def _quoted(value: str) -> str:
    return quote(bytes_of(value), safe="").replace("%20", "+")


def _form_part(command: _Command, option: str, value: str) -> list[tuple[str, str]]:
    name, equals, content = value.partition("=")
    if not equals:
        return []
    if option == "form" and content[:1] in {"@", "<"}:
        _file(command, content)
        return [(name, "")]
    if option == "form":
        content = re.sub(r";(?:type|filename|encoder)=[^;]*\Z", "", content)
        if len(content) > 1 and content[0] == content[-1] == '"':
            content = re.sub(r"\\([\\\"])", r"\1", content[1:-1])
    return [(name, content)]


def _multipart() -> Note:
    message = text("Importing", "-F sends multipart/form-data; the API reads application/x-www-form-urlencoded.")
    return Note("body-kind", message, severity=Severity.WRONG)


def _url(command: _Command) -> str:
    url = next((one for one in command.urls if "://" in one), command.urls[0] if command.urls else "")
    if not command.in_query or not command.data:
        return url
    return url + ("&" if "?" in url else "?") + "&".join(command.data)


def _headers(command: _Command) -> tuple[tuple[str, str], ...]:
    """The headers given, and the type curl adds by itself."""
    given = {name.lower() for name, _value in command.headers}
    added = ""
    if command.is_json:
        added = "application/json"
    elif command.data and not command.in_query:
        added = "application/x-www-form-urlencoded"
    if not added or "content-type" in given:
        return tuple(command.headers)
    return (*command.headers, ("Content-Type", added))


def _body(command: _Command) -> bytes | None:
    if command.in_query or command.parts:
        return None
    return bytes_of(("" if command.is_json else "&").join(command.data)) if command.data else None
