"""A series of queries: when it asks, what ends it, and what it says then."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from qfpay_gui.models.polling.poll_model import LONGEST, MOST, SHORTEST, PollModel, TimerAlarm
from qfpay_gui.models.polling.state import Off, PollEnded, Polling, Waiting
from qfpay_gui.models.polling.target import Goal, PollTarget
from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.reply.exchange import Layer, TransportFailure
from qfpay_gui.qfpay.text import text
from tests.models.polling import poll_desk
from tests.models.polling.poll_desk import OPEN, ORDER_NO, PAID, SYSSN, PollDesk, answer, found, request

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

ELSEWHERE = text("Test", "another environment was chosen")
LOST = TransportFailure(Layer.READ_TIMEOUT, may_have_arrived=True)
LIMITED = answer(status=429, headers=(("Retry-After", "90"),))


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[PollDesk]:
    """A model that has seen nothing yet."""
    made = PollDesk(qtbot)
    yield made
    assert made.runner.close(5000)


def ended(desk: PollDesk) -> PollEnded:
    """How the series ended; it must have."""
    state = desk.model.state
    assert isinstance(state, PollEnded), state
    return state


def test_nothing_can_be_waited_for_at_first(desk: PollDesk) -> None:
    """Without an answer there is no offer, and beginning does nothing."""
    assert desk.model.target is None
    assert not desk.model.begin()
    assert desk.heard == []


def test_a_created_order_is_offered_and_not_queried_by_itself(desk: PollDesk) -> None:
    """The series begins on demand only."""
    desk.create()
    assert desk.model.target == PollTarget("syssn", SYSSN, Goal.PAID)
    assert isinstance(desk.model.state, Off)
    assert desk.alarm.seconds is None


def test_it_asks_with_growing_pauses_until_the_order_is_paid(desk: PollDesk) -> None:
    """Three seconds first, then five, then eight; the paid order ends it and nothing more is offered."""
    desk.create()
    desk.answers(found(OPEN), found(), found(PAID))
    assert desk.model.begin()
    assert desk.model.state == Waiting(poll_desk.START + timedelta(seconds=3), 1, MOST)
    assert [desk.ring() for _ in range(3)] == [3, 5, 8]
    assert ended(desk).settled
    assert str(ended(desk).reason) == "The order is paid."
    assert (ended(desk).asked, ended(desk).severity) == (3, Severity.OK)
    assert desk.model.target is None
    assert [query.parameters for query in desk.queries] == [(("syssn", SYSSN),)] * 3


def test_each_query_is_announced_before_it_leaves(desk: PollDesk) -> None:
    """Waiting, asking, waiting for the next one: nothing is asked unseen."""
    desk.create()
    desk.heard.clear()
    desk.answers(found(OPEN))
    desk.model.begin()
    desk.ring()
    assert [type(state) for state in desk.heard] == [Waiting, Polling, Waiting]
    assert desk.heard[1] == Polling(1, MOST)
    assert isinstance(desk.heard[2], Waiting)
    assert desk.heard[2].n == 2


def test_it_stops_after_twenty_queries_and_says_so(desk: PollDesk) -> None:
    """The limit of the count holds where the order stays open, and the offer stands again."""
    desk.create()
    desk.answers(found(OPEN))
    desk.model.begin()
    pauses = [desk.ring() for _ in range(MOST)]
    assert pauses == [3, 5, 8, 13, 20, *[30] * 15]
    assert str(ended(desk).reason) == "no final state after 20 queries"
    assert len(desk.queries) == MOST
    assert desk.model.target is not None
    assert desk.model.begin()


def test_it_stops_after_ten_minutes_and_says_so(desk: PollDesk) -> None:
    """Answers that take long count as well: no query begins beyond the limit of time."""
    desk.create()
    desk.answers(found(OPEN))
    desk.model.begin()
    desk.clock.moment += LONGEST
    desk.ring()
    assert str(ended(desk).reason) == "no final state within 10 minutes"
    assert len(desk.queries) == 1


@pytest.mark.parametrize("pauses", [(0.0,), (0.5, 1)])
def test_it_never_asks_faster_than_every_two_seconds(qtbot: QtBot, pauses: tuple[float, ...]) -> None:
    """Shorter pauses are taken for two seconds."""
    desk = PollDesk(qtbot)
    desk.model = PollModel(desk.send_draft, desk.send_model, desk.clock, pauses=pauses, alarm=desk.alarm)
    desk.create()
    desk.answers(found(OPEN))
    desk.model.begin()
    assert [desk.ring() for _ in range(3)] == [SHORTEST] * 3


def test_asking_now_skips_the_pause_but_not_the_two_seconds(desk: PollDesk) -> None:
    """Whoever presses it at once after an answer waits for the rest of two seconds."""
    desk.create()
    desk.answers(found(OPEN))
    desk.model.begin()
    desk.model.ask_now()
    desk.settle()
    assert len(desk.queries) == 1
    desk.clock.moment += timedelta(seconds=0.5)
    desk.model.ask_now()
    assert len(desk.queries) == 1
    assert desk.ring() == 1.5
    desk.clock.moment += timedelta(seconds=2)
    desk.model.ask_now()
    desk.settle()
    assert len(desk.queries) == 3


def test_a_clock_that_was_set_back_makes_nobody_wait_longer(desk: PollDesk) -> None:
    """Two seconds at most, and none once they have passed by that clock."""
    desk.create()
    desk.answers(found(OPEN))
    desk.model.begin()
    desk.ring()
    desk.clock.moment -= timedelta(hours=1)
    desk.model.ask_now()
    assert len(desk.queries) == 1
    assert desk.ring() == SHORTEST


def test_stopping_while_it_waits_ends_it_at_once(desk: PollDesk) -> None:
    """No alarm is left, and the series can begin again."""
    desk.create()
    desk.model.begin()
    desk.model.stop()
    assert str(ended(desk).reason) == "you stopped it"
    assert desk.alarm.ring is None
    assert desk.model.begin()


def test_stopping_while_a_query_is_under_way_is_not_unsaid_by_its_answer(desk: PollDesk) -> None:
    """The answer arrives and is shown, but nothing follows it."""
    desk.create()
    desk.answers(found(OPEN))
    desk.model.begin()
    ring = desk.alarm.ring
    assert ring is not None
    ring()
    desk.model.stop()
    desk.settle()
    assert str(ended(desk).reason) == "you stopped it"
    assert desk.alarm.ring is None
    assert desk.model.target is not None


def test_whatever_else_is_sent_ends_the_series(desk: PollDesk) -> None:
    """A person's own request comes first, and its answer decides what is offered next."""
    desk.create()
    desk.model.begin()
    desk.client.outcomes = [answer(respcd="0000", syssn="8", orig_syssn=SYSSN)]
    assert desk.send_model.send(request("refund", syssn=SYSSN, txamt="100"), poll_desk.CREDENTIALS)
    assert str(ended(desk).reason) == "something else was sent"
    desk.settle()
    assert isinstance(desk.model.state, Off)
    assert desk.model.target is None


