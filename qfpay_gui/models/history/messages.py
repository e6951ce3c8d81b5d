"""The messages of a kept exchange as they went over the wire, as far as the history keeps them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from qfpay_gui.services.http.outgoing import headers_sent

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qfpay_gui.services.database.entry import HistoryEntry, KeptReply

_ROW, _LINE = 8, "\r\n"


@dataclass(frozen=True)
class KeptMessage:
    """A request as it left: what was masked in the history stays masked, so that its bytes are not those sent."""

    method: str
    url: str
    headers: tuple[tuple[str, str], ...] = field(repr=False)
    body: bytes = field(repr=False)

    @property
    def head(self) -> str:
        """Request line and every header line, also those the client adds."""
        parts = urlsplit(self.url)
        target = parts.path + (f"?{parts.query}" if parts.query else "")
        return _head(f"{self.method} {target or '/'} HTTP/1.1", headers_sent(self))

    @property
    def text(self) -> str:
        """Head and body for reading."""
        return f"{self.head}\n\n{self.body.decode(errors='replace')}"

    @property
    def wire(self) -> bytes:
        """Head and body as bytes, lines ended as HTTP ends them."""
        head = self.head.replace("\n", _LINE)
        return f"{head}{_LINE}{_LINE}".encode("utf-8", "replace") + self.body


def kept_request(entry: HistoryEntry) -> KeptMessage:
    """The request of this entry."""
    kept = entry.request
    return KeptMessage(kept.method, kept.url, kept.headers, kept.body.encode("utf-8", "replace"))


def reply_text(reply: KeptReply) -> str:
    """Status line, headers and body."""
    return f"{_head(f'HTTP {reply.status} {reply.reason}'.rstrip(), reply.headers)}\n\n{reply.body}"


def hex_dump(raw: bytes) -> str:
    """Eight bytes a row: their offset, the bytes in hexadecimal, and as text where they are printable ASCII."""
    return "\n".join(_row(at, raw[at : at + _ROW]) for at in range(0, len(raw), _ROW))


def _row(at: int, piece: bytes) -> str:
    printed = "".join(chr(byte) if 0x20 <= byte < 0x7F else "." for byte in piece)
    return f"{at:04x}  {piece.hex(' '):<{3 * _ROW - 1}}  {printed}"


def _head(first: str, headers: Iterable[tuple[str, str]]) -> str:
    return "\n".join((first, *(f"{name}: {value}" for name, value in headers)))
