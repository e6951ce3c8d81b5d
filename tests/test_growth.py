"""Whatever somebody pastes or a server answers, four times as much takes about four times as long."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from qfpay_gui.diagnosis import read_request
from qfpay_gui.diagnosis.notification import read_notification
from qfpay_gui.qfpay.reply.exchange import HttpReply
from qfpay_gui.qfpay.reply.reply import read_reply
from qfpay_gui.qfpay.secrets.masking import persistable
from qfpay_gui.qfpay.secrets.same_length import same_length_mask
from tests.growth import grows_evenly

if TYPE_CHECKING:
    from collections.abc import Callable

Pairs = list[tuple[str, str]]
KEY = "0123456789ABCDEF0123456789ABCDEF"
PIECES = [
    "&",
    "key=",
    "a=&",
    "&key=abc",
    "txamt=",
    "{",
    "[",
    '"',
    "'",
    "(",
    "\\",
    '\\"',
    "%25",
    "\n",
    "x=1\n",
    "a b ",
    ": ",
]


def test_the_measure_tells_a_square_from_a_line() -> None:
    """Or it would find nothing."""
    assert grows_evenly(lambda size: size, lambda size: sum(range(40 * size)), 500)
    assert not grows_evenly(lambda size: size, lambda size: sum(one for _ in range(size) for one in range(size)), 100)


@pytest.mark.parametrize("piece", PIECES)
def test_reading_a_request(piece: str) -> None:
    """However often one sign is repeated."""
    assert grows_evenly(lambda size: (piece * size)[:size], read_request, 1500)


@pytest.mark.parametrize("piece", PIECES)
def test_reading_a_notification(piece: str) -> None:
    """The same for what a merchant's server received."""
    assert grows_evenly(lambda size: (piece * size)[:size], read_notification, 3000)


REPLIES: dict[str, Callable[[int], bytes]] = {
    "deep": lambda size: b"[" * size,
    "members": lambda size: json.dumps({f"m{one}": one for one in range(size // 12)}).encode(),
    "one name": lambda size: b"{" + b'"a":1,' * (size // 6) + b'"respcd":"0000"}',
    "quotes": lambda size: b'{"respcd": ' + b'"\\' * (size // 2),
    "numbers": lambda size: b'{"respcd": 0000,' + b'"a": 0001,' * (size // 10) + b'"b":1}',
    "comments": lambda size: b"<!--" * (size // 4),
    "form": lambda size: b"<html>" + b"<input " * (size // 7),
    "no text": lambda size: b"\xff" * size,
}


@pytest.mark.parametrize("shape", REPLIES)
def test_reading_a_reply(shape: str) -> None:
    """However a server that means harm builds it."""
    made = REPLIES[shape]
    assert grows_evenly(lambda size: HttpReply(200, "OK", (), made(size)), read_reply, 40_000)


def people(size: int) -> Pairs:
    """As many parameters about persons."""
    return [(f"user_creid{one}", f"4300677988686{one:05d}") for one in range(size)]


def names(size: int) -> Pairs:
    """As many parameters about nothing in particular."""
    return [(f"p{one}", f"value {one}") for one in range(size)]


def one_person(size: int) -> Pairs:
    """One parameter that says as much about persons."""
    return [("extend_info", json.dumps({"user_creid": [f"4300677988686{one:05d}" for one in range(size)]}))]


def the_same(size: int) -> Pairs:
    """A personal value that is found in another one at every place."""
    return [("user_truename", "a" * 40 * size), ("x", "a" * 80 * size)]


@pytest.mark.parametrize("made", [people, names, one_person, the_same], ids=lambda one: str(one.__name__))
def test_masking(made: Callable[[int], Pairs]) -> None:
    """Many persons, many parameters, long values: each is looked through once."""
    assert grows_evenly(made, lambda pairs: persistable(pairs, (KEY,)), 100)


def test_masking_on_screen() -> None:
    """The mask that keeps every character in its place."""

    def work(value: str) -> str:
        return same_length_mask([("extend_info", value)], (KEY,)).over(value)

    assert grows_evenly(lambda size: one_person(size)[0][1], work, 200)
