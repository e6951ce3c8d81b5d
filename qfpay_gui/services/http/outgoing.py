"""What leaves this machine: every header line of a request, and the reasons to send nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol
from urllib.parse import urlsplit

from qfpay_gui import __version__
from qfpay_gui.qfpay.environments import refusal
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from qfpay_gui.qfpay.request.prepared import PreparedRequest

USER_AGENT = f"QFPay-Tester/{__version__}"

# A reply that is not compressed has as its body the very bytes its signature covers.
_ADDED = (("User-Agent", USER_AGENT), ("Accept", "*/*"), ("Accept-Encoding", "identity"))
_HEADER_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_VISIBLE = re.compile(r"[!-~]+")
_DEFAULT_PORTS = {"http": 80, "https": 443}

ELSEWHERE = text(
    "Client", "Nothing was sent: the request is prepared for {url}, but this client only sends to {base_url}."
)
ODD_URL = text(
    "Client",
    "Nothing was sent: the URL holds a space or a character outside ASCII. Correct the base URL and prepare anew.",
)
ODD_NAME = text("Client", "Nothing was sent: {name} cannot be the name of a header. Use letters, digits and hyphens.")
TWICE = text("Client", "Nothing was sent: the header {name} occurs twice. Leave one of them.")
LINE_BREAK = text(
    "Client", "Nothing was sent: the header {name} holds a line break, which would end it early. Remove the line break."
)
NOT_LATIN = text(
    "Client",
    "Nothing was sent: the header {name} holds a character that HTTP cannot carry in a header ({code}). "
    "Type the value again, without full-width or invisible characters.",
)
FRAMING = text(
    "Client", "Nothing was sent: the header {name} contradicts the body. Leave it out; the length is added on sending."
)


class Outgoing(Protocol):
    """What the header lines of a request depend on."""

    @property
    def method(self) -> str:
        """GET, POST and the like."""

    @property
    def url(self) -> str:
        """Where it goes."""

    @property
    def headers(self) -> tuple[tuple[str, str], ...]:
        """The prepared header lines."""

    @property
    def body(self) -> bytes:
        """What is sent below the header lines."""


def headers_sent(prepared: Outgoing) -> tuple[tuple[str, str], ...]:
    """Every header line as it goes over the wire, in order: the prepared ones and those added here."""
    lines = [*prepared.headers]
    present = {name.lower() for name, _value in lines}
    if "host" not in present:
        lines.insert(0, ("Host", _host(prepared.url)))
    added = (*_length(prepared), *_ADDED)
    return (*lines, *((name, value) for name, value in added if name.lower() not in present))


def refusal_to_send(prepared: PreparedRequest, base_url: str) -> Text | None:
    """Why nothing of this request may leave the machine, or None."""
    if problem := refusal(base_url):
        return problem
    if not _VISIBLE.fullmatch(prepared.url):
        return ODD_URL
    if not prepared.url.startswith(base_url + "/"):
        return ELSEWHERE.fill(url=prepared.url, base_url=base_url)
    return _header_refusal(prepared)


def _header_refusal(prepared: PreparedRequest) -> Text | None:
    """The first header that cannot be sent as it stands. Its value is never told."""
    seen: set[str] = set()
    for name, value in prepared.headers:
        if not _HEADER_NAME.fullmatch(name):
            return ODD_NAME.fill(name=repr(name))
        if name.lower() in seen:
            return TWICE.fill(name=name)
        seen.add(name.lower())
        if problem := _value_refusal(name, value) or _framing_refusal(name, value, len(prepared.body)):
            return problem
    return None


def _value_refusal(name: str, value: str) -> Text | None:
    """Line breaks and NUL (RFC 9110, 5.5), and what Latin-1 has no byte for."""
    if any(breaking in value for breaking in "\r\n\0"):
        return LINE_BREAK.fill(name=name)
    foreign = next((character for character in value if ord(character) > 0xFF), "")
    return NOT_LATIN.fill(name=name, code=f"U+{ord(foreign):04X}") if foreign else None


def _framing_refusal(name: str, value: str, length: int) -> Text | None:
    """A header that makes the server read more or less than the body (RFC 9112, 6)."""
    wrong_length = name.lower() == "content-length" and value != str(length)
    return FRAMING.fill(name=name) if wrong_length or name.lower() == "transfer-encoding" else None


def _length(prepared: Outgoing) -> tuple[tuple[str, str], ...]:
    """The length of the body, which only a GET without one does not announce."""
    if not prepared.body and prepared.method in {"GET", "HEAD"}:
        return ()
    return (("Content-Length", str(len(prepared.body))),)


def _host(url: str) -> str:
    """The Host header of a URL: the port only where it is not the scheme's own (RFC 9110, 7.2)."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    host = f"[{host}]" if ":" in host else host
    return host if parts.port in {None, _DEFAULT_PORTS.get(parts.scheme)} else f"{host}:{parts.port}"
