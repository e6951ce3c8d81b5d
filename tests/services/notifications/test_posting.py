"""A notification arrives byte for byte, once, and whatever becomes of it is an answer in words."""

from __future__ import annotations

import threading
import time

import pytest

from qfpay_gui.qfpay.notifications.message import Answer, Message, message
from qfpay_gui.services.http.cancellation import Cancellation
from qfpay_gui.services.http.terms import Timeouts
from qfpay_gui.services.notifications.posting import BODY_LIMIT, Poster
from tests.services.notifications.receiving import serve

KEY = "5D41402ABC4B2A76B9719D911017C592"
BODY = b'{"goods_name":"\xe5\xa5\xb6",\r\n "x": "\x00\xff"}\n'


def posted(answer: Answer, *messages: Message, path: str = "") -> tuple[list[Message], list[Answer]]:
    """What arrived, and what was made of these answers."""
    seen: list[Message] = []
    with serve(lambda _one: answer, seen) as url:
        return seen, [Poster(KEY).post(url + path, one) for one in messages]


def test_bytes_and_headers_arrive_as_they_were_made() -> None:
    """Any body, the header in its own spelling, empty, or not at all."""
    signs = [message(BODY, "AB"), message(BODY, "ab", sign_header="x-qf-sign"), message(b"", ""), message(BODY, None)]
    seen, answers = posted(Answer(200, b"SUCCESS", (("X-Shop", "tea"),)), *signs)
    assert [one.body for one in seen] == [one.body for one in signs]
    for one, sent in zip(seen, signs, strict=True):
        assert set(sent.headers) <= set(one.headers)
        assert ("X-QF-SIGN" in dict(one.headers)) == ("X-QF-SIGN" in dict(sent.headers))
    assert not seen[3].signature
    assert all((one.status, one.body, one.failure) == (200, b"SUCCESS", None) for one in answers)
    assert ("X-Shop", "tea") in answers[0].headers
    assert 0 < answers[0].seconds < 20


def test_a_redirect_is_an_answer_and_is_not_followed() -> None:
    """One request, whatever stands in Location."""
    seen, (answer,) = posted(Answer(302, b"", (("Location", "/login"),)), message(BODY, "AB"))
    assert (answer.status, len(seen)) == (302, 1)


def test_a_long_answer_is_cut() -> None:
    """Nobody needs more of it."""
    _seen, (answer,) = posted(Answer(200, b"x" * (BODY_LIMIT + 1)), message(BODY, "AB"))
    assert len(answer.body) == BODY_LIMIT


def test_hanging_up_is_told_in_words() -> None:
    """Without the key, and without an exception."""
    seen, (answer,) = posted(Answer(), message(BODY, "AB"))
    assert (answer.status, len(seen)) == (None, 1)
    assert answer.failure is not None
    assert "closed" in str(answer.failure)


@pytest.mark.parametrize(
    ("url", "word"),
    [
        ("http://shop.example/notify", "Plain http"),
        ("http://127.0.0.1:9/notify", "refused"),
        ("https://127.0.0.1:9/a%20b[", "would become"),
    ],
)
def test_what_cannot_be_posted_says_why(url: str, word: str) -> None:
    """A guard of this program, a closed port, and an address that a library would write otherwise."""
    assert word in str(Poster(KEY).post(url, message(BODY, "AB")).failure)


def test_time_runs_out_and_a_cancel_ends_it_at_once() -> None:
    """A receiver that never answers holds nobody up."""
    over = threading.Event()
    with serve(lambda _one: (over.wait(20), Answer(200))[1]) as url:
        quick = Poster(KEY, timeouts=Timeouts(connect=5, read=0.05, overall=5))
        assert "time" in str(quick.post(url, message(BODY, "AB")).failure)
        cancel = Cancellation()
        threading.Timer(0.05, cancel.cancel).start()
        begun = time.monotonic()
        answer = Poster(KEY).post(url, message(BODY, "AB"), cancel=cancel)
        over.set()
    assert answer.status is None
    assert time.monotonic() - begun < 10
