"""A request sent once as the very bytes that are given, and its reply heard as the very bytes that come."""

from __future__ import annotations

import io
from functools import partial
from typing import TYPE_CHECKING, Any

import requests
from urllib3.connectionpool import HTTPSConnectionPool

from qfpay_gui.services.http.cancellation import Cancellation
from qfpay_gui.services.http.connections import (
    OnceAdapter,
    TrackedConnection,
    TrackedTlsConnection,
    WholeHeaderReply,
)
from qfpay_gui.services.http.transport import outcome_of, read_body, under_way

if TYPE_CHECKING:
    from collections.abc import Callable

    from urllib3.response import BaseHTTPResponse

    from qfpay_gui.qfpay.reply.exchange import HttpReply, TransportFailure
    from qfpay_gui.services.http.terms import Terms

_PIECE = 64 * 1024


def send_verbatim(  # noqa: PLR0913 - what is sent, whereto, on which terms, and who hears of it
    raw: bytes,
    base_url: str,
    terms: Terms,
    *,
    heard: Callable[[bytes], None],
    begun: Callable[[], None],
    cancel: Cancellation | None = None,
) -> HttpReply | TransportFailure:
    """The reply to these bytes, or the failure that stands in its place; they are sent once.

    ``heard`` is given each piece of the reply as it came, ``begun`` told once its head was read as HTTP. The reply
    is read to its end, of which no more is kept than the terms allow. ``base_url`` is a scheme and a host.
    """
    # A reply to HEAD has no body, whatever its head announces.
    method = "HEAD" if raw.startswith(b"HEAD ") else "GET"

    def read(response: BaseHTTPResponse, limit: int) -> tuple[bytes, bool]:
        begun()
        body, cut = read_body(response, limit)
        for _rest in response.stream(_PIECE, decode_content=False) if cut else ():
            pass
        return body, cut

    with under_way(f"{base_url}/", terms, cancel or Cancellation()) as way:
        adapter = partial(_VerbatimAdapter, raw=raw, heard=heard)
        return outcome_of(way, requests.Request(method, way.url).prepare, adapter, read)


class _Heard(io.RawIOBase):
    """What is read through it is told."""

    def __init__(self, raw: Any, heard: Callable[[bytes], None]) -> None:
        self._raw, self._heard = raw, heard

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        length: int | None = self._raw.readinto(buffer)
        if length:
            self._heard(bytes(buffer[:length]))
        return length

    def close(self) -> None:
        self._raw.close()
        super().close()


class _HeardReply(WholeHeaderReply):
    """A reply whose bytes are told as they come; those of a proxy that opens a tunnel are not."""

    def __init__(self, *args: Any, heard: Callable[[bytes], None], **kwargs: Any) -> None:
        self._heard = heard
        super().__init__(*args, **kwargs)

    def begin(self) -> None:
        """Read status and header; every interim reply is one to wait behind, also those the library does not know."""
        super().begin()
        while 100 <= self.status < 200:
            self.headers = self.msg = None  # type: ignore[assignment]  # as it is before the first head
            super().begin()

    def source(self, raw: Any) -> Any:
        """What is read from: the socket, overheard."""
        return _Heard(raw, self._heard) if self.is_reply else raw


class _VerbatimConnection(TrackedConnection):
    """Hands the given bytes to the network in the place of those that the library makes."""

    def __init__(self, *args: Any, raw: bytes, heard: Callable[[bytes], None], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._raw: bytes | None = raw
        self.response_class = partial(_HeardReply, progress=self._progress, heard=heard)  # type: ignore[assignment]  # called as a class

    def send(self, data: Any) -> None:
        """Send the given bytes, once; while a tunnel is being opened, the request for it."""
        if self.sock is not None and self._progress.connected is None:
            super().send(data)
        elif self._raw is not None:
            raw, self._raw = self._raw, None
            super().send(raw)


class _VerbatimTlsConnection(_VerbatimConnection, TrackedTlsConnection):
    """The same over TLS."""


class _VerbatimAdapter(OnceAdapter):
    """Opens one such connection."""

    def __init__(self, *args: Any, raw: bytes, heard: Callable[[bytes], None]) -> None:
        super().__init__(*args)
        self._kept = {"raw": raw, "heard": heard}

    def get_connection_with_tls_context(self, *args: Any, **kwargs: Any) -> Any:
        """The pool for this request, whose connections send what was given."""
        pool = super().get_connection_with_tls_context(*args, **kwargs)
        is_tls = isinstance(pool, HTTPSConnectionPool)
        pool.ConnectionCls = _VerbatimTlsConnection if is_tls else _VerbatimConnection
        pool.conn_kw.update(self._kept)
        return pool
