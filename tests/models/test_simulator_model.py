from __future__ import annotations

import http.client
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from qfpay_gui.models.simulator_model import DEMO_NAME, SimulatorModel
from qfpay_gui.models.tasks import TaskRunner
from qfpay_gui.qfpay.credentials import Credentials
from qfpay_gui.services.simulator import OUTCOMES, Simulator, parse_outcome

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
