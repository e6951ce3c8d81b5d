"""A service on loopback as a thing to start and stop, as often as wanted."""

from __future__ import annotations

import errno
import threading
from typing import TYPE_CHECKING, Self

from qfpay_gui.services.loopback.server import HOST, LoopbackServer

if TYPE_CHECKING:
    from collections.abc import Callable, Container
    from types import TracebackType

    from qfpay_gui.services.loopback.handler import LoopbackHandler

_LOOKS_UP = 0.05
"""Seconds after which a running server sees at the latest that it is to stop."""
_PARTING = 5
"""Seconds its thread is given to end."""


class NotListeningError(OSError):
    """A port cannot be had; ``text`` says so to people."""

    @property
    def text(self) -> str:
        """The sentence."""
        return self.strerror or ""


class LoopbackService:
    """Answers on loopback from ``start`` to ``stop``, as often as wanted, or within a ``with``.

    ``port`` 0 takes any free one. A client has ``patience`` seconds for its request. ``handler`` makes the handler of
    each connection. Raises ValueError for an impossible port.
    """

    names: Container[str] = ()
    """Hosts it answers to beside this machine's own, in lower case; what is set counts from the next start."""
    called: str
    """What a sentence about its port calls it."""
    thread_name: str

    def __init__(self, port: int, patience: float, handler: Callable[..., LoopbackHandler]) -> None:
        if not 0 <= port <= 65535:
            raise ValueError("A port is a number from 0 to 65535; 0 takes any free one.")
        self._port, self._patience, self._handler = port, patience, handler
        self._server: LoopbackServer | None = None
        self._thread = threading.Thread()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.stop()

    @property
    def base_url(self) -> str:
        """Where it listens, or "" while it does not run."""
        server = self._server
        return f"http://{HOST}:{server.server_address[1]}" if server else ""

    def start(self) -> None:
        """Listen; returns when requests are taken. Raises NotListeningError."""
        if self._server:
            return
        try:
            self._server = server = LoopbackServer(self._port, self._patience, self._handler)
        except OSError as error:
            raise NotListeningError(error.errno, self._not_listening(error)) from error
        server.names = self.names
        self._opened()
        self._thread = threading.Thread(
            target=server.serve_forever, args=(_LOOKS_UP,), daemon=True, name=self.thread_name
        )
        self._thread.start()

    def stop(self) -> None:
        """Listen no more and drop answers that are still waited for; harmless when it does not run."""
        server, self._server = self._server, None
        if server:
            server.shutdown()
            server.server_close()
            self._thread.join(_PARTING)
            self._closed()

    def _opened(self) -> None:
        """The port is had; the first request is taken after this."""

    def _closed(self) -> None:
        """No more requests are taken."""

    def _not_listening(self, error: OSError) -> str:
        """Why the port cannot be had."""
        if error.errno == errno.EADDRINUSE:
            return f"Port {self._port} is taken by another program: choose another one, or 0 for any free port."
        return f"The {self.called} cannot listen on port {self._port}: {error.strerror}."
