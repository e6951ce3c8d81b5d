"""How a request is sent: its time-outs, the authorities trusted, the size of a reply, the values kept quiet about."""

from __future__ import annotations

from dataclasses import dataclass, field

BODY_LIMIT = 2 * 1024 * 1024


@dataclass(frozen=True)
class Timeouts:
    """Seconds until a step is given up.

    ``connect`` covers name and TCP together, and then the tunnel and TLS once more; ``read``
    each wait for the next bytes of the reply; ``overall`` the whole exchange, so that a server
    that drips bytes cannot hold on. Raises ValueError unless all are above zero.
    """

    connect: float = 10.0
    read: float = 30.0
    overall: float = 60.0

    def __post_init__(self) -> None:
        if min(self.connect, self.read, self.overall) <= 0:
            raise ValueError(f"time-outs are seconds above zero: {self}")


DEFAULT_TIMEOUTS = Timeouts()


@dataclass(frozen=True)
class Terms:
    """How a request is sent: ``body_limit`` in bytes, ``ca_file`` a PEM file or "", ``secrets`` to keep quiet about."""

    timeouts: Timeouts = DEFAULT_TIMEOUTS
    ca_file: str = ""
    body_limit: int = BODY_LIMIT
    secrets: tuple[str, ...] = field(default=(), repr=False)
