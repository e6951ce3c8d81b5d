from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from qfpay_gui.models.orders.one_by_one import OneByOne
from qfpay_gui.models.sending.send_model import SendModel
from qfpay_gui.models.tasks import TaskRunner
from qfpay_gui.qfpay.request.draft import Draft, example_draft
from tests.ui.reply.answers import CREDENTIALS, Clock, HeldClient, request, success

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


class Line:
    """Drafts that are sent one after the other over a client that answers when it is told."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.runner = TaskRunner(1)
        self.client = HeldClient(success())
        self.sending = SendModel(self.runner, lambda _url, _credentials: self.client, Clock())
        self.sent: list[Draft] = []
        self.ended: list[object] = []
        self.line = OneByOne(self.send, self.sending)
        self.line.ended.connect(self.ended.append)

    def send(self, draft: Draft) -> bool:
        """As the workbench: not while something is on its way."""
        self.sent.append(draft)
        return self.sending.send(request(), CREDENTIALS, by_itself=True)

    def settle(self) -> None:
        """Until nothing is on its way and no timer is due."""
        self.qtbot.waitUntil(lambda: not self.sending.is_sending and not self.line._next.isActive())


@pytest.fixture
def line(qtbot: QtBot) -> Iterator[Line]:
    """Nothing is on its way."""
    made = Line(qtbot)
    yield made
    made.client.released.set()
    made.settle()
    assert made.runner.close(5000)


def test_a_draft_waits_for_what_is_on_its_way(line: Line) -> None:
    """It is sent once, after the other has ended, and nothing is told meanwhile."""
    assert line.sending.send(request(), CREDENTIALS)
    line.line.submit(example_draft())
    line.qtbot.wait(0)
    line.line._on_next()
    assert (line.sent, line.ended) == ([], [])
    line.client.released.set()
    line.qtbot.waitUntil(lambda: len(line.ended) == 1)
    assert len(line.sent) == 1


def test_what_is_withdrawn_is_not_sent(line: Line) -> None:
    """Whether there was something, is told."""
    assert line.sending.send(request(), CREDENTIALS)
    line.line.submit(example_draft())
    assert (line.line.withdraw(), line.line.withdraw()) == (True, False)
    line.client.released.set()
    line.settle()
    line.line._on_next()
    assert (line.sent, line.ended) == ([], [])
