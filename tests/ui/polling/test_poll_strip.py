"""The strip under the reply, over a real poll model whose clock and alarm are moved by hand."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from qfpay_gui.models.polling.state import Off, PollEnded, Polling, Waiting
from qfpay_gui.qfpay.reply.exchange import Layer, TransportFailure
from qfpay_gui.ui.polling.poll_strip import PollStrip
from qfpay_gui.ui.polling.wording import seconds_left
from qfpay_gui.ui.widgets.elided import ElidedLabel
from tests.models.polling import poll_desk
from tests.models.polling.poll_desk import OPEN, PAID, SYSSN, PollDesk, answer, found, request
from tests.ui.person import come_to, find, status_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


class Shown:
    """A strip on screen over a poll desk."""

    def __init__(self, qtbot: QtBot) -> None:
        self.desk = PollDesk(qtbot)
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.window.resize(760, 200)
        self.strip = PollStrip(self.desk.model, now=self.desk.clock.now)
        layout = QVBoxLayout(self.window)
        layout.addStretch(1)
        layout.addWidget(self.strip)
        self.told: list[str] = []
        status_of(self.strip).said.connect(self.told.append)
        self.window.show()
        come_to(self.window)

    @property
    def said(self) -> str:
        """The strip's sentence in whole."""
        return find(self.strip, ElidedLabel, "poll_sentence").whole

    def button(self, name: str) -> QAbstractButton:
        """The button of this name."""
        return find(self.strip, QAbstractButton, name)

    def click(self, name: str) -> None:
        """Click the button of this name, which must be there."""
        assert self.button(name).isVisible()
        QTest.mouseClick(self.button(name), Qt.MouseButton.LeftButton)

    @property
    def offered(self) -> set[str]:
        """The buttons that can be pressed."""
        names = ("poll_begin", "poll_now", "poll_stop")
        return {name for name in names if self.button(name).isVisible() and self.button(name).isEnabled()}


@pytest.fixture
def shown(qtbot: QtBot, dressed: None) -> Iterator[Shown]:  # noqa: ARG001 - for its effect
    """A strip that has nothing to tell yet."""
    made = Shown(qtbot)
    yield made
    assert made.desk.runner.close(5000)


def test_it_is_hidden_while_there_is_nothing_to_wait_for(shown: Shown) -> None:
    """Before the first answer, and after one that tells the end."""
    assert not shown.strip.isVisible()
    shown.desk.exchange(request(), answer(respcd="1108"))
    assert not shown.strip.isVisible()


def test_a_created_order_is_offered_with_the_limits_in_sight(shown: Shown) -> None:
    """Nothing is asked before the button is pressed."""
    shown.desk.create()
    assert shown.strip.isVisible()
    assert shown.offered == {"poll_begin"}
    assert shown.button("poll_begin").text() == "Query until it is paid"
    assert shown.said == "Still open. With growing pauses, at most 20 queries in 10 minutes."
    assert shown.desk.queries == []


def test_the_countdown_counts_and_the_next_query_is_numbered(shown: Shown) -> None:
    """Seconds are rounded up, so that it never says 0 before the query leaves."""
    shown.desk.create()
    shown.desk.answers(found(OPEN))
    shown.click("poll_begin")
    assert shown.said == "Still open. First query in 3 s (1 of 20)"
    assert shown.offered == {"poll_now", "poll_stop"}
    shown.desk.ring()
    assert shown.said == "Still open. Next query in 5 s (2 of 20)"
    shown.desk.clock.moment += timedelta(seconds=1.2)
    shown.strip.tick()
    assert shown.said == "Still open. Next query in 4 s (2 of 20)"


def test_it_ticks_by_itself_only_while_it_counts_and_is_seen(qtbot: QtBot, shown: Shown) -> None:
    """A hidden strip, an offer and an end wake nobody."""
    shown.desk.create()
    assert not shown.strip.is_ticking
    shown.click("poll_begin")
    assert shown.strip.is_ticking
    shown.desk.clock.moment += timedelta(seconds=1.5)
    qtbot.waitUntil(lambda: shown.said == "Still open. First query in 2 s (1 of 20)", timeout=5000)
    shown.window.hide()
    assert not shown.strip.is_ticking
    shown.window.show()
    assert shown.strip.is_ticking
    shown.click("poll_stop")
    assert not shown.strip.is_ticking


def test_while_a_query_is_under_way_only_stopping_is_left(shown: Shown) -> None:
    """One request at a time."""
    seen: list[tuple[str, set[str]]] = []
    shown.desk.create()
    shown.desk.answers(found(OPEN))
    shown.desk.model.changed.connect(
        lambda state: seen.append((shown.said, shown.offered)) if isinstance(state, Polling) else None
    )
    shown.click("poll_begin")
    shown.click("poll_now")
    shown.desk.settle()
    assert seen == [("Querying … (1 of 20)", {"poll_stop"})]
    assert len(shown.desk.queries) == 1


