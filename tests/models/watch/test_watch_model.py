from __future__ import annotations

import hashlib
from urllib.parse import urlencode

import pytest

from qfpay_gui.models.profiles.state import Keys
from qfpay_gui.models.watch.seen import Seen, read_in
from qfpay_gui.models.watch.watch_model import MOST
from qfpay_gui.qfpay.credentials import Credentials, Profile
from qfpay_gui.services.http.outgoing import USER_AGENT
from qfpay_gui.services.simulator.answers import HttpAnswer
from qfpay_gui.services.simulator.overheard import Overheard
from qfpay_gui.services.simulator.wire import Request
from tests.models.watch.conftest import PAIRS, Door


def test_the_cause_is_named_by_itself(door: Door) -> None:
    """What came, as it came; what was answered; and why."""
    door.knock(door.sign(before_key="&key="))
    seen = door.look()
    assert (seen.respcd, seen.call, seen.value("out_trade_no")) == ("1108", "payment", "W1")
    assert seen.examined is not None
    assert seen.examined.diagnoses[0].deviations == ("key-joined-by-key-equals",)
    assert seen.raw.startswith("POST /trade/v1/payment HTTP/1.1\nHost: 127.0.0.1:")
    assert seen.raw.endswith(f"\n\n{urlencode(PAIRS)}")
    assert "\nX-QF-SIGN: " in seen.raw
    assert seen.answered.startswith("HTTP 200\n")
    assert str(seen.meaning) != "None"


def test_a_right_one_is_said_to_be_right(door: Door) -> None:
    """The order is made, and nobody is accused."""
    door.knock(door.sign())
    seen = door.look()
    assert seen.respcd == "0000"
    assert seen.examined is not None
    assert seen.examined.is_right


def test_the_newest_comes_first_and_each_is_examined_in_turn(door: Door) -> None:
    """None is lost while the doctor is at another; whoever shows them is told of each change."""
    shown: list[tuple[Seen, ...]] = []
    door.watch.changed.connect(shown.append)
    for _ in range(3):
        door.knock(door.sign(before_key="&"))
    door.look(3)
    assert [one.id for one in door.watch.seen] == [3, 2, 1]
    assert (door.arrived, sorted(door.named)) == ([1, 2, 3], [1, 2, 3])
    assert not any(one.waiting for one in door.watch.seen)
    assert (len(shown[0]), shown[-1]) == (1, door.watch.seen)


def test_a_right_one_waits_for_no_cause(door: Door) -> None:
    """A wrong one is read at once as well, and keeps waiting for its cause alone."""
    for before_key, waits in (("", False), ("&", True)):
        seen = _read(door, 1, before_key)
        assert (seen.waiting, seen.is_unread, seen.value("out_trade_no")) == (waits, False, "W1")
        assert (seen.examined is None) is waits


def test_the_one_looked_at_is_examined_first_then_the_newest(door: Door) -> None:
    """Whatever came before it."""
    third, second, first = (_read(door, number, "&key=") for number in (3, 2, 1))
    door.watch._publish((third, second, first))
    door.watch.look_at(second)
    door.watch._examine_next()
    door.look(3)
    assert door.named == [2, 3, 1]


def test_what_this_program_sends_itself_is_not_among_them(door: Door) -> None:
    """Its own client says so in its User-Agent."""
    door.knock(door.sign(), User_Agent=USER_AGENT)
    door.knock(door.sign())
    assert door.look().id == 1
    assert len(door.watch.seen) == 1


def test_a_request_without_a_signature_is_shown_unexamined(door: Door) -> None:
    """There is nothing to examine, and that is said by its absence."""
    door.knock("", body="txamt=300")
    seen = door.look()
    assert seen.case is not None
    assert seen.case.params == {"txamt": "300"}
    assert (seen.examined, seen.waiting) == (None, False)


def test_the_one_before_is_of_the_same_call(door: Door) -> None:
    """Between two payments, a query does not count."""
    door.knock(door.sign())
    door.knock(door.sign(), path="/trade/v1/query")
    door.knock(door.sign())
    newest = door.look(3)
    before = door.watch.before(newest)
    assert before is not None
    assert before.id == 1
    assert door.watch.before(before) is None


