"""The incoming side of a connection, bounded as a whole: whoever sends byte by byte gets no more time for it."""

from __future__ import annotations

import io
import math
import time
from http.client import HTTPException
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import socket


class BoundedStream(io.RawIOBase):
    """What comes in until ``deadline`` (a moment of ``time.monotonic``) and up to ``most`` bytes.

    Both may be set anew at any time. Reading raises TimeoutError beyond the one, HTTPException beyond the other.
    """

    def __init__(self, connection: socket.socket, deadline: float, most: float = math.inf) -> None:
        self._connection, self.deadline, self.most = connection, deadline, most

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Up to a bufferful."""
        if self.most <= 0:
            raise HTTPException("Together they are too large.")
        limit(self._connection, self.deadline)
        length = self._connection.recv_into(buffer)
        self.most -= length
        return length


def limit(connection: socket.socket, deadline: float) -> None:
    """Bound the next step by what is left of the time; raises TimeoutError."""
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError
    connection.settimeout(left)
