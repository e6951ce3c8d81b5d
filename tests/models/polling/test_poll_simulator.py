"""A series of queries against the simulator, over real HTTP: the order is paid while it runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from qfpay_gui.models.polling.poll_model import PollModel
from qfpay_gui.models.polling.state import PollEnded, Waiting
from qfpay_gui.models.sending.send_model import Answered, SendModel
from qfpay_gui.models.tasks import TaskRunner
from qfpay_gui.qfpay.environments import custom
from qfpay_gui.qfpay.request.draft import Draft, example_draft, freshened
from qfpay_gui.qfpay.request.prepared import prepare
from qfpay_gui.services.client import QFPayClient
from qfpay_gui.services.clock import SystemClock
from qfpay_gui.services.simulator import Simulator
from tests.models.polling.poll_desk import HandAlarm

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture
def simulator() -> Iterator[Simulator]:
    """A simulator that listens."""
    made = Simulator()
    made.start()
    yield made
    made.stop()


def test_a_series_runs_until_the_customer_has_paid(qtbot: QtBot, simulator: Simulator) -> None:
    """Created, open, paid: the third query finds it, and the records tell the amount."""
    runner, clock, alarm = TaskRunner(1), SystemClock(), HandAlarm()
    environment = custom(simulator.base_url)
    send_model = SendModel(runner, QFPayClient, clock)

    def send(draft: Draft) -> bool:
        now = clock.now()
        fresh = freshened(draft, now, clock.token())
        return send_model.send(prepare(fresh, simulator.credentials, environment, now=now), simulator.credentials)

    def ring() -> None:
        assert isinstance(model.state, Waiting)
        assert alarm.ring is not None
        alarm.ring()
        qtbot.waitUntil(lambda: not send_model.is_sending and not runner.busy, timeout=10_000)

    model = PollModel(send, send_model, clock, alarm=alarm)
    assert send(example_draft())
    qtbot.waitUntil(lambda: isinstance(send_model.state, Answered) and not runner.busy, timeout=10_000)
    assert isinstance(send_model.state, Answered)
    reply = send_model.state.answer.reply
    assert reply is not None
    assert reply.pay_params is not None
    assert model.begin()
    ring()
    ring()
    assert simulator.pay(reply.pay_params["package"].removeprefix("prepay_id=")).ok
    ring()
    assert isinstance(model.state, PollEnded)
    assert (str(model.state.reason), model.state.asked) == ("The order is paid.", 3)
    (record,) = send_model.state.answer.records.found
    assert record.amount == "HK$3.00"
    assert runner.close(5000)
