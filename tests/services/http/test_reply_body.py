from __future__ import annotations

import gzip
import io
import zlib

import pytest
from urllib3 import HTTPResponse

from qfpay_gui.services.client import QFPayClient
from qfpay_gui.services.http.transport import read_body
from tests.services.http.misbehaving import (
    Misbehaving,
    drip,
    raw,
    reply,
)
from tests.services.http.sending import (
    CREDENTIALS,
    QUICK,
    prepared,
    replied,
    send,
)


def test_a_body_above_the_limit_is_cut() -> None:
    """An endless body is read up to the limit and marked as truncated."""
    with Misbehaving(drip(b"HTTP/1.1 200 OK\r\n\r\n", b"x" * 4096)) as server:
        client = QFPayClient(server.base_url, CREDENTIALS, timeouts=QUICK, body_limit=10_000)
        got = replied(client.send(prepared(server.base_url)))
    assert got.body == b"x" * 10_000
    assert got.truncated


def test_a_body_of_exactly_the_limit_is_whole() -> None:
    """The limit itself still fits."""
    with Misbehaving(reply(b"x" * 100)) as server:
        client = QFPayClient(server.base_url, CREDENTIALS, timeouts=QUICK, body_limit=100)
        got = replied(client.send(prepared(server.base_url)))
    assert (len(got.body), got.truncated) == (100, False)


@pytest.mark.parametrize(
    ("encoding", "packed"),
    [
        ("gzip", gzip.compress(b"x" * 9000)),
        ("deflate", zlib.compress(b"x" * 9000)),
        ("deflate", zlib.compress(b"x" * 9000, wbits=-15)),
    ],
    ids=["gzip", "deflate", "bare deflate"],
)
def test_a_body_compressed_unasked_is_unpacked_within_the_limit(encoding: str, packed: bytes) -> None:
    """A small compressed body cannot become a huge one."""
    with Misbehaving(reply(packed, headers=f"Content-Encoding: {encoding}\r\n")) as server:
        client = QFPayClient(server.base_url, CREDENTIALS, timeouts=QUICK, body_limit=5000)
        got = replied(client.send(prepared(server.base_url)))
        assert (got.body, got.truncated) == (b"x" * 5000, True)
        assert replied(send(server)).body == b"x" * 9000


@pytest.mark.parametrize("encoding", ["gzip", "br"])
def test_a_body_that_cannot_be_unpacked_is_shown_as_it_came(encoding: str) -> None:
    """A wrong or unknown encoding does not hide the reply."""
    with Misbehaving(reply(b"plain all the same", headers=f"Content-Encoding: {encoding}\r\n")) as server:
        assert replied(send(server)).body == b"plain all the same"


def test_a_chunked_reply_is_put_together() -> None:
    """Chunks are joined to the body."""
    chunked = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n"
    with Misbehaving(raw(chunked)) as server:
        assert replied(send(server)).body == b"abcde"


def _body(packed: bytes, limit: int, encoding: str = "") -> tuple[bytes, bool]:
    return read_body(HTTPResponse(io.BytesIO(packed), {"Content-Encoding": encoding}, preload_content=False), limit)


@pytest.mark.parametrize("size", [0, 1, 16 * 1024, 16 * 1024 + 1, 40_000])
def test_at_most_the_limit_is_read_and_what_was_left_is_said(size: int) -> None:
    """In however many pieces it comes."""
    body = b"x" * size
    assert _body(body, size) == (body, False)
    assert _body(body, size + 1) == (body, False)
    assert _body(body + b"y", size) == (body, True)


@pytest.mark.parametrize("encoding", ["gzip", " GZIP ", "x-gzip", "deflate"])
def test_what_was_packed_is_cut_at_the_limit_of_what_it_holds(encoding: str) -> None:
    """Or at the limit of what came."""
    packed = (zlib.compress if encoding == "deflate" else gzip.compress)(b"x" * 5000)
    assert _body(packed, 5000, encoding) == (b"x" * 5000, False)
    assert _body(packed, 4999, encoding) == (b"x" * 4999, True)
    cut, was_cut = _body(packed, len(packed) - 1, encoding)
    assert (set(cut), was_cut) == ({ord("x")}, True)
