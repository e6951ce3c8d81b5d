"""What a paste holds of one notification: the raw body, the signature, the headers, and remarks on the reading."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from qfpay_gui.diagnosis.importing.request import Note
    from qfpay_gui.diagnosis.notification.checking import MessageKind

Form = Literal["", "http", "curl", "headers", "body", "log", "archive", "literal", "print"]
"""How it was pasted: a raw message, ``curl -v``, headers and body, a body alone, a log line, HAR or an event of a
cloud, a string literal, or a print of the parsed fields; "" where no body was found."""

Pairs = tuple[tuple[str, str], ...]

HEADER = re.compile(r"([A-Za-z][A-Za-z0-9_-]{0,79})[ \t]*:[ \t]*(.*)")
"""One header line: its name and value."""

_SIGN = r"(?:http[_-])?x[_-]?qf[_-]?sign(?![_-]?type|[a-z])"
_VALUE = r"(?P<value>[A-Za-z0-9+/=*•.…-]{8,160})"
_BETWEEN = r"""["'”\]]*\s*(?:=>|[:=,：])\s*(?:["']?value["']?\s*[:=]\s*)?[\["'“(\s]*"""
_PATTERNS = (
    re.compile(_SIGN + _BETWEEN + _VALUE, re.IGNORECASE),
    re.compile(
        r"(?<![a-z_-])(?:signature|sign|签名)" + _BETWEEN + r"(?P<value>[0-9a-f]{32}|[0-9a-f]{64})\b", re.IGNORECASE
    ),
    re.compile(r"^[ \t\"']*(?P<value>[0-9A-F]{32})[ \t\"',;]*\r?$", re.IGNORECASE | re.MULTILINE),
)


@dataclass(frozen=True)
class ReadNotification:
    """One notification, or signed reply. ``body`` is what was pasted, byte for byte; the repr shows no value.

    ``is_rebuilt`` where only the parsed fields were there, so that the body was put together anew.
    """

    form: Form = ""
    body: bytes = field(default=b"", repr=False)
    signature: str = field(default="", repr=False)
    headers: Pairs = field(default=(), repr=False)
    start_line: str = field(default="", repr=False)
    is_rebuilt: bool = False
    notes: tuple[Note, ...] = field(default=(), repr=False)

    @property
    def is_empty(self) -> bool:
        """Whether neither body nor signature was found."""
        return not self.body and not self.signature

    @property
    def kind(self) -> MessageKind:
        """A reply where its status line came along or its body has a resperr, else a notification."""
        is_reply = self.start_line.startswith("HTTP/") or (
            b'"resperr"' in self.body and b'"notify_type"' not in self.body
        )
        return "reply" if is_reply else "notification"

    def header(self, name: str) -> str:
        """The first header of this name, whatever the case, or ""."""
        return next((value for known, value in self.headers if known.lower() == name.lower()), "")


def signature_in(words: str) -> str:
    """The signature that stands somewhere in this text under its name, or alone on a line; "" where none does."""
    for pattern in _PATTERNS:
        if found := pattern.search(words):
            return found["value"]
    return ""


def headers_in(words: str) -> Pairs:
    """Every line that looks like a header; marks of ``curl -v`` and blanks before it are left out."""
    lines = (line.lstrip(" \t<>").rstrip() for line in words.split("\n"))
    found = (HEADER.fullmatch(line) for line in lines)
    return tuple((one[1], one[2]) for one in found if one and _is_header(one[1]))


def _is_header(name: str) -> bool:
    return "-" in name or name.lower() in {"host", "accept", "connection", "date", "server", "via", "origin", "cookie"}
