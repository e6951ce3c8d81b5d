"""Why a send failed, as finely as the exceptions and the bytes heard so far tell it."""

from __future__ import annotations

import errno
import http.client
import re
import socket
import ssl
from typing import TYPE_CHECKING, TypeVar

from urllib3.exceptions import (
    ConnectTimeoutError,
    IncompleteRead,
    InvalidChunkLength,
    InvalidHeader,
)

from qfpay_gui.qfpay.reply.exchange import Cause, Layer
from qfpay_gui.services.http.progress import AbortReason, TooManyInterimError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qfpay_gui.services.http.progress import SendProgress

E = TypeVar("E", bound=BaseException)
_TUNNEL_STATUS = re.compile(r"Tunnel connection failed: (\d{3})")
_RESETS = (ConnectionResetError, ConnectionAbortedError, BrokenPipeError)
_UNREACHABLE = {errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN, errno.EHOSTDOWN, errno.EADDRNOTAVAIL}
# OpenSSL's numbers of what a verification found.
_CERTIFICATES = {
    9: Cause.NOT_YET_VALID,
    10: Cause.EXPIRED,
    18: Cause.SELF_SIGNED,
    19: Cause.UNKNOWN_AUTHORITY,
    20: Cause.UNKNOWN_AUTHORITY,
    21: Cause.UNKNOWN_AUTHORITY,
    62: Cause.OTHER_HOST,
    64: Cause.OTHER_HOST,
    66: Cause.WEAK_CERTIFICATE,
    67: Cause.WEAK_CERTIFICATE,
    68: Cause.WEAK_CERTIFICATE,
}
# OpenSSL's names of what went wrong in a handshake, by the words they hold.
_HANDSHAKES = (
    (("CERTIFICATE_REQUIRED", "ALERT_BAD_CERTIFICATE", "ALERT_NO_CERTIFICATE", "UNKNOWN_CA"), Cause.CLIENT_CERTIFICATE),
    (("PROTOCOL_VERSION", "UNSUPPORTED_PROTOCOL", "NO_PROTOCOLS"), Cause.OLD_PROTOCOL),
    (("WRONG_VERSION_NUMBER", "HTTP_REQUEST", "PACKET_LENGTH", "RECORD_LAYER", "UNKNOWN_PROTOCOL"), Cause.PLAIN_HTTP),
    (
        ("HANDSHAKE_FAILURE", "INSUFFICIENT_SECURITY", "CIPHER", "TOO_SMALL", "BAD_DH", "SIGNATURE"),
        Cause.NO_COMMON_CIPHER,
    ),
)


def cause_of(causes: tuple[BaseException, ...], layer: Layer, progress: SendProgress) -> Cause:
    """The cause of a failure at this layer."""
    found = Cause.UNKNOWN
    match layer:
        case Layer.NAME_RESOLUTION:
            found = _of_name(causes)
        case Layer.PROXY:
            found = _of_proxy(causes, progress)
        case Layer.CONNECT:
            found = _of_connection(causes)
        case Layer.CONNECT_TIMEOUT:
            found = Cause.NOT_TAKEN
        case Layer.TLS:
            found = _of_tls(causes, progress)
        case Layer.READ_TIMEOUT:
            found = _of_waiting(progress)
        case Layer.CONNECTION_LOST:
            found = _of_end(causes, progress)
        case Layer.NOT_HTTP:
            found = of_what_is_no_http(causes) or found
        case Layer.REFUSED_HERE | Layer.CANCELLED:
            pass
    return found


def of_what_is_no_http(causes: tuple[BaseException, ...]) -> Cause | None:
    """What is wrong with a reply that came and cannot be read as HTTP; None where it broke off, or never came."""
    if _first(causes, http.client.RemoteDisconnected):
        return None
    for kind, cause in _NO_HTTP:
        if _first(causes, kind):
            return cause
    if odd := _first(causes, http.client.BadStatusLine):
        return _of_first_line(str(odd))
    if any(isinstance(one, http.client.HTTPException) and "headers" in str(one) for one in causes):
        return Cause.HEADER_TOO_LARGE
    chunk = _first(causes, InvalidChunkLength)
    # A ValueError is what becomes of a chunk with a negative length.
    is_chunk = (chunk is not None and chunk.length != b"") or any(type(one) is ValueError for one in causes)
    return Cause.BAD_CHUNK if is_chunk else None


_NO_HTTP: tuple[tuple[type[BaseException], Cause], ...] = (
    (TooManyInterimError, Cause.INTERIM_ONLY),
    (InvalidHeader, Cause.BAD_LENGTH),
    (http.client.UnknownProtocol, Cause.BAD_STATUS_LINE),
    (http.client.LineTooLong, Cause.HEADER_TOO_LARGE),
)