def test_another_environment_ends_it_and_takes_the_offer_away(desk: PollDesk) -> None:
    """The order is unknown there; where no series ran, the offer goes without a word."""
    desk.create()
    desk.model.begin()
    desk.model.forget(ELSEWHERE)
    assert str(ended(desk).reason) == "another environment was chosen"
    assert desk.model.target is None
    desk.create()
    desk.model.forget(ELSEWHERE)
    assert isinstance(desk.model.state, Off)
    assert not desk.model.begin()


def test_an_answer_that_comes_after_the_environment_changed_offers_nothing(desk: PollDesk) -> None:
    """The request was on its way to the environment left behind."""
    desk.client.outcomes = [answer(**poll_desk.CREATED)]
    assert desk.send_model.send(request(), poll_desk.CREDENTIALS)
    desk.model.forget(ELSEWHERE)
    desk.settle()
    assert desk.model.target is None
    desk.create()
    assert desk.model.target is not None


def test_two_lost_queries_are_borne_and_the_third_in_a_row_ends_it(desk: PollDesk) -> None:
    """A query changes nothing, so one that failed is followed by another; an answer starts the count anew."""
    desk.create()
    desk.answers(LOST, LOST, found(OPEN), LOST, LOST, answer(status=502))
    desk.model.begin()
    for _ in range(6):
        desk.ring()
    assert str(ended(desk).reason).startswith("3 queries in a row came to nothing. Simulated: A gateway got no")
    assert ended(desk).severity is Severity.ATTENTION
    assert desk.model.target is not None


def test_the_rate_limit_makes_it_wait_longer(desk: PollDesk) -> None:
    """HTTP 429 is followed by what Retry-After asks for, a minute at least; then the usual pauses go on."""
    desk.create()
    desk.answers(LIMITED, answer(status=429), found(OPEN), found(OPEN))
    desk.model.begin()
    desk.ring()
    assert isinstance(desk.model.state, Waiting)
    assert desk.model.state.slowed
    assert [desk.ring(), desk.ring(), desk.ring()] == [90, 60, 13]


