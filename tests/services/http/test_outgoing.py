from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from qfpay_gui import __version__
from qfpay_gui.qfpay.environments import custom, refusal
from qfpay_gui.qfpay.reply.exchange import Layer
from qfpay_gui.qfpay.request.prepared import PreparedRequest
from qfpay_gui.services.http.outgoing import headers_sent, refusal_to_send
from qfpay_gui.services.http.transport import RefusedError, _library_request
from tests.services.http.misbehaving import (
    Misbehaving,
    reply,
)
from tests.services.http.sending import (
    HEADERS,
    SHOP,
    SIGNED,
    failure_of,
    prepared,
    without_proxies,
)

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """The machine's own proxies take no part."""
    without_proxies(monkeypatch)


def test_only_what_http_needs_is_added() -> None:
    """Host and length, the program's name, and the wish for an uncompressed body are all that is added."""
    names = [name for name, _value in HEADERS]
    lines = headers_sent(prepared(SHOP))
    assert [line for line in lines if line[0] not in names] == [
        ("Host", "pay.example"),
        ("Content-Length", "22"),
        ("User-Agent", f"QFPay-Tester/{__version__}"),
        ("Accept", "*/*"),
        ("Accept-Encoding", "identity"),
    ]


def test_a_prepared_header_is_not_replaced() -> None:
    """What the request says itself is not said for it, in whatever case it is written."""
    lines = headers_sent(prepared("http://[::1]:8080", headers=(("user-agent", "x"), ("host", "y"))))
    assert [line for line in lines if line[0].lower() in {"user-agent", "host"}] == [("user-agent", "x"), ("host", "y")]
    assert ("Host", "[::1]:8080") in headers_sent(prepared("http://[::1]:8080"))


@pytest.mark.parametrize(
    ("base_url", "host"),
    [
        ("http://127.0.0.1:80", "127.0.0.1"),
        ("http://127.0.0.1:443", "127.0.0.1:443"),
        ("http://127.0.0.1:79", "127.0.0.1:79"),
        ("https://pay.example:443", "pay.example"),
        ("https://pay.example:80", "pay.example:80"),
        ("https://pay.example:444", "pay.example:444"),
        ("http://[::1]:80", "[::1]"),
    ],
)
def test_the_host_has_its_port_where_it_is_not_the_schemes_own(base_url: str, host: str) -> None:
    """As RFC 9110 has it."""
    assert dict(headers_sent(prepared(base_url)))["Host"] == host


@pytest.mark.parametrize(
    ("method", "body", "length"),
    [("GET", b"", None), ("HEAD", b"", None), ("POST", b"", "0"), ("GET", b"x", "1"), ("POST", "茶".encode(), "3")],
)
def test_only_a_get_without_a_body_announces_no_length(method: str, body: bytes, length: str | None) -> None:
    """In bytes."""
    assert dict(headers_sent(prepared(SHOP, body=body, method=method))).get("Content-Length") == length


def test_the_right_length_may_be_said_beforehand() -> None:
    """It is not said twice, and nothing contradicts it."""
    request = prepared(SHOP, headers=(("content-length", "22"), ("X", "\xff")))
    assert refusal_to_send(request, SHOP) is None
    assert [value for name, value in headers_sent(request) if name.lower() == "content-length"] == ["22"]
    assert refusal_to_send(prepared(SHOP, headers=(("X", "\u0100"),)), SHOP) is not None


@pytest.mark.parametrize(
    "base_url",
    [
        "http://pay.example",
        "ftp://pay.example",
        "https://",
        "https://me:pw@pay.example",
        "https://pay.example:many",
        "",
    ],
)
def test_a_base_url_that_must_not_be_sent_to_is_refused_here(base_url: str) -> None:
    """Nothing is sent, and the reason is the environment's own."""
    found = failure_of(base_url)
    assert (found.layer, found.may_have_arrived) == (Layer.REFUSED_HERE, False)
    assert found.technical == str(refusal(base_url))


