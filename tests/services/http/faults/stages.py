"""What stands between the client and a reply: each stage is a context that yields where to send, and what to trust."""

from __future__ import annotations

import contextlib
import errno
import socket
import ssl
import threading
import warnings
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.services.http.misbehaving import CERTIFICATE, TLS, Behaviour, Misbehaving, full_queue, raw, reply
from tests.services.http.sending import SHOP, closed

if TYPE_CHECKING:
    import pytest


@dataclass(frozen=True)
class Target:
    """Where the client sends, the authorities it trusts besides, and the servers that listen for it."""

    base_url: str
    ca_file: str = ""
    servers: tuple[Misbehaving, ...] = ()


Stage = Callable[["pytest.MonkeyPatch"], AbstractContextManager[Target]]
AUTHORITY = str(TLS / "authority.pem")


def plain(behaviour: Behaviour) -> Stage:
    """A server that gets the request."""

    @contextlib.contextmanager
    def stage(_patch: pytest.MonkeyPatch) -> Iterator[Target]:
        with Misbehaving(behaviour) as server:
            yield Target(server.base_url, servers=(server,))

    return stage


@contextlib.contextmanager
def unknown_host(_patch: pytest.MonkeyPatch) -> Iterator[Target]:
    """A host below .invalid, which the tests' resolver knows not to exist."""
    yield Target("https://pay.invalid")


@contextlib.contextmanager
def silent_dns(patch: pytest.MonkeyPatch) -> Iterator[Target]:
    """A resolver that does not come back in time."""
    released = threading.Event()

    def waiting(*_args: object, **_kwargs: object) -> list[object]:
        released.wait(30)
        return []

    patch.setattr(socket, "getaddrinfo", waiting)
    yield Target(SHOP)
    released.set()


@contextlib.contextmanager
def impossible_host(patch: pytest.MonkeyPatch) -> Iterator[Target]:
    """A label above 63 characters, as the resolver's encoding refuses it."""

    def encoding(host: str, *_args: object, **_kwargs: object) -> list[object]:
        host.encode("idna")
        return []

    patch.setattr(socket, "getaddrinfo", encoding)
    yield Target(f"https://{'a' * 64}.example")


@contextlib.contextmanager
def refused(_patch: pytest.MonkeyPatch) -> Iterator[Target]:
    """A port where nobody listens."""
    with closed() as port:
        yield Target(f"http://127.0.0.1:{port}")


def _system_says(number: int) -> Stage:
    """A connection that the operating system does not let come about."""

    @contextlib.contextmanager
    def stage(patch: pytest.MonkeyPatch) -> Iterator[Target]:
        def refuse(_self: socket.socket, _address: object) -> None:
            raise OSError(number, "as the system says it")

        with patch.context() as within:
            within.setattr(socket.socket, "connect", refuse)
            yield Target("http://127.0.0.1:9")

    return stage


no_route = _system_says(errno.ENETUNREACH)
barred = _system_says(errno.EACCES)


@contextlib.contextmanager
def dropped(_patch: pytest.MonkeyPatch) -> Iterator[Target]:
    """A listener that accepts nobody."""
    with full_queue() as port:
        yield Target(f"http://127.0.0.1:{port}")


def proxy_setting(url: str) -> Stage:
    """A proxy that is named, and that nobody asks."""

    @contextlib.contextmanager
    def stage(patch: pytest.MonkeyPatch) -> Iterator[Target]:
        patch.setenv("https_proxy", url)
        yield Target(SHOP)

    return stage


def proxy(behaviour: Behaviour) -> Stage:
    """A proxy that does this when it is asked for a tunnel."""

    @contextlib.contextmanager
    def stage(patch: pytest.MonkeyPatch) -> Iterator[Target]:
        with Misbehaving(behaviour) as server:
            patch.setenv("https_proxy", f"http://me:s3cret%21@127.0.0.1:{server.port}")
            yield Target(SHOP)

    return stage


