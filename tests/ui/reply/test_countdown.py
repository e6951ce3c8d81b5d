"""The countdown, with a clock that moves only when told."""

from __future__ import annotations

from datetime import timedelta, timezone
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.reply.pay_params import Deadlines
from qfpay_gui.ui.reply.countdown import Countdown, lifelines
from qfpay_gui.ui.widgets.claim_mark import ClaimLabel
from qfpay_gui.ui.widgets.elided import ElidedLabel
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


def test_each_end_tells_where_it_comes_from(countdown: Countdown) -> None:
    """WeChat's two hours are another document's than QFPay's minutes."""
    countdown.show()
    said = [label.text() for label in countdown.findChildren(ClaimLabel)]
    assert ["claim:countdown.prepay_id" in said[0], "claim:countdown.expired_time" in said[1]] == [True, True]


def test_it_ticks_by_itself(qtbot: QtBot, countdown: Countdown, clock: Clock) -> None:
    """Within about a second it says the new time."""
    countdown.show()
    clock.pass_by(seconds=13)
    qtbot.waitUntil(lambda: "1:59:47 left" in _said(countdown).whole, timeout=5000)


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


UTC8 = timezone(timedelta(hours=8))
STATED = Deadlines(NOW + timedelta(hours=2), NOW + timedelta(minutes=30), order_stated=True)
PRESUMED = Deadlines(NOW + timedelta(hours=2), NOW + timedelta(minutes=30), order_stated=False)


def test_the_end_is_told_in_the_zone_of_the_clock_with_what_is_left() -> None:
    """A reader in UTC+8 reads 13:40:02, thirteen seconds after the order 1:59:47 are left."""
    prepay_id, order = lifelines(STATED, (NOW + timedelta(seconds=13)).astimezone(UTC8))
    assert str(prepay_id.sentence) == "prepay_id lives until 13:40:02 (local time), 1:59:47 left"
    assert str(order.sentence) == "expired_time ends the order at 12:10:02, 29:47 left"
    assert (prepay_id.severity, order.severity) == (Severity.OK, Severity.OK)


@pytest.mark.parametrize(
    ("passed", "severity"),
    [
        (timedelta(minutes=110), Severity.OK),
        (timedelta(minutes=110, seconds=1), Severity.ATTENTION),
        (timedelta(hours=2), Severity.WRONG),
    ],
)
def test_the_prepay_id_calls_for_attention_below_ten_minutes_and_then_expires(
    passed: timedelta, severity: Severity
) -> None:
    """Exactly ten minutes are still calm; the very end is over."""
    prepay_id, _order = lifelines(STATED, NOW + passed)
    assert prepay_id.severity is severity
    assert ("expired" in str(prepay_id.sentence)) is (severity is Severity.WRONG)


def test_an_order_without_expired_time_only_may_have_ended() -> None:
    """The documents disagree about the default, so its end is said with reserve and is never wrong."""
    _prepay_id, order = lifelines(PRESUMED, NOW + timedelta(minutes=31))
    assert order.severity is Severity.ATTENTION
    assert str(order.sentence).startswith("QFPay may have ended the order at 04:10:02")


def test_an_end_on_another_day_is_told_with_its_date() -> None:
    """An answer that is looked at the next day does not read as if it were today's."""
    prepay_id, _order = lifelines(STATED, NOW + timedelta(days=1))
    assert "2026-11-23 05:40:02" in str(prepay_id.sentence)