def test_a_paid_order_ends_it_in_words_and_colour(shown: Shown) -> None:
    """The status line hears it as well, and nothing further is offered."""
    shown.desk.create()
    shown.desk.answers(found(OPEN), found(PAID))
    shown.click("poll_begin")
    shown.desk.ring()
    shown.desk.ring()
    assert shown.said == "The order is paid. It took 2 queries."
    assert shown.told == ["The order is paid. It took 2 queries."]
    assert shown.strip.property("severity") == "ok"
    assert shown.offered == set()


def test_stopped_it_says_why_and_offers_to_begin_again(shown: Shown) -> None:
    """The keyboard stays in the strip when its button gives way to another."""
    shown.desk.create()
    shown.button("poll_begin").setFocus()
    QTest.keyClick(shown.button("poll_begin"), Qt.Key.Key_Space)
    assert shown.button("poll_stop").hasFocus()
    QTest.keyClick(shown.button("poll_stop"), Qt.Key.Key_Space)
    assert shown.said == "Stopped: you stopped it"
    assert shown.offered == {"poll_begin"}
    assert shown.button("poll_begin").hasFocus()
    shown.click("poll_begin")
    assert shown.said == "Still open. First query in 3 s (1 of 20)"


def test_the_rate_limit_is_named(shown: Shown) -> None:
    """A pause of a minute is not taken for a hanging program."""
    shown.desk.create()
    shown.desk.answers(answer(status=429))
    shown.click("poll_begin")
    shown.desk.ring()
    assert shown.said == "QFPay asks for fewer requests. Next query in 60 s (2 of 20)"


def test_failures_in_a_row_end_it_in_the_tone_of_attention(shown: Shown) -> None:
    """The reason names what went wrong."""
    shown.desk.create()
    shown.desk.answers(TransportFailure(Layer.READ_TIMEOUT, may_have_arrived=True))
    shown.click("poll_begin")
    for _ in range(3):
        shown.desk.ring()
    assert shown.said.startswith("Stopped: 3 queries in a row came to nothing. Simulated: The server did not answer")
    assert shown.strip.property("severity") == "attention"


def test_its_button_says_what_is_waited_for(shown: Shown) -> None:
    """A refund is waited for until it is refunded, a closing until it is closed."""
    shown.desk.exchange(request("refund", syssn=SYSSN, txamt="100"), answer(respcd="1145"))
    assert shown.button("poll_begin").text() == "Query until it is refunded"
    shown.desk.exchange(request("close", syssn=SYSSN, txamt="100"), answer(respcd="1145"))
    assert shown.button("poll_begin").text() == "Query until it is closed"


def test_nothing_jumps_from_the_offer_to_the_end(shown: Shown) -> None:
    """Whatever it says, it is as high as before and never wider than its place."""
    shown.desk.create()
    heights = {shown.strip.height()}
    for outcome in (found(OPEN), answer(respcd="1108")):
        shown.desk.answers(outcome)
        shown.desk.model.begin()
        shown.desk.ring()
        heights.add(shown.strip.height())
    assert len(heights) == 1
    assert shown.strip.minimumSizeHint().width() <= 400


def test_a_strip_built_anew_shows_the_series_that_runs(qtbot: QtBot, shown: Shown) -> None:
    """A change of language builds the window anew; the series goes on."""
    shown.desk.create()
    shown.click("poll_begin")
    window = QWidget()
    qtbot.addWidget(window)
    later = PollStrip(shown.desk.model, window, now=shown.desk.clock.now)
    assert find(later, ElidedLabel, "poll_sentence").whole == "Still open. First query in 3 s (1 of 20)"
    assert not later.is_ticking


def test_a_late_alarm_never_counts_below_zero() -> None:
    """The clock may have been moved, or the machine may have slept."""
    waiting = Waiting(poll_desk.START, 1, 20)
    assert seconds_left(waiting, poll_desk.START + timedelta(hours=1)) == 0
    assert seconds_left(waiting, poll_desk.START - timedelta(seconds=0.1)) == 1


def test_the_states_it_tells_are_those_of_the_model(shown: Shown) -> None:
    """The strip has no state of its own."""
    shown.desk.create()
    shown.click("poll_begin")
    assert isinstance(shown.desk.model.state, Waiting)
    shown.click("poll_stop")
    assert isinstance(shown.desk.model.state, PollEnded)
    shown.desk.create()
    assert isinstance(shown.desk.model.state, Off)
