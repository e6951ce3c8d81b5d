"""One request as the bytes that came: read whole before any of it goes further, and bounded."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from qfpay_gui.services.loopback.handler import UnreadableError
from qfpay_gui.services.loopback.stream import BoundedStream

if TYPE_CHECKING:
    import io
    from collections.abc import Callable

_SIZE = re.compile(rb"([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]*)?\r?\n")
_LONGEST_LINE = 4096
_MOST_TRAILERS = 100


@dataclass(frozen=True)
class Incoming:
    """The head with its empty line, the body as it was framed, and the body that this means."""

    head: bytes = field(repr=False)
    framed: bytes = field(repr=False)
    body: bytes = field(repr=False)


class KeptStream(BoundedStream):
    """Keeps what comes in."""

    def __init__(self, *bounds: Any) -> None:
        super().__init__(*bounds)
        self.came = bytearray()

    def readinto(self, buffer: Any) -> int:
        """Up to a bufferful, which is kept."""
        length = super().readinto(buffer)
        self.came += buffer[:length]
        return length


def read_chunks(source: io.BufferedIOBase, exactly: Callable[[int], bytes], most: int) -> tuple[bytes, bytes]:
    """A chunked body as it came, and what it holds (RFC 9112, 7.1); raises UnreadableError, TimeoutError.

    ``exactly`` reads so many bytes; neither may be larger than ``most``.
    """
    framed, body = bytearray(), bytearray()
    while True:
        line = source.readline(_LONGEST_LINE)
        size = _SIZE.fullmatch(line)
        if size is None:
            raise UnreadableError(400, "A chunk of the body does not begin with its size.")
        framed += line
        length = int(size[1], 16)
        if length == 0:
            return bytes(framed + _trailers(source)), bytes(body)
        if len(framed) + length > most:
            raise UnreadableError.too_large(most)
        piece = exactly(length)
        end = source.readline(2)
        if end not in {b"\r\n", b"\n"}:
            raise UnreadableError(400, "A chunk of the body is longer than its size says.")
        framed += piece + end
        body += piece


def _trailers(source: io.BufferedIOBase) -> bytes:
    """What follows the last chunk, to the empty line."""
    came = b""
    for _line in range(_MOST_TRAILERS):
        line = source.readline(_LONGEST_LINE)
        came += line
        if line in {b"\r\n", b"\n"}:
            return came
        if not line.endswith(b"\n"):
            break
    raise UnreadableError(400, "The chunked body does not end with an empty line.")
