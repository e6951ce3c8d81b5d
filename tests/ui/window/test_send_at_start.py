from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QPushButton

from tests.ui.desk import CountingSimulator, Desk
from tests.ui.person import come_to, press

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

_ANSWERS = threading.Event()


class LateSimulator(CountingSimulator):
    """Starts when it is allowed to; does not start where ``failure`` says why."""

    failure = ""

    def start(self) -> None:
        """Wait for the permission."""
        assert _ANSWERS.wait(30)
        if self.failure:
            raise OSError(self.failure)
        super().start()


@pytest.fixture
def early(dressed: None, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:  # noqa: ARG001 - for its effect
    """The whole program, painted; its simulator does not answer yet."""
    monkeypatch.setattr("qfpay_gui.services.simulator.Simulator", LateSimulator)
    _ANSWERS.clear()
    desk = Desk(qtbot, tmp_path / "home")
    desk.shell.open()
    desk.is_open = True
    come_to(desk.window)
    desk.wait(lambda: desk.window.panels.sheet is not None)
    yield desk
    _ANSWERS.set()
    assert desk.close()


def _let_it_answer(desk: Desk) -> None:
    _ANSWERS.set()
    desk.wait(lambda: bool(desk.bench.simulator.base_url))


def _is_visible(desk: Desk, button: str) -> bool:
    return desk.person.find(QPushButton, button).isVisible()


def test_send_pressed_before_the_simulator_answers_is_sent_once_as_soon_as_it_does(early: Desk) -> None:
    """However often it is pressed; meanwhile the window says what it waits for, and Cancel stands for Send."""
    press("Ctrl+Return", early.window)
    press("Ctrl+Return", early.window)
    assert (_is_visible(early, "send"), _is_visible(early, "cancel")) == (False, True)
    assert "as soon as it answers" in early.window.status.message
    assert not early.bench.send_model.is_sending
    _let_it_answer(early)
    assert early.wait_for_answer().reply is not None
    assert len(early.simulator.requests) == 1
    assert (_is_visible(early, "send"), _is_visible(early, "cancel")) == (True, False)
    assert early.answer.request.value("out_trade_no") == early.value("out_trade_no")


@pytest.mark.parametrize("way", ["click", "Esc"])
def test_a_press_that_waits_can_be_called_off(early: Desk, way: str) -> None:
    """By the button or by its key; then nothing is sent, and that is said. The next press counts."""
    early.person.click("send")
    if way == "click":
        early.person.click("cancel")
    else:
        press("Esc", early.window)
    assert early.window.status.message == "Called off: nothing was sent."
    assert (_is_visible(early, "send"), _is_visible(early, "cancel")) == (True, False)
    _let_it_answer(early)
    assert not early.bench.send_model.is_sending
    assert early.simulator.requests == []
    press("Ctrl+Return", early.window)
    early.wait_for_answer()
    assert len(early.simulator.requests) == 1


def test_a_press_is_never_carried_out_elsewhere(early: Desk) -> None:
    """Another environment calls it off, and coming back does not revive it."""
    press("Ctrl+Return", early.window)
    early.person.choose("environment", "live-hk")
    assert early.window.status.message == "Nothing was sent: environment or merchant was changed meanwhile."
    early.person.choose("environment", "simulator")
    _let_it_answer(early)
    assert not early.bench.send_model.is_sending
    assert (early.simulator.requests, early.network.sent_far) == ([], [])


def test_what_is_typed_after_the_press_is_for_the_next_one(early: Desk) -> None:
    """What was on the screen when Send was pressed is what is sent."""
    early.person.type("txamt", "115")
    press("Ctrl+Return", early.window)
    early.person.type("txamt", "999")
    _let_it_answer(early)
    assert early.wait_for_answer().request.value("txamt") == "115"
    assert early.value("txamt") == "999"
    assert len(early.simulator.requests) == 1


def test_a_mistake_made_on_purpose_waits_as_well(early: Desk) -> None:
    """It is sent with the mistake, not as it stands."""
    early.window.case_actions._on_variant("key-parameter")
    _let_it_answer(early)
    assert early.wait_for_answer().request.deliberate is not None


def test_where_the_simulator_cannot_start_nothing_waits_for_it(early: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Why is said, and the next press is refused in words."""
    monkeypatch.setattr(LateSimulator, "failure", "no port is free")
    press("Ctrl+Return", early.window)
    _ANSWERS.set()
    early.wait(lambda: "no port is free" in early.window.status.message)
    assert (_is_visible(early, "send"), _is_visible(early, "cancel")) == (True, False)
    press("Ctrl+Return", early.window)
    assert "not running" in early.window.status.message
    assert not early.bench.send_model.is_sending
