"""The ground a suite runs on: a simulator of its own with its receiver, or another machine at its pace."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from qfpay_gui.models.history.journal import Journal
from qfpay_gui.models.suite.stage import APART, HASTE, Place, SimulatedWorld, Stop, StoppedError, staged
from qfpay_gui.qfpay.environments import LIVE_TESTING
from qfpay_gui.qfpay.reply.exchange import Exchange, HttpReply
from qfpay_gui.qfpay.suite.suite import Step, Suite
from qfpay_gui.services.notifications.listener import Listener
from qfpay_gui.services.notifications.received import Acknowledged, AnswerMode, Received
from qfpay_gui.services.simulator import Simulator
from tests.ui.reply.answers import CREDENTIALS, SIMULATED, request

if TYPE_CHECKING:
    from pathlib import Path

    from qfpay_gui.models.sending.answer import Answer
    from qfpay_gui.qfpay.environments import Environment
    from qfpay_gui.qfpay.request.prepared import PreparedRequest
    from qfpay_gui.services.http.cancellation import Cancellation

BARE = Suite("bare", ())
TOLD = Suite("told", (Step("n", notification="N1"),))


class Pace(Stop):
    """Takes down for how long it waits."""

    def __init__(self) -> None:
        super().__init__()
        self.waited: list[float] = []

    def wait(self, seconds: float) -> None:
        """Not at all, unless it is to end."""
        self.waited.append(seconds)
        super().wait(0)


class Wire:
    """A client of any host; nothing leaves this process."""

    def __init__(self) -> None:
        self.base_urls: list[str] = []
        self.cancels: list[Cancellation | None] = []

    def make(self, base_url: str, _credentials: object) -> Wire:
        """This very one, told where to."""
        self.base_urls.append(base_url)
        return self

    def send(self, prepared: PreparedRequest, *, cancel: Cancellation | None = None) -> Exchange:
        """A refusal."""
        self.cancels.append(cancel)
        return Exchange(prepared, HttpReply(200, "OK", (), b'{"respcd": "1108"}'))


def place(environment: Environment, wire: Wire) -> Place:
    """There, as the merchant of the examples."""
    return Place(environment, CREDENTIALS, environment.id, wire.make)


def journal(folder: Path, environment: Environment) -> Journal:
    """The history of this folder."""
    return Journal(folder, environment, "Tea shop", (), print)


@pytest.mark.parametrize(("environment", "apart"), [(LIVE_TESTING, APART), (SIMULATED, 0.0)], ids=["away", "here"])
def test_another_machine_is_asked_no_faster_than_it_allows(
    tmp_path: Path, environment: Environment, apart: float
) -> None:
    """Before each request; whoever looks on is told each answer."""
    wire, stop = Wire(), Pace()
    seen: list[Answer] = []
    with (
        journal(tmp_path, environment) as kept,
        staged(BARE, place(environment, wire), kept, stop, seen.append) as ground,
    ):
        assert (ground.environment.base_url, ground.bound_to) == (*wire.base_urls, environment.id)
        numbers = ({"out_trade_no": name} for name in ("A1", "A2"))
        answers = [ground.send(request(environment=environment, values=one)) for one in numbers]
        assert (ground.world is None) == (environment is LIVE_TESTING)
    assert [one.exchange.outcome.status for one in answers if isinstance(one.exchange.outcome, HttpReply)] == [200, 200]
    assert (stop.waited, seen) == ([apart, apart], answers)


def test_what_was_ended_sends_no_more(tmp_path: Path) -> None:
    """Cut, it also ends what is under way, or is about to be."""
    wire, stop = Wire(), Stop()
    with journal(tmp_path, LIVE_TESTING) as kept, staged(BARE, place(LIVE_TESTING, wire), kept, stop) as ground:
        stop.ask(cut=False)
        assert not stop.next_send().cancelled
        with pytest.raises(StoppedError):
            ground.send(request(environment=LIVE_TESTING))
    under_way = stop.next_send()
    stop.ask(cut=True)
    assert under_way.cancelled
    assert stop.next_send().cancelled
    assert wire.cancels == []


@pytest.mark.parametrize("suite", [BARE, TOLD], ids=lambda suite: suite.name)
def test_where_it_has_to_do_with_notifications_they_are_received(tmp_path: Path, suite: Suite) -> None:
    """In haste; any other suite has nobody to receive them."""
    with (
        journal(tmp_path, SIMULATED) as kept,
        staged(suite, place(SIMULATED, Wire()), kept, Stop()) as ground,
    ):
        world = ground.world
        assert isinstance(world, SimulatedWorld)
        listener = world._listener
        assert (listener is not None) == (suite is TOLD)
        assert world._simulator.notify_url == (listener.url if listener else "")
        assert world._simulator.time_lapse == (HASTE if listener else 1.0)


def notification(number: int, body: bytes, answered: Acknowledged = Acknowledged.PENDING) -> Received:
    """One that came in."""
    return Received(number, 0.0, AnswerMode.SUCCESS, "POST", "/", (), body, answered)


def test_each_attempt_is_answered_with_what_comes_next() -> None:
    """The last for all that follow; what became of an answer is no new attempt."""
    listener = Listener()
    world = SimulatedWorld(Simulator(), listener)
    assert listener.mode is AnswerMode.SUCCESS
    world._on_message(notification(1, b""))
    assert listener.mode is AnswerMode.SUCCESS
    world.receive_with(("error", "nothing", "success"))
    answered = [listener.mode]
    for number, became in enumerate((Acknowledged.PENDING, Acknowledged.SENT, *[Acknowledged.PENDING] * 3)):
        world._on_message(notification(number, b"", became))
        answered.append(listener.mode)
    error, nothing, success = AnswerMode.ERROR, AnswerMode.NOTHING, AnswerMode.SUCCESS
    assert answered == [error, nothing, nothing, success, success, success]


def test_without_a_receiver_nothing_is_told() -> None:
    """And nothing can be answered."""
    world = SimulatedWorld(Simulator(), None)
    world.receive_with(("error",))
    assert world.told("N1") == ()
    assert not world.is_delivered("N1")


def test_what_is_told_is_that_of_the_order_the_oldest_first() -> None:
    """What is no notification is of no order."""
    listener = Listener()
    world = SimulatedWorld(Simulator(), listener)
    bodies = [json.dumps({"out_trade_no": number, "n": at}).encode() for at, number in enumerate(("A", "B", "A"))]
    for body in (*bodies, b"\xff", b"[]", b"7"):
        listener.note("POST", "/", (), body)
    assert [one.body for one in world.told("A")] == [bodies[0], bodies[2]]
    assert [one.body for one in world.told("")] == [b"\xff", b"[]", b"7"]
