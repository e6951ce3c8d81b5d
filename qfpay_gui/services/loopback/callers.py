"""Who may ask: programs of this machine, but no page of the web that a browser on it happens to show.

A browser lets every page send to 127.0.0.1. It names the page in ``Origin`` (Fetch standard, "append a request
Origin header") or says ``Sec-Fetch-Site: cross-site`` (Fetch Metadata); a page whose own name was turned towards this
machine afterwards (DNS rebinding) is known by ``Host``.
"""

from __future__ import annotations

import re
from ipaddress import ip_address
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container
    from email.message import Message

_PLACE = re.compile(r"(?:\[([0-9a-f:.]+)\]|([^\[\]:/@?#\\]+))(?::[0-9]{1,5})?", re.IGNORECASE)
_PAGE = re.compile(r"https?://(.+)", re.IGNORECASE)
_FORWARDED = ("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto")
_SHOWN = 200


def is_here(host: str) -> bool:
    """Whether this host is this machine, by its numbers or as localhost; no name is looked up."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def stranger(headers: Message, names: Container[str] = (), *, tunnelled: bool = False) -> str:
    """Why this request is not answered, in a sentence, or "" where a program of this machine may have sent it.

    ``names`` are further hosts, in lower case, under which this machine may be asked, such as those of a hosts file.
    ``tunnelled`` lets a tunnel through that leaves the public name in Host and says whom it forwards: a page cannot
    add its headers without naming itself in Origin.
    """
    if page := _page(headers):
        return f"{page[:_SHOWN]} is a page in a browser: only programs of this machine are answered here."
    if tunnelled and any(name in headers for name in _FORWARDED):
        return ""
    hosts = headers.get_all("Host", [])
    if len(hosts) < 2 and all(_leads_here(host) or _host(host) in names for host in hosts):
        return ""
    named = " and ".join(hosts)[:_SHOWN] or "nothing"
    way_out = " A tunnel has to say X-Forwarded-Host, or to write Host anew." if tunnelled else ""
    return f"Host names {named}: here 127.0.0.1, localhost and [::1] are answered, with any port.{way_out}"


def _page(headers: Message) -> str:
    """The page of the web that a browser sent this for, or "".

    "null" is the origin of a sandboxed frame or a file as well as of some programs: what else browsers say decides.
    """
    origins = headers.get_all("Origin", [])
    browser = any(name.lower().startswith("sec-fetch-") for name in headers)
    browser = browser or headers.get("User-Agent", "").startswith("Mozilla/")
    for origin in origins:
        found = _PAGE.fullmatch(origin.strip())
        if not (_leads_here(found[1]) if found else origin.strip() == "null" and not browser):
            return f"Origin {origin}"
    foreign = not origins and headers.get("Sec-Fetch-Site", "").strip().lower() == "cross-site"
    return "What asks (Sec-Fetch-Site: cross-site)" if foreign else ""


def _leads_here(place: str) -> bool:
    """Whether a host with or without a port is this machine."""
    return is_here(_host(place))


def _host(place: str) -> str:
    """The host of a place with or without a port; "" where it is none."""
    found = _PLACE.fullmatch(place.strip())
    return (found[1] or found[2]).lower().rstrip(".") if found else ""
