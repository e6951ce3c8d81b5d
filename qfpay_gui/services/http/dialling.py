"""Name resolution and the TCP connection, within one time-out and ended by hanging up."""

from __future__ import annotations

import socket
import threading
import time
from typing import TYPE_CHECKING

from qfpay_gui.services.http.line import HungUpError

if TYPE_CHECKING:
    from qfpay_gui.services.http.line import Line

Address = tuple[socket.AddressFamily, socket.SocketKind, int, str, tuple[str, int] | tuple[str, int, int, int]]


def dial(line: Line, host: str, port: int, within: float) -> socket.socket:
    """A connected TCP socket with ``within`` seconds as its time-out.

    Name and connection share these seconds; the addresses of a name are tried in turn, each
    with its part of what is left. Raises socket.gaierror, TimeoutError, OSError, HungUpError.
    """
    until = time.perf_counter() + within
    found = _resolve(line, host, port, within)
    trouble = OSError(f"{host} has no address")
    for left, address in zip(range(len(found), 0, -1), found, strict=True):
        try:
            return _connect(line, address, (until - time.perf_counter()) / left, within)
        except OSError as error:
            trouble = error
    raise trouble


def _resolve(line: Line, host: str, port: int, within: float) -> list[Address]:
    """The addresses of a name. The system's resolver knows no time-out, so it is asked aside."""
    answers: list[list[Address] | Exception] = []

    def ask() -> None:
        try:
            answers.append(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))  # type: ignore[arg-type]
        except (OSError, UnicodeError) as error:
            answers.append(error)
        line.stirred.set()

    threading.Thread(target=ask, name="name resolution", daemon=True).start()
    line.stirred.wait(within)
    if not answers:
        raise socket.gaierror(socket.EAI_AGAIN, f"no answer for {host} within {within:g} s")
    match answers[0]:
        case socket.gaierror() as error:
            raise error
        case Exception() as error:
            raise socket.gaierror(socket.EAI_NONAME, f"{host}: {error}") from error
        case found:
            return found


def _connect(line: Line, address: Address, share: float, timeout: float) -> socket.socket:
    """A socket connected to this address within its share of the time, in seconds."""
    family, kind, protocol, _name, where = address
    sock = socket.socket(family, kind, protocol)
    try:
        sock.settimeout(max(share, 0.001))
        line.guard(sock)
        sock.connect(where)
        line.check()
    except (OSError, HungUpError):
        sock.close()
        line.release()
        line.check()
        raise
    sock.settimeout(timeout)
    return sock
