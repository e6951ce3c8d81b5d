"""One request over one connection, through requests and urllib3, with nothing of theirs that sends again."""

from __future__ import annotations

import threading
import zlib
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import requests
from requests.structures import CaseInsensitiveDict
from requests.utils import DEFAULT_CA_BUNDLE_PATH, get_environ_proxies, select_proxy
from urllib3.exceptions import HTTPError
from urllib3.util import parse_url
from urllib3.util.ssl_ import create_urllib3_context

from qfpay_gui.qfpay.environments import is_loopback
from qfpay_gui.qfpay.reply.exchange import Cause, Exchange, HttpReply, Layer, TransportFailure
from qfpay_gui.qfpay.secrets.masking import one_line
from qfpay_gui.qfpay.text import Text, text
from qfpay_gui.services.http.connections import OnceAdapter
from qfpay_gui.services.http.failures import failure
from qfpay_gui.services.http.outgoing import headers_sent
from qfpay_gui.services.http.progress import AbortedError, AbortReason, SendProgress, TooManyInterimError

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable, Iterator

    from urllib3.response import BaseHTTPResponse

    from qfpay_gui.qfpay.request.prepared import PreparedRequest
    from qfpay_gui.services.http.cancellation import Cancellation
    from qfpay_gui.services.http.terms import Terms

NO_CA_FILE = text(
    "Client",
    "Nothing was sent: the certificate authorities in {path} cannot be read ({reason}). "
    "Choose a PEM file, or leave the setting empty.",
)
REWRITTEN = text(
    "Client", "Nothing was sent: on the way this URL would become {url}. Write the base URL without detours or escapes."
)
UNREADABLE = text("Client", "Nothing was sent: the URL cannot be read ({reason}). Correct the base URL.")
ODD_PROXY = text(
    "Client",
    "Nothing was sent: the proxy that this machine names cannot be used ({proxy}). "
    "Write it like http://proxy.example:3128; only http and https proxies are known here.",
)


class RefusedError(Exception):
    """Nothing can be sent, for a reason found on this side."""

    def __init__(self, reason: Text, layer: Layer = Layer.REFUSED_HERE) -> None:
        super().__init__(str(reason))
        self._reason, self._layer = reason, layer

    def failure(self, secrets: tuple[str, ...]) -> TransportFailure:
        """The failure that stands in the reply's place."""
        reason = self._reason.mapped(lambda value: one_line(value, secrets))
        cause = Cause.PROXY_KIND if self._layer is Layer.PROXY else Cause.UNKNOWN
        return TransportFailure(self._layer, may_have_arrived=False, technical=str(reason), reason=reason, cause=cause)


@dataclass(frozen=True)
class Way:
    """One attempt to reach a URL: its terms, how far it got, and the proxy it goes through, or ""."""

    url: str
    terms: Terms
    progress: SendProgress
    proxy: str


@contextmanager
def under_way(url: str, terms: Terms, cancel: Cancellation) -> Iterator[Way]:
    """The way to this URL, which ends at the deadline or when it is called off."""
    proxy = _proxy_for(url)
    progress = SendProgress(proxied=bool(proxy))
    deadline = threading.Timer(terms.timeouts.overall, progress.abort, (AbortReason.DEADLINE,))
    deadline.daemon = True
    deadline.start()
    cancel.on_cancel(partial(progress.abort, AbortReason.CANCELLED))
    try:
        yield Way(url, terms, progress, proxy)
    finally:
        deadline.cancel()
        progress.release()


def exchange(prepared: PreparedRequest, terms: Terms, cancel: Cancellation) -> Exchange:
    """The outcome of this request, sent once; ``refusal_to_send`` was asked before."""
    with under_way(prepared.url, terms, cancel) as way:
        outcome = outcome_of(way, lambda: _library_request(prepared), OnceAdapter, read_body)
        return Exchange(prepared, outcome, way.progress.timings())


