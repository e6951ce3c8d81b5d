"""One POST to this machine, with bounds on time and size; keeps what was really said on both sides."""

from __future__ import annotations

import http.client
import io
import socket
import time
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from qfpay_gui.services.loopback.stream import BoundedStream, limit

if TYPE_CHECKING:
    from qfpay_gui.services.simulator.notify.loopback import NotifyTarget

PATIENCE = 5.0
"""Seconds from the connection to the last byte of the answer."""

LARGEST_ANSWER = 64 * 1024
_LARGEST_WITH_HEADERS = 4 * LARGEST_ANSWER


@dataclass(frozen=True)
class PostResult:
    """What came back: the HTTP status (None without an answer), the body, everything as it came, and what failed."""

    status: int | None = None
    body: bytes = field(default=b"", repr=False)
    raw: bytes = field(default=b"", repr=False)
    failure: str = ""


class Post:
    """One request, which another thread may cut short with ``abort``."""

    def __init__(self, target: NotifyTarget, request: bytes) -> None:
        self._target, self._request = target, request
        self._connection: socket.socket | None = None
        self._aborted = False

    def send(self) -> PostResult:
        """Connect, post, read, close; never raises for what the other side does."""
        deadline = time.monotonic() + PATIENCE
        stream: _Stream | None = None
        try:
            self._connection = self._connect(deadline)
            stream = _Stream(self._connection, deadline)
            if self._aborted:
                return PostResult(failure="The simulator was stopped.")
            self._connection.sendall(self._request)
            return _read(stream)
        except (OSError, http.client.HTTPException) as error:
            return PostResult(raw=bytes(stream.received) if stream else b"", failure=_reason(error))
        finally:
            if self._connection:
                self._connection.close()

    def abort(self) -> None:
        """End the post now."""
        self._aborted = True
        if self._connection:
            with suppress(OSError):
                self._connection.shutdown(socket.SHUT_RDWR)

    def _connect(self, deadline: float) -> socket.socket:
        """A connection to the first address that answers."""
        *others, last = self._target.hosts
        for host in others:
            with suppress(ConnectionRefusedError):
                return _connected(host, self._target.port, deadline)
        return _connected(last, self._target.port, deadline)


class _Stream(BoundedStream):
    """The incoming side of a connection: keeps what it receives, and ends beyond all bounds."""

    def __init__(self, connection: socket.socket, deadline: float) -> None:
        super().__init__(connection, deadline)
        self.received = bytearray()

    def readinto(self, buffer: Any) -> int:
        """Up to a bufferful; raises TimeoutError."""
        length = super().readinto(buffer) if len(self.received) <= _LARGEST_WITH_HEADERS else 0
        self.received += memoryview(buffer)[:length]
        return length

    def makefile(self, _mode: str) -> io.BufferedReader:
        """What http.client asks a socket for."""
        return io.BufferedReader(self)


def _connected(host: str, port: int, deadline: float) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    connection = socket.socket(family, socket.SOCK_STREAM)
    try:
        limit(connection, deadline)
        connection.connect((host, port))
    except OSError:
        connection.close()
        raise
    return connection


def _read(stream: _Stream) -> PostResult:
    """The answer; raises what http.client raises."""
    response = http.client.HTTPResponse(stream, method="POST")  # type: ignore[arg-type] # it only asks for makefile
    with response:
        response.begin()
        body = response.read(LARGEST_ANSWER + 1)
    return PostResult(response.status, body, bytes(stream.received))


def _reason(error: Exception) -> str:
    """The failure in a sentence."""
    match error:
        case ConnectionRefusedError():
            return "Nothing listens there: the connection was refused."
        case TimeoutError():
            return f"No whole answer came within {PATIENCE:g} seconds."
        case http.client.RemoteDisconnected() | ConnectionResetError():
            return "The receiver hung up without an answer."
        case http.client.IncompleteRead():
            return "The receiver hung up in the middle of its answer."
        case http.client.HTTPException():
            return "What came back is not HTTP."
        case _:
            return f"The connection failed: {getattr(error, 'strerror', None) or type(error).__name__}."
