"""The listener over real HTTP: what comes in is kept as it came, and answered as told."""

from __future__ import annotations

import logging
import threading
import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qfpay_gui.services.notifications.listener import KEPT, SLOWNESS, Listener
from qfpay_gui.services.notifications.received import Acknowledged, AnswerMode, Received
from qfpay_gui.services.notifications.reception import LARGEST_BODY
from tests.services.notifications.posting import post, raw

if TYPE_CHECKING:
    from collections.abc import Iterator

NOW = 1_772_359_200.0
BODY = b'{"status": "1",\r\n "goods_name": "\\u5496\xff"}\n'
HEADERS = {"X-QF-SIGN": "5ABD", "Content-Type": "application/json"}


class Notebook:
    """Keeps what a listener tells, and waits for it."""

    def __init__(self, listener: Listener) -> None:
        self.told: list[Received] = []
        self._came = threading.Condition()
        listener.on_message = self._take

    def wait(self, count: int, seconds: float = 10) -> list[Received]:
        """The first ``count`` messages told."""
        with self._came:
            assert self._came.wait_for(lambda: len(self.told) >= count, seconds)
            return self.told[:count]

    def _take(self, message: Received) -> None:
        with self._came:
            self.told.append(message)
            self._came.notify_all()


@pytest.fixture
def listener() -> Iterator[Listener]:
    """A running one; a slow answer takes a minute."""
    with Listener(clock=lambda: NOW, patience=60, slowness=60) as running:
        yield running


def test_what_is_posted_is_kept_as_it_came(listener: Listener) -> None:
    """Headers in their own spelling and order, the body to its last byte, any path."""
    assert post(listener.url, BODY, HEADERS, path="/shop/notify.php?x=1") == (200, b"SUCCESS")
    (message,) = listener.received()
    assert (message.body, message.method, message.path, message.at) == (BODY, "POST", "/shop/notify.php?x=1", NOW)
    assert message.header("x-qf-sign") == "5ABD"
    assert "X-QF-SIGN: 5ABD" in message.head


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=2000))
def test_any_body_arrives_byte_for_byte(listener: Listener, body: bytes) -> None:
    """Whatever the bytes are."""
    post(listener.url, body)
    assert listener.received()[0].body == body


