"""Reads raw HTTP requests: request line, headers, blank line, body; also as ``curl -v`` or an editor shows them."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.importing.decoding import bytes_of
from qfpay_gui.diagnosis.importing.piece import Piece
from qfpay_gui.diagnosis.importing.request import MOST_REQUESTS, Headers, Pairs, ReadRequest
from qfpay_gui.diagnosis.importing.whole import Sent, whole_request

if TYPE_CHECKING:
    from collections.abc import Iterator

_REQUEST_LINE = re.compile(
    r"^(?P<mark>[>*] ?)?(?:[^\n]{0,120}?[ \t:\]])??(?P<method>POST|GET|PUT|DELETE|PATCH)[ \t]++(?P<target>(?:https?://|/)[^\s]*+)"
    r"(?:[ \t]++HTTP/[\d.]++)?[ \t]*+\r?$",
    re.MULTILINE,
)
_HEADER = re.compile(r"([!#$%&'*+.^_`|~0-9A-Za-z-]{1,80})[ \t]*:[ \t]*(.*)", re.DOTALL)
_FORM = re.compile(r"[\w.]{1,64}=[^\s]*")
_LENGTH = re.compile(r"^[>* ]*content-length:[ \t]*([0-9]{1,9})", re.IGNORECASE | re.MULTILINE)
_REPLY = re.compile(r"^(?:< ?)?HTTP/[\d.]+ \d{3}", re.MULTILINE)
_SEPARATOR = re.compile(r"^###", re.MULTILINE)


def http_pieces(source: str) -> Iterator[Piece]:
    """Every raw HTTP request in the text; a reply behind one ends it."""
    lines = list(islice((one for one in _REQUEST_LINE.finditer(source) if _is_request(source, one)), MOST_REQUESTS))
    for place, found in enumerate(lines):
        until = lines[place + 1].start() if place + 1 < len(lines) else len(source)
        for ending in (_REPLY, _SEPARATOR):
            stop = ending.search(source, found.end(), until)
            until = stop.start() if stop else until
        until = _body_end(source, found.end(), until)
        yield Piece(found.start(), until, _request(found, source[found.end() : until]))


def _is_request(source: str, found: re.Match[str]) -> bool:
    """A line that names HTTP's version, or is followed by a header line."""
    if "HTTP/" in found.group():
        return True
    following = source[found.end() : found.end() + 200].lstrip("\r\n").partition("\n")[0]
    return _HEADER.fullmatch(following.rstrip("\r")) is not None and "://" not in following.partition(":")[0]


def _request(line: re.Match[str], rest: str) -> ReadRequest:
    head, body = _split(_unmarked(rest) if line["mark"] else rest)
    headers = _headers(head)
    sent_body = _measured(bytes_of(body), Headers(headers)) if body else None
    return whole_request("http", Sent(line["method"], _url(line["target"], headers), headers, sent_body))


def _unmarked(rest: str) -> str:
    """The lines without the > of ``curl -v``, and without its remarks; what has no mark may be the body."""
    kept = [
        line[1:].removeprefix(" ") if line[:1] == ">" else line for line in rest.split("\n") if line[:1] not in "*<{}"
    ]
    return "\n".join(kept)


def _body_end(source: str, at: int, until: int) -> int:
    """A form ends at a blank line where no Content-Length says otherwise: what follows is the log's."""
    head, body = _split(source[at:until])
    if body.lstrip()[:1] in {"{", "[", "<", "-"} or _is_measured(head, body):
        return until
    end = re.search(r"(?<!&)\r?\n(?!&)", body) if _FORM.match(body) else re.search(r"\n[ \t]*\r?\n", body)
    return until - len(body) + end.start() if end else until


def _is_measured(head: str, body: str) -> bool:
    """Whether Content-Length ends the body at the end of a line; a log that shows it decoded counts otherwise."""
    length = _LENGTH.search(head)
    if not length:
        return False
    sent, end = bytes_of(body), int(length[1])
    return end == len(sent) or sent[end : end + 1] in {b"\r", b"\n"}


def _split(rest: str) -> tuple[str, str]:
    blank = re.search(r"(?:\A|\n)[ \t]*\r?\n[ \t]*\r?\n|\n\r?\n", rest)
    if not blank:
        return rest, ""
    return rest[: blank.start()], rest[blank.end() :]


def _headers(head: str) -> Pairs:
    """Header lines; a line that begins with a blank continues the one before."""
    unfolded = re.sub(r"\r?\n[ \t]++(?=\S)", " ", head)
    found = (_HEADER.fullmatch(line.rstrip("\r")) for line in unfolded.split("\n"))
    return tuple((one[1], one[2].strip()) for one in found if one)


def _url(target: str, headers: Pairs) -> str:
    host = Headers(headers).get("Host", "")
    if not target.startswith("/") or not host:
        return target
    local = host.startswith(("127.", "localhost", "[::1]"))
    return f"{'http' if local else 'https'}://{host}{target}"


def _measured(body: bytes, headers: Headers) -> bytes:
    """As many bytes as Content-Length says; without it, the line breaks that end a paste are none of the body's."""
    length = headers.get("Content-Length", "")
    if re.fullmatch(r"[0-9]{1,9}", length) and int(length) <= len(body):
        return body[: int(length)]
    return body.rstrip(b"\r\n")
