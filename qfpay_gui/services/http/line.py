"""The line to the server during one send: how far the call got, and how another thread hangs up."""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from enum import Enum

from qfpay_gui.qfpay.reply.exchange import Timings


class End(Enum):
    """Who hung up on this side."""

    CANCELLED = "cancelled"
    DEADLINE = "deadline"


class HungUpError(Exception):
    """The line was hung up on this side before the next step."""


class Line:
    """The progress of one send and the sockets it uses.

    ``peer`` is the host and port that was dialled (the proxy's, where there is one), "" before
    dialling. ``dialled`` is True once TCP stands, ``connected`` the seconds until TCP, tunnel
    and TLS stood, ``handed_over`` True as soon as a byte of the request was given to the network.
    """

    def __init__(self, *, proxied: bool = False) -> None:
        self.proxied = proxied
        self.peer = ""
        self.dialled = False
        self.connected: float | None = None
        self.first_byte: float | None = None
        self.handed_over = False
        self.ended_by: End | None = None
        self.stirred = threading.Event()
        self._started = time.perf_counter()
        self._lock = threading.Lock()
        self._sockets: list[socket.socket] = []

    def elapsed(self) -> float:
        """Seconds since the send began."""
        return time.perf_counter() - self._started

    def timings(self) -> Timings:
        """What was measured so far."""
        return Timings(self.connected, self.first_byte, self.elapsed())

    def check(self) -> None:
        """Raise HungUpError where the line was hung up."""
        if self.ended_by is not None:
            raise HungUpError(self.ended_by.value)

    def guard(self, sock: socket.socket) -> None:
        """Let ``hang_up`` reach this socket.

        A duplicate is kept: TLS takes the descriptor away from the object given here, and
        shutting down the duplicate ends the connection whoever holds it by then.
        """
        duplicate = sock.dup()
        with self._lock:
            self._sockets.append(duplicate)
            ended = self.ended_by is not None
        if ended:
            _shut_down(duplicate)

    def hang_up(self, end: End) -> None:
        """End whatever waits on this line; the first caller's reason stands."""
        with self._lock:
            self.ended_by = self.ended_by or end
            for sock in self._sockets:
                _shut_down(sock)
        self.stirred.set()

    def release(self) -> None:
        """Let go of the sockets; the line can be guarded anew."""
        with self._lock:
            for sock in self._sockets:
                sock.close()
            self._sockets.clear()


def _shut_down(sock: socket.socket) -> None:
    """End both directions; a socket that is not connected any more is as good."""
    with contextlib.suppress(OSError):
        sock.shutdown(socket.SHUT_RDWR)