def outcome_of(
    way: Way,
    make: Callable[[], requests.PreparedRequest],
    adapter_for: Callable[[SendProgress, ssl.SSLContext | None], OnceAdapter],
    read: Callable[[BaseHTTPResponse, int], tuple[bytes, bool]],
) -> HttpReply | TransportFailure:
    """The reply to the request that is made, its body read so, or the failure that stands in its place."""
    try:
        request = make()
        _check_proxy(way.proxy)
        adapter = adapter_for(way.progress, _tls_context(way.url, way.terms.ca_file))
    except RefusedError as refused:
        return refused.failure(way.terms.secrets)
    try:
        return _reply(request, way, adapter, read)
    # A ValueError is what http.client makes of a chunk with a negative length.
    except (AbortedError, TooManyInterimError, requests.RequestException, HTTPError, OSError, ValueError) as error:
        return failure(error, way.progress, way.terms.secrets)
    finally:
        adapter.close()


def _reply(
    request: requests.PreparedRequest,
    way: Way,
    adapter: OnceAdapter,
    read: Callable[[BaseHTTPResponse, int], tuple[bytes, bool]],
) -> HttpReply:
    """Send, and read the reply.

    The adapter is used without a session: a session reads .netrc, keeps cookies, and reads the
    whole body of a redirect, however long, even where it does not follow it.
    """
    way.progress.check()
    seconds = (way.terms.timeouts.connect, way.terms.timeouts.read)
    proxies = {"all": way.proxy} if way.proxy else {}
    with adapter.send(request, stream=True, timeout=seconds, proxies=proxies) as response:
        way.progress.first_byte = way.progress.elapsed()
        raw = response.raw
        body, truncated = read(raw, way.terms.body_limit)
        # Only a length or chunks tell a whole body from one that ended because this side ended it.
        if not (raw.chunked or "Content-Length" in raw.headers or truncated):
            way.progress.check()
        return HttpReply(raw.status, raw.reason or "", tuple(raw.headers.items()), body, truncated)


def _library_request(prepared: PreparedRequest) -> requests.PreparedRequest:
    """The same request in the library's terms. Raises ValueError for a method that is not in capitals."""
    try:
        request = requests.Request(prepared.method, prepared.url, data=prepared.body).prepare()
    except requests.RequestException as error:
        raise RefusedError(UNREADABLE.fill(reason=error)) from error
    request.headers = CaseInsensitiveDict(headers_sent(prepared))
    if request.method != prepared.method or (request.body or b"") != prepared.body:
        raise ValueError(f"the method {prepared.method!r} or the body would be sent otherwise")
    sent, target = parse_url(str(request.url)), "/" + prepared.url.split("/", 3)[3]
    if sent.request_uri != target:
        raise RefusedError(REWRITTEN.fill(url=sent.url))
    return request


def _tls_context(url: str, ca_file: str) -> ssl.SSLContext | None:
    """Verification with the authorities that requests brings along, and those of this file."""
    if not url.startswith("https:"):
        return None
    try:
        return _verifying(ca_file, Path(ca_file).stat().st_mtime_ns if ca_file else 0)
    except OSError as error:
        raise RefusedError(NO_CA_FILE.fill(path=ca_file, reason=error.strerror or error)) from error


@lru_cache(maxsize=4)
def _verifying(ca_file: str, _written: int) -> ssl.SSLContext:
    """Kept for the next request: to read all authorities takes longer than the rest of what is done here."""
    context = create_urllib3_context()
    context.load_verify_locations(cafile=DEFAULT_CA_BUNDLE_PATH)
    if ca_file:
        context.load_verify_locations(cafile=ca_file)
    return context


def _proxy_for(url: str) -> str:
    """The URL of the proxy that the environment names, or ""; what goes to this machine never leaves it."""
    if is_loopback(urlsplit(url).hostname or ""):
        return ""
    proxy = select_proxy(url, get_environ_proxies(url)) or ""
    return proxy if "://" in proxy or not proxy else f"http://{proxy}"


def _check_proxy(proxy: str) -> None:
    """Refuse a proxy of another kind, which the library would pass by, and one without a host."""
    if not proxy:
        return
    try:
        parts = parse_url(proxy)
    except HTTPError:
        parts = parse_url("")
    if parts.scheme not in {"http", "https"} or not parts.host:
        without_login = f"{proxy.partition('://')[0]}://{proxy.rpartition('@')[2].rpartition('//')[2]}"
        raise RefusedError(ODD_PROXY.fill(proxy=without_login), Layer.PROXY)


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
