"""Which layer failed, whether the request may have arrived, and the library's words without secrets."""

from __future__ import annotations

import socket
import ssl
from typing import TYPE_CHECKING

from urllib3.exceptions import ProxyError

from qfpay_gui.qfpay.reply.exchange import Layer, TransportFailure
from qfpay_gui.qfpay.secrets.masking import one_line
from qfpay_gui.services.http.causes import cause_of, of_what_is_no_http, tunnel_status
from qfpay_gui.services.http.progress import AbortReason

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from qfpay_gui.services.http.progress import SendProgress


def failure(error: BaseException, progress: SendProgress, secrets: Iterable[str]) -> TransportFailure:
    """What this exception means for a request that got as far as the progress says."""
    causes = tuple(causes_of(error))
    layer = _layer(causes, progress)
    return TransportFailure(
        layer,
        may_have_arrived=progress.handed_over,
        technical=one_line(_words(causes[-1], progress), secrets),
        cause=cause_of(causes, layer, progress),
        peer=progress.peer,
        status=tunnel_status(causes),
    )


def causes_of(error: BaseException) -> Iterator[BaseException]:
    """The exception, then what it wraps, down to the reason."""
    seen: set[int] = set()
    inner: BaseException | None = error
    while inner is not None and id(inner) not in seen:
        seen.add(id(inner))
        yield inner
        inner = _wrapped(inner)


def _wrapped(error: BaseException) -> BaseException | None:
    """What an exception was raised for: urllib3 keeps it as reason or argument, Python as cause or context."""
    candidates = (getattr(error, "reason", None), *error.args, error.__cause__)
    found = next((one for one in candidates if isinstance(one, BaseException)), None)
    return found or (None if error.__suppress_context__ else error.__context__)


def _layer(causes: tuple[BaseException, ...], progress: SendProgress) -> Layer:
    if progress.aborted_by is AbortReason.CANCELLED:
        return Layer.CANCELLED
    return _layer_on_the_way(causes, progress) if progress.connected is None else _layer_of_reply(causes, progress)


def _layer_on_the_way(causes: tuple[BaseException, ...], progress: SendProgress) -> Layer:
    """Behind a proxy, all but the TLS of the server itself is the proxy's."""
    to_server = _any(causes, ssl.SSLError) and not _any(causes, ProxyError)
    if progress.proxied and not to_server:
        return Layer.PROXY
    if not progress.peer:
        return Layer.REFUSED_HERE
    if progress.tcp_connected:
        return Layer.TLS
    if _any(causes, socket.gaierror):
        return Layer.NAME_RESOLUTION
    return Layer.CONNECT_TIMEOUT if _any(causes, TimeoutError) or progress.aborted_by else Layer.CONNECT


def _layer_of_reply(causes: tuple[BaseException, ...], progress: SendProgress) -> Layer:
    """An end of stream inside TLS is a lost connection, whatever class it arrives as."""
    if progress.aborted_by is AbortReason.DEADLINE or _any(causes, TimeoutError):
        return Layer.READ_TIMEOUT
    if _any(causes, ssl.SSLError) and not _any(causes, (ssl.SSLEOFError, ssl.SSLZeroReturnError)):
        return Layer.TLS
    return Layer.NOT_HTTP if of_what_is_no_http(causes) else Layer.CONNECTION_LOST


def _words(reason: BaseException, progress: SendProgress) -> str:
    match progress.aborted_by:
        case AbortReason.CANCELLED:
            said = "cancelled"
        case AbortReason.DEADLINE:
            said = f"not finished after {progress.elapsed():.1f} s, given up"
        case None:
            said = f"{type(reason).__name__}: {reason}"
    return f"{progress.peer}: {said}" if progress.peer else said


def _any(causes: tuple[BaseException, ...], kinds: type[BaseException] | tuple[type[BaseException], ...]) -> bool:
    return any(isinstance(cause, kinds) for cause in causes)
