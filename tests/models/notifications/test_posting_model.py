"""What is composed is posted once a press, in a series, or by the schedule, and can be stopped at any moment."""

from __future__ import annotations

import json
import threading
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from qfpay_gui.models.notifications.outgoing import REPLAY, Outgoing
from qfpay_gui.models.notifications.pasted import CURRENT, TYPED
from qfpay_gui.models.notifications.posting_model import PostingModel
from qfpay_gui.models.profiles.state import Keys
from qfpay_gui.models.tasks import TaskRunner
from qfpay_gui.qfpay.credentials import Credentials
from qfpay_gui.qfpay.notifications.composing import signature
from qfpay_gui.qfpay.notifications.message import Answer, Message
from qfpay_gui.qfpay.notifications.series import Mark
from qfpay_gui.qfpay.notifications.variants import VARIANTS
from tests.qfpay.notifications import receivers
from tests.qfpay.notifications.receivers import KEY, SUCCESS
from tests.qfpay.notifications.test_composing import ORDER
from tests.services.notifications.receiving import serve

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

OTHER = "00112233445566778899AABBCCDDEEFF"


class Bench:
    """A model, and whoever waits for it."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self.runner = TaskRunner(1)
        self.model = PostingModel(self.runner, now=lambda: 1_772_359_200.0)
        self.model.set_keys(Keys(Credentials("A" * 32, KEY), {"Tea House": OTHER}))
        self.seen: list[Message] = []

    def until(self, condition: Callable[[], bool]) -> None:
        """Until this holds."""
        self._qtbot.waitUntil(condition, timeout=20_000)

    def settle(self) -> None:
        """Until nothing is posted any more."""
        self.until(lambda: not self.model.state.is_working)

    def send(self, receiver: Callable[[Message], Answer] = receivers.right) -> None:
        """Post to this receiver, once."""
        with serve(receiver, self.seen) as url:
            self.model.type_url(url)
            self.model.send()
            self.model.send()
            self.settle()


@pytest.fixture
def bench(qapp: object, qtbot: QtBot) -> Iterator[Bench]:  # noqa: ARG001 - signals need an application
    """A model that knows the keys and has an example composed."""
    made = Bench(qtbot)
    yield made
    made.model.close()
    assert made.runner.close(5000)


def test_a_press_is_one_post_and_its_answer_is_judged(bench: Bench) -> None:
    """A second press while it is under way does nothing."""
    bench.send()
    state = bench.model.state
    (arrived,) = bench.seen
    assert arrived.body == bench.model.state.outgoing.raw == state.sent[0].body
    assert [one.answer.body for one in state.attempts] == [b"SUCCESS"]
    assert state.judged is not None
    assert (state.judged.mark, state.work, state.is_series, state.is_edited) == (Mark.RIGHT, "", False, False)
    bench.model.choose("tampered")
    assert bench.model.state.is_edited
    bench.send(receivers.credulous)
    assert bench.model.state.judged is not None
    assert bench.model.state.judged.mark is Mark.WRONG
    assert len(bench.seen) == 2


def test_twice_is_two_posts_of_the_same(bench: Bench) -> None:
    """Both answers are kept."""
    bench.model.choose("twice")
    bench.send(receivers.Once())
    assert [one.answer.status for one in bench.model.state.attempts] == [200, 401]
    assert bench.seen[0].body == bench.seen[1].body


def test_the_series_is_judged_as_it_goes_and_reported_at_its_end(bench: Bench) -> None:
    """The address is told without its query, and the key in no word of it."""
    counted: list[int] = []
    bench.model.changed.connect(lambda state: counted.append(state.to_come))
    with serve(lambda one: Answer(200, KEY.encode()) if not one.signature else receivers.right(one), bench.seen) as url:
        bench.model.type_url(f"{url}?token=1")
        bench.model.send_series()
        bench.model.send_series()
        bench.settle()
    report = bench.model.state.report
    assert report is not None
    assert report.verdict.mark is Mark.RIGHT
    assert report.address == url
    assert (report.found, len(report.found)) == (bench.model.state.found, len(VARIANTS))
    assert len(bench.seen) == len(VARIANTS) + 1
    assert [count for count, before in zip(counted[1:], counted, strict=False) if count != before][-3:] == [2, 1, 0]
    bench.model.choose_key("Tea House")
    assert bench.model.masked(f"x{KEY}x") == "x•••x"


def test_a_receiver_that_is_not_there_ends_the_series_with_the_first(bench: Bench) -> None:
    """With its cause, and without a report."""
    bench.model.type_url("http://127.0.0.1:9/notify")
    bench.model.send_series()
    bench.settle()
    state = bench.model.state
    assert (state.report, state.found, len(state.attempts)) == (None, (), 1)
    assert "refused" in str(state.attempts[0].answer.failure)


def test_the_schedule_goes_on_until_it_is_taken(bench: Bench) -> None:
    """Eight attempts at most; the same bytes each time."""
    with serve(lambda _one: SUCCESS if len(bench.seen) == 3 else Answer(503), bench.seen) as url:
        bench.model.type_url(url)
        bench.model.send_by_schedule(1e9)
        bench.settle()
        assert [one.answer.status for one in bench.model.state.attempts] == [503, 503, 200]
    bench.seen.clear()
    with serve(receivers.wary, bench.seen) as url:
        bench.model.type_url(url)
        bench.model.send_by_schedule(1e9)
        bench.settle()
    assert len(bench.seen) == len(bench.model.state.attempts) == 8
    assert len({one.body for one in bench.seen}) == 1


def test_the_next_attempt_is_counted_down_hastened_and_called_off(bench: Bench) -> None:
    """In real time it waits two minutes, then ten."""
    with serve(receivers.wary, bench.seen) as url:
        bench.model.type_url(url)
        bench.model.send_by_schedule(1.0)
        bench.until(lambda: bench.model.state.next_at is not None)
        assert bench.model.state.next_at == 1_772_359_200.0 + 120
        bench.model.send_now()
        bench.until(lambda: bench.model.state.next_at == 1_772_359_200.0 + 600)
        bench.model.cancel()
        assert not bench.model._wait.isActive()
        assert not bench.model.state.is_working
        bench.model.send_now()
    assert len(bench.seen) == 2


@pytest.mark.parametrize("series", [False, True])
def test_what_is_under_way_can_be_stopped(bench: Bench, *, series: bool) -> None:
    """At once, though the receiver never answers; nothing is judged, nothing more is posted."""
    over = threading.Event()

    def silent(_one: Message) -> Answer:
        over.wait(20)
        return SUCCESS

    with serve(silent, bench.seen) as url:
        bench.model.type_url(url)
        (bench.model.send_series if series else bench.model.send)()
        bench.until(lambda: bool(bench.seen))
        bench.model.cancel()
        bench.settle()
        over.set()
    state = bench.model.state
    assert (len(bench.seen), state.judged, state.report, state.found) == (1, None, None, ())


def test_nothing_is_posted_without_address_key_or_way(bench: Bench) -> None:
    """Each says why."""
    model = bench.model

    def refused(word: str) -> None:
        assert word in str(model.state.outgoing.problem)
        model.send()
        model.send_by_schedule(1.0)
        assert not model.state.is_working

    refused("Type the address")
    model.type_url("http://shop.example/")
    refused("Plain http")
    model.type_url("http://127.0.0.1:9/")
    model.choose_key(TYPED)
    refused("no key to sign")
    model.send_series()
    assert not model.state.is_working
    model.type_key("K1")
    model.type_body("no json")
    model.choose("late")
    refused("cannot be posted so")
    assert model.state.outgoing.trouble is None
    model.choose("right")
    assert model.state.outgoing.problem is None


def test_the_key_follows_the_choice(bench: Bench) -> None:
    """The merchant's, another profile's, a typed one; a profile that is gone gives way to the merchant's."""
    model = bench.model

    def signed_with() -> str:
        outgoing = model.state.outgoing
        known = {signature(outgoing.raw, key): key for key in (KEY, OTHER, "typed", "")}
        return known[outgoing.messages[0].signature]

    assert (signed_with(), model.state.key_names) == (KEY, ("Tea House",))
    model.choose_key("Tea House")
    assert signed_with() == OTHER
    model.choose_key(TYPED)
    model.type_key(" typed ")
    assert signed_with() == "typed"
    model.choose_key("Tea House")
    model.set_keys(Keys(Credentials("A" * 32, KEY), {}))
    assert (signed_with(), model.state.key_choice) == (KEY, CURRENT)
    assert KEY not in repr(model.state)