def tunnel_status(causes: tuple[BaseException, ...]) -> str:
    """The status with which a proxy refused the tunnel, or ""."""
    found = (_TUNNEL_STATUS.search(str(one)) for one in causes)
    return next((one[1] for one in found if one), "")


def _of_name(causes: tuple[BaseException, ...]) -> Cause:
    trouble = _first(causes, socket.gaierror)
    if _first(causes, UnicodeError):
        return Cause.BAD_NAME
    return Cause.DNS_SILENT if trouble and trouble.errno == socket.EAI_AGAIN else Cause.NO_SUCH_NAME


def _of_connection(causes: tuple[BaseException, ...]) -> Cause:
    if _first(causes, ConnectionRefusedError):
        return Cause.REFUSED
    if _first(causes, PermissionError):
        return Cause.BARRED
    return Cause.UNREACHABLE if _errnos(causes) & _UNREACHABLE else Cause.UNKNOWN


_PROXY_STATUSES = {"407": Cause.PROXY_LOGIN, "403": Cause.PROXY_FORBIDS, "502": Cause.PROXY_GATEWAY}
_PROXY_STATUSES |= {"503": Cause.PROXY_GATEWAY, "504": Cause.PROXY_GATEWAY}


def _of_proxy(causes: tuple[BaseException, ...], progress: SendProgress) -> Cause:
    if status := tunnel_status(causes):
        return _PROXY_STATUSES.get(status, Cause.PROXY_STATUS)
    if _first(causes, socket.gaierror):
        return Cause.PROXY_NAME
    if not progress.tcp_connected:
        return Cause.PROXY_REFUSED if _first(causes, ConnectionRefusedError) else Cause.PROXY_UNREACHABLE
    if _first(causes, ssl.SSLError):
        return Cause.PROXY_TLS
    if _first(causes, TimeoutError) or _first(causes, ConnectTimeoutError) or progress.aborted_by:
        return Cause.PROXY_SILENT
    return Cause.PROXY_NO_HTTP if of_what_is_no_http(causes) else Cause.PROXY_CLOSED


def _of_tls(causes: tuple[BaseException, ...], progress: SendProgress) -> Cause:
    if unsure := _first(causes, ssl.SSLCertVerificationError):
        return _CERTIFICATES.get(getattr(unsure, "verify_code", 0), Cause.BAD_CERTIFICATE)
    if _first(causes, TimeoutError) or progress.aborted_by:
        return Cause.HANDSHAKE_SILENT
    said = " ".join(filter(None, (getattr(one, "reason", "") for one in causes if isinstance(one, ssl.SSLError))))
    for words, cause in _HANDSHAKES:
        if any(word in said for word in words):
            return cause
    ended = _first(causes, ssl.SSLEOFError) or _first(causes, *_RESETS) or not _first(causes, ssl.SSLError)
    return Cause.HANDSHAKE_CLOSED if ended else Cause.UNKNOWN


def _of_waiting(progress: SendProgress) -> Cause:
    is_late = progress.aborted_by is AbortReason.DEADLINE
    if progress.first_byte is not None:
        return Cause.ENDLESS if is_late else Cause.BODY_STALLED
    if not progress.heard:
        return Cause.NO_REPLY
    return Cause.ENDLESS if is_late else Cause.HEADER_STALLED


def _of_end(causes: tuple[BaseException, ...], progress: SendProgress) -> Cause:
    is_reset = _first(causes, *_RESETS) is not None and not _first(causes, http.client.RemoteDisconnected)
    if progress.first_byte is not None or _first(causes, IncompleteRead):
        return Cause.RESET_IN_BODY if is_reset else Cause.CLOSED_IN_BODY
    if progress.heard:
        return Cause.CLOSED_IN_HEADER
    return Cause.RESET_UNANSWERED if is_reset else Cause.CLOSED_UNANSWERED


def _of_first_line(line: str) -> Cause:
    """What a first line is that is no status line; http.client puts it into quotes where it tells it."""
    begin = line.strip("'\"").lstrip()
    if begin.startswith("HTTP/"):
        return Cause.BAD_STATUS_LINE
    if begin.startswith(("\x15\x03", "\x16\x03", r"\x15\x03", r"\x16\x03")):
        return Cause.TLS_AT_PLAIN_PORT
    return Cause.NO_HEADER if begin.startswith(("<", "{", "[")) else Cause.OTHER_PROTOCOL


def _first(causes: Iterable[BaseException], *kinds: type[E]) -> E | None:
    """The first of these kinds."""
    return next((one for one in causes if isinstance(one, kinds)), None)


def _errnos(causes: Iterable[BaseException]) -> set[int]:
    return {one.errno for one in causes if isinstance(one, OSError) and one.errno}
