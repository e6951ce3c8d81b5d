from __future__ import annotations

import hashlib
import http.client
import json
import socket
import time
from typing import TYPE_CHECKING
from urllib.parse import urlencode, urlsplit

import pytest
from PySide6.QtCore import QThread

from qfpay_gui.models.simulator_model import DEMO_NAME, NotRunningError, SimulatorModel
from qfpay_gui.models.tasks import Done, Raised, TaskRunner
from qfpay_gui.qfpay.credentials import Credentials
from qfpay_gui.services.simulator import OUTCOMES, Event, EventKind, Sheet, Simulator, parse_outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture
def model(qapp: object) -> Iterator[SimulatorModel]:  # noqa: ARG001 - signals need an application
    """A simulator that was not started."""
    runner = TaskRunner(1)
    made = SimulatorModel(runner)
    yield made
    made.stop()
    assert runner.close(5000)


@pytest.fixture
def running(model: SimulatorModel, qtbot: QtBot) -> SimulatorModel:
    """A simulator that listens."""
    with qtbot.waitSignal(model.changed):
        model.start()
    return model


def _is_answered(base_url: str) -> bool:
    address = urlsplit(base_url)
    connection = http.client.HTTPConnection(str(address.hostname), address.port, timeout=5)
    try:
        connection.request("GET", "/")
        return connection.getresponse().status == 200
    except OSError:
        return False
    finally:
        connection.close()


def test_before_it_runs_it_has_no_address_and_no_keys(model: SimulatorModel) -> None:
    """Nothing can be sent to it, and its merchant is known by name only."""
    assert model.base_url == ""
    assert model.profile.name == DEMO_NAME
    assert model.profile.credentials == Credentials()


def test_once_started_it_listens_and_lends_its_merchant(running: SimulatorModel) -> None:
    """Its address answers over real HTTP, and the merchant has a key that belongs to the simulator."""
    assert _is_answered(running.base_url)
    assert len(running.profile.credentials.client_key) == 32
    assert running.profile.environment_id == "simulator"
    assert running.failure is None


def test_stopped_it_listens_no_more(running: SimulatorModel) -> None:
    """Its port is free again, and stopping twice does no harm."""
    base_url = running.base_url
    running.stop()
    running.stop()
    assert not _is_answered(base_url)


def test_every_outcome_that_is_offered_can_be_chosen(running: SimulatorModel) -> None:
    """What is chosen is what the simulator answers from then on, and each choice is announced."""
    announced: list[str] = []
    running.changed.connect(lambda: announced.append(running.outcome_id))
    simulator = running._simulator
    assert simulator is not None
    for spec, _words in running.outcomes():
        running.choose_outcome(spec)
        assert simulator.outcome == parse_outcome(spec)
    assert announced == [spec for spec, _words in OUTCOMES]


def _order(model: SimulatorModel, **more: str) -> dict[str, str]:
    """The pay_params of an order that was made over HTTP."""
    params = {
        "txamt": "300",
        "txcurrcd": "HKD",
        "pay_type": "800213",
        "out_trade_no": "order",
        "txdtm": "2026-03-01 10:00:00",
        "sub_openid": "o",
        **more,
    }
    credentials = model.profile.credentials
    string = "&".join(f"{name}={params[name]}" for name in sorted(params)) + credentials.client_key
    signature = hashlib.md5(string.encode(), usedforsecurity=False).hexdigest()
    connection = http.client.HTTPConnection(urlsplit(model.base_url).netloc, timeout=5)
    try:
        headers = {"X-QF-APPCODE": credentials.app_code, "X-QF-SIGN": signature}
        connection.request("POST", f"/trade/v1/payment?{urlencode(params)}", headers=headers)
        return dict(json.loads(connection.getresponse().read())["pay_params"])
    finally:
        connection.close()


class Ear:
    """Takes down what it is told, and on which thread."""

    def __init__(self) -> None:
        self.heard: list[object] = []
        self.threads: set[QThread] = set()

    def __call__(self, told: object) -> None:
        """Something is told."""
        self.threads.add(QThread.currentThread())
        self.heard.append(told)

    def kinds(self) -> list[EventKind]:
        """What kinds of events were told."""
        return [event.kind for event in self.heard if isinstance(event, Event)]


@pytest.fixture
def ear(running: SimulatorModel) -> Ear:
    """Somebody who listens to what happens."""
    listening = Ear()
    running.happened.connect(listening)
    return listening


