"""The body of a reply: read up to a limit, and unpacked where a server compressed it unasked."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from urllib3.response import BaseHTTPResponse

_PIECE = 16 * 1024
# zlib's numbers for "gzip or zlib, as its first bytes say" and for deflate without a wrapper.
_WINDOW_BITS = {"gzip": (47,), "x-gzip": (47,), "deflate": (47, -15)}


def read_body(raw: BaseHTTPResponse, limit: int) -> tuple[bytes, bool]:
    """At most ``limit`` bytes of the body, and whether there was more. Raises urllib3's HTTPError."""
    body, cut = _read(raw, limit)
    unpacked, cut_again = _unpacked(body, raw.headers.get("Content-Encoding", "").strip().lower(), limit)
    return unpacked, cut or cut_again


def _read(raw: BaseHTTPResponse, limit: int) -> tuple[bytes, bool]:
    body = bytearray()
    for piece in raw.stream(_PIECE, decode_content=False):
        body += piece
        if len(body) > limit:
            return bytes(body[:limit]), True
    return bytes(body), False


def _unpacked(body: bytes, encoding: str, limit: int) -> tuple[bytes, bool]:
    """The unpacked body within the limit; what cannot be unpacked is shown as it came."""
    for bits in _WINDOW_BITS.get(encoding, ()):
        unpacker = zlib.decompressobj(bits)
        try:
            unpacked = unpacker.decompress(body, limit)
        except zlib.error:
            continue
        return unpacked, bool(unpacker.unconsumed_tail)
    return body, False
