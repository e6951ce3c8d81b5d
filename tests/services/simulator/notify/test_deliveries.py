"""What becomes of a notification after each attempt."""

from __future__ import annotations

from dataclasses import replace

import pytest

from qfpay_gui.services.simulator.notify.deliveries import Attempt, Delivery, attempt, concluded, planned
from qfpay_gui.services.simulator.notify.post import PostResult

NEW = Delivery(1, "payment", "N1", "S1", "http://127.0.0.1/", b"{}", "AB", (), 1000.0, "waiting")
NO, YES = Attempt(1000.0, 500, "no", accepted=False, reason="x"), Attempt(1000.0, 200, "", accepted=True, reason="x")


def after(count: int, time_lapse: float = 1.0) -> Delivery:
    """The delivery after so many attempts in vain."""
    delivery = NEW
    for _ in range(count):
        delivery = concluded(delivery, NO, time_lapse)
    return delivery


@pytest.mark.parametrize(
    ("made", "seconds"), [(1, 120), (2, 600), (3, 600), (4, 3600), (5, 7200), (6, 21_600), (7, 54_000)]
)
def test_the_next_attempt_is_due_after_its_pause(made: int, seconds: int) -> None:
    """Which a time-lapse shortens."""
    assert (after(made).state, after(made).next_at) == ("waiting", 1000.0 + seconds)
    assert after(made, 60).next_at == planned(after(made), 60) == 1000.0 + seconds / 60


def test_after_the_eighth_attempt_it_is_given_up() -> None:
    """One that is made all the same changes nothing, unless it is accepted."""
    last = after(8)
    assert (last.state, last.next_at, len(last.attempts)) == ("given up", None, 8)
    assert (concluded(last, NO, 1).state, concluded(last, YES, 1).state) == ("given up", "accepted")


def test_what_was_accepted_stays_so() -> None:
    """Though one more attempt meets an error."""
    accepted = concluded(NEW, YES, 1)
    assert (accepted.state, accepted.next_at) == ("accepted", None)
    again = concluded(accepted, NO, 1)
    assert (again.state, again.next_at, len(again.attempts)) == ("accepted", None, 2)


@pytest.mark.parametrize(
    ("status", "body", "accepted", "says"),
    [
        (200, b"SUCCESS", True, "HTTP 200 and SUCCESS."),
        (200, b" SUCCESS\r\n", True, "with white space around it"),
        (200, b"", False, "the body is empty"),
        (200, b" \n", False, "the body is empty"),
        (200, b"success", False, "written in capital letters"),
        (200, b'"SUCCESS"', False, "says more than SUCCESS"),
        (200, b"OK", False, "the body is not SUCCESS"),
        (201, b"SUCCESS", False, "HTTP 201 is not 200."),
        (299, b"", False, "HTTP 299 is not 200."),
        (300, b"", False, "redirects are not followed"),
        (399, b"", False, "redirects are not followed"),
        (400, b"", False, "HTTP 400 is not 200."),
        (500, b"SUCCESS", False, "HTTP 500 is not 200."),
    ],
)
def test_only_http_200_with_the_word_is_accepted(status: int, body: bytes, accepted: bool, says: str) -> None:  # noqa: FBT001 - a test's parameter
    """What else came is said."""
    made = attempt(5.0, PostResult(status, body))
    assert (made.at, made.status, made.accepted) == (5.0, status, accepted)
    assert says in made.reason
    assert ("redirects" in made.reason) == (300 <= status < 400)


def test_without_an_answer_the_failure_is_the_reason() -> None:
    """Also where a status came before it broke off."""
    for result in (PostResult(failure="It hung up."), PostResult(200, b"SUCCESS", failure="It hung up.")):
        made = attempt(5.0, result)
        assert (made.accepted, made.reason) == (False, "It hung up.")


@pytest.mark.parametrize(("size", "shown"), [(500, 500), (501, 501)])
def test_a_long_answer_is_shortened(size: int, shown: int) -> None:
    """At five hundred characters, with a mark; what is no text is shown as far as it goes."""
    answer = attempt(5.0, PostResult(200, b"x" * size)).answer
    assert (len(answer), answer.endswith("…")) == (shown, size > 500)
    assert attempt(5.0, PostResult(200, b"a\xff")).answer == "a\ufffd"


def test_a_delivery_shows_no_body() -> None:
    """It holds personal data."""
    assert "txamt" not in repr(replace(NEW, body=b"txamt"))
    assert "txamt" not in repr(PostResult(200, b"txamt", b"txamt"))
