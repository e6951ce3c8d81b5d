"""A small loopback server that does to a client what real networks do."""

from __future__ import annotations

import contextlib
import socket
import ssl
import struct
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType

TLS = Path(__file__).parent / "tls"
CERTIFICATE = TLS / "certificate.pem"
KEY = TLS / "key.pem"


# What the server does once it has read a request; the connection is closed afterwards.
Behaviour = Callable[["Misbehaving", socket.socket], None]


class Misbehaving:
    """Listens on 127.0.0.1 and keeps the raw bytes of every request it got.

    ``arrived`` is set with the first request, ``released`` on leaving, so that a behaviour
    which waits for it ends with the test.
    """

    def __init__(self, behaviour: Behaviour, *, tls: bool | ssl.SSLContext = False) -> None:
        self.requests: list[bytes] = []
        self.connections = 0
        self.arrived = threading.Event()
        self.released = threading.Event()
        self._behaviour = behaviour
        self._context = _server_context() if tls is True else tls or None
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self._threads: list[threading.Thread] = []
        self.start(self._accept)

    @property
    def base_url(self) -> str:
        """Where it listens; for TLS under the name that its certificate bears."""
        return f"https://localhost:{self.port}" if self._context else f"http://127.0.0.1:{self.port}"

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.released.set()
        # Closing a listener does not end accept() everywhere; one more connection does.
        with socket.socket() as last:
            last.connect(("127.0.0.1", self.port))
        for thread in self._threads:
            thread.join(5)
        self._listener.close()

    def start(self, work: Callable[..., None], *args: object) -> None:
        """Do this in a thread that is waited for on leaving."""
        thread = threading.Thread(target=work, args=args, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while True:
            conn, _address = self._listener.accept()
            if self.released.is_set():
                conn.close()
                return
            self.connections += 1
            self.start(self._serve, conn)

    def _serve(self, conn: socket.socket) -> None:
        with contextlib.suppress(OSError), conn:
            if self._context is None:
                self._answer(conn)
                return
            with self._context.wrap_socket(conn, server_side=True) as wrapped:
                self._answer(wrapped)

    def _answer(self, conn: socket.socket) -> None:
        if request := read_request(conn):
            self.requests.append(request)
            self.arrived.set()
            self._behaviour(self, conn)


def read_request(conn: socket.socket) -> bytes:
    """One whole request, header and body, or what came of it."""
    received = b""
    while not _whole(received):
        piece = conn.recv(65536)
        if not piece:
            break
        received += piece
    return received


def _whole(received: bytes) -> bool:
    header, end, body = received.partition(b"\r\n\r\n")
    lengths = [line.split(b":")[1] for line in header.split(b"\r\n") if line.lower().startswith(b"content-length:")]
    return bool(end) and len(body) >= int(lengths[0] if lengths else b"0")


def _server_context() -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATE, KEY)
    return context


def reply(body: bytes = b'{"respcd": "0000"}', status: str = "200 OK", headers: str = "") -> Behaviour:
    """Answer properly."""
    head = f"HTTP/1.1 {status}\r\nContent-Length: {len(body)}\r\n{headers}\r\n".encode("latin-1")
    return raw(head + body)


def raw(answer: bytes) -> Behaviour:
    """Answer with these bytes and close."""

    def behave(_server: Misbehaving, conn: socket.socket) -> None:
        conn.sendall(answer)

    return behave


def hang(before: bytes = b"") -> Behaviour:
    """Answer with these bytes and then stay silent."""

    def behave(server: Misbehaving, conn: socket.socket) -> None:
        conn.sendall(before)
        server.released.wait(30)

    return behave


def drip(before: bytes = b"", piece: bytes = b"x") -> Behaviour:
    """Answer with these bytes and then a piece every 20 ms without an end."""

    def behave(server: Misbehaving, conn: socket.socket) -> None:
        conn.sendall(before)
        while not server.released.wait(0.02):
            conn.sendall(piece)

    return behave


def reset(after: bytes = b"") -> Behaviour:
    """Answer with these bytes and abort the connection."""

    def behave(_server: Misbehaving, conn: socket.socket) -> None:
        conn.sendall(after)
        conn.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))

    return behave


def tunnel_to(port: int) -> Behaviour:
    """Be a proxy: open the tunnel that was asked for, to this port."""

    def behave(_server: Misbehaving, conn: socket.socket) -> None:
        with socket.create_connection(("127.0.0.1", port)) as target:
            conn.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
            back = threading.Thread(target=_copy, args=(target, conn), daemon=True)
            back.start()
            _copy(conn, target)
            back.join(5)

    return behave


@contextlib.contextmanager
def full_queue() -> Iterator[int]:
    """The port of a listener that accepts nobody and whose queue is full: on Linux one more connection waits."""
    with contextlib.ExitStack() as closing:
        listener = closing.enter_context(socket.socket())
        listener.bind(("127.0.0.1", 0))
        listener.listen(0)
        port: int = listener.getsockname()[1]
        for _ in range(4):
            waiting = closing.enter_context(socket.socket())
            waiting.setblocking(False)  # noqa: FBT003 - the socket's own signature
            waiting.connect_ex(("127.0.0.1", port))
        yield port


def _copy(source: socket.socket, target: socket.socket) -> None:
    """Pass everything on until either side ends."""
    with contextlib.suppress(OSError):
        while piece := source.recv(65536):
            target.sendall(piece)
    with contextlib.suppress(OSError):
        target.shutdown(socket.SHUT_RDWR)
