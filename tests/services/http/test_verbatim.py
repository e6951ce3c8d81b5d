"""What is sent as it is, once, and heard as it comes, to the last byte."""

from __future__ import annotations

import socket
from functools import partial

import pytest

from qfpay_gui.qfpay.reply.exchange import HttpReply
from qfpay_gui.services.http.progress import SendProgress
from qfpay_gui.services.http.terms import Terms
from qfpay_gui.services.http.verbatim import _HeardReply, send_verbatim
from tests.services.http.misbehaving import CERTIFICATE, Misbehaving

ODD = b"POST /trade/v1/payment HTTP/1.1\r\nhost:  shop.example\r\ncontent-length: 3\r\nX-odd:\r\n\r\na=b"
OK = b"HTTP/1.1 200 Fine\r\nContent-Length: 12\r\nx-A:  b\r\n\r\nabcdefghijkl"
HINTS = b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n"
SHORT = b"HTTP/1.1 200 Fine\r\nContent-Length: 12\r\n\r\n"


@pytest.mark.parametrize(
    ("sent", "answer", "kept"),
    [
        (ODD, OK, (b"abcdefghijkl", False)),
        (ODD, HINTS + OK, (b"abcdefghijkl", False)),
        (ODD, OK.replace(b"12", b"13") + b"m", (b"abcdefghijkl", True)),
        (b"HEAD / HTTP/1.1\r\n\r\n", SHORT, (b"", False)),
    ],
    ids=["odd", "hints", "cut", "head"],
)
@pytest.mark.parametrize("is_tls", [False, True], ids=["plain", "tls"])
def test_every_byte_goes_and_every_byte_is_heard(
    monkeypatch: pytest.MonkeyPatch,
    sent: bytes,
    answer: bytes,
    kept: tuple[bytes, bool],
    is_tls: bool,  # noqa: FBT001 - a row
) -> None:
    """Also what is not kept; that an answer has begun is told once."""
    monkeypatch.setenv("no_proxy", "*")
    heard: list[bytes] = []
    begun: list[int] = []
    with Misbehaving(lambda _server, conn: conn.sendall(answer), tls=is_tls) as server:
        terms = Terms(body_limit=12, ca_file=str(CERTIFICATE))
        outcome = send_verbatim(sent, server.base_url, terms, heard=heard.append, begun=partial(begun.append, 1))
    assert isinstance(outcome, HttpReply), outcome
    assert (outcome.status, outcome.reason, (outcome.body, outcome.truncated)) == (200, "Fine", kept)
    assert server.requests == [sent]
    assert b"".join(heard) == answer
    assert begun == [1]


def test_what_a_proxy_says_of_a_tunnel_is_not_heard() -> None:
    """Nobody asked for it but this program."""
    heard: list[bytes] = []
    ours, theirs = socket.socketpair()
    with ours, theirs:
        theirs.sendall(b"HTTP/1.1 200 Connected\r\n\r\n")
        reply = _HeardReply(ours, progress=SendProgress(), heard=heard.append)
        reply.begin()
        assert (reply.status, heard) == (200, [])
        reply.close()
