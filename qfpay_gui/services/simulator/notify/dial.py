"""One POST to this machine, with bounds on time and size; keeps what was really said on both sides."""

from __future__ import annotations

import http.client
import io
import socket
import time
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from qfpay_gui.services.simulator.notify.loopback import Target

PATIENCE = 5.0
"""Seconds from the first knock to the last byte of the answer."""

LARGEST_ANSWER = 64 * 1024
_LARGEST_WITH_HEADERS = 4 * LARGEST_ANSWER


@dataclass(frozen=True)
class Heard:
    """What came back: the HTTP status (None without an answer), the body, everything as it came, and what failed."""

    status: int | None = None
    body: bytes = field(default=b"", repr=False)
    raw: bytes = field(default=b"", repr=False)
    failure: str = ""


class Call:
    """One call, which another thread may cut short with ``hang_up``."""

    def __init__(self, target: Target, request: bytes) -> None:
        self._target, self._request = target, request
        self._connection: socket.socket | None = None
        self._hung_up = False

    def make(self) -> Heard:
        """Connect, post, listen, hang up; never raises for what the other side does."""
        deadline = time.monotonic() + PATIENCE
        line: _Line | None = None
        try:
            self._connection = self._connect(deadline)
            line = _Line(self._connection, deadline)
            if self._hung_up:
                return Heard(failure="The simulator was stopped.")
            self._connection.sendall(self._request)
            return _read(line)
        except (OSError, http.client.HTTPException) as error:
            return Heard(raw=bytes(line.heard) if line else b"", failure=_told(error))
        finally:
            if self._connection:
                self._connection.close()

    def hang_up(self) -> None:
        """End the call now."""
        self._hung_up = True
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


class _Line(io.RawIOBase):
    """The incoming side of a connection: keeps what it hears, and stops listening at the deadline."""

    def __init__(self, connection: socket.socket, deadline: float) -> None:
        self._connection, self._deadline = connection, deadline
        self.heard = bytearray()

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Up to a bufferful, nothing beyond all bounds; raises TimeoutError."""
        if len(self.heard) > _LARGEST_WITH_HEADERS:
            return 0
        _limit(self._connection, self._deadline)
        length = self._connection.recv_into(buffer)
        self.heard += memoryview(buffer)[:length]
        return length

    def makefile(self, _mode: str) -> io.BufferedReader:
        """What http.client asks a socket for."""
        return io.BufferedReader(self)


def _connected(host: str, port: int, deadline: float) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    connection = socket.socket(family, socket.SOCK_STREAM)
    try:
        _limit(connection, deadline)
        connection.connect((host, port))
    except OSError:
        connection.close()
        raise
    return connection


def _limit(connection: socket.socket, deadline: float) -> None:
    """Bound the next step by what is left of the time; raises TimeoutError."""
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError
    connection.settimeout(left)


def _read(line: _Line) -> Heard:
    """The answer; raises what http.client raises."""
    response = http.client.HTTPResponse(line, method="POST")  # type: ignore[arg-type] # it only asks for makefile
    with response:
        response.begin()
        body = response.read(LARGEST_ANSWER + 1)
    return Heard(response.status, body, bytes(line.heard))


def _told(error: Exception) -> str:
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
