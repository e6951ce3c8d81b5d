"""The door hands on what came, once and byte for byte, and brings back what was answered."""

from __future__ import annotations

import random
import socket
import struct
from typing import TYPE_CHECKING

import pytest

from qfpay_gui.qfpay.reply.exchange import Cause, HttpReply, TransportFailure
from qfpay_gui.services.http.terms import Terms, Timeouts
from qfpay_gui.services.proxy.door import Target
from qfpay_gui.services.proxy.incoming import Incoming
from qfpay_gui.services.proxy.passing import KEPT
from tests.services.http.faults.table import LAYERS
from tests.services.http.misbehaving import CERTIFICATE, Misbehaving, hang, raw, reply, reset, tunnel_to
from tests.services.http.sending import QUICK, SHOP, without_proxies
from tests.services.loopback.test_service import address, connected, talk, until_end
from tests.services.proxy.far import Far, Recorder

if TYPE_CHECKING:
    from collections.abc import Iterator

FORM = b"POST /trade/v1/payment HTTP/1.1\r\nHost: localhost\r\nX-QF-SIGN: A\r\nContent-Length: 9\r\n\r\ntxamt=300"
GOOD = b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 18\r\n\r\n" + b'{"respcd": "0000"}'


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """The machine's own proxies take no part."""
    without_proxies(monkeypatch)


@pytest.fixture
def recorder() -> Iterator[Recorder]:
    """An open door."""
    made = Recorder()
    with made.door:
        yield made


@pytest.fixture
def far(recorder: Recorder) -> Iterator[Far]:
    """Whom it hands on to."""
    with Far() as made:
        recorder.aim(made.base_url)
        yield made


def _bytes(chance: random.Random, most: int, without: bytes = b"") -> bytes:
    return bytes(one for one in chance.randbytes(chance.randrange(most)) if one not in without)


def _framed(chance: random.Random) -> tuple[bytes, bytes, bytes]:
    """A header that frames a body of any bytes, the body as framed, and the body."""
    pieces = [_bytes(chance, 4000) for _ in range(chance.randrange(4))]
    body = b"".join(pieces)
    if chance.random() < 0.5:
        return b"Content-Length: %d\r\n" % len(body), body, body
    sizes = (b"%x", b"%X", b"000%x", b"%x;name=value")
    chunks = (chance.choice(sizes) % len(one) + b"\r\n" + one + b"\r\n" for one in pieces if one)
    return b"transfer-Encoding: Chunked\r\n", b"".join(chunks) + b"0\r\nX-Trailer: yes\r\n\r\n", body


def _lines(chance: random.Random) -> list[bytes]:
    """Headers of any letters, order, repetition and bytes."""
    names = (b"X-QF-SIGN", b"x-qf-appcode", b"CONTENT-type", b"Cookie", b"X-A", b"x-a", b"Expect-Nothing", b"Accept")
    blanks = (b": ", b":", b":\t", b":  ")
    values = (_bytes(chance, 40, b"\r\n\x00").strip() for _ in range(chance.randrange(9)))
    return [chance.choice(names) + chance.choice(blanks) + one + b" \r\n" for one in values]


def test_no_byte_is_changed_but_the_hosts_and_the_connections(recorder: Recorder, far: Far) -> None:
    """Any method, path, headers in their order, and body, framed in any way; and the same on the way back."""
    chance = random.Random(7)  # noqa: S311 - chance, no secret
    for _round in range(250):
        framing, framed, body = _framed(chance)
        headers = [*_lines(chance), framing]
        chance.shuffle(headers)
        method = chance.choice((b"POST", b"GET", b"post", b"PATCH", b"X"))
        path = b"/" + _bytes(chance, 30, bytes(range(33)) + b"\x7f\x85\xa0")
        first = method + b" " + path + chance.choice((b" HTTP/1.1\r\n", b" HTTP/1.0\r\n"))
        at = chance.randrange(len(headers) + 1)
        there = far.base_url.removeprefix("http://").encode()
        before = b"".join((*headers[:at], b"hOST: 127.0.0.1:1\r\nConnection: Keep-Alive\r\n", *headers[at:]))
        after = b"".join((*headers[:at], b"hOST: " + there + b"\r\nConnection: close\r\n", *headers[at:]))
        expected = first + after + b"\r\n" + framed
        answer_framing, answer_framed, answer_body = _framed(chance)
        answer = b"HTTP/1.1 200 \xff\r\n" + b"".join(_lines(chance)) + answer_framing + b"\r\n" + answer_framed
        far.wanted, far.answer = len(expected), answer
        recorder.told.clear()
        came = talk(recorder.door, first + before + b"\r\n" + framed)
        assert far.got.pop() == expected
        assert came.replace(b"Connection: close\r\n", b"") == answer
        last = recorder.last()
        assert (last.request.body, last.handed_on and last.handed_on.framed) == (body, framed)
        assert last.handed_on is not None
        assert last.handed_on.reply == answer
        assert isinstance(last.handed_on.outcome, HttpReply)
        assert last.handed_on.outcome.body == answer_body
    assert (far.got, recorder.simulated) == ([], [])


