"""What is to be delivered, by a notifier that was not started: nothing is posted."""

from __future__ import annotations

import threading

import pytest

from qfpay_gui.services.simulator.events import Event, EventKind
from qfpay_gui.services.simulator.notify import notifier as module
from qfpay_gui.services.simulator.notify.notification import Notification
from qfpay_gui.services.simulator.notify.notifier import Notifier

HERE, AWAY = "http://127.0.0.1:9/", "http://shop.example/"


class Desk:
    """A notifier at rest, and what it told."""

    def __init__(self) -> None:
        self.at = 1000.0
        self.told: list[Event] = []
        self.notifier = Notifier(lambda: self.at, self.told.append)

    def add(self, url: str = HERE, number: str = "N1") -> None:
        """One more to deliver."""
        self.notifier.add(Notification("payment", number, number, f"S{number}", url, b"{}", "AB"))

    @property
    def numbers(self) -> list[str]:
        """What there is to deliver, newest first."""
        return [one.out_trade_no for one in self.notifier.deliveries()]


@pytest.fixture
def desk() -> Desk:
    """Nothing to deliver."""
    return Desk()


def test_what_goes_to_this_machine_waits_from_now_on(desk: Desk) -> None:
    """Each under a number of its own."""
    desk.add()
    desk.at = 1001.0
    desk.add(number="N2")
    second, first = desk.notifier.deliveries()
    assert (first.id, first.next_at, first.state, first.attempts) == (1, 1000.0, "waiting", ())
    assert (second.id, second.next_at, second.signature) == (2, 1001.0, "AB")
    assert desk.told == []


def test_what_goes_elsewhere_is_not_delivered_and_that_is_told(desk: Desk) -> None:
    """It cannot be tried again."""
    desk.add(AWAY)
    (only,) = desk.notifier.deliveries()
    assert (only.state, only.next_at, len(only.attempts)) == ("not delivered", None, 1)
    assert "shop.example is not this machine" in only.attempts[0].reason
    assert [one.kind for one in desk.told] == [EventKind.NOT_NOTIFIED]
    assert not desk.notifier.retry_now(1)
    assert not desk.notifier.retry_now(9)


def test_an_attempt_can_be_brought_forward(desk: Desk) -> None:
    """To this moment."""
    desk.add()
    desk.at = 1005.0
    assert desk.notifier.retry_now(1)
    assert desk.notifier.deliveries()[0].next_at == 1005.0


def test_the_oldest_that_is_over_makes_room(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is still to be delivered stays, however many that are."""
    monkeypatch.setattr(module, "_KEPT", 2)
    desk.add(number="N1")
    desk.add(AWAY, "N2")
    assert desk.numbers == ["N2", "N1"]
    desk.add(AWAY, "N3")
    assert desk.numbers == ["N3", "N1"]
    desk.add(number="N4")
    desk.add(number="N5")
    assert desk.numbers == ["N5", "N4", "N1"]


@pytest.mark.parametrize("factor", [0, -1, float("nan"), float("inf")])
def test_time_goes_on_forwards(desk: Desk, factor: float) -> None:
    """A time-lapse is a number above zero."""
    with pytest.raises(ValueError, match="a number above 0"):
        desk.notifier.time_lapse = factor
    assert desk.notifier.time_lapse == 1.0
    desk.add()
    desk.notifier.time_lapse = 0.5
    assert (desk.notifier.time_lapse, desk.notifier.deliveries()[0].next_at) == (0.5, 1000.0)


def test_a_notifier_at_rest_can_be_stopped(desk: Desk) -> None:
    """Nothing happens."""
    desk.notifier.stop()
    desk.add()
    assert desk.numbers == ["N1"]


def test_its_thread_ends_with_it(desk: Desk) -> None:
    """So that nothing is delivered of a simulator that is gone."""
    desk.notifier.start()
    thread = desk.notifier._thread
    assert thread is not None
    desk.notifier.stop()
    assert not thread.is_alive()


def test_who_is_told_may_stop_it() -> None:
    """On its own thread, which ends by itself."""
    stopped: list[threading.Thread] = []
    is_stopped = threading.Event()

    def stop(_event: Event) -> None:
        notifier.stop()
        stopped.append(threading.current_thread())
        is_stopped.set()

    notifier = Notifier(lambda: 1000.0, stop)
    notifier.add(Notification("payment", "N1", "N1", "SN1", HERE, b"{}", "AB"))
    notifier.start()
    assert is_stopped.wait(5)
    stopped[0].join(5)
    assert not stopped[0].is_alive()
    assert stopped[0] is not threading.current_thread()
