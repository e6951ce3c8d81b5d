from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qfpay_gui.qfpay.orders.events import News, NotFound, OrderNumbers, PaymentSent, Reached, RefundListed, apply
from qfpay_gui.qfpay.orders.news import news_of_notification
from qfpay_gui.qfpay.orders.order import Attempts, Ending, OrderStage, OrderState, Refund
from tests.qfpay.orders.order_cases import (
    NOON,
    NUMBER,
    SYSSN,
    after,
    order,
    paid_row,
    payment,
    query,
    refund,
    refund_row,
)

if TYPE_CHECKING:
    from qfpay_gui.qfpay.orders.order import Order

PARTS = st.lists(st.integers(min_value=1, max_value=120), min_size=0, max_size=4)


def sums(one: Order) -> tuple[int, int, int, OrderState]:
    """What the table shows of an order's money."""
    return one.refunded, one.pending, one.left, one.state


def sent_and_heard(news: list[News]) -> tuple[list[News], list[News]]:
    """What was done here, which happens in its own time, and what was heard of it, which comes when it comes."""
    done = [one for one in news if type(one.event).__name__.endswith("Sent")]
    return done, [one for one in news if one not in done]


def life(parts: list[int]) -> list[News]:
    """A payment of HK$3.00, paid, with these refunds one after the other, told by replies, records and notices."""
    news = [*payment(), *query(paid_row(respcd="1143")), *query(paid_row())]
    news += news_of_notification({**paid_row(), "notify_type": "payment", "status": "1"}, NOON)
    for place, part in enumerate(parts):
        number = f"R{place}"
        news += refund(number, part, attempt=10 + place)
        news += query(paid_row(cancel="5" if sum(parts[: place + 1]) < 300 else "3"), refund_row(number, part))
        notice = {**refund_row(number, part), "notify_type": "refund", "status": "1", "origssn": ""}
        news += news_of_notification(notice, NOON)
    return news


@given(PARTS, st.data())
def test_the_sequence_of_news_does_not_matter(parts: list[int], choice: st.DataObject) -> None:
    """Late, repeated and shuffled news end in the same amounts; nothing is ever refunded below zero."""
    parts = [part for place, part in enumerate(parts) if sum(parts[: place + 1]) <= 300]
    done, heard = sent_and_heard(life(parts))
    repeated = heard + choice.draw(st.lists(st.sampled_from(heard), max_size=8))
    shuffled = choice.draw(st.permutations(repeated))
    one, other = order(), order()
    for news in (*done, *heard):
        one = apply(one, news)
    for news in (*done, *shuffled):
        other = apply(other, news)
        assert 0 <= other.left <= 300
        assert other.pending >= 0
    assert sums(one) == sums(other)
    assert one.refunded == sum(parts)
    assert one.left == 300 - sum(parts)
    assert one.syssn == other.syssn == SYSSN


@given(PARTS, st.data())
def test_news_never_take_an_order_back(parts: list[int], choice: st.DataObject) -> None:
    """Whatever is heard, the stage reached and the sum given back only grow."""
    known = order()
    for news in choice.draw(st.permutations(life(parts))):
        later = apply(known, news)
        assert later.stage >= known.stage
        assert later.refunded >= known.refunded
        known = later


@given(st.lists(st.sampled_from([*payment(), *payment(Ending.UNKNOWN, 2), *query(paid_row()), *refund("R", 100)])))
def test_the_same_news_twice_say_nothing_new(news: list[News]) -> None:
    """An exchange that is heard a second time changes nothing."""
    once = after(news)
    assert after(news, once) == once


def test_a_payment_that_was_sent_is_unknown_until_it_is_answered() -> None:
    """So a killed program leaves an order to query."""
    sent = after(payment(Ending.SENDING))
    assert (sent.state, sent.checked_at) == (OrderState.UNKNOWN, NOON)
    created = after(payment(), sent)
    assert (created.state, created.syssn, created.respcd) == (OrderState.OPEN, SYSSN, "0000")


@pytest.mark.parametrize(
    ("ending", "state"),
    [
        (Ending.IN_PROGRESS, OrderState.OPEN),
        (Ending.UNKNOWN, OrderState.UNKNOWN),
        (Ending.FAILED, OrderState.FAILED),
        (Ending.NOT_SENT, OrderState.FAILED),
    ],
)
def test_an_answer_decides(ending: Ending, state: OrderState) -> None:
    """In progress there is an order; refused or not sent there is none; a time-out leaves it open."""
    assert after(payment(ending)).state is state


def test_sending_a_refused_number_again_makes_it_unknown_again() -> None:
    """The second request is on its way, whatever became of the first."""
    refused = after(payment(Ending.FAILED))
    assert after(payment(Ending.SENDING, 2), refused).state is OrderState.UNKNOWN
    assert after(payment(Ending.FAILED, 2), refused).state is OrderState.FAILED


