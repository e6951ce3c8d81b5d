from __future__ import annotations

from dataclasses import replace

import pytest

from qfpay_gui.models.sequence.book import KEPT_MESSAGES, KEPT_ORDERS, SequenceBook
from qfpay_gui.qfpay.sequence.messages import Message, MessageKind, OrderKey, Party, Sequence, Stage, written

KEY = OrderKey("simulator", "QA1")


def message(at: float = 1.0, stage: Stage | None = None, words: str = "x") -> Message:
    """A message at this time."""
    return Message(at, Party.MERCHANT, Party.QFPAY, written(words), MessageKind.HTTP, stage=stage)


@pytest.fixture
def book() -> SequenceBook:
    """A book with one order."""
    made = SequenceBook()
    made.begin(Sequence(KEY))
    return made


def messages(book: SequenceBook) -> tuple[Message, ...]:
    """The messages of the order."""
    sequence = book.get(KEY)
    assert sequence is not None
    return sequence.messages


def test_each_message_gets_a_number_of_its_own(book: SequenceBook) -> None:
    """Above zero, so that it differs from those that are only expected."""
    assert book.add(KEY, (message(), message())) == (1, 2)
    assert [one.id for one in messages(book)] == [1, 2]


def test_late_news_stands_where_it_belongs(book: SequenceBook) -> None:
    """By its time, whichever way it came."""
    book.add(KEY, (message(1.0), message(3.0)))
    book.add(KEY, (message(2.0), message(0.5), message(4.0)))
    assert [one.at for one in messages(book)] == [0.5, 1.0, 2.0, 3.0, 4.0]


def test_at_the_same_moment_the_earlier_stage_comes_first(book: SequenceBook) -> None:
    """Clocks are coarser than computers are fast; what has no stage stays where it came."""
    book.add(KEY, (message(1.0, Stage.RETURNED), message(1.0, Stage.PAID), message(1.0)))
    book.add(KEY, (message(1.0, Stage.CALLED),))
    assert [one.stage for one in messages(book)] == [
        Stage.PAID,
        Stage.RETURNED,
        None,
        Stage.CALLED,
    ]


def test_an_order_is_found_by_every_number_of_its_own(book: SequenceBook) -> None:
    """In its environment only; a number that is taken stays with its order."""
    book.learn(KEY, ("2026", "", "RF1"))
    book.begin(Sequence(OrderKey("simulator", "QA2")))
    book.learn(OrderKey("simulator", "QA2"), ("2026",))
    assert {book.find("simulator", number) for number in ("QA1", "2026", "RF1")} == {KEY}
    assert book.find("live-hk", "QA1") is None
    assert book.find("simulator", "") is None


def test_the_oldest_order_makes_room(book: SequenceBook) -> None:
    """With all its numbers; the newest stands first."""
    book.learn(KEY, ("2026",))
    for number in range(KEPT_ORDERS):
        book.begin(Sequence(OrderKey("simulator", f"N{number}")))
    assert len(book.newest_first) == KEPT_ORDERS
    assert book.newest_first[0].key.number == f"N{KEPT_ORDERS - 1}"
    assert book.get(KEY) is None
    assert book.find("simulator", "2026") is None
    assert book.add(KEY, (message(),)) == ()


def test_an_order_asked_for_ever_drops_its_oldest_messages(book: SequenceBook) -> None:
    """And says how many."""
    for at in range(KEPT_MESSAGES + 5):
        book.add(KEY, (message(float(at)),))
    sequence = book.get(KEY)
    assert sequence is not None
    assert (len(sequence.messages), sequence.omitted) == (KEPT_MESSAGES, 5)
    assert sequence.messages[0].at == 5.0


def test_one_message_can_be_told_anew(book: SequenceBook) -> None:
    """The others stay as they are."""
    (_first, second) = book.add(KEY, (message(), message()))
    book.change(KEY, second, lambda one: replace(one, failed=True))
    assert [one.failed for one in messages(book)] == [False, True]
    book.change(OrderKey("simulator", "unknown"), second, lambda one: one)


def test_the_first_amount_that_is_known_stays(book: SequenceBook) -> None:
    """A later one would be a refund's."""
    book.describe(KEY, "")
    book.describe(KEY, "HK$3.00")
    book.describe(KEY, "HK$1.00")
    sequence = book.get(KEY)
    assert sequence is not None
    assert sequence.amount == "HK$3.00"