def test_a_recorded_one_stays_as_it_came_until_it_is_edited(bench: Bench) -> None:
    """Bytes that no text field can hold are posted all the same, with the signature they came with."""
    body, model = b'{"a": "\xff\r\n"}', bench.model
    offered: list[str] = []
    model.offered.connect(offered.append)
    model.take_recorded(body, "ABCD")
    assert offered == [body.decode("utf-8", "replace")]
    model.type_body(offered[0])
    outgoing = model.state.outgoing
    assert (outgoing.raw, outgoing.variant.id, outgoing.messages[0].signature) == (body, REPLAY, "ABCD")
    model.choose("right")
    assert model.state.outgoing.messages[0].signature == signature(body, KEY)
    assert model.state.outgoing.is_recorded
    model.choose(REPLAY)
    model.type_body("{}")
    outgoing = model.state.outgoing
    assert (outgoing.raw, outgoing.variant.id, outgoing.is_recorded) == (b"{}", "right", False)
    model.take_recorded(body, "")
    assert not model.state.outgoing.is_recorded


def test_a_suggested_address_gives_way_to_a_typed_one(bench: Bench) -> None:
    """That of the payment is taken only where nothing stands."""
    for url in ("http://127.0.0.1:1/", "http://127.0.0.1:2/"):
        bench.model.suggest_url(url)
    assert bench.model.state.outgoing.url == "http://127.0.0.1:1/"


def test_an_order_is_told_of(bench: Bench) -> None:
    """Its payment, or its refund; what was chosen before gives way to the right one."""
    bench.model.choose("tampered")
    bench.model.compose(ORDER)
    assert json.loads(bench.model.state.outgoing.raw)["out_trade_no"] == "A17"
    assert bench.model.state.outgoing.variant.id == "right"
    bench.model.compose(ORDER, refund=True)
    assert json.loads(bench.model.state.outgoing.raw)["notify_type"] == "refund"
    bench.model.set_keys(Keys(Credentials("A" * 32, KEY, mchid="M1"), {}))
    bench.model.compose_example()
    assert json.loads(bench.model.state.outgoing.raw)["mchid"] == "M1"


def test_an_outgoing_one_knows_whether_it_stays_here() -> None:
    """By its address, completed."""
    assert Outgoing(" http://localhost:8000 ").is_here
    assert Outgoing(" http://localhost:8000 ").address == "http://localhost:8000/"
    assert not replace(Outgoing(), url="https://shop.example/").is_here