def test_what_happens_is_told_on_the_gui_thread(running: SimulatorModel, ear: Ear, qtbot: QtBot) -> None:
    """Each event, in its order, whichever thread it happened on."""
    pay_params, results = _order(running), Ear()
    number = pay_params["package"].removeprefix("prepay_id=")
    running.request_payment(pay_params, results)
    qtbot.waitUntil(lambda: len(results.heard) == 1)
    assert isinstance(results.heard[0], Done)
    assert isinstance(sheet := results.heard[0].value, Sheet)
    assert (sheet.prepay_id, sheet.txamt, sheet.merchant) == (number, "300", DEMO_NAME)
    for ask in (running.cancel, running.pay):
        ask(number, results)
        qtbot.waitUntil(lambda: len(ear.heard) == (4 if running.deliveries() else 2))
    running.fail(number, "banned", results)
    qtbot.waitUntil(lambda: len(results.heard) == 4)
    errors = [result.value.err_msg for result in results.heard[1:] if isinstance(result, Done)]
    assert errors == ["requestPayment:fail cancel", "requestPayment:ok", "requestPayment:fail 该订单已支付"]
    assert ear.kinds() == [EventKind.ORDERED, EventKind.CANCELLED, EventKind.PAID, EventKind.NOT_NOTIFIED]
    assert ear.threads == results.threads == {running.thread()}


def test_time_can_run_out(running: SimulatorModel, ear: Ear, qtbot: QtBot) -> None:
    """An order expires when told, once."""
    _order(running)
    assert running.expire("order")
    assert not running.expire("order")
    qtbot.waitUntil(lambda: ear.kinds() == [EventKind.ORDERED, EventKind.EXPIRED])


def test_notifications_are_planned_and_retried(running: SimulatorModel, ear: Ear, qtbot: QtBot) -> None:
    """The address on file and the time lapse reach the simulator, also while it runs."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        free = taken.getsockname()[1]
    running.set_notify_url(f"http://127.0.0.1:{free}/")
    number = _order(running)["package"].removeprefix("prepay_id=")
    running.pay(number, Ear())
    qtbot.waitUntil(lambda: ear.kinds()[-1:] == [EventKind.NOT_NOTIFIED])
    (delivery,) = running.deliveries()
    assert (delivery.url, delivery.state) == (running.notify_url, "waiting")
    assert running.retry_now(delivery.id)
    qtbot.waitUntil(lambda: ear.kinds().count(EventKind.NOT_NOTIFIED) == 2)
    running.set_time_lapse(1e6)
    qtbot.waitUntil(lambda: EventKind.GAVE_UP in ear.kinds())
    assert (running.time_lapse, running.deliveries()[0].state) == (1e6, "given up")


def test_what_is_set_before_the_start_holds_from_the_start(model: SimulatorModel, qtbot: QtBot) -> None:
    """The address on file and the time lapse wait for the simulator."""
    model.set_notify_url("http://127.0.0.1:9/")
    model.set_time_lapse(60)
    with qtbot.waitSignal(model.changed):
        model.start()
    simulator = model._simulator
    assert simulator is not None
    assert (simulator.notify_url, simulator.time_lapse) == ("http://127.0.0.1:9/", 60)


def test_where_nothing_runs_the_customer_can_do_nothing(model: SimulatorModel, qtbot: QtBot) -> None:
    """The receiver hears of it; what needs no answer is quietly nothing."""
    results = Ear()
    model.request_payment({}, results)
    model.pay("wx0", results)
    qtbot.waitUntil(lambda: len(results.heard) == 2)
    assert all(isinstance(r, Raised) and isinstance(r.error, NotRunningError) for r in results.heard)
    assert (model.expire("order"), model.retry_now(1), model.deliveries()) == (False, False, ())


@pytest.mark.parametrize("factor", [0.0, float("nan")])
def test_time_does_not_stand_still(model: SimulatorModel, factor: float) -> None:
    """A time lapse is a number above 0, whether the simulator runs or not."""
    with pytest.raises(ValueError, match="above 0"):
        model.set_time_lapse(factor)
    assert model.time_lapse == 1.0


def test_stopping_is_quick_whatever_goes_on(running: SimulatorModel, ear: Ear, qtbot: QtBot) -> None:
    """A receiver that never answers does not hold up the program's end."""
    with socket.create_server(("127.0.0.1", 0)) as silent:
        number = _order(running, notify_url=f"http://127.0.0.1:{silent.getsockname()[1]}/")["package"]
        running.pay(number.removeprefix("prepay_id="), Ear())
        qtbot.waitUntil(lambda: EventKind.NOTIFYING in ear.kinds())
        before = time.monotonic()
        running.stop()
        assert time.monotonic() - before < 2


def test_an_unknown_outcome_is_refused_and_changes_nothing(running: SimulatorModel) -> None:
    """A ValueError, and the answers stay as they were."""
    with pytest.raises(ValueError, match="There is no outcome"):
        running.choose_outcome("nonsense")
    assert running.outcome_id == "normal"


def test_a_simulator_that_cannot_start_says_why(
    model: SimulatorModel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The reason becomes a sentence; there is still no address."""

    class Unstartable(Simulator):
        """Finds no port."""

        def start(self) -> None:
            """Fail as where no port is left."""
            raise OSError("The simulator cannot listen")

    monkeypatch.setattr("qfpay_gui.services.simulator.Simulator", Unstartable)
    with qtbot.waitSignal(model.changed):
        model.start()
    assert str(model.failure) == "The simulator could not start: The simulator cannot listen"
    assert model.base_url == ""