@contextlib.contextmanager
def proxy_refused(patch: pytest.MonkeyPatch) -> Iterator[Target]:
    """A proxy that does not run."""
    with closed() as port:
        patch.setenv("https_proxy", f"http://127.0.0.1:{port}")
        yield Target(SHOP)


@contextlib.contextmanager
def proxy_dropped(patch: pytest.MonkeyPatch) -> Iterator[Target]:
    """A proxy that takes no connection."""
    with full_queue() as port:
        patch.setenv("https_proxy", f"http://127.0.0.1:{port}")
        yield Target(SHOP)


@contextlib.contextmanager
def proxy_over_tls(patch: pytest.MonkeyPatch) -> Iterator[Target]:
    """A proxy whose certificate nobody vouches for."""
    with Misbehaving(reply(), tls=True) as server:
        patch.setenv("https_proxy", f"https://localhost:{server.port}")
        yield Target(SHOP)


def _server(
    name: str = "good", *, ca_file: str = AUTHORITY, set_up: Callable[[ssl.SSLContext], None] | None = None
) -> Stage:
    """A TLS server with this certificate, its context set up further."""

    @contextlib.contextmanager
    def stage(_patch: pytest.MonkeyPatch) -> Iterator[Target]:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.set_ciphers("ALL:@SECLEVEL=0")  # so that a weak key is shown at all
        context.load_cert_chain(TLS / f"{name}.pem")
        if set_up is not None:
            set_up(context)
        with Misbehaving(reply(), tls=context) as server:
            yield Target(server.base_url, ca_file, (server,))

    return stage


def certified(name: str) -> Stage:
    """A server whose certificate the trusted authority has issued."""
    return _server(name)


@contextlib.contextmanager
def self_signed(_patch: pytest.MonkeyPatch) -> Iterator[Target]:
    """A server that vouches for itself."""
    with Misbehaving(reply(), tls=True) as server:
        yield Target(server.base_url, servers=(server,))


unknown_authority = _server(ca_file="")


def _only_old(context: ssl.SSLContext) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # that it is deprecated is the point
        context.minimum_version = context.maximum_version = ssl.TLSVersion.TLSv1


def _only_anonymous(context: ssl.SSLContext) -> None:
    context.maximum_version = ssl.TLSVersion.TLSv1_2
    context.set_ciphers("aNULL:@SECLEVEL=0")


old_tls = _server(set_up=_only_old)
weak_cipher = _server(set_up=_only_anonymous)


def _accepting(then: Callable[[socket.socket], object]) -> Stage:
    """A listener that does this to the first connection, in place of TLS."""

    @contextlib.contextmanager
    def stage(_patch: pytest.MonkeyPatch) -> Iterator[Target]:
        with socket.create_server(("127.0.0.1", 0)) as listener, Misbehaving(raw(b"")) as idle:

            def accept() -> None:
                conn, _address = listener.accept()
                with conn:
                    then(conn)

            idle.start(accept)
            yield Target(f"https://localhost:{listener.getsockname()[1]}", AUTHORITY)

    return stage


def _answer_in_plain(conn: socket.socket) -> None:
    conn.recv(10)
    conn.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")


def _read_and_close(conn: socket.socket) -> None:
    conn.recv(65536)


def _ask_for_certificate(conn: socket.socket) -> None:
    """Refuse a client without one; what it sent all the same is read, or a reset would outrun the reason."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(TLS / "good.pem")
    context.verify_mode = ssl.CERT_REQUIRED
    context.load_verify_locations(CERTIFICATE)
    wrapped = context.wrap_socket(conn.dup(), server_side=True, do_handshake_on_connect=False)
    with contextlib.suppress(ssl.SSLError):
        wrapped.do_handshake()
    with wrapped:
        while conn.recv(65536):
            pass


wants_certificate = _accepting(_ask_for_certificate)
plain_port = _accepting(_answer_in_plain)
closed_handshake = _accepting(_read_and_close)


@contextlib.contextmanager
def silent_handshake(_patch: pytest.MonkeyPatch) -> Iterator[Target]:
    """A listener that lets the connection come about, and no more."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield Target(f"https://localhost:{listener.getsockname()[1]}", AUTHORITY)