def test_a_refusal_does_not_answer_an_earlier_time_out() -> None:
    """The first request may have made an order, so the table goes on asking for a query."""
    doubtful = after(payment(Ending.UNKNOWN))
    assert after(payment(Ending.FAILED, 2), doubtful).state is OrderState.UNKNOWN


def test_a_used_number_leaves_the_paid_order_paid() -> None:
    """The refusal is about the second request."""
    paid = after([*payment(), *query(paid_row())])
    again = payment(Ending.FAILED, 2, respcd="1251", fields={"respmsg": "out_trade_no is used"})
    assert sums(after(again, paid)) == (0, 0, 300, OrderState.PAID)


def test_a_refund_on_its_way_is_pending() -> None:
    """It is taken from what is left until an answer says otherwise."""
    paid = after([*payment(), *query(paid_row())])
    assert sums(after(refund("R1", 100, Ending.SENDING), paid)) == (0, 100, 200, OrderState.PAID)
    assert sums(after(refund("R1", 100, Ending.UNKNOWN), paid)) == (0, 100, 200, OrderState.PAID)
    assert sums(after(refund("R1", 100, Ending.IN_PROGRESS), paid)) == (0, 100, 200, OrderState.PAID)
    assert sums(after(refund("R1", 100, Ending.FAILED), paid)) == (0, 0, 300, OrderState.PAID)
    assert sums(after(refund("R1", 100), paid)) == (100, 0, 200, OrderState.PARTLY_REFUNDED)
    assert sums(after(refund("R1", 300), paid)) == (300, 0, 0, OrderState.REFUNDED)


def test_a_pending_refund_is_settled_by_a_query() -> None:
    """By its own number, or by its syssn; a refund that failed gives its amount back to what is left."""
    doubtful = after([*payment(), *query(paid_row()), *refund("R1", 100, Ending.UNKNOWN)])
    assert doubtful.pending_numbers == ("R1",)
    assert sums(after(query(refund_row("R1", 100)), doubtful)) == (100, 0, 200, OrderState.PARTLY_REFUNDED)
    assert sums(after(query(refund_row("R1", 100, "1265")), doubtful)) == (0, 0, 300, OrderState.PAID)
    assert sums(after(query(refund_row("R1", 100, "1143")), doubtful)) == (0, 100, 200, OrderState.PAID)


def test_a_refund_known_by_two_names_counts_once() -> None:
    """One source knows its syssn, another its number, a third both."""
    paid = after([*payment(), *query(paid_row())])
    by_syssn = News(OrderNumbers(SYSSN), RefundListed("", "SR1", 100, is_done=True), NOON)
    by_number = News(OrderNumbers(SYSSN), RefundListed("R1", "", 100, is_done=True), NOON)
    both = News(OrderNumbers(SYSSN), RefundListed("R1", "SR1", 100, is_done=True), NOON)
    assert sums(after([by_syssn, by_number, both], paid)) == (100, 0, 200, OrderState.PARTLY_REFUNDED)


def test_what_a_query_counts_as_refunded_is_refunded() -> None:
    """Also where the refunds were made elsewhere: cancel 3 means all of it, 5 a part that is not told."""
    opened = after(payment())
    assert sums(after(query(paid_row(cancel="3")), opened)) == (300, 0, 0, OrderState.REFUNDED)
    assert sums(after(query(paid_row(cancel="5")), opened)) == (0, 0, 300, OrderState.PARTLY_REFUNDED)


@pytest.mark.parametrize(
    ("respcd", "cancel", "state"),
    [
        ("1181", "0", OrderState.EXPIRED),
        ("1142", "0", OrderState.CLOSED),
        ("1264", "2", OrderState.CLOSED),
        ("1263", "2", OrderState.CANCELLED),
        ("1205", "0", OrderState.FAILED),
        ("0000", "2", OrderState.CANCELLED),
        ("0000", "1", OrderState.CANCELLED),
        ("1262", "", OrderState.REFUNDED),
        ("1298", "0", OrderState.OPEN),
        ("9999", "0", OrderState.OPEN),
    ],
)
def test_a_record_tells_the_state(respcd: str, cancel: str, state: OrderState) -> None:
    """The record's own respcd and cancel decide; a code nobody documents changes nothing."""
    assert after([*payment(), *query(paid_row(respcd=respcd, cancel=cancel))]).state is state


def test_a_payment_after_the_end_is_seen() -> None:
    """Money that came although the order was closed is not overlooked."""
    ended = after([*payment(), *query(paid_row(respcd="1181"))])
    assert after(query(paid_row()), ended).state is OrderState.PAID
    assert after(query(paid_row(respcd="1143")), ended).state is OrderState.EXPIRED


def test_an_order_nobody_knows_never_came_to_be() -> None:
    """Two minutes after it was sent, where the query looks at its month; else nothing is concluded."""
    doubtful = after(payment(Ending.UNKNOWN))
    assert after(query(minutes=1), doubtful) == doubtful
    assert after(query(minutes=60 * 24 * 9), doubtful) == doubtful
    assert after(query(sent={"out_trade_no": NUMBER, "start_time": "2026-12-01 00:00:00"}), doubtful) == doubtful
    assert after(query(), doubtful).state is OrderState.FAILED
    month = {"out_trade_no": NUMBER, "start_time": "2026-11-01 00:00:00", "end_time": "2026-11-30 23:59:59"}
    assert after(query(sent=month, minutes=60 * 24 * 9), doubtful).state is OrderState.FAILED


