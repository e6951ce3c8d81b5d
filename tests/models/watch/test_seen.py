"""One request as it is read and examined, without a window and without a server."""

from __future__ import annotations

from functools import partial
from threading import Event
from urllib.parse import urlencode

import pytest

from qfpay_gui.models.profiles.state import Keys
from qfpay_gui.models.watch.seen import Seen, looked_at
from qfpay_gui.qfpay.credentials import Credentials
from qfpay_gui.services.simulator.answers import HttpAnswer
from qfpay_gui.services.simulator.overheard import Overheard
from qfpay_gui.services.simulator.wire import Request
from tests.models.case.case_samples import APP_CODE, KEY, PAIRS, RIGHT, WITH_KEY_EQUALS

SHOP = Credentials(APP_CODE, KEY)
KEYS = partial(Keys, SHOP, {})
FORM = urlencode(PAIRS).encode()


def seen(sign: str = "", body: bytes = FORM, path: str = "/trade/v1/payment", answer: bytes = b"") -> Seen:
    """What came in."""
    head = f"POST {path} HTTP/1.1\nX-QF-APPCODE: {APP_CODE}\nX-QF-SIGN: {sign}"
    request = Request("POST", path, body=body, head=head)
    return Seen(1, Overheard(0.0, request, HttpAnswer(200, "application/json", answer)))


@pytest.mark.parametrize(("sign", "deviations"), [(RIGHT, ()), (WITH_KEY_EQUALS, ("key-joined-by-key-equals",))])
def test_a_signed_request_is_examined_with_the_simulators_key(sign: str, deviations: tuple[str, ...]) -> None:
    """From the bytes as they came."""
    done = looked_at(seen(sign), KEYS, Event())
    assert (done.waiting, done.value("txamt"), done.value("nothing")) == (False, "300", "")
    assert done.case is not None
    assert done.case.body == FORM
    assert done.examined is not None
    assert done.examined.client_key == KEY
    assert done.examined.diagnoses[0].deviations == deviations


@pytest.mark.parametrize(("sign", "body"), [("", FORM), (RIGHT, b"")])
def test_without_a_signature_or_without_parameters_there_is_nothing_to_examine(sign: str, body: bytes) -> None:
    """It is read all the same; an empty body is none."""
    done = looked_at(seen(sign, body), KEYS, Event())
    assert done.case is not None
    assert (done.examined, done.waiting, done.case.body) == (None, False, body or None)


def test_what_was_not_read_has_no_values() -> None:
    """Not yet, or because it is huge."""
    assert seen().value("txamt") == ""
    huge = looked_at(seen(RIGHT, FORM + b"&x=" + b"x" * 200_000), KEYS, Event())
    assert (huge.case, huge.waiting) == (None, False)


@pytest.mark.parametrize(
    ("path", "call"),
    [("/trade/v1/payment", "payment"), ("/trade/v1/query/", "query"), ("payment", "payment"), ("/", "/"), ("", "/")],
)
def test_a_call_is_the_last_part_of_the_path(path: str, call: str) -> None:
    """Also of one that is none."""
    assert seen(path=path).call == call


@pytest.mark.parametrize(
    ("answer", "respcd", "has_meaning"),
    [
        (b'{"respcd": "1108"}', "1108", True),
        (b'{"respcd": "9z9z"}', "9z9z", False),
        (b'{"respcd": 1108}', "1108", True),
        (b'{"respcd": null}', "", False),
        (b'{"respcd": ["1108"]}', "", False),
        (b"[]", "", False),
        (b"<html>", "", False),
    ],
)
def test_an_answer_is_told_by_its_return_code(answer: bytes, respcd: str, has_meaning: bool) -> None:  # noqa: FBT001 - a test's parameter
    """What is no code of QFPay's has no meaning."""
    one = seen(answer=answer)
    assert (one.respcd, one.meaning is not None) == (respcd, has_meaning)
    assert one.answered == f"HTTP 200\napplication/json\n\n{answer.decode()}"


def test_bytes_of_no_text_are_shown_as_far_as_they_go() -> None:
    """The repr shows none of it."""
    one = seen(RIGHT, b"a=\xff", answer=b"\xff")
    assert one.raw.endswith("\n\na=\ufffd")
    assert one.answered.endswith("\n\n\ufffd")
    assert RIGHT not in repr(one)


def test_what_came_in_is_not_shown_by_accident() -> None:
    """Its repr could get into a log."""
    assert repr(looked_at(seen(RIGHT), KEYS, Event())) == "Seen(id=1, waiting=False, has_key=True)"
