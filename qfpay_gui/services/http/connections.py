"""urllib3's connections, made to report their progress, to be aborted, and to be used for one request only."""

from __future__ import annotations

import http.client
import io
import re
import socket
import threading
import time
from functools import partial
from typing import TYPE_CHECKING, Any

from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPSConnectionPool
from urllib3.exceptions import ConnectTimeoutError, NewConnectionError

from qfpay_gui.services.http.progress import AbortedError, TooManyInterimError

if TYPE_CHECKING:
    import ssl

    from qfpay_gui.services.http.progress import SendProgress

Address = tuple[socket.AddressFamily, socket.SocketKind, int, str, tuple[str, int] | tuple[str, int, int, int]]

_INTERIM = re.compile(rb"HTTP/1\.[01] 1\d\d\b")
_MOST_INTERIM = 20


def open_socket(progress: SendProgress, host: str, port: int, within: float) -> socket.socket:
    """A connected TCP socket with ``within`` seconds as its time-out.

    Name and connection share these seconds; the addresses of a name are tried in turn, each
    with its part of what is left. Raises socket.gaierror, TimeoutError, OSError, AbortedError.
    """
    until = time.perf_counter() + within
    found = _resolve(progress, host, port, within)
    trouble = OSError(f"{host} has no address")
    for left, address in zip(range(len(found), 0, -1), found, strict=True):
        try:
            return _connect(progress, address, (until - time.perf_counter()) / left, within)
        except OSError as error:
            trouble = error
    raise trouble


def _resolve(progress: SendProgress, host: str, port: int, within: float) -> list[Address]:
    """The addresses of a name. The system's resolver knows no time-out, so it is asked aside."""
    answers: list[list[Address] | Exception] = []

    def ask() -> None:
        try:
            answers.append(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))  # type: ignore[arg-type]
        except (OSError, UnicodeError) as error:
            answers.append(error)
        progress.woken.set()

    threading.Thread(target=ask, name="name resolution", daemon=True).start()
    progress.woken.wait(within)
    if not answers:
        raise socket.gaierror(socket.EAI_AGAIN, f"no answer for {host} within {within:g} s")
    match answers[0]:
        case socket.gaierror() as error:
            raise error
        case Exception() as error:
            raise socket.gaierror(socket.EAI_NONAME, f"{host}: {error}") from error
        case found:
            return found


def _connect(progress: SendProgress, address: Address, share: float, timeout: float) -> socket.socket:
    """A socket connected to this address within its share of the time, in seconds."""
    family, kind, protocol, _name, where = address
    sock = socket.socket(family, kind, protocol)
    try:
        sock.settimeout(max(share, 0.001))
        progress.watch(sock)
        sock.connect(where)
        progress.check()
    except (OSError, AbortedError):
        sock.close()
        progress.release()
        progress.check()
        raise
    sock.settimeout(timeout)
    return sock


class WholeHeaderReply(http.client.HTTPResponse):
    """A reply whose header must end with an empty line.

    http.client takes a connection that ends inside the header for the end of the header; the
    cut reply would then pass for a whole one with an empty body.
    """

    def __init__(self, sock: socket.socket, *args: Any, progress: SendProgress, **kwargs: Any) -> None:
        super().__init__(sock, *args, **kwargs)
        # What is read before the request was handed over is a proxy's answer.
        self.is_reply = progress.handed_over
        self._reader = _LastLineReader(self.source(self.fp.detach()))
        self._reader.progress = progress if self.is_reply else None
        self.fp = self._reader

    def source(self, raw: Any) -> Any:
        """What is read from: the socket."""
        return raw

    def begin(self) -> None:
        """Read status and header. Raises RemoteDisconnected where the connection ends inside them."""
        super().begin()
        if not self._reader.last_line:
            raise http.client.RemoteDisconnected("Remote end closed connection inside the header of its reply")


class _LastLineReader(io.BufferedReader):
    """Remembers the line that was read last, and ends a reply of nothing but interim ones."""

    last_line = b"-"
    progress: SendProgress | None = None
    _interim = 0

    def readline(self, size: int | None = -1, /) -> bytes:
        self.last_line = super().readline(size)
        if self.progress is not None and self.last_line:
            self.progress.heard += 1
        self._interim += _INTERIM.match(self.last_line) is not None
        if self._interim > _MOST_INTERIM:
            raise TooManyInterimError
        return self.last_line


class TrackedConnection(HTTPConnection):
    """A connection that tells how far the request got."""

    def __init__(self, *args: Any, progress: SendProgress, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._progress = progress
        self.response_class = partial(WholeHeaderReply, progress=progress)  # type: ignore[assignment]  # called as a class

    def connect(self) -> None:
        """Connect; the progress knows the time once TCP, tunnel and TLS stand."""
        super().connect()
        self._progress.check()
        self._progress.connected = self._progress.elapsed()

    def send(self, data: Any) -> None:
        """Hand these bytes to the network, unless the send was aborted.

        What is sent while connecting is the request for a tunnel, which only the proxy sees.
        """
        if self.sock is None:
            self.connect()
        self._progress.check()
        self._progress.handed_over = self._progress.connected is not None
        super().send(data)

    def _new_conn(self) -> socket.socket:
        self._progress.peer = f"{self.host}:{self.port}"
        try:
            sock = open_socket(self._progress, self._dns_host, self.port, float(self.timeout or 0))
        except TimeoutError as error:
            raise ConnectTimeoutError(self, str(error)) from error
        except OSError as error:
            raise NewConnectionError(self, str(error)) from error
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._progress.tcp_connected = True
        return sock


class TrackedTlsConnection(TrackedConnection, HTTPSConnection):
    """The same over TLS."""


class OnceAdapter(HTTPAdapter):
    """Sends one request over one new connection; no connection is kept, nothing is tried again.

    ``context`` knows every authority that is trusted; None for a host of this machine that is asked without TLS.
    """

    def __init__(self, progress: SendProgress, context: ssl.SSLContext | None) -> None:
        self._progress = progress
        self._context = context
        super().__init__(pool_connections=1, pool_maxsize=1, max_retries=0)

    def build_connection_pool_key_attributes(self, *args: Any, **kwargs: Any) -> Any:
        """The pool's host and its TLS settings, with the context that knows the added authorities."""
        host, tls = super().build_connection_pool_key_attributes(*args, **kwargs)
        return host, {**tls, "ssl_context": self._context}

    def cert_verify(self, conn: Any, url: str, verify: Any, cert: Any) -> None:
        """Have every certificate verified; but for a proxy's, what is trusted is in the context already."""
        super().cert_verify(conn, url, verify, cert)  # type: ignore[no-untyped-call]  # requests has no types for it
        if self._context is not None and conn.proxy is None:
            conn.ca_certs = None

    def get_connection_with_tls_context(self, *args: Any, **kwargs: Any) -> Any:
        """The pool for this request, direct or through the proxy, whose connections report the progress."""
        pool: Any = super().get_connection_with_tls_context(*args, **kwargs)
        pool.ConnectionCls = TrackedTlsConnection if isinstance(pool, HTTPSConnectionPool) else TrackedConnection
        pool.conn_kw["progress"] = self._progress
        return pool