def test_what_goes_on_otherwise_is_told_line_by_line(recorder: Recorder, far: Far) -> None:
    """What belongs to one connection alone ends here; what Connection names cannot take the body's frame away."""
    sent = (
        b"POST /a HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade, HTTP2-Settings, X-Own, Content-Length\r\n"
        b"Upgrade: h2c\r\nHTTP2-Settings: AAE\r\nX-Own: 1\r\nX-QF-SIGN: A\r\nContent-Length: 1\r\n\r\nx"
    )
    there = far.base_url.removeprefix("http://")
    expected = f"POST /a HTTP/1.1\r\nHost: {there}\r\nConnection: close\r\nX-QF-SIGN: A\r\nContent-Length: 1\r\n\r\nx"
    far.wanted, far.answer = len(expected), b"HTTP/1.1 103 Early\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n" + GOOD
    assert talk(recorder.door, sent) == GOOD
    assert far.got == [expected.encode()]
    handed_on = recorder.last().handed_on
    assert handed_on is not None
    assert handed_on.reply == GOOD
    assert handed_on.changes == (
        ("Host: localhost", f"Host: {there}"),
        ("Connection: Upgrade, HTTP2-Settings, X-Own, Content-Length", "Connection: close"),
        ("Upgrade: h2c", ""),
        ("HTTP2-Settings: AAE", ""),
        ("X-Own: 1", ""),
    )


def test_a_bare_request_gets_what_the_next_connection_needs(recorder: Recorder, far: Far) -> None:
    """Bare line feeds stay bare; the path of the address is the program's to send."""
    recorder.aim(f"{far.base_url}/path")
    there = far.base_url.removeprefix("http://").encode()
    far.wanted, far.answer = 1, GOOD
    talk(recorder.door, b"GET /x HTTP/1.0\nA: b\n\n")
    assert far.got == [b"GET /x HTTP/1.0\nHost: " + there + b"\nA: b\nConnection: close\n\n"]


def test_a_reply_to_head_has_no_body_to_wait_for(recorder: Recorder, far: Far) -> None:
    """Whatever length it announces."""
    far.wanted, far.answer = 1, b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 900\r\n\r\n"
    assert talk(recorder.door, b"HEAD / HTTP/1.1\r\nHost: localhost\r\n\r\n") == far.answer


def test_a_long_reply_is_passed_on_whole_and_kept_in_part(recorder: Recorder, far: Far) -> None:
    """What nobody reads here is not held in memory."""
    body = bytes(range(256)) * 2048
    far.wanted, far.answer = 1, b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: %d\r\n\r\n" % len(body) + body
    recorder.aim(far.base_url, Terms(body_limit=KEPT))
    assert talk(recorder.door, FORM) == far.answer
    handed_on = recorder.last().handed_on
    assert handed_on is not None
    assert isinstance(handed_on.outcome, HttpReply)
    assert (handed_on.outcome.truncated, len(handed_on.outcome.body)) == (True, KEPT)
    assert handed_on.reply == far.answer[: -len(body)] + body[:KEPT]
    assert far.answer.startswith(handed_on.reply)


