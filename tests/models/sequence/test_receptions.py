"""Which notifications somebody else has sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from qfpay_gui.models.sequence.receptions import Receptions
from qfpay_gui.services.notifications.received import Acknowledged, AnswerMode, Received

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class Heard:
    """What is told as somebody else's."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.receptions = Receptions()
        self.told: list[bytes] = []
        self.receptions.unexplained.connect(lambda one: self.told.append(one.body))

    def take(self, body: bytes, number: int = 1, at: float = 1.0, answered: Acknowledged = Acknowledged.SENT) -> None:
        """A notification came in."""
        self.receptions.take(Received(number, at, AnswerMode.SUCCESS, "POST", "/", (), body, answered))

    def wait(self) -> list[bytes]:
        """Once the moment of grace is over."""
        self.qtbot.waitUntil(lambda: not self.receptions._grace.isActive())
        return self.told


@pytest.fixture
def heard(qtbot: QtBot) -> Heard:
    """Nothing yet."""
    return Heard(qtbot)


def sent(body: str) -> str:
    """As the simulator tells what it has sent."""
    return f"POST /notify HTTP/1.1\r\nHost: x\r\n\r\n{body}"


def test_each_sending_explains_one_reception_whichever_comes_first(heard: Heard) -> None:
    """The third of the same body is somebody else's."""
    heard.receptions.note_sent(sent("a\r\nb"))
    heard.take(b"a\r\nb", 1)
    heard.take(b"a\nb", 2)
    heard.receptions.note_sent(sent("a\nb"))
    heard.take(b"a\nb", 3)
    heard.take(b"c", 4)
    assert not list(heard.told)
    assert heard.wait() == [b"a\nb", b"c"]


def test_two_sendings_explain_two_receptions(heard: Heard) -> None:
    """Both came first."""
    for _ in range(2):
        heard.receptions.note_sent(sent("a"))
    for number in (1, 2, 3):
        heard.take(b"a", number)
    assert heard.wait() == [b"a"]


def test_a_reception_is_taken_down_once_it_was_answered(heard: Heard) -> None:
    """And once only; a listener that was started anew counts anew."""
    heard.take(b"a", answered=Acknowledged.PENDING)
    assert not heard.receptions._grace.isActive()
    heard.take(b"a")
    heard.take(b"a")
    heard.take(b"a", at=2.0)
    assert heard.wait() == [b"a", b"a"]
    heard.take(b"b", 2, answered=Acknowledged.WITHHELD)
    assert heard.wait() == [b"a", b"a", b"b"]
