"""Where a notification may be posted: plain http to this machine, https elsewhere, and never to QFPay itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, urlsplit

from qfpay_gui.qfpay.environments import EnvironmentKind, custom, is_loopback
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 2000
_PLAIN = re.compile(r"[!-\[\]-~]*")
_NETLOC = re.compile(r"(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._-]+)(:\d{1,5})?", re.ASCII)


def refusal(url: str) -> Text | None:
    """Why nothing may be posted to this address, or None."""
    return next(_refusals(url), None)


def complete(url: str) -> str:
    """The address as it is asked for: without outer blanks, with a path."""
    url = url.strip()
    parts = _parts(url)
    return url if parts is None or parts.path else parts._replace(path="/").geturl()


def is_here(url: str) -> bool:
    """Whether it leads to this machine, so that nobody needs to be asked."""
    return is_loopback(_host(url))


def place(url: str) -> str:
    """Host, port and path as a report may show them: a query may hold a secret."""
    parts = _parts(url)
    return f"{parts.scheme}://{parts.netloc}{parts.path}" if parts else ""


def host(url: str) -> str:
    """Host and port as a person reads them, or ""."""
    parts = _parts(url)
    return parts.netloc if parts else ""


def _refusals(url: str) -> Iterator[Text]:
    if not url:
        yield _NONE
    if len(url) > LONGEST or not _PLAIN.fullmatch(url):
        yield _ODD.fill(most=LONGEST)
    parts = _parts(url)
    if parts is None or parts.scheme not in {"http", "https"} or not parts.hostname:
        yield _UNREADABLE
        return
    if "@" in parts.netloc or "#" in url:
        yield _EXTRAS
    if parts.scheme == "http" and not is_here(url):
        yield _PLAIN_HTTP.fill(host=parts.hostname)
    if custom(f"{parts.scheme}://{parts.netloc}").kind is not EnvironmentKind.CUSTOM:
        yield _QFPAY.fill(host=parts.hostname)


def _host(url: str) -> str:
    parts = _parts(url)
    return (parts.hostname or "") if parts else ""


def _parts(url: str) -> SplitResult | None:
    """The parts of a URL whose host and port can be read in one way only, or None."""
    try:
        parts = urlsplit(url)
        is_clear = parts.port != 0 and _NETLOC.fullmatch(parts.netloc.rpartition("@")[2]) is not None
    except ValueError:
        return None
    return parts if is_clear else None


_NONE = text("Receiver", "Type the address of the receiver, like http://127.0.0.1:8000/notify.")
_ODD = text("Receiver", "The address takes plain ASCII without spaces, at most {most} characters.")
_UNREADABLE = text("Receiver", "The address cannot be read: write it like https://shop.example/notify.")
_EXTRAS = text("Receiver", "The address takes no user name and no fragment (#).")
_PLAIN_HTTP = text("Receiver", "Plain http goes to this machine only: use https:// for {host}.")
_QFPAY = text("Receiver", "{host} is QFPay’s own: a notification goes to a merchant’s receiver.")