@pytest.mark.parametrize(
    ("behaviour", "cause", "came"),
    [
        (reset(), Cause.RESET_UNANSWERED, b"HTTP/1.1 502 "),
        (raw(b"HTTP/1.1 200 OK\r\nContent-Le"), Cause.CLOSED_IN_HEADER, b"HTTP/1.1 502 "),
        (raw(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nab"), Cause.CLOSED_IN_BODY, b"HTTP/1.1 200 "),
        (hang(), Cause.NO_REPLY, b"HTTP/1.1 504 "),
        (hang(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nab"), Cause.BODY_STALLED, b"HTTP/1.1 200 "),
    ],
    ids=["reset", "in the head", "in the body", "silent", "stalled"],
)
def test_who_breaks_off_is_not_asked_again(behaviour: object, cause: Cause, came: bytes, recorder: Recorder) -> None:
    """The program hears as much as came, or why nothing did; that it may have arrived is said."""
    with Misbehaving(behaviour) as server:  # type: ignore[arg-type]  # one of Behaviour
        recorder.aim(server.base_url, Terms(Timeouts(2.0, 0.2, 2.0)))
        answer = talk(recorder.door, FORM)
        handed_on = recorder.last().handed_on
    assert answer.startswith(came)
    assert (server.connections, len(server.requests)) == (1, 1)
    assert handed_on is not None
    assert isinstance(handed_on.outcome, TransportFailure)
    assert (handed_on.outcome.cause, handed_on.outcome.may_have_arrived) == (cause, True)
    own = not came.startswith(b"HTTP/1.1 200")
    assert (b"\r\nX-QFPay-Tester: not the answer" in answer) is own
    assert (b"query the order before" in answer) is own


@pytest.mark.parametrize("begun", [b"", FORM[:20], FORM[:-1]], ids=["silent", "head", "body"])
def test_a_request_that_is_not_whole_goes_nowhere(begun: bytes, recorder: Recorder, far: Far) -> None:
    """Whoever hangs up before the last byte has sent nothing."""
    answer = talk(recorder.door, begun, ended=True)
    assert not answer.startswith(b"HTTP/1.1 2")
    assert (far.got, recorder.heard) == ([], [])


def test_a_program_that_leaves_is_not_waited_for_and_nothing_is_repeated(recorder: Recorder) -> None:
    """What it sent was sent, once, and what came of it is recorded."""
    body = b"x" * 4_000_000
    with Misbehaving(reply(body, headers="X-A: b\r\ncontent-TYPE: text/x\r\n")) as server:
        recorder.aim(server.base_url)
        client = socket.create_connection(address(recorder.door))
        client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        client.sendall(FORM)
        assert server.arrived.wait(5)
        client.close()
        last = recorder.last()
    assert last.handed_on is not None
    assert last.handed_on.left
    assert isinstance(last.handed_on.outcome, HttpReply)
    assert (server.connections, last.answer.status, last.answer.content_type) == (1, 200, "text/x")


@pytest.mark.parametrize("layer", ["name", "connection", "proxy", "TLS", "connection lost", "not HTTP"])
def test_each_layer_that_fails_is_told_in_its_sentence(
    layer: str, recorder: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same words as for what this program sends itself; whoever got it got it once."""
    fault = LAYERS[layer][0]
    with fault.stage(monkeypatch) as target:
        recorder.aim(target.base_url, Terms(QUICK, target.ca_file))
        answer = talk(recorder.door, FORM)
        for server in target.servers:
            assert server.connections == 1
            assert len(server.requests) <= 1
    handed_on = recorder.last().handed_on
    assert handed_on is not None
    assert isinstance(handed_on.outcome, TransportFailure)
    assert (handed_on.outcome.layer, handed_on.outcome.cause.value) == (fault.layer, fault.group)
    told = b"query the order before" if handed_on.outcome.may_have_arrived else b"Nothing was sent."
    assert (told in answer) is (b"\r\nX-QFPay-Tester: " in answer)


@pytest.mark.parametrize(("ca_file", "status"), [("", b"502"), (str(CERTIFICATE), b"200")])
def test_tls_is_verified_with_the_authority_that_is_trusted(ca_file: str, status: bytes, recorder: Recorder) -> None:
    """Without it nothing is sent."""
    with Misbehaving(reply(), tls=True) as server:
        recorder.aim(server.base_url, Terms(ca_file=ca_file))
        answer = talk(recorder.door, FORM)
    assert answer.split(b" ", 2)[1] == status
    assert len(server.requests) == int(status == b"200")


def test_a_company_proxy_on_the_way_adds_nothing(recorder: Recorder, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its own answer is not the reply, and its login stays with it."""
    with Misbehaving(raw(GOOD), tls=True) as server, Misbehaving(tunnel_to(server.port)) as proxy:
        monkeypatch.setenv("https_proxy", f"http://me:secret@127.0.0.1:{proxy.port}")
        recorder.aim(SHOP, Terms(QUICK, str(CERTIFICATE)))
        answer = talk(recorder.door, FORM)
    handed_on = recorder.last().handed_on
    assert handed_on is not None
    assert answer == handed_on.reply == GOOD
    expected = FORM.replace(b"localhost", b"pay.example").replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n")
    assert server.requests == [expected]
    assert proxy.requests[0].startswith(b"CONNECT pay.example:443 ")


REFUSED = {
    "page": (b"GET / HTTP/1.1\r\nHost: localhost\r\nOrigin: https://evil.example\r\n\r\n", b"403"),
    "host": (b"GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n", b"403"),
    "proxy setting": (b"GET http://localhost/ HTTP/1.1\r\nHost: localhost\r\n\r\n", b"400"),
    "tunnel": (b"CONNECT /x HTTP/1.1\r\nHost: localhost\r\n\r\n", b"501"),
    "folded": (b"GET / HTTP/1.1\r\nHost: localhost\r\nA: b\r\n c\r\n\r\n", b"400"),
    "blank": (b"GET / HTTP/1.1\r\nHost: localhost\r\nA : b\r\n\r\n", b"400"),
    "two frames": (
        b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        b"400",
    ),
    "coding": (b"POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", b"400"),
    "two lengths": (b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nContent-Length: 1\r\n\r\nx", b"400"),
    "chunk size": (b"POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nx\r\n", b"400"),
    "chunk end": (
        b"POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nab\r\n0\r\n\r\n",
        b"400",
    ),
    "trailer": (b"POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nA: b", b"400"),
    "huge": (b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2097153\r\n\r\n", b"413"),
    "huge chunk": (
        b"POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nffffff\r\n",
        b"413",
    ),
}


@pytest.mark.parametrize(("sent", "status"), REFUSED.values(), ids=REFUSED)
def test_what_could_be_read_in_two_ways_goes_nowhere(sent: bytes, status: bytes, recorder: Recorder, far: Far) -> None:
    """Nor what no program of this machine sent; the refusal says that it is not the target's."""
    answer = talk(recorder.door, sent, ended=True)
    assert answer.split(b" ", 2)[1] == status
    assert b"\r\nX-QFPay-Tester: not the answer" in answer
    assert b"X-Simulator" not in answer
    assert (far.got, recorder.heard, recorder.simulated) == ([], [], [])


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("proxy setting", b"Line 1 of the request is not METHOD /path HTTP/1.1: it is not handed on."),
        ("blank", b"Line 3 of the request is no header: it is not handed on."),
        ("chunk end", b"A chunk of the body is longer than its size says."),
        ("trailer", b"The chunked body does not end with an empty line."),
    ],
)
def test_the_place_that_is_wrong_is_named(kind: str, words: bytes, recorder: Recorder, far: Far) -> None:
    """So that a program can be mended."""
    assert talk(recorder.door, REFUSED[kind][0], ended=True).endswith(words)
    assert far.got == []


def test_nothing_of_a_request_is_in_a_repr() -> None:
    """It may hold personal data."""
    assert repr(Incoming(b"head", b"framed", b"body")) == "Incoming()"


def test_without_a_target_the_simulator_answers_and_says_so(recorder: Recorder) -> None:
    """The same address, and nothing is handed on."""
    answer = talk(recorder.door, FORM)
    assert b"\r\nX-Simulator: QFPay Tester" in answer
    assert b"X-QFPay-Tester" not in answer
    assert ([one.body for one in recorder.simulated], recorder.heard) == ([b"txamt=300"], [])
    assert talk(recorder.door, b"PUT / HTTP/1.1\r\nHost: localhost\r\n\r\n").startswith(b"HTTP/1.1 501 ")


@pytest.mark.parametrize("later", ["nobody", "another"])
def test_who_is_chosen_meanwhile_gets_nothing_of_a_request_that_had_begun(
    later: str, recorder: Recorder, far: Far
) -> None:
    """It was meant for whom stood there when it began, and that is over."""
    with connected(recorder.door) as client:
        client.sendall(FORM.replace(b"X-QF-SIGN: A", b"Expect: 100-continue")[:-1])
        assert client.recv(4096) == b"HTTP/1.1 100 Continue\r\n\r\n"
        recorder.door.target = None if later == "nobody" else Target(far.base_url, Terms)
        client.sendall(FORM[-1:])
        answer = until_end(client)
    assert answer.startswith(b"HTTP/1.1 503 ")
    assert (far.got, recorder.heard, recorder.simulated) == ([], [], [])


def test_shutting_the_door_waits_for_nobody() -> None:
    """What was sent stays sent; that its reply is not waited for is recorded."""
    recorder = Recorder()
    with Misbehaving(hang()) as server, recorder.door:
        recorder.aim(server.base_url)
        with connected(recorder.door) as client:
            client.sendall(FORM)
            assert server.arrived.wait(5)
            recorder.door.stop()
            handed_on = recorder.last().handed_on
    assert handed_on is not None
    assert isinstance(handed_on.outcome, TransportFailure)
    assert handed_on.outcome.may_have_arrived
