from __future__ import annotations

from dataclasses import replace

import pytest

from qfpay_gui.qfpay.sequence.expected import expected_next
from qfpay_gui.qfpay.sequence.messages import Message, MessageKind, OrderKey, Party, Sequence, Stage, written

WHOLE = (
    Stage.REQUESTED,
    Stage.UNIFIED,
    Stage.PREPAID,
    Stage.ORDERED,
    Stage.CALLED,
    Stage.SHOWN,
    Stage.CONFIRMED,
    Stage.SUBMITTED,
    Stage.PAID,
    Stage.RETURNED,
    Stage.NOTIFYING,
    Stage.NOTIFIED,
)


def arrow(stage: Stage | None, *, failed: bool = False) -> Message:
    """A message that brings the order so far."""
    return Message(1.0, Party.MERCHANT, Party.QFPAY, written("x"), MessageKind.HTTP, failed=failed, stage=stage)


def after(*messages: Message | Stage | None) -> tuple[Stage | None, ...]:
    """What is still to come after these messages."""
    happened = tuple(one if isinstance(one, Message) else arrow(one) for one in messages)
    return tuple(one.stage for one in expected_next(Sequence(OrderKey("simulator", "QA1"), happened)))


def test_before_anything_was_sent_the_whole_path_lies_ahead() -> None:
    """Twelve faint arrows from the first request to the notification's answer, none of which has a time."""
    ahead = expected_next(None)
    assert tuple(one.stage for one in ahead) == WHOLE == after()
    assert {one.kind for one in ahead} == {MessageKind.UNSEEN}
    assert all(one.at is None and one.note is not None for one in ahead)


def test_their_ids_are_negative_and_stay() -> None:
    """So that a list can tell them from what happened, and keep its place."""
    ids = [one.id for one in expected_next(None)]
    assert len(set(ids)) == len(ids)
    assert max(ids) < 0
    happened = Sequence(OrderKey("simulator", "QA1"), (arrow(Stage.ORDERED),))
    assert [one.id for one in expected_next(happened)] == ids[4:]


@pytest.mark.parametrize("count", range(len(WHOLE) + 1))
def test_each_step_that_happens_is_expected_no_more(count: int) -> None:
    """The faint arrows fill one by one, to the last."""
    assert after(*WHOLE[:count]) == WHOLE[count:]


def test_an_order_outside_wechat_awaits_its_notification_only() -> None:
    """No call of wx.requestPayment, no sheet: its payer scans a code or opens a page."""
    assert after(Stage.REQUESTED, Stage.OFFERED) == (Stage.NOTIFYING, Stage.NOTIFIED)
    assert after(Stage.REQUESTED, Stage.OFFERED, Stage.PAID) == (Stage.NOTIFYING, Stage.NOTIFIED)
    assert after(Stage.REQUESTED, Stage.OFFERED, Stage.PAID, Stage.NOTIFYING, Stage.NOTIFIED) == ()
    assert after(Stage.REQUESTED, Stage.OFFERED, Stage.OVER) == ()


def test_what_cannot_be_seen_is_not_waited_for() -> None:
    """Outside the simulator the reply follows the request: what QFPay did in between is over."""
    assert after(Stage.REQUESTED, Stage.ORDERED) == WHOLE[4:]


def test_the_notification_may_come_before_the_call_returns() -> None:
    """The two ways do not wait for each other."""
    assert after(*WHOLE[:9], Stage.NOTIFYING, Stage.NOTIFIED) == (Stage.RETURNED,)


def test_after_a_cancel_the_mini_program_may_call_again() -> None:
    """The way goes on from the call."""
    assert after(*WHOLE[:6], arrow(Stage.RETURNED, failed=True)) == WHOLE[4:]
    assert after(*WHOLE[:6], arrow(Stage.RETURNED, failed=True), Stage.CALLED) == WHOLE[5:]


def test_money_that_comes_after_a_cancel_is_not_told_to_a_mini_program_that_did_not_call_again() -> None:
    """Somebody paid by another way: only the notification is awaited."""
    cancelled = arrow(Stage.RETURNED, failed=True)
    assert after(*WHOLE[:6], cancelled, Stage.PAID) == (Stage.NOTIFYING, Stage.NOTIFIED)


def test_a_failure_after_the_money_moved_sends_nobody_back() -> None:
    """What is paid is paid, whatever the Mini Program is told."""
    assert after(*WHOLE[:9], arrow(Stage.RETURNED, failed=True)) == (
        Stage.NOTIFYING,
        Stage.NOTIFIED,
    )


@pytest.mark.parametrize("so_far", [(), WHOLE[:1], WHOLE[:6]])
def test_an_order_that_is_over_expects_nothing(so_far: tuple[Stage, ...]) -> None:
    """Refused, closed, expired."""
    assert after(*so_far, Stage.OVER) == ()


def test_where_nobody_knows_a_query_is_next() -> None:
    """A lost reply leads to a query and its answer, never to another payment."""
    ahead = expected_next(Sequence(OrderKey("live-hk", "QA1"), (arrow(Stage.REQUESTED), arrow(Stage.UNKNOWN))))
    assert [str(one.label) for one in ahead] == ["POST /trade/v1/query", "what became of it"]


def test_a_query_ends_not_knowing() -> None:
    """An order whose pay_params reached nobody cannot be paid; one that was paid goes on as any other."""
    assert after(Stage.REQUESTED, Stage.UNKNOWN, Stage.LEARNT) == ()
    assert after(Stage.REQUESTED, Stage.UNKNOWN, Stage.PAID) == (
        Stage.NOTIFYING,
        Stage.NOTIFIED,
    )


def test_an_ordinary_query_changes_nothing() -> None:
    """It is the same path before and after."""
    assert after(*WHOLE[:4], None, Stage.LEARNT) == WHOLE[4:]


def test_a_query_that_says_paid_skips_what_nobody_saw() -> None:
    """No phone was seen, so no errMsg is waited for."""
    assert after(Stage.REQUESTED, Stage.ORDERED, Stage.PAID) == (
        Stage.NOTIFYING,
        Stage.NOTIFIED,
    )


def test_a_notification_that_is_not_accepted_comes_again() -> None:
    """The retry is expected until one is accepted."""
    assert after(*WHOLE[:11], Stage.UNANSWERED) == (Stage.NOTIFYING, Stage.NOTIFIED)
    assert after(*WHOLE[:11], Stage.UNANSWERED, Stage.NOTIFYING) == (Stage.NOTIFIED,)


def test_a_refund_is_notified_as_well() -> None:
    """After it, another notification is expected."""
    assert after(*WHOLE, Stage.REFUNDED) == (Stage.NOTIFYING, Stage.NOTIFIED)


def test_a_message_without_a_stage_or_with_the_first_one_moves_nothing() -> None:
    """They are only looked at."""
    assert after(None, Stage.START) == WHOLE


def test_a_title_never_shows_in_a_key() -> None:
    """A number somebody pasted a key into stays out of a repr."""
    assert "secret" not in repr(OrderKey("simulator", "secret"))
    assert "secret" not in repr(replace(arrow(None), parts=((written("x"), "secret"),)))
