"""Messages are verified as they come; valid ones are news; the simulator's deliveries are brought in."""

from __future__ import annotations

import json
import threading
from typing import TYPE_CHECKING

import pytest

from qfpay_gui.models.notifications.notifications_model import NotificationsModel
from qfpay_gui.models.profiles.state import Keys
from qfpay_gui.models.tasks import TaskRunner
from qfpay_gui.qfpay.credentials import Credentials
from qfpay_gui.services.notifications.listener import KEPT, Listener
from qfpay_gui.services.notifications.received import Acknowledged, AnswerMode, Received
from qfpay_gui.services.simulator import Attempt, Delivery
from tests.diagnosis.notification.samples import BODY, BY_ID, KEY, MEMBERS, OTHER_KEY, SIGNATURE, signed
from tests.services.notifications.posting import post

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

KEYS = Keys(Credentials("A" * 32, KEY), {"Tea House": OTHER_KEY})
REFUND: bytes = BY_ID["n-refund"]["body"].encode()


def delivery(number: int = 1, body: bytes = BODY, signature: str = SIGNATURE, attempts: int = 1) -> Delivery:
    """One of the simulator's, tried so many times."""
    tried = tuple(Attempt(1000.0 + at, 500, "no", accepted=False, reason="It is not 200.") for at in range(attempts))
    return Delivery(number, "payment", "QA1", "2026", "http://127.0.0.1/", body, signature, tried, 2000.0, "waiting")


