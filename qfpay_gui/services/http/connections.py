"""urllib3's connections, made to report to a line, to be hung up, and to be used for one request only."""

from __future__ import annotations

import http.client
import io
import socket
from typing import TYPE_CHECKING, Any

from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPSConnectionPool
from urllib3.exceptions import ConnectTimeoutError, NewConnectionError

from qfpay_gui.services.http.dialling import dial

if TYPE_CHECKING:
    import ssl

    from qfpay_gui.services.http.line import Line


class WholeHeaderReply(http.client.HTTPResponse):
    """A reply whose header must end with an empty line.

    http.client takes a connection that ends inside the header for the end of the header; the
    cut reply would then pass for a whole one with an empty body.
    """

    def __init__(self, sock: socket.socket, *args: Any, **kwargs: Any) -> None:
        super().__init__(sock, *args, **kwargs)
        self._reader = _LastLineReader(self.fp.detach())
        self.fp = self._reader

    def begin(self) -> None:
        """Read status and header. Raises RemoteDisconnected where the connection ends inside them."""
        super().begin()
        if not self._reader.last_line:
            raise http.client.RemoteDisconnected("Remote end closed connection inside the header of its reply")


class _LastLineReader(io.BufferedReader):
    """Remembers the line that was read last."""

    last_line = b"-"

    def readline(self, size: int | None = -1, /) -> bytes:
        self.last_line = super().readline(size)
        return self.last_line


class LineConnection(HTTPConnection):
    """A connection that dials through its line and tells it how far the request got."""

    response_class = WholeHeaderReply

    def __init__(self, *args: Any, line: Line, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._line = line

    def connect(self) -> None:
        """Connect; the line knows the time once TCP, tunnel and TLS stand."""
        super().connect()
        self._line.check()
        self._line.connected = self._line.elapsed()

    def send(self, data: Any) -> None:
        """Hand these bytes to the network, unless the line was hung up.

        What is sent while connecting is the request for a tunnel, which only the proxy sees.
        """
        if self.sock is None:
            self.connect()
        self._line.check()
        self._line.handed_over = self._line.connected is not None
        super().send(data)

    def _new_conn(self) -> socket.socket:
        self._line.peer = f"{self.host}:{self.port}"
        try:
            sock = dial(self._line, self._dns_host, self.port, float(self.timeout or 0))
        except TimeoutError as error:
            raise ConnectTimeoutError(self, str(error)) from error
        except OSError as error:
            raise NewConnectionError(self, str(error)) from error
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._line.dialled = True
        return sock


class LineTlsConnection(LineConnection, HTTPSConnection):
    """The same over TLS."""


class OnceAdapter(HTTPAdapter):
    """Sends one request over one new connection; nothing is kept, nothing is tried again."""

    def __init__(self, line: Line, context: ssl.SSLContext | None) -> None:
        self._line = line
        self._context = context
        super().__init__(pool_connections=1, pool_maxsize=1, max_retries=0)

    def build_connection_pool_key_attributes(self, *args: Any, **kwargs: Any) -> Any:
        """The pool's host and its TLS settings, with the context that knows the added authorities."""
        host, tls = super().build_connection_pool_key_attributes(*args, **kwargs)
        return host, {**tls, "ssl_context": self._context}

    def get_connection_with_tls_context(self, *args: Any, **kwargs: Any) -> Any:
        """The pool for this request, direct or through the proxy, whose connections use the line."""
        pool: Any = super().get_connection_with_tls_context(*args, **kwargs)
        pool.ConnectionCls = LineTlsConnection if isinstance(pool, HTTPSConnectionPool) else LineConnection
        pool.conn_kw["line"] = self._line
        return pool
