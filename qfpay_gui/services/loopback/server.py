"""The listening socket: a thread a connection, not more of them than places, and no fault that prints a traceback."""

from __future__ import annotations

import os
import socket
import sys
import threading
import time
from contextlib import suppress
from http.server import ThreadingHTTPServer
from socketserver import TCPServer
from typing import TYPE_CHECKING, Any

from qfpay_gui.services.faults.faults import note

if TYPE_CHECKING:
    from collections.abc import Callable, Container
    from http.server import BaseHTTPRequestHandler

HOST = "127.0.0.1"
MOST = 256
"""Connections that are served at once."""
GRACE = 1.0
"""Seconds after which, where all places are taken, a request that is still on its way is given up."""
_FULL = b"HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nRetry-After: 1\r\nConnection: close\r\n\r\n"


class Places:
    """Who is inside, ``most`` at once: whoever sends its request for longer than ``grace`` seconds makes way."""

    def __init__(self, most: int = MOST, grace: float = GRACE) -> None:
        self._most, self._grace, self._change = most, grace, threading.Condition()
        self._inside: set[socket.socket] = set()
        self._sending: dict[socket.socket, float] = {}

    def enter(self, connection: socket.socket) -> bool:
        """Let a connection in, which may take the grace; False where all others wait for their answers."""
        with self._change:
            while len(self._inside) >= self._most:
                if not self._sending:
                    return False
                longest, since = next(iter(self._sending.items()))
                if (rest := since + self._grace - time.monotonic()) <= 0:
                    self._put_out(longest)
                    break
                self._change.wait(rest)
            self._inside.add(connection)
            self._sending[connection] = time.monotonic()
            return True

    def taken_in(self, connection: socket.socket) -> None:
        """Its request is whole: it may stay until it is answered."""
        with self._change:
            self._sending.pop(connection, None)
            self._change.notify()

    def leave(self, connection: socket.socket) -> None:
        """Its place is free."""
        with self._change:
            self._inside.discard(connection)
            self._sending.pop(connection, None)
            self._change.notify()

    def close(self) -> None:
        """Let nobody in any more, and put out all that are still sending."""
        with self._change:
            self._most = 0
            for connection in tuple(self._sending):
                self._put_out(connection)
            self._change.notify()

    def _put_out(self, connection: socket.socket) -> None:
        """End its reading, and with it its thread, which leaves."""
        del self._sending[connection]
        with suppress(OSError):
            connection.shutdown(socket.SHUT_RDWR)


class LoopbackServer(ThreadingHTTPServer):
    """Listens; ``stopping`` ends every wait of a handler. ``patience`` is in seconds, for a whole request.

    ``names`` are the hosts it answers to beside this machine's own.
    """

    daemon_threads = True
    allow_reuse_address = os.name == "posix"  # elsewhere it would take a port from under another program
    request_queue_size = 64

    names: Container[str] = ()

    def __init__(self, port: int, patience: float, handler: Callable[..., BaseHTTPRequestHandler]) -> None:
        self.patience, self.stopping, self.places = patience, threading.Event(), Places()
        super().__init__((HOST, port), handler)

    def server_bind(self) -> None:
        """Bind without the name look-up of HTTPServer, which may take seconds."""
        TCPServer.server_bind(self)

    def verify_request(self, request: Any, client_address: object) -> bool:  # noqa: ARG002 - as socketserver calls it
        """Whether there is a place for this connection; it is told where there is none."""
        if self.places.enter(request):
            return True
        with suppress(OSError):
            request.send(_FULL, getattr(socket, "MSG_DONTWAIT", 0))
        return False

    def shutdown_request(self, request: Any) -> None:
        """Free its place with the connection."""
        self.places.leave(request)
        super().shutdown_request(request)

    def shutdown(self) -> None:
        """Wait neither for answers nor for whoever is still sending."""
        self.stopping.set()
        self.places.close()
        # Where the system wakes whoever waits for a connection, it need not look up by itself.
        with suppress(OSError):
            self.socket.shutdown(socket.SHUT_RDWR)
        super().shutdown()

    def handle_error(self, request: object, client_address: object) -> None:  # noqa: ARG002 - as socketserver calls it
        """Report what is not a client that went away."""
        error = sys.exc_info()[1]
        if error is not None and not isinstance(error, OSError):
            note(error)
