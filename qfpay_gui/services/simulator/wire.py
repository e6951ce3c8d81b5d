"""Reads what arrived, byte by byte, on its own: the form, the query string and the headers."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TypeAlias

Pairs: TypeAlias = tuple[tuple[str, str], ...]

_BOUNDARY = re.compile(r"boundary=(?:\"([^\"]+)\"|([^\s;]+))", re.IGNORECASE)
_PART_NAME = re.compile(rb";\s*name=(?:\"([^\"]+)\"|([^\s;\"]+))", re.IGNORECASE)
_DIGITS = "0123456789abcdefABCDEF"
_BYTES = {(high + low).encode(): bytes([int(high + low, 16)]) for high in _DIGITS for low in _DIGITS}


class UnreadableFormError(ValueError):
    """Why a form cannot be decoded; names the place and never quotes a value."""


@dataclass(frozen=True)
class Request:
    """One request as it came in; header names are in lower case, ``query`` and ``body`` are undecoded bytes.

    ``head`` is the request line and the headers in the order and letters they came in.
    """

    method: str
    path: str
    query: bytes = field(default=b"", repr=False)
    headers: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    body: bytes = field(default=b"", repr=False)
    head: str = field(default="", repr=False)

    def header(self, name: str) -> str | None:
        """The first header of this (lower-case) name without the blanks around it, or None."""
        return next((value.strip(" \t") for known, value in self.headers if known == name), None)


def read_form(raw: bytes) -> Pairs:
    """The parameters of a form or query string in the order sent; raises UnreadableFormError."""
    pieces = [piece for piece in raw.split(b"&") if piece]
    return tuple(_pair(piece, number) for number, piece in enumerate(pieces, 1))


def read_parts(raw: bytes, content_type: str) -> Pairs:
    """The parameters of a multipart/form-data body in the order sent; raises UnreadableFormError."""
    boundary = _BOUNDARY.search(content_type)
    if boundary is None:
        raise UnreadableFormError("The body is multipart/form-data, but its Content-Type names no boundary.")
    line = b"\r\n--" + (boundary[1] or boundary[2]).encode()
    _before, *parts = (b"\r\n" + raw).split(line)
    if not parts or not parts[-1].startswith(b"--"):
        raise UnreadableFormError("The multipart/form-data body does not end with its boundary and two hyphens.")
    return tuple(_part(part, number) for number, part in enumerate(parts[:-1], 1))


def _part(part: bytes, number: int) -> tuple[str, str]:
    """The name and text of one part; a file is no parameter."""
    head, _, value = part.partition(b"\r\n\r\n")
    name = _PART_NAME.search(head)
    if name is None or b"filename" in head.lower():
        raise UnreadableFormError(f"Part {number} of the body is a file or has no name: send each parameter as text.")
    written = _text(name[1] or name[2], f"The name of part {number}")
    return written, _text(value, f"The value of {written[:40]}")


def _pair(piece: bytes, number: int) -> tuple[str, str]:
    """One ``name=value``; without an equals sign the value is empty."""
    raw_name, _, raw_value = piece.partition(b"=")
    name = _decode(raw_name, f"The name of parameter {number}")
    if not name:
        raise UnreadableFormError(f"Parameter {number} has a value but no name.")
    return name, _decode(raw_value, f"The value of {name[:40]}")


def _decode(raw: bytes, place: str) -> str:
    """Percent-decoded, strict UTF-8 text."""
    return _text(_unescape(raw, place), place)


def _text(decoded: bytes, place: str) -> str:
    """Strict UTF-8 text."""
    try:
        return decoded.decode("utf-8", "strict")
    except UnicodeDecodeError as error:
        raise UnreadableFormError(
            f"{place} is not UTF-8: byte {error.start + 1} of {len(decoded)} is {decoded[error.start]:02X}. "
            "Encode it as UTF-8 (not GBK, Big5 or Latin-1) before percent-encoding."
        ) from None


def _unescape(raw: bytes, place: str) -> bytes:
    """``+`` becomes a space and ``%XX`` its byte."""
    head, *escaped = raw.replace(b"+", b" ").split(b"%")
    decoded = bytearray(head)
    for part in escaped:
        if part[:2] not in _BYTES:
            raise UnreadableFormError(
                f"{place} has a percent sign without two hexadecimal digits after it. Write a literal % as %25."
            )
        decoded += _BYTES[part[:2]] + part[2:]
    return bytes(decoded)
