"""How far one send has got, and how another thread ends it."""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from enum import Enum

from qfpay_gui.qfpay.reply.exchange import Timings


class AbortReason(Enum):
    """Who ended the send on this side."""

    CANCELLED = "cancelled"
    DEADLINE = "deadline"


class AbortedError(Exception):
    """The send was ended on this side before the next step."""


class TooManyInterimError(Exception):
    """A server keeps saying that its reply is still to come."""


class SendProgress:
    """The progress of one send and the sockets it uses.

    ``peer`` is the host and port that was connected to (the proxy's, where there is one), "" before
    that. ``tcp_connected`` is True once TCP stands, ``connected`` the seconds until TCP, tunnel
    and TLS stood, ``heard`` how many lines of a reply came, ``handed_over`` True as soon as a byte
    of the request was given to the network.
    """

    def __init__(self, *, proxied: bool = False) -> None:
        self.proxied = proxied
        self.peer = ""
        self.tcp_connected = False
        self.connected: float | None = None
        self.first_byte: float | None = None
        self.handed_over = False
        self.heard = 0
        self.aborted_by: AbortReason | None = None
        self.woken = threading.Event()
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
        """Raise AbortedError where the send was aborted."""
        if self.aborted_by is not None:
            raise AbortedError(self.aborted_by.value)

    def watch(self, sock: socket.socket) -> None:
        """Let ``abort`` reach this socket.

        A duplicate is kept: TLS takes the descriptor away from the object given here, and
        shutting down the duplicate ends the connection whoever holds it by then.
        """
        duplicate = sock.dup()
        with self._lock:
            self._sockets.append(duplicate)
            ended = self.aborted_by is not None
        if ended:
            _shut_down(duplicate)

    def abort(self, end: AbortReason) -> None:
        """End whatever waits on these sockets; the first caller's reason stands."""
        with self._lock:
            self.aborted_by = self.aborted_by or end
            for sock in self._sockets:
                _shut_down(sock)
        self.woken.set()

    def release(self) -> None:
        """Let go of the sockets; others can be watched then."""
        with self._lock:
            for sock in self._sockets:
                sock.close()
            self._sockets.clear()


def _shut_down(sock: socket.socket) -> None:
    """End both directions; a socket that is not connected any more is as good."""
    with contextlib.suppress(OSError):
        sock.shutdown(socket.SHUT_RDWR)
