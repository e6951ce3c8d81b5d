"""The head of a request or reply as bytes: what is handed on of it, and the lines that are not as they came.

What belongs to one connection alone ends here (RFC 9110, 7.6.1), and Host names the next one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

Changes: TypeAlias = tuple[tuple[str, str], ...]
"""Lines before and after; "" for one that was not there, or is not there any more."""

_END = re.compile(rb"\n\r?\n")
_REQUEST_LINE = re.compile(rb"[!-~]+ /[^\x00-\x20\x7f]* HTTP/1\.[01]\r?\n")
_HEADER = re.compile(rb"[!#$%&'*+.^_`|~0-9A-Za-z-]+:[^\r\n\x00]*\r?\n")
_INTERIM = re.compile(rb"HTTP/1\.[01] 1[0-9]{2}\b")
_OF_ONE_CONNECTION = frozenset(
    {b"keep-alive", b"proxy-connection", b"proxy-authorization", b"te", b"upgrade", b"http2-settings"}
)
_FRAMING = frozenset({b"host", b"content-length", b"transfer-encoding", b"trailer", b"connection"})


def split(raw: bytes) -> tuple[bytes, bytes]:
    """The head with the empty line that ends it, and what follows."""
    end = _END.search(raw)
    at = end.end() if end else len(raw)
    return raw[:at], raw[at:]


def final(raw: bytes) -> bytes:
    """What came of a reply, without the interim ones before it."""
    while _INTERIM.match(raw):
        raw = split(raw)[1]
    return raw


@dataclass(frozen=True)
class Head:
    """The lines of a head, each with its own end; the last one is empty."""

    lines: tuple[bytes, ...]

    @classmethod
    def of(cls, raw: bytes) -> Head:
        """The head that these bytes are."""
        return cls(tuple(re.findall(rb"[^\n]*\n|[^\n]+$", raw)))

    @property
    def odd_line(self) -> int:
        """The number of the first line that is none of a request for a path; 0 where there is none."""
        kinds = (_REQUEST_LINE, *(_HEADER for _ in self.lines[1:-1]))
        odd = (number for number, kind in enumerate(kinds, 1) if not kind.fullmatch(self.lines[number - 1]))
        return next(odd, 0)

    def handed_on(self, host: bytes = b"") -> tuple[bytes, Changes]:
        """The same head for the next connection, of which one message is known to be the last, and what is other."""
        first, *headers, last = self.lines
        pairs = list(self._next(headers, host, b"\r\n" if first.endswith(b"\r\n") else b"\n"))
        changes = tuple((_shown(before), _shown(after)) for before, after in pairs if before != after)
        return b"".join((first, *(after for _before, after in pairs), last)), changes

    def _next(self, headers: list[bytes], host: bytes, end: bytes) -> Iterator[tuple[bytes, bytes]]:
        """Each line with what becomes of it."""
        dropped = _OF_ONE_CONNECTION | {name for line in headers for name in _named(line)} - _FRAMING
        present = [_name(line) for line in headers]
        if host and b"host" not in present:
            yield b"", b"Host: " + host + end
        for number, line in enumerate(headers):
            match name := _name(line):
                case b"host" if host:
                    yield line, _with(line, host)
                case b"connection":
                    yield line, _with(line, b"close") if name not in present[:number] else b""
                case _:
                    yield line, b"" if name in dropped else line
        if b"connection" not in present:
            yield b"", b"Connection: close" + end


def _name(line: bytes) -> bytes:
    return line.partition(b":")[0].strip().lower()


def _named(line: bytes) -> Iterator[bytes]:
    """What a Connection header says belongs to this connection alone."""
    if _name(line) == b"connection":
        yield from (name.strip().lower() for name in line.partition(b":")[2].split(b","))


def _with(line: bytes, value: bytes) -> bytes:
    """The line with another value, its name and its end as they were; the very same where it says so already."""
    name, _, former = line.partition(b":")
    end = line[len(line.rstrip(b"\r\n")) :]
    return line if former.strip().lower() == value.lower() else name + b": " + value + end


def _shown(line: bytes) -> str:
    return line.decode("utf-8", "replace").rstrip("\r\n")