@pytest.mark.parametrize("told", ["999999999", "Wed, 21 Oct 2026 07:28:00 GMT", "-5", "٣"])
def test_an_odd_retry_after_is_followed_within_reason(desk: PollDesk, told: str) -> None:
    """Never less than a minute, never more than five."""
    desk.create()
    desk.answers(answer(status=429, headers=(("Retry-After", told),)))
    desk.model.begin()
    desk.ring()
    assert desk.alarm.seconds in {60, 300}


@pytest.mark.parametrize(
    ("outcome", "reason"),
    [
        (answer(respcd="1108", resperr="no"), "Simulated: The signature is wrong, or mchid is."),
        (TransportFailure(Layer.CANCELLED, may_have_arrived=True), "you stopped it"),
        (TransportFailure(Layer.REFUSED_HERE, may_have_arrived=False), "Simulated: This program did not send"),
    ],
)
def test_what_will_not_change_by_itself_ends_it(desk: PollDesk, outcome: poll_desk.Outcome, reason: str) -> None:
    """A refusal, the person's own Cancel, and a guard of this program are not asked again."""
    desk.create()
    desk.answers(outcome)
    desk.model.begin()
    desk.ring()
    assert str(ended(desk).reason).startswith(reason)


@pytest.mark.parametrize(
    "outcome", [found(), answer(respcd="1136"), answer(respcd="1145"), found({**OPEN, "syssn": "other"})]
)
def test_an_order_that_is_not_there_yet_is_asked_for_again(desk: PollDesk, outcome: poll_desk.Outcome) -> None:
    """No record, no such order, or somebody else's record: none of them is the end."""
    desk.create()
    desk.answers(outcome)
    desk.model.begin()
    for _ in range(4):
        desk.ring()
    assert isinstance(desk.model.state, Waiting)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ({"respcd": "1264", "cancel": "2"}, "The order was closed."),
        ({"respcd": "1181"}, "The order has expired."),
        ({"respcd": "0000", "cancel": "3"}, "The order was paid, then refunded."),
        ({"respcd": "1201"}, "The payer’s balance is too low."),
    ],
)
def test_any_final_state_ends_it_in_its_own_words(desk: PollDesk, row: dict[str, str], reason: str) -> None:
    """Closed, expired, refunded and failed are final as paid is."""
    desk.create()
    desk.answers(found({**OPEN, **row}))
    desk.model.begin()
    desk.ring()
    assert str(ended(desk).reason) == reason
    assert ended(desk).settled


def test_a_query_that_cannot_be_sent_ends_it(desk: PollDesk) -> None:
    """A refused send is not tried again and again, and counts as none."""
    desk.create()
    desk.model.begin()
    desk.may_send = False
    desk.ring()
    assert (str(ended(desk).reason), ended(desk).asked) == ("the query could not be sent", 0)


def test_a_fault_of_this_program_ends_it(desk: PollDesk) -> None:
    """The series does not go on over a broken program."""
    desk.create()
    desk.client.error = RuntimeError("boom")
    desk.model.begin()
    desk.ring()
    assert ended(desk).severity is Severity.WRONG


def test_any_order_can_be_waited_for_without_an_answer(desk: PollDesk) -> None:
    """A series for an order of the table begins by its number."""
    desk.answers(found(OPEN))
    assert desk.model.begin(PollTarget("out_trade_no", ORDER_NO))
    desk.ring()
    assert desk.queries[0].parameters == (("out_trade_no", ORDER_NO),)
    assert not desk.model.begin(PollTarget("syssn", SYSSN))


def test_a_new_model_offers_what_the_last_answer_left_open(desk: PollDesk) -> None:
    """A window that is built anew asks the send model for what was answered."""
    desk.create()
    later = PollModel(desk.send_draft, desk.send_model, desk.clock, alarm=desk.alarm)
    assert later.target == desk.model.target


def test_the_timer_rings_once_and_can_be_silenced(qtbot: QtBot) -> None:
    """The last setting counts; off means off."""
    rings: list[str] = []
    alarm = TimerAlarm()
    alarm.set(60, lambda: rings.append("late"))
    alarm.set(0.01, lambda: rings.append("soon"))
    qtbot.waitUntil(lambda: rings == ["soon"], timeout=5000)
    alarm.set(0.01, lambda: rings.append("never"))
    alarm.off()
    alarm.set(0.05, lambda: rings.append("then"))
    qtbot.waitUntil(lambda: len(rings) == 2, timeout=5000)
    assert rings == ["soon", "then"]


def test_the_query_of_a_target_carries_its_number_only() -> None:
    """Neither fresh numbers nor leftovers of another query are sent."""
    draft = PollTarget("out_trade_no", ORDER_NO, Goal.REFUNDED).draft()
    sent = [(entry.name, entry.value) for entry in draft.entries if entry.is_sent]
    assert (draft.endpoint, sent) == ("query", [("out_trade_no", ORDER_NO)])
