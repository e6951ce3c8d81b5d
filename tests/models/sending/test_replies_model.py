from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from qfpay_gui.models.sending.replies_model import MOST, RepliesModel
from qfpay_gui.models.sending.send_model import Answered, Broken, Sending, SendModel, SendState
from qfpay_gui.models.tasks import TaskRunner
from tests.ui.reply import answers
from tests.ui.reply.records.record_answers import found, sent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qfpay_gui.models.sending.answer import Answer

WAITING = {"respcd": "1143", "syssn": "20261123000100020003"}


class Trail:
    """Replies over a model of sending whose states are told."""

    def __init__(self) -> None:
        self.runner = TaskRunner(1)
        clock = answers.Clock()
        self.sending = SendModel(self.runner, lambda _url, _key: answers.HeldClient(answers.success()), clock)
        self.replies = RepliesModel(self.sending, self.sending)

    def tell(self, state: SendState) -> None:
        """Have sending be in this state."""
        self.sending.state = state
        self.sending.changed.emit(state)

    def hear(self, *heard: Answer, by_itself: bool = False) -> None:
        """Send what these answer, one after the other."""
        for answer in heard:
            self.tell(Sending(answer.request, by_itself=by_itself))
            self.tell(Answered(answer))

    @property
    def at(self) -> tuple[int, int]:
        """Which reply is looked at, from 1, and of how many."""
        return self.replies.place + 1, self.replies.count


@pytest.fixture
def trail(qapp: object) -> Iterator[Trail]:  # noqa: ARG001 - signals need an application
    """No reply yet."""
    made = Trail()
    yield made
    assert made.runner.close(5000)


def test_before_the_first_reply_there_is_nowhere_to_go(trail: Trail) -> None:
    """Neither back nor forward, and both do nothing."""
    trail.replies.go_back()
    trail.replies.go_forward()
    assert (trail.at, trail.replies.answer) == ((1, 0), None)
    assert (trail.replies.can_go_back, trail.replies.can_go_forward) == (False, False)


def test_a_query_does_not_take_the_payments_reply_away(trail: Trail) -> None:
    """Back shows the very answer to the payment, forward the newest."""
    paid, queried = answers.success(), found(WAITING)
    trail.hear(paid, queried)
    assert (trail.at, trail.replies.answer) == ((2, 2), queried)
    trail.replies.go_back()
    assert (trail.at, trail.replies.answer) == ((1, 2), paid)
    assert (trail.replies.can_go_back, trail.replies.can_go_forward) == (False, True)
    trail.replies.go_forward()
    assert (trail.at, trail.replies.answer) == ((2, 2), queried)


def test_what_a_person_sends_brings_them_to_its_reply(trail: Trail) -> None:
    """From wherever they look."""
    trail.hear(answers.success(), answers.refused())
    trail.replies.go_back()
    request = answers.request()
    trail.tell(Sending(request))
    assert trail.replies.state == Sending(request)
    trail.replies.go_back()
    assert trail.replies.state == Sending(request)
    newest = answers.success()
    trail.tell(Answered(newest))
    assert (trail.at, trail.replies.answer) == ((3, 3), newest)


def test_what_is_sent_by_itself_calls_nobody_away(trail: Trail) -> None:
    """Not while it is sent, nor by its answer, though it is the last of its series."""
    paid = answers.success()
    trail.hear(paid, answers.refused())
    trail.replies.go_back()
    queried = found(WAITING)
    trail.tell(Sending(queried.request, by_itself=True))
    assert trail.replies.answer is paid
    trail.tell(Answered(queried))
    assert (trail.at, trail.replies.answer) == ((1, 3), paid)


def test_who_looks_at_the_newest_follows_what_is_sent_by_itself(trail: Trail) -> None:
    """They have not gone back to anything."""
    trail.hear(answers.success())
    queried = found(WAITING)
    trail.hear(queried, by_itself=True)
    assert (trail.at, trail.replies.answer) == ((2, 2), queried)


def test_the_same_query_again_is_one_reply(trail: Trail) -> None:
    """A series of queries leaves one behind, with its newest answer; another page is another."""
    first, second = found(WAITING), found({**WAITING, "respcd": "0000"})
    trail.hear(answers.success(), first, second)
    assert (trail.at, trail.replies.answer) == ((2, 2), second)
    trail.hear(answers.answered(b"{}", sent=sent("query", page="2")))
    assert trail.at == (3, 3)


def test_two_payments_alike_are_two_replies(trail: Trail) -> None:
    """Only what changes nothing may be asked again."""
    trail.hear(answers.success(), answers.success())
    assert trail.at == (2, 2)


def test_from_a_fault_of_this_program_one_can_go_back(trail: Trail) -> None:
    """The fault is no reply, and nothing is lost by it."""
    paid = answers.success()
    trail.hear(paid)
    trail.tell(Broken(answers.request(), "ValueError"))
    assert trail.replies.answer is None
    trail.replies.go_back()
    assert trail.replies.answer is paid


def test_the_oldest_are_left_behind(trail: Trail) -> None:
    """Who looks at one keeps looking at it while another is left behind."""
    kept = answers.refused("1142")
    trail.hear(answers.success(), kept, *(answers.success() for _ in range(MOST - 2)))
    for _ in range(MOST - 2):
        trail.replies.go_back()
    assert trail.replies.answer is kept
    trail.hear(found(WAITING), by_itself=True)
    assert (trail.at, trail.replies.answer) == ((1, MOST), kept)
