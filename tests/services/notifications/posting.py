"""Posts to a listener over real HTTP, as a sender of notifications does."""

from __future__ import annotations

import http.client
import socket
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Mapping


def post(
    url: str, body: bytes, headers: Mapping[str, str] | None = None, *, path: str = "", seconds: float = 10
) -> tuple[int, bytes] | None:
    """The status and body of the answer; None where the connection was closed without one."""
    address = urlsplit(url)
    connection = http.client.HTTPConnection(str(address.hostname), address.port, timeout=seconds)
    try:
        connection.request("POST", path or address.path, body, dict(headers or {}))
        answer = connection.getresponse()
        return answer.status, answer.read()
    except (http.client.RemoteDisconnected, ConnectionError):
        return None
    finally:
        connection.close()


def raw(url: str, message: bytes, *, seconds: float = 10) -> bytes:
    """Everything that comes back to these very bytes."""
    address = urlsplit(url)
    with socket.create_connection((str(address.hostname), address.port), timeout=seconds) as connection:
        connection.sendall(message)
        pieces = []
        while piece := connection.recv(65536):
            pieces.append(piece)
        return b"".join(pieces)