class Bench:
    """A model over a real listener."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self.runner = TaskRunner(2)
        self.model = NotificationsModel(self.runner)
        self.news: list[dict[str, str]] = []
        self.received: list[int] = []
        self.model.news.connect(self.news.append)
        self.model.received.connect(lambda notice: self.received.append(notice.id))

    def until(self, condition: Callable[[], bool]) -> None:
        """Until this holds."""
        self._qtbot.waitUntil(condition, timeout=10_000)

    def listen(self) -> Bench:
        """Start, and wait until it does listen."""
        self.model.start()
        self.until(lambda: bool(self.model.url))
        return self

    def post(self, body: bytes = BODY, signature: str = SIGNATURE) -> None:
        """Send it from another thread, and wait until it is answered and checked."""
        count = len(self.model.notices)
        sender = threading.Thread(target=post, args=(self.model.url, body, {"X-QF-SIGN": signature}))
        sender.start()
        self.until(lambda: len(self.model.notices) > count and self.is_settled())
        sender.join(5)

    def is_settled(self) -> bool:
        """Whether everything that came in is answered and checked."""
        return all(
            one.check is not None and (one.received is None or one.received.answered is not Acknowledged.PENDING)
            for one in self.model.notices
        )


@pytest.fixture
def bench(qapp: object, qtbot: QtBot) -> Iterator[Bench]:  # noqa: ARG001 - signals need an application
    """A model that knows the keys, not started yet."""
    made = Bench(qtbot)
    made.model.set_keys(KEYS)
    yield made
    made.model.close()
    assert made.runner.close(5000)


def test_who_closes_it_while_it_starts_leaves_no_thread(bench: Bench) -> None:
    """Whether it had begun to listen or not; nor does who closes it while it stops."""
    before = set(threading.enumerate())
    bench.model.start()
    bench.model.close()
    other = Bench(bench._qtbot).listen()
    other.model.stop()
    other.model.close()
    assert bench.runner.close(5000)
    assert other.runner.close(5000)
    assert [one.name for one in threading.enumerate() if one not in before and one.name == "notify"] == []


def test_it_starts_and_stops_in_the_background(bench: Bench) -> None:
    """An address while it listens; none before and after, and nobody answers there any more."""
    assert bench.model.url == ""
    bench.listen()
    url = bench.model.url
    bench.model.stop()
    assert bench.model.url == ""
    bench.until(lambda: not bench.runner.busy)
    assert post(url, BODY) is None


def test_that_it_starts_is_said_and_that_it_listens_too(bench: Bench) -> None:
    """Once, however often it is asked to."""
    told: list[tuple[bool, bool]] = []
    bench.model.changed.connect(lambda state: told.append((state.is_starting, bool(state.url))))
    bench.model.start()
    bench.model.start()
    bench.until(lambda: bool(bench.model.url))
    bench.model.start()
    assert told == [(True, False), (False, True)]
    bench.until(lambda: not bench.runner.busy)


def came(number: int, body: bytes = b"{}") -> Received:
    """A message that is answered."""
    return Received(number, 1000.0 + number, AnswerMode.SUCCESS, "POST", "/", (), body, Acknowledged.SENT, 200)


def test_as_many_are_kept_as_the_listener_keeps(bench: Bench) -> None:
    """The oldest go first."""
    for number in range(KEPT):
        bench.model._arrived.emit(came(number))
    assert (len(bench.model.notices), bench.model.notices[-1].id) == (KEPT, 0)
    bench.model._arrived.emit(came(KEPT))
    assert (len(bench.model.notices), bench.model.notices[-1].id) == (KEPT, 1)


def test_at_most_two_hundred_deliveries_are_looked_at(bench: Bench) -> None:
    """The newest."""
    bench.model.set_deliveries(tuple(delivery(number, b"{}", "x") for number in range(201)))
    assert len(bench.model.notices) == 200
    assert {one.delivery.id for one in bench.model.notices if one.delivery} == set(range(200))


def test_stopped_while_starting_it_does_not_listen(bench: Bench) -> None:
    """The listener that comes too late is closed."""
    bench.model.start()
    bench.model.stop()
    bench.until(lambda: not bench.runner.busy)
    assert bench.model.url == ""


def test_a_port_in_use_becomes_a_sentence(bench: Bench) -> None:
    """The state says why nothing listens."""
    with Listener() as other:
        bench.model.start(int(other.url.rsplit(":", 1)[1].partition("/")[0]))
        bench.until(lambda: bench.model.state.failure is not None)
    assert "is taken by another program" in str(bench.model.state.failure)
    assert not bench.model.state.is_starting


def test_a_valid_payment_is_news_with_its_fields(bench: Bench) -> None:
    """The orders table learns of it at once, and the list shows it as valid."""
    bench.listen().post()
    (notice,) = bench.model.notices
    assert notice.check is not None
    assert notice.check.is_valid
    assert bench.news == [MEMBERS]
    assert bench.received == [notice.id]
    assert notice.received is not None
    assert notice.received.status == 200


def test_each_message_is_news_once(bench: Bench) -> None:
    """A repeated notification tells its news again, other keys and answers do not."""
    bench.listen().post()
    bench.post(REFUND, signed(REFUND))
    bench.model.set_keys(Keys(Credentials("B" * 32, KEY), {}))
    bench.until(bench.is_settled)
    assert [fields["notify_type"] for fields in bench.news] == ["payment", "refund"]


@pytest.mark.parametrize(
    ("body", "signature"),
    [
        (BODY.replace(b'"300"', b'"900"'), SIGNATURE),
        (json.dumps(MEMBERS, separators=(",", ":")).encode(), SIGNATURE),
        (BODY, signed(BODY, OTHER_KEY)),
        (BODY, ""),
        (b"hello", signed(b"hello")),
    ],
)
def test_what_is_not_a_valid_notification_is_no_news(bench: Bench, body: bytes, signature: str) -> None:
    """Forged, changed on the way, of another merchant, unsigned, or no notification at all."""
    bench.listen().post(body, signature)
    assert bench.news == []
    assert len(bench.model.notices) == 1


def test_why_it_is_not_valid_is_found_in_the_background(bench: Bench) -> None:
    """The other profile whose key fits is named."""
    bench.listen().post(BODY, signed(BODY, OTHER_KEY))
    check = bench.model.notices[0].check
    assert check is not None
    assert check.key_name == "Tea House"


def test_other_keys_verify_what_came_in_once_more(bench: Bench) -> None:
    """Choosing the right merchant afterwards makes it valid, and then it is news."""
    bench.listen().post(BODY, signed(BODY, OTHER_KEY))
    bench.model.set_keys(Keys(Credentials("A" * 32, OTHER_KEY), {}))
    bench.until(lambda: len(bench.news) == 1)
    check = bench.model.notices[0].check
    assert check is not None
    assert check.is_valid


@pytest.mark.parametrize(
    ("mode", "answered", "status"),
    [
        (AnswerMode.ERROR, Acknowledged.SENT, 500),
        (AnswerMode.WRONG_BODY, Acknowledged.SENT, 200),
        (AnswerMode.NOTHING, Acknowledged.WITHHELD, None),
    ],
)
def test_the_mode_chosen_is_how_it_answers(
    bench: Bench, mode: AnswerMode, answered: Acknowledged, status: int | None
) -> None:
    """Before or after the start; what was answered is in the list."""
    bench.model.choose_mode(mode)
    bench.listen().post()
    message = bench.model.notices[0].received
    assert message is not None
    assert (message.answered, message.status) == (answered, status)
    assert bench.model.mode is mode


def test_a_message_is_brought_together_with_its_delivery(bench: Bench) -> None:
    """By body and signature, so that its attempts are shown with it."""
    bench.listen().post()
    bench.model.set_deliveries((delivery(7, attempts=2),))
    (notice,) = bench.model.notices
    assert notice.delivery is not None
    assert notice.delivery.id == 7


def test_a_delivery_that_never_came_stands_in_the_list(bench: Bench) -> None:
    """With its verdict, apart from what came; one that was not tried yet does not."""
    bench.listen().post()
    elsewhere = delivery(8, REFUND, signed(REFUND))
    bench.model.set_deliveries((delivery(9, b"{}", "x", attempts=0), elsewhere, delivery(7)))
    came, lost = bench.model.notices
    assert (came.received is not None, lost.received) == (True, None)
    assert lost.delivery == elsewhere
    assert lost.check is not None
    assert lost.check.is_valid
    assert bench.news == [MEMBERS]


def test_what_is_cleared_stays_away(bench: Bench) -> None:
    """Also the deliveries the simulator still tells of; new ones come in as before."""
    bench.listen().post()
    bench.model.set_deliveries((delivery(7), delivery(8, REFUND, signed(REFUND))))
    bench.model.clear()
    assert bench.model.notices == ()
    bench.model.set_deliveries((delivery(7), delivery(8, REFUND, signed(REFUND))))
    assert bench.model.notices == ()
    bench.post()
    assert len(bench.model.notices) == 1


def test_what_was_cleared_can_be_taken_back(bench: Bench) -> None:
    """Behind what came in meanwhile, and as often as the simulator tells of it."""
    bench.listen().post()
    bench.model.set_deliveries((delivery(8, REFUND, signed(REFUND)),))
    before = bench.model.notices
    bench.model.clear()
    bench.post()
    bench.model._deletions.undo()
    assert len(bench.model.notices) == 3
    assert [one for one in bench.model.notices if one in before] == list(before)
    bench.model.set_deliveries((delivery(8, REFUND, signed(REFUND)),))
    assert len(bench.model.notices) == 3


def test_the_newest_stand_first(bench: Bench) -> None:
    """As they came."""
    bench.listen().post()
    bench.post(REFUND, signed(REFUND))
    assert [one.explained.notify_type for one in bench.model.notices] == ["refund", "payment"]


def test_closing_ends_it_in_bounded_time_and_tells_nothing_more(bench: Bench) -> None:
    """Though a slow answer is under way."""
    bench.model.choose_mode(AnswerMode.SLOW)
    bench.listen()
    sender = threading.Thread(target=post, args=(bench.model.url, BODY))
    sender.start()
    bench.until(lambda: len(bench.model.notices) == 1)
    bench.model.close()
    sender.join(5)
    assert not sender.is_alive()


def test_no_key_and_no_value_shows_in_a_repr(bench: Bench) -> None:
    """Neither of the notice nor of the state."""
    bench.listen().post()
    shown = repr(bench.model.state)
    for secret in (KEY, OTHER_KEY, SIGNATURE, MEMBERS["cardcd"], MEMBERS["syssn"]):
        assert secret not in shown
