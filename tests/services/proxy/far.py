"""Who is handed on to: a server that reads so many bytes, and answers with bytes that are given."""

from __future__ import annotations

import socket
import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Self

from qfpay_gui.services.http.terms import Terms
from qfpay_gui.services.proxy.door import Door, Target
from qfpay_gui.services.simulator.answers import explained

if TYPE_CHECKING:
    from types import TracebackType

    from qfpay_gui.services.simulator.answers import HttpAnswer
    from qfpay_gui.services.simulator.overheard import Overheard
    from qfpay_gui.services.simulator.wire import Request

QUIET = explained(200, "the simulator")


class Far:
    """Listens on loopback; ``wanted`` is how many bytes of a request it waits for before it sends ``answer``."""

    def __init__(self) -> None:
        self.wanted, self.answer = 0, b""
        self.got: list[bytes] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.base_url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self._thread = threading.Thread(target=self._serve, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join(5)

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                connection, _address = self._listener.accept()
                with connection:
                    self._answer(connection)

    def _answer(self, connection: socket.socket) -> None:
        received = b""
        while len(received) < self.wanted and (piece := connection.recv(65536)):
            received += piece
        self.got.append(received)
        connection.sendall(self.answer)


class Recorder:
    """A door of which everything is kept, and a simulator behind it that counts."""

    def __init__(self, patience: float = 10.0) -> None:
        self.door = Door(self._respond, patience=patience)
        self.heard: list[Overheard] = []
        self.simulated: list[Request] = []
        self.told = threading.Event()
        self.door.on_exchange = self._on_exchange

    def aim(self, base_url: str, terms: Terms | None = None) -> None:
        """Hand on to there."""
        terms = terms or Terms()
        self.door.target = Target(base_url, lambda: terms)

    def last(self) -> Overheard:
        """The last one that was handed on, once it has ended."""
        assert self.told.wait(10)
        return self.heard[-1]

    def _respond(self, request: Request) -> HttpAnswer:
        self.simulated.append(request)
        return QUIET

    def _on_exchange(self, overheard: Overheard) -> None:
        self.heard.append(overheard)
        self.told.set()
