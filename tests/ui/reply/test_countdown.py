"""The countdown, with a clock that moves only when told."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from qfpay_gui.qfpay.reply.pay_params import Deadlines
from qfpay_gui.ui.reply.countdown import Countdown
from qfpay_gui.ui.widgets.elided_label import ElidedLabel
from tests.ui.reply.answers import NOW, Clock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

DEADLINES = Deadlines(NOW + timedelta(hours=2), NOW + timedelta(minutes=30), order_stated=True)


@pytest.fixture
def clock() -> Clock:
    """A clock at the moment of the order."""
    return Clock()


@pytest.fixture
def countdown(qtbot: QtBot, clock: Clock) -> Iterator[Countdown]:
    """A countdown that nobody sees yet."""
    window = QWidget()
    qtbot.addWidget(window)
    widget = Countdown(clock, window)
    widget.hide()
    widget.count_to(DEADLINES)
    window.show()
    yield widget
    window.close()


def _said(countdown: Countdown, name: str = "prepay_id_lifetime") -> ElidedLabel:
    label = countdown.findChild(ElidedLabel, name)
    assert isinstance(label, ElidedLabel)
    return label


def test_it_ticks_only_while_it_can_be_seen(countdown: Countdown) -> None:
    """A hidden countdown wakes nobody."""
    assert not countdown.is_ticking
    countdown.show()
    assert countdown.is_ticking
    countdown.hide()
    assert not countdown.is_ticking


def test_it_ticks_by_itself(qtbot: QtBot, countdown: Countdown, clock: Clock) -> None:
    """Within about a second it says the new time."""
    countdown.show()
    clock.pass_by(seconds=13)
    qtbot.waitUntil(lambda: _said(countdown).whole.endswith("1:59:47 left"), timeout=5000)


def test_it_catches_up_when_it_is_shown_again(countdown: Countdown, clock: Clock) -> None:
    """What passed while it was hidden is not forgotten."""
    countdown.show()
    countdown.hide()
    clock.pass_by(hours=3)
    countdown.show()
    assert _said(countdown).whole.startswith("prepay_id expired")
    assert _said(countdown).property("severity") == "wrong"


def test_its_tone_turns_with_the_time_that_is_left(countdown: Countdown, clock: Clock) -> None:
    """Calm, then attention, then wrong."""
    assert _said(countdown).property("severity") is None
    clock.pass_by(minutes=111)
    countdown.tick()
    assert _said(countdown).property("severity") == "attention"
    assert _said(countdown, "order_lifetime").property("severity") == "wrong"
