"""What happened to one request: the reply as it came over the wire, or the layer that failed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qfpay_gui.qfpay.request.prepared import PreparedRequest
    from qfpay_gui.qfpay.text import Text


class Layer(Enum):
    """The layer below HTTP at which an exchange ended."""

    REFUSED_HERE = "refused here"  # a guard of this program: nothing was sent
    NAME_RESOLUTION = "name resolution"
    PROXY = "proxy"
    CONNECT = "connect"
    CONNECT_TIMEOUT = "connect time-out"
    TLS = "TLS"
    READ_TIMEOUT = "read time-out"
    CONNECTION_LOST = "connection lost"
    NOT_HTTP = "not HTTP"
    CANCELLED = "cancelled"


class Cause(Enum):
    """Why an exchange ended at its layer; UNKNOWN where only the layer is known."""

    UNKNOWN = "unknown"
    NO_SUCH_NAME = "no such name"
    DNS_SILENT = "DNS silent"
    BAD_NAME = "bad name"
    PROXY_KIND = "kind of proxy"
    PROXY_NAME = "name of the proxy"
    PROXY_REFUSED = "proxy refused"
    PROXY_UNREACHABLE = "proxy unreachable"
    PROXY_TLS = "TLS of the proxy"
    PROXY_LOGIN = "login at the proxy"
    PROXY_FORBIDS = "proxy forbids"
    PROXY_GATEWAY = "proxy without server"
    PROXY_STATUS = "answer of the proxy"
    PROXY_CLOSED = "proxy closed"
    PROXY_SILENT = "proxy silent"
    PROXY_NO_HTTP = "no proxy"
    REFUSED = "refused"
    UNREACHABLE = "unreachable"
    BARRED = "barred here"
    NOT_TAKEN = "not taken"
    EXPIRED = "certificate expired"
    NOT_YET_VALID = "certificate not yet valid"
    SELF_SIGNED = "certificate signed by itself"
    UNKNOWN_AUTHORITY = "unknown authority"
    OTHER_HOST = "certificate of another host"
    WEAK_CERTIFICATE = "weak certificate"
    BAD_CERTIFICATE = "bad certificate"
    OLD_PROTOCOL = "old TLS"
    NO_COMMON_CIPHER = "no common cipher"
    CLIENT_CERTIFICATE = "client certificate wanted"
    PLAIN_HTTP = "plain HTTP"
    HANDSHAKE_SILENT = "handshake silent"
    HANDSHAKE_CLOSED = "handshake closed"
    NO_REPLY = "no reply"
    HEADER_STALLED = "header stalled"
    BODY_STALLED = "body stalled"
    ENDLESS = "endless reply"
    CLOSED_UNANSWERED = "closed without a reply"
    RESET_UNANSWERED = "reset without a reply"
    CLOSED_IN_HEADER = "closed inside the header"
    CLOSED_IN_BODY = "closed inside the body"
    RESET_IN_BODY = "reset inside the body"
    NO_HEADER = "no header"
    OTHER_PROTOCOL = "other protocol"
    TLS_AT_PLAIN_PORT = "TLS at a plain port"
    BAD_STATUS_LINE = "bad status line"
    INTERIM_ONLY = "interim replies only"
    HEADER_TOO_LARGE = "header too large"
    BAD_LENGTH = "bad length"
    BAD_CHUNK = "bad chunk"


@dataclass(frozen=True)
class Timings:
    """Seconds from the start of the exchange; None where the step was not reached or not measured."""

    connected: float | None = None
    first_byte: float | None = None
    total: float = 0.0


@dataclass(frozen=True)
class HttpReply:
    """A reply as received. ``truncated`` is True where the rest of an oversized body was not read."""

    status: int
    reason: str
    headers: tuple[tuple[str, str], ...]
    body: bytes
    truncated: bool = False


@dataclass(frozen=True)
class TransportFailure:
    """Why there is no HTTP reply.

    ``cause`` is what is known beyond the layer, ``peer`` the host and port that was spoken to, the
    proxy's where there is one, ``status`` what a proxy answered. ``may_have_arrived`` is True as
    soon as the request, or part of it, may have reached the server: its outcome is then unknown
    and only a query can tell. ``technical`` is the library's own words without credentials, for a
    support ticket. ``reason`` is what a guard of this program said, for people.
    """

    layer: Layer
    may_have_arrived: bool
    technical: str = ""
    reason: Text | None = None
    cause: Cause = Cause.UNKNOWN
    peer: str = ""
    status: str = ""


@dataclass(frozen=True)
class Exchange:
    """One request with its outcome. Sent once; there is no second attempt inside."""

    request: PreparedRequest
    outcome: HttpReply | TransportFailure
    timings: Timings = Timings()
