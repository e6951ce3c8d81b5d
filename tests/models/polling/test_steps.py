"""What follows each answer to a query of a series."""

from __future__ import annotations

from typing import Any

import pytest

from qfpay_gui.models.polling.steps import LONGEST_PAUSE, MOST_FAILURES, RATE_LIMIT_PAUSE, GoOn, Stop, step_after
from qfpay_gui.models.polling.target import PollTarget
from qfpay_gui.models.sending.answer import read_answer
from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.reply.exchange import Exchange, Layer, TransportFailure
from tests.models.polling.poll_desk import (
    CREDENTIALS,
    OPEN,
    ORDER_NO,
    PAID,
    START,
    SYSSN,
    Outcome,
    answer,
    found,
    request,
)

BY_SYSSN, BY_NUMBER = PollTarget("syssn", SYSSN), PollTarget("out_trade_no", ORDER_NO)
LOST = TransportFailure(Layer.READ_TIMEOUT, may_have_arrived=True)


def step(outcome: Outcome, failures: int = 0, target: PollTarget = BY_SYSSN) -> GoOn | Stop:
    """What follows."""
    sent = request("query", **{target.name: target.value})
    return step_after(read_answer(Exchange(sent, outcome), CREDENTIALS.client_key, START), target, failures)


def limited(retry_after: str, **members: Any) -> Outcome:
    """HTTP 429."""
    headers = (("Retry-After", retry_after),) if retry_after else ()
    return answer(status=429, headers=headers, **members)


@pytest.mark.parametrize(
    ("retry_after", "pause"),
    [
        *(("", 60), ("0", 60), ("59", 60), ("60", 60), ("61", 61), ("300", 300), ("301", 300), ("86400", 300)),
        *(("Wed, 21 Oct 2026 07:28:00 GMT", 60), ("-5", 60), ("٦١", 60), ("99.5", 60)),
    ],
)
def test_a_rate_limit_is_kept_still_for_as_long_as_it_says_within_reason(retry_after: str, pause: int) -> None:
    """A minute at least, five at most; it is no failure."""
    assert (RATE_LIMIT_PAUSE, LONGEST_PAUSE) == (60, 300)
    assert step(limited(retry_after), failures=2) == GoOn(2, pause)


@pytest.mark.parametrize("respcd", ["0000", "1108", "1143"])
def test_a_return_code_under_a_rate_limit_is_no_answer(respcd: str) -> None:
    """Whatever it says, the query was turned away: nothing is settled and nothing refused by it."""
    assert step(limited("", respcd=respcd, data=[PAID])) == GoOn(0, 60)


@pytest.mark.parametrize(
    "outcome",
    [
        LOST,
        TransportFailure(Layer.CONNECT, may_have_arrived=False),
        answer(status=502),
        answer(status=500, respcd="0000", data=[PAID]),
        answer(code=1),
        answer(respcd=""),
        answer(respcd="1201"),
        answer(respcd="1265"),
        answer(respcd="7777"),
    ],
    ids=[
        "time-out",
        "no connection",
        "502",
        "500 with a code",
        "no code",
        "empty code",
        "channel",
        "wait",
        "unknown code",
    ],
)
def test_a_query_may_come_to_nothing_twice_in_a_row(outcome: Outcome) -> None:
    """The third time is enough; the words tell how often."""
    assert MOST_FAILURES == 3
    assert [step(outcome, failures) for failures in (0, 1)] == [GoOn(1), GoOn(2)]
    last = step(outcome, 2)
    assert isinstance(last, Stop)
    assert (last.severity, last.settled) == (Severity.ATTENTION, False)
    assert "3" in str(last.reason)


@pytest.mark.parametrize(
    ("layer", "severity"), [(Layer.CANCELLED, Severity.NOTE), (Layer.REFUSED_HERE, Severity.WRONG)]
)
def test_what_is_ended_on_this_side_is_not_tried_again(layer: Layer, severity: Severity) -> None:
    """By a person, or because nothing may be sent."""
    ended = step(TransportFailure(layer, may_have_arrived=False))
    assert isinstance(ended, Stop)
    assert (ended.severity, ended.settled) == (severity, False)


@pytest.mark.parametrize("respcd", ["1136", "1143", "1145"])
def test_an_order_that_is_not_there_or_under_way_is_waited_for(respcd: str) -> None:
    """At the next pause; the failures before are forgotten."""
    assert step(answer(respcd=respcd), failures=2) == GoOn(0, 0)


@pytest.mark.parametrize("respcd", ["1108", "1260", "1106"])
def test_a_refusal_stays_as_it_is(respcd: str) -> None:
    """Asking again would change nothing."""
    refused = step(answer(respcd=respcd))
    assert isinstance(refused, Stop)
    assert (refused.severity, refused.settled) == (Severity.ATTENTION, False)


def test_a_final_state_settles_it_and_an_open_one_does_not() -> None:
    """One open record of several keeps the series going, and so does none."""
    settled = step(found(PAID))
    assert isinstance(settled, Stop)
    assert (settled.settled, settled.severity) == (True, Severity.OK)
    assert step(found(OPEN)) == step(found()) == step(found(PAID, OPEN)) == step(found(OPEN, PAID)) == GoOn()
    assert isinstance(step(found(PAID, PAID)), Stop)


def test_only_records_of_what_was_asked_for_count() -> None:
    """By the number it was asked for by."""
    other = {**PAID, "syssn": "9"}
    assert step(found(other)) == GoOn()
    assert isinstance(step(found(other), target=BY_NUMBER), Stop)
    assert step(found({**PAID, "out_trade_no": "X"}), target=BY_NUMBER) == GoOn()
    assert isinstance(step(found({**OPEN, "syssn": "9"}, PAID)), Stop)