def test_what_was_seen_can_be_forgotten(door: Door) -> None:
    """Also what is just being examined."""
    door.knock(door.sign())
    door.watch.clear()
    assert not list(door.watch.seen)
    door.knock(door.sign())
    door.until(lambda: bool(door.watch.seen) and not door.watch.seen[0].waiting)
    assert [one.id for one in door.watch.seen] == [2]


def test_what_was_forgotten_is_not_named_afterwards(door: Door) -> None:
    """Though it was being examined."""
    door.simulator.overheard.emit(Overheard(0.0, Request("POST", "/trade/v1/query", head="POST / HTTP/1.1"), _answer()))
    assert door.arrived == [1]
    door.watch.clear()
    door.until(lambda: not door.runner.busy)
    assert (door.named, door.watch.seen) == ([], ())


def test_what_cannot_be_examined_is_shown_all_the_same(door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    """And the next one is examined as ever."""

    def fail(*_arguments: object, **_named: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as broken:
        broken.setattr("qfpay_gui.diagnosis.importing.read_requests", fail)
        door.knock(door.sign())
        first = door.look()
    assert (first.case, first.examined, first.waiting) == (None, None, False)
    door.knock(door.sign())
    assert door.look(2).case is not None


def test_only_so_many_are_kept(door: Door) -> None:
    """The oldest go."""
    overheard = Overheard(0.0, Request("POST", "/trade/v1/query", head="POST /trade/v1/query HTTP/1.1"), _answer())
    for _ in range(MOST + 1):
        door.simulator.overheard.emit(overheard)
    assert len(door.watch.seen) == MOST
    assert door.watch.seen[-1].id == 2


@pytest.mark.parametrize(("size", "is_read"), [(200_000, True), (200_001, False)])
def test_a_huge_body_is_shown_but_not_read(door: Door, size: int, is_read: bool) -> None:  # noqa: FBT001 - a test's parameter
    """Its bytes are there all the same."""
    body = b"txamt=300&goods_name=" + b"x" * (size - 21)
    request = Request("POST", "/trade/v1/payment", body=body, head="POST /trade/v1/payment HTTP/1.1")
    door.simulator.overheard.emit(Overheard(0.0, request, _answer()))
    seen = door.look()
    assert (seen.case is not None) == is_read
    assert len(seen.raw) > size


def test_a_program_with_a_key_of_its_own_is_verified_and_examined_with_it(door: Door) -> None:
    """A profile of the keychain is found by its app_code: the simulator answers it as its merchant."""
    own = Credentials("OWN-CODE", "OWN-KEY")
    door.profiles.save(Profile("Cafe", "simulator", own))
    door.until(lambda: not door.profiles.state.busy)
    string = "&".join(f"{name}={value}" for name, value in sorted(PAIRS))
    for before_key in ("", "&key="):
        signature = hashlib.md5(f"{string}{before_key}OWN-KEY".encode(), usedforsecurity=False).hexdigest()
        door.knock(signature, X_QF_APPCODE=own.app_code)
    wrong = door.look(2)
    right = door.watch.seen[1]
    assert (right.respcd, right.examined and right.examined.is_right) == ("0000", True)
    assert wrong.examined is not None
    assert wrong.examined.diagnoses[0].deviations == ("key-joined-by-key-equals",)
    assert "not told" in wrong.answered


def _read(door: Door, number: int, before_key: str) -> Seen:
    """A payment that was read, whose signature joins the key with this."""
    signature = door.sign(before_key=before_key)
    head = f"POST /trade/v1/payment HTTP/1.1\nX-QF-APPCODE: {door.ours.app_code}\nX-QF-SIGN: {signature}"
    headers = (("content-type", "application/x-www-form-urlencoded"), ("x-qf-sign", signature))
    request = Request("POST", "/trade/v1/payment", b"", headers, urlencode(PAIRS).encode(), head)
    return read_in(Seen(number, Overheard(0.0, request, _answer())), lambda: Keys(door.ours, {}))


def _answer() -> HttpAnswer:
    return HttpAnswer(404, "text/plain", b"nothing")


def test_an_answer_without_a_code_has_no_meaning() -> None:
    """A page or nothing at all."""
    seen = Seen(1, Overheard(0.0, Request("GET", "/"), _answer()))
    assert (seen.call, seen.respcd, seen.meaning) == ("/", "", None)
    assert seen.answered == "HTTP 404\ntext/plain\n\nnothing"