def test_an_order_that_existed_does_not_vanish() -> None:
    """What a query leaves out may be listed elsewhere."""
    paid = after([*payment(), *query(paid_row())])
    assert sums(after(query(), paid)) == sums(paid)
    again = after([*payment(), *payment(Ending.UNKNOWN, attempt=2)])
    assert again.attempts.is_open
    assert after(query(minutes=30), again) == again


def test_a_refund_nobody_knows_was_not_made() -> None:
    """Its amount can be refunded again."""
    doubtful = after([*payment(), *query(paid_row()), *refund("R1", 100, Ending.UNKNOWN)])
    missed = News(OrderNumbers(refund_no="R1"), NotFound("R1"), NOON + timedelta(minutes=30))
    assert sums(apply(doubtful, missed)) == (0, 0, 300, OrderState.PAID)
    assert apply(doubtful, News(OrderNumbers(refund_no="R2"), NotFound("R2"), NOON + timedelta(minutes=30))) == doubtful


def test_older_news_do_not_look_newer() -> None:
    """The time of the last news, and its code, are those of the latest."""
    paid = after([*payment(), *query(paid_row(), minutes=9)])
    late = apply(paid, News(OrderNumbers(SYSSN), Reached(OrderStage.OPEN), NOON, "1143"))
    assert (late.respcd, late.checked_at) == (paid.respcd, paid.checked_at)


def test_the_amount_is_what_qfpay_holds() -> None:
    """An amount that was sent as no number is known as soon as a record tells it."""
    odd = order(txamt="3.00")
    assert after([*payment(), *query(paid_row())], odd).left == 300
    assert after(payment(fields={"txamt": "999"})).txamt == "300"
    assert after([*payment(), *query({**paid_row(), "txamt": "299"})]).txamt == "299"
    assert after(payment(fields={"txamt": "999"}), odd).txamt == "999"
    assert after([*payment(), *query({**paid_row(), "txamt": "2.99"})]).txamt == "300"


def test_what_qfpay_tells_of_a_refund_goes_over_what_was_sent() -> None:
    """Its amount; one that tells none leaves the amount that was sent."""
    paid = after([*payment(), *query(paid_row())])
    sent = after(refund("R1", 100, Ending.IN_PROGRESS), paid)
    assert after(query(paid_row(), refund_row("R1", 90)), sent).refunded == 90
    assert after(query(paid_row(), {**refund_row("R1", 90), "txamt": ""}), sent).refunded == 100


def test_nothing_is_left_below_zero() -> None:
    """Whatever records say together, and whatever a file holds."""
    paid = after([*payment(), *query(paid_row())])
    over = after([*refund("R1", 100, Ending.IN_PROGRESS), *query(paid_row(), refund_row("R2", 400))], paid)
    assert (over.refunded, over.pending, over.held, over.left) == (400, 0, 0, 0)
    assert (replace(paid, refunded=301).held, replace(paid, pending=301).left) == (0, 0)
    assert (replace(paid, refunded=299).held, replace(paid, refunded=200, pending=99).left) == (1, 1)


def test_a_refund_without_a_number_is_known_by_its_exchange() -> None:
    """Its reply makes no second one; two that were only listed are two."""
    paid = after([*payment(), *query(paid_row())])
    told = after(refund("", 100, attempt=7), paid)
    assert ([one.txamt for one in told.refunds], told.left) == ([100], 200)
    listed = [News(OrderNumbers(SYSSN), RefundListed("", f"S{at}", 50, is_done=True), NOON) for at in range(2)]
    assert ([one.txamt for one in after(listed, paid).refunds], after(listed, paid).left) == ([50, 50], 200)


def test_an_order_says_when_it_needs_somebody() -> None:
    """Unknown anywhere, paid on live testing; refunded, simulated or open orders do not."""
    paid = after([*payment(), *query(paid_row())])
    assert order().needs_attention
    assert paid.needs_attention
    assert not after(query(paid_row()), order(environment_kind="simulator")).needs_attention
    assert not after(refund("R1", 300), paid).needs_attention
    assert not after(payment()).needs_attention
    assert paid.may_hold_money
    assert not after(query(paid_row()), order(environment_kind="sandbox")).may_hold_money


def test_attempts_and_refunds_speak_for_themselves() -> None:
    """A refund is pending as long as one request for it is open."""
    sent = Attempts().begun(1).begun(2).ended(1)
    assert sent.is_open
    assert not sent.ended(2).is_open
    assert Refund(attempts=sent).is_pending
    assert not Refund(attempts=sent, is_done=True).is_pending
    assert apply(order(), News(OrderNumbers(), PaymentSent(3), NOON)).attempts == Attempts(frozenset({3}))