@pytest.mark.parametrize(
    ("path", "word"),
    [("/a b", "space"), ("/a\r\nX: b", "space"), ("/商户", "ASCII"), ("/a/../b", "/b/trade"), ("/%7euser", "/~user")],
)
def test_a_url_that_would_not_go_out_as_written_is_refused_here(path: str, word: str) -> None:
    """The library would correct the URL; instead of that it is said how to write it."""
    found = failure_of(SHOP, elsewhere=SHOP + path)
    assert (found.layer, found.may_have_arrived) == (Layer.REFUSED_HERE, False)
    assert word in found.technical


@pytest.mark.parametrize(
    "elsewhere", ["https://pay.example.evil.example", "https://me:s3cret@other.example", "http://127.0.0.1"]
)
def test_a_request_for_another_base_url_is_refused_here(elsewhere: str) -> None:
    """A client sends to its own base URL only."""
    found = failure_of(SHOP, elsewhere=elsewhere)
    assert (found.layer, found.may_have_arrived) == (Layer.REFUSED_HERE, False)
    assert SHOP in found.technical
    assert "s3cret" not in found.technical


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("X-QF-APPCODE", "s3cret\r\nX-Other: 1"),
        ("X-QF-APPCODE", "s3cret\n"),
        ("X-QF-SIGN", "s3cret\0"),
        ("X-QF-APPCODE", "s3cret\u200b"),
        ("X-QF-SIGN", "s3cret Ａ"),
        ("X-QF-SIGN", "s3cret \ud800"),
        ("X-QF:SIGN", "s3cret"),
        ("", "s3cret"),
        ("Content-Length", "99"),
        ("Transfer-Encoding", "chunked"),
    ],
)
def test_a_header_that_http_cannot_carry_is_refused_here(name: str, value: str) -> None:
    """The header is named, its value is not told, and nothing is sent."""
    with Misbehaving(reply()) as server:
        found = failure_of(server.base_url, headers=((name, value),))
        assert server.connections == 0
    assert (found.layer, found.may_have_arrived) == (Layer.REFUSED_HERE, False)
    assert name in found.technical
    assert "s3cret" not in found.technical


def test_a_header_given_twice_is_refused_here() -> None:
    """Which of the two would count is nobody's to guess."""
    found = failure_of(SHOP, headers=(("X-QF-SIGN", "a"), ("x-qf-sign", "b")))
    assert found.layer is Layer.REFUSED_HERE
    assert "x-qf-sign" in found.technical


def test_a_missing_ca_file_is_refused_here(tmp_path: Path) -> None:
    """The file is named, and nothing is sent."""
    with Misbehaving(reply(), tls=True) as server:
        found = failure_of(server.base_url, ca_file=str(tmp_path / "missing.pem"))
        assert server.connections == 0
    assert (found.layer, found.may_have_arrived) == (Layer.REFUSED_HERE, False)
    assert "missing.pem" in found.technical
    assert "No such file" in found.technical


def test_a_ca_file_without_certificates_is_refused_here(tmp_path: Path) -> None:
    """An empty file or a folder adds no authority, so nothing is sent."""
    empty = tmp_path / "empty.pem"
    empty.touch()
    for unusable in (empty, tmp_path):
        found = failure_of(SHOP, ca_file=str(unusable))
        assert (found.layer, found.may_have_arrived) == (Layer.REFUSED_HERE, False)
        assert str(unusable) in found.technical


@pytest.mark.parametrize("url", [r"https://pay.example\@other.example/x", "https://.pay.example/x"])
def test_a_url_that_the_library_reads_otherwise_is_refused(url: str) -> None:
    """Should a host ever be read in two ways, or not at all, the request goes nowhere."""
    request = PreparedRequest("POST", url, (), b"", (), SIGNED, "MD5", custom(SHOP))
    with pytest.raises(RefusedError, match="Nothing was sent"):
        _library_request(request)
