from __future__ import annotations

from dataclasses import replace
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
    trail.hear(answers.answered(b"{}", sent=sent("query", page="2")), by_itself=True)
    assert (trail.at, trail.replies.answer) == ((1, MOST), kept), "though it was left behind itself"


def test_who_looks_at_a_later_one_keeps_looking_at_it_too(trail: Trail) -> None:
    """The same reply has another place then, with the same neighbours."""
    replies = [answers.success() for _ in range(MOST)]
    trail.hear(*replies)
    for _ in range(MOST - 5):
        trail.replies.go_back()
    assert trail.replies.answer is replies[4]
    for page in ("2", "3"):
        trail.hear(answers.answered(b"{}", sent=sent("query", page=page)), by_itself=True)
    assert (trail.at, trail.replies.answer) == ((3, MOST), replies[4])
    trail.replies.go_back()
    assert trail.replies.answer is replies[3]


def test_every_look_is_told(trail: Trail) -> None:
    """Also that another reply came which is not looked at."""
    paid, refused = answers.success(), answers.refused()
    trail.hear(paid, refused)
    told: list[SendState] = []
    trail.replies.changed.connect(told.append)
    trail.replies.go_back()
    trail.replies.go_forward()
    trail.replies.go_forward()
    trail.replies.go_back()
    assert told == [Answered(paid), Answered(refused), Answered(paid)]
    trail.hear(found(WAITING), by_itself=True)
    assert told[3:] == [Answered(paid), Answered(paid)]


def test_what_was_answered_before_is_there_at_once(trail: Trail) -> None:
    """The replies may be made after the first one came."""
    paid = answers.success()
    trail.hear(paid)
    late = RepliesModel(trail.sending, trail.sending)
    assert (late.place, late.count, late.answer) == (0, 1, paid)


def test_the_newest_that_is_meant_is_found_wherever_one_looks(trail: Trail) -> None:
    """And none where none is meant."""
    first, second = answers.success(), answers.success()
    trail.hear(first, second, answers.refused())
    trail.replies.go_back()
    trail.replies.go_back()
    assert trail.replies.latest(lambda one: bool(one.members)) is second
    assert trail.replies.latest(lambda _one: False) is None


def test_the_same_query_of_another_environment_is_another_reply(trail: Trail) -> None:
    """What one server said is not replaced by what another says."""
    first = found(WAITING)
    elsewhere = replace(first.request, environment=replace(first.request.environment, id="custom"))
    other = replace(first, exchange=replace(first.exchange, request=elsewhere))
    trail.hear(first, other)
    assert (trail.at, trail.replies.answer) == ((2, 2), other)