def test_a_chunked_body_is_put_together(listener: Listener) -> None:
    """Some senders announce no length."""
    chunks = b"5\r\nhello\r\n6;x=y\r\n world\r\n0\r\n\r\n"
    answer = raw(listener.url, b"POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks)
    assert answer.endswith(b"SUCCESS")
    assert listener.received()[0].body == b"hello world"


@pytest.mark.parametrize(
    ("mode", "answer", "answered", "status"),
    [
        (AnswerMode.SUCCESS, (200, b"SUCCESS"), Acknowledged.SENT, 200),
        (AnswerMode.WRONG_BODY, (200, b"OK"), Acknowledged.SENT, 200),
        (AnswerMode.NOTHING, None, Acknowledged.WITHHELD, None),
    ],
)
def test_it_answers_as_told(
    listener: Listener, mode: AnswerMode, answer: tuple[int, bytes] | None, answered: Acknowledged, status: int | None
) -> None:
    """The answer goes out, and what became of it is noted."""
    notebook = Notebook(listener)
    listener.mode = mode
    assert post(listener.url, BODY) == answer
    came, concluded = notebook.wait(2)
    assert (came.answered, came.id, came.mode) == (Acknowledged.PENDING, concluded.id, mode)
    assert (concluded.answered, concluded.status) == (answered, status)
    assert listener.received() == (concluded,)


def test_an_error_is_http_500(listener: Listener) -> None:
    """Which no sender takes for done."""
    listener.mode = AnswerMode.ERROR
    answer = post(listener.url, BODY)
    assert answer is not None
    assert answer[0] == 500
    assert b"SUCCESS" not in answer[1]


def test_a_slow_answer_comes_late() -> None:
    """SUCCESS, after the time given."""
    with Listener(slowness=0.2) as listener:
        listener.mode = AnswerMode.SLOW
        before = time.monotonic()
        assert post(listener.url, BODY) == (200, b"SUCCESS")
        assert time.monotonic() - before >= 0.2


def test_a_sender_that_gave_up_is_noticed() -> None:
    """The slow answer is too late for whoever hung up meanwhile."""
    with Listener(slowness=0.3) as listener:
        notebook = Notebook(listener)
        listener.mode = AnswerMode.SLOW
        with pytest.raises(TimeoutError):
            post(listener.url, BODY, seconds=0.1)
        assert notebook.wait(2)[1].answered is Acknowledged.TOO_LATE


def test_stopping_ends_slow_answers_at_once(listener: Listener) -> None:
    """Nobody waits for a minute; the port is free again, and stopping twice does no harm."""
    notebook = Notebook(listener)
    listener.mode = AnswerMode.SLOW
    url, answers = listener.url, list[object]()
    sender = threading.Thread(target=lambda: answers.append(post(url, BODY)))
    sender.start()
    notebook.wait(1)
    before = time.monotonic()
    listener.stop()
    listener.stop()
    sender.join(5)
    assert time.monotonic() - before < 5
    assert answers == [None]
    assert listener.url == ""
    assert post(url, BODY) is None


def test_the_newest_are_kept_up_to_a_bound() -> None:
    """Newest first; older ones are forgotten."""
    with Listener(kept=3) as listener:
        for number in range(5):
            post(listener.url, str(number).encode())
        assert [message.body for message in listener.received()] == [b"4", b"3", b"2"]
        listener.clear()
        assert listener.received() == ()


CHUNKED = b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n"


@pytest.mark.parametrize(
    ("message", "status"),
    [
        (b"POST / HTTP/1.1\r\nContent-Length: %d\r\n\r\n" % (LARGEST_BODY + 1), b"413"),
        (b"POST / HTTP/1.1\r\nContent-Length: 99999999999\r\n\r\n", b"413"),
        (b"POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n", b"400"),
        (CHUNKED + b"FFFFFFFF\r\n", b"413"),
        (CHUNKED + b"%x\r\n" % (LARGEST_BODY + 1), b"413"),
        (CHUNKED + b"1\r\nx\r\n%x\r\n" % LARGEST_BODY, b"413"),
        (b"nonsense\r\n\r\n", b"400"),
        (b"DELETE / HTTP/1.1\r\n\r\n", b"501"),
    ],
)
def test_what_cannot_be_taken_in_is_refused_and_not_kept(listener: Listener, message: bytes, status: bytes) -> None:
    """Too large, without a length, or no HTTP at all."""
    assert status in raw(listener.url, message).partition(b"\r\n")[0]
    assert listener.received() == ()


@pytest.mark.parametrize(
    ("length", "status"),
    [(b"4", b"200"), (b"000000004", b"200"), (b"0000000004", b"413"), (b"4_0", b"400"), ("４".encode(), b"400")],
)
def test_a_length_has_nine_digits_at_most(listener: Listener, length: bytes, status: bytes) -> None:
    """More of them are not even counted; other digits are none."""
    answer = raw(listener.url, b"POST / HTTP/1.1\r\nContent-Length: " + length + b"\r\n\r\nhalf")
    assert answer.split(b" ", 2)[1] == status
    assert [message.body for message in listener.received()] == ([b"half"] if status == b"200" else [])


def test_a_line_between_chunks_has_a_size(listener: Listener) -> None:
    """A thousand bytes with its end."""
    for spare, taken in ((0, True), (1, False)):
        size = b"4;" + b"x" * (996 + spare) + b"\r\n"
        answer = raw(listener.url, CHUNKED + size + b"half\r\n0\r\n\r\n")
        assert answer.startswith(b"HTTP/1.1 200 ") == taken
    assert len(listener.received()) == 1


def test_what_is_told_to_people_is_what_is_done() -> None:
    """Ten seconds for a slow answer, as many to send in; two hundred messages of a quarter of a megabyte."""
    assert (SLOWNESS, KEPT, LARGEST_BODY) == (10.0, 200, 262_144)
    assert Listener()._patience == 10.0


BAD_SIZES = (b"zz", b"-1", b"-5", b"+5", b"0x5", b"5_0", b"", b" 5", b"5 5", b"5\x00", b"FFFFFFFFF", b"5" * 2000)


@pytest.mark.parametrize(
    "chunks",
    [
        *(size + b"\r\nhello\r\n0\r\n\r\n" for size in BAD_SIZES),
        b"4\r\nhello\r\n0\r\n\r\n",
        b"0\r\n" + b"X: y\r\n" * 100 + b"\r\n",
        b"0\r\nX: " + b"y" * 2000 + b"\r\n\r\n",
    ],
    ids=lambda chunks: repr(chunks[:9]),
)
def test_a_chunk_of_no_size_ends_the_connection(listener: Listener, chunks: bytes) -> None:
    """Negative, no hexadecimal number, beyond all bounds, other than its data, or followed by lines without end."""
    assert raw(listener.url, CHUNKED + chunks).startswith(b"HTTP/1.1 400 ")
    assert listener.received() == ()


@pytest.mark.parametrize(
    "chunks",
    [
        b"5\nhello\n0\n\n",
        b'0005;a="b" ; c\r\nhello\r\n000\r\n' + b"X: y\r\n" * 99 + b"\r\n",
        b"".join(b"1\r\n%c\r\n" % one for one in b"hello") + b"0\r\n\r\n",
    ],
)
def test_chunks_may_be_written_in_any_proper_way(listener: Listener, chunks: bytes) -> None:
    """Extensions and trailers are passed over."""
    assert raw(listener.url, CHUNKED + chunks).endswith(b"SUCCESS")
    assert listener.received()[0].body == b"hello"


@pytest.mark.parametrize("size", [61, LARGEST_BODY])
def test_as_many_chunks_as_a_body_may_have(listener: Listener, size: int) -> None:
    """The last byte that is read is the limit's, however it is cut."""
    body = b"x" * LARGEST_BODY
    pieces = (body[at : at + size] for at in range(0, len(body), size))
    message = b"".join(b"%x\r\n%b\r\n" % (len(piece), piece) for piece in pieces)
    assert raw(listener.url, CHUNKED + message + b"0\r\n\r\n").endswith(b"SUCCESS")
    assert listener.received()[0].body == body


def test_a_tunnel_may_keep_its_public_name(listener: Listener) -> None:
    """Where it says that it forwards; without that word the name is a page's that was turned towards this machine."""
    assert post(listener.url, BODY, {"Host": "shop.example", "X-Forwarded-For": "13.228.112.115"}) == (200, b"SUCCESS")
    refused = post(listener.url, BODY, {"Host": "shop.example"})
    assert refused is not None
    assert (refused[0], b"X-Forwarded-Host" in refused[1]) == (403, True)
    assert len(listener.received()) == 1


def test_a_body_that_does_not_come_is_given_up() -> None:
    """A sender has so long and no longer."""
    with Listener(patience=0.2) as listener:
        answer = raw(listener.url, b"POST / HTTP/1.1\r\nContent-Length: 10\r\n\r\nhalf")
        assert b" 408 " in answer
        assert listener.received() == ()


def test_a_browser_learns_what_this_is(listener: Listener) -> None:
    """GET is answered with a sentence, and kept nowhere."""
    assert b"listens for notifications" in raw(listener.url, b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
    assert listener.received() == ()


def test_many_at_once_are_all_kept_and_told_one_at_a_time(listener: Listener) -> None:
    """Each gets a number of its own; the receiver is never called twice at the same moment."""
    busy, clashes = threading.Lock(), list[bool]()

    def take(_message: Received) -> None:
        clashes.append(not busy.acquire(blocking=False))
        busy.release()

    listener.on_message = take
    senders = [threading.Thread(target=post, args=(listener.url, b"x")) for _ in range(20)]
    for sender in senders:
        sender.start()
    for sender in senders:
        sender.join(10)
    assert len({message.id for message in listener.received()}) == 20
    assert not any(clashes)


def test_nothing_of_a_message_is_logged_or_shown_in_a_repr(
    listener: Listener, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    """Notifications hold personal data."""
    with caplog.at_level(logging.DEBUG):
        post(listener.url, b"oAbCdEfGhIjKlMnOpQrStUvWxYz0", {"X-Secret": "oAbCdEf"}, path="/oAbCdEf")
    said = caplog.text + "".join(capfd.readouterr()) + repr(listener.received())
    assert "oAbCdEf" not in said


@pytest.mark.parametrize("port", [-1, 65536])
def test_an_impossible_port_is_refused(port: int) -> None:
    """A ValueError in plain words."""
    with pytest.raises(ValueError, match="0 to 65535"):
        Listener(port=port)


def test_a_port_in_use_is_named(listener: Listener) -> None:
    """The sentence says which port, and the way out."""
    port = int(listener.url.rsplit(":", 1)[1].partition("/")[0])
    with pytest.raises(OSError, match=f"Port {port} is taken"):
        Listener(port=port).start()


def test_starting_twice_keeps_the_address(listener: Listener) -> None:
    """Nothing changes for those who know it."""
    url = listener.url
    listener.start()
    assert listener.url == url
