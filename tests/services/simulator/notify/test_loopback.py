"""Which addresses a notification may go to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qfpay_gui.services.simulator.notify.loopback import NotifyTarget, NotLoopbackError, target

if TYPE_CHECKING:
    import ipaddress


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("http://127.0.0.1:8080/a?b=c#d", NotifyTarget(("127.0.0.1",), 8080, "127.0.0.1:8080", "/a?b=c")),
        ("HTTP://LOCALHOST", NotifyTarget(("127.0.0.1", "::1"), 80, "LOCALHOST", "/")),
        ("http://[::1]:443/", NotifyTarget(("::1",), 443, "[::1]:443", "/")),
        ("http://127.9.8.7/茶?茶=%41", NotifyTarget(("127.9.8.7",), 80, "127.9.8.7", "/%E8%8C%B6?%E8%8C%B6=%41")),
    ],
)
def test_this_machine_is_reached(url: str, expected: NotifyTarget) -> None:
    """By its numbers or as localhost, at any port, with path and query as they travel."""
    assert target(url) == expected


@pytest.mark.parametrize(("port", "noted"), [(80, False), (443, False), (8080, True)])
def test_other_ports_are_noted(port: int, noted: bool) -> None:  # noqa: FBT001 - what is expected
    """QFPay itself reaches 80 and 443 only."""
    assert bool(target(f"http://127.0.0.1:{port}/").note) == noted


@pytest.mark.parametrize(
    "url",
    [
        "http:///path",
        "http://",
        "http://127.0.0.1:99999/",
        "http://127.0.0.1:http/",
        "http://[::1/",
        "http://[::1%25lo]/",
        "http://127.0.0.1@example.com/",
        "http://user:secret@127.0.0.1/",
        "http://example.com#@127.0.0.1/",
        "http://example.com\\@127.0.0.1/",
        "http://127.0.0.1/\r\nX: y",
        "http://127.0.0.1/a b",
        "http://127.1/",
        "http://2130706433/",
        "http://0x7f000001/",
        "http://0177.0.0.1/",
        "http://１２７.0.0.1/",
        "http://localhost.example.com/",
        "ftp://127.0.0.1/",
        "127.0.0.1:80",
        "/notify",
    ],
)
def test_anything_else_is_refused(url: str) -> None:
    """Other machines, other schemes, and every trick that makes an address look like this machine."""
    with pytest.raises(NotLoopbackError, match=r"\.$"):
        target(url)


@given(st.ip_addresses())
def test_only_loopback_numbers_are_taken(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> None:
    """Of all addresses, those of this machine."""
    host = f"[{address}]" if address.version == 6 else str(address)
    try:
        reached = target(f"http://{host}/").hosts == (str(address),)
    except NotLoopbackError:
        reached = False
    assert reached == address.is_loopback


@given(st.text())
def test_any_text_is_read_or_refused(url: str) -> None:
    """No text makes it fail in any other way, and what is taken can be written into a request."""
    for written in (url, f"http://127.0.0.1/{url}", f"http://{url}/", f"http://localhost?{url}"):
        try:
            found = target(written)
        except NotLoopbackError:
            continue
        line = f"POST {found.path} HTTP/1.1\r\nHost: {found.authority}"
        assert line.isascii()
        assert len(line.split()) == 5
