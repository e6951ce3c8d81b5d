"""Which addresses a notification may go to: this machine, by its numbers or as localhost, and nothing else."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from qfpay_gui.services.loopback.callers import is_here

QFPAY_PORTS = (80, 443)
_UNWRITTEN = re.compile(r"[\x00-\x20\x7f\\]")
_PATH_SAFE = "/:@!$&'()*+,;=-._~%"


@dataclass(frozen=True)
class NotifyTarget:
    """Where to knock: the addresses in turn, the port, and what the request says of them."""

    hosts: tuple[str, ...]
    port: int
    authority: str
    path: str

    @property
    def note(self) -> str:
        """What is different at QFPay itself, or "" (its page on notifications)."""
        if self.port in QFPAY_PORTS:
            return ""
        return f"QFPay itself reaches ports 80 and 443 only, not {self.port}."


class NotLoopbackError(ValueError):
    """Why nothing is sent to this address, in a sentence."""


def target(url: str) -> NotifyTarget:
    """Where this URL leads on this machine; no name is looked up. Raises NotLoopbackError."""
    if not url:
        raise NotLoopbackError("The payment has no notify_url, and none is on file.")
    if _UNWRITTEN.search(url):
        raise NotLoopbackError("notify_url has a blank, a backslash or a control character in it.")
    try:
        parts = urlsplit(url)
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        raise NotLoopbackError("notify_url is no URL.") from None
    if parts.scheme != "http":
        raise NotLoopbackError("The simulator posts to http:// only: use http://127.0.0.1 for a trial.")
    if "@" in parts.netloc:
        raise NotLoopbackError("notify_url carries a user name: leave it out.")
    path = quote(parts.path or "/", safe=_PATH_SAFE)
    query = f"?{quote(parts.query, safe=_PATH_SAFE + '?')}" if parts.query else ""
    return NotifyTarget(_addresses(host), 80 if port is None else port, parts.netloc, path + query)


def _addresses(host: str) -> tuple[str, ...]:
    """The addresses of this machine that a host stands for; raises NotLoopbackError."""
    if host == "localhost":
        return ("127.0.0.1", "::1")
    if not is_here(host) or "%" in host:
        raise NotLoopbackError(
            f"{host[:200] or 'No host'} is not this machine: the simulator notifies 127.0.0.1 and localhost only."
        )
    return (host,)
