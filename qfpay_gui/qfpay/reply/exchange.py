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
    CANCELLED = "cancelled"


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

    ``may_have_arrived`` is True as soon as the request, or part of it, may have reached the
    server: its outcome is then unknown and only a query can tell. ``technical`` is the
    library's own words without credentials, for a support ticket. ``reason`` is what a guard of
    this program said, for people.
    """

    layer: Layer
    may_have_arrived: bool
    technical: str = ""
    reason: Text | None = None


@dataclass(frozen=True)
class Exchange:
    """One request with its outcome. Sent once; there is no second attempt inside."""

    request: PreparedRequest
    outcome: HttpReply | TransportFailure
    timings: Timings = Timings()
