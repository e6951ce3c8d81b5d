from __future__ import annotations

import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from qfpay_gui.models.sending.send_model import Answered, Broken, Idle, Sending, SendModel, SendState
from qfpay_gui.models.tasks import TaskRunner
from qfpay_gui.qfpay.credentials import Credentials
from qfpay_gui.qfpay.environments import SIMULATOR
from qfpay_gui.qfpay.reply.exchange import Exchange, HttpReply, Layer, TransportFailure
from qfpay_gui.qfpay.request.draft import example_draft, freshened
from qfpay_gui.qfpay.request.prepared import PreparedRequest, prepare
from tests.models.fixed_clock import FixedClock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from qfpay_gui.services.http.cancellation import Cancellation

KEY = "0123456789ABCDEF0123456789ABCDEF"
CREDENTIALS = Credentials("A1B2", KEY)
REFUSED = HttpReply(200, "OK", (("Content-Type", "application/json"),), b'{"respcd": "1108", "resperr": "no"}')


@dataclass
class SlowClient:
    """Answers when it is let go, or says that it was called off."""

    may_answer: threading.Event = field(default_factory=threading.Event)
    sent: list[PreparedRequest] = field(default_factory=list)
    error: Exception | None = None

    def send(self, prepared: PreparedRequest, *, cancel: Cancellation | None = None) -> Exchange:
        """One exchange."""
        assert cancel is not None
        self.sent.append(prepared)
        cancel.on_cancel(self.may_answer.set)
        self.may_answer.wait(10)
        if self.error is not None:
            raise self.error
        lost = TransportFailure(Layer.CANCELLED, may_have_arrived=True)
        return Exchange(prepared, lost if cancel.cancelled else REFUSED)


@dataclass
class Desk:
    """A model, its client, and every state it announced."""

    model: SendModel
    client: SlowClient
    made_for: list[tuple[str, Credentials]]
    heard: list[SendState]


@pytest.fixture
def request_() -> PreparedRequest:
    """The example payment."""
    clock = FixedClock()
    return prepare(freshened(example_draft(), clock.now(), clock.token()), CREDENTIALS, SIMULATOR, now=clock.now())


@pytest.fixture
def desk(qapp: object) -> Iterator[Desk]:  # noqa: ARG001 - signals need an application
    """A model that has sent nothing."""
    client, runner = SlowClient(), TaskRunner(2)
    made_for: list[tuple[str, Credentials]] = []

    def make_client(base_url: str, credentials: Credentials) -> SlowClient:
        made_for.append((base_url, credentials))
        return client

    model = SendModel(runner, make_client, FixedClock())
    heard: list[SendState] = []
    model.changed.connect(heard.append)
    yield Desk(model, client, made_for, heard)
    client.may_answer.set()
    assert runner.close(5000)


def test_before_the_first_send_nothing_is_under_way(desk: Desk) -> None:
    """A new model is idle, and there is nothing to call off."""
    desk.model.cancel()
    assert desk.model.state == Idle()
    assert desk.heard == []


def test_the_very_object_that_was_shown_is_sent(desk: Desk, request_: PreparedRequest, qtbot: QtBot) -> None:
    """No copy, no second preparation: what the client gets is what the window had."""
    assert desk.model.send(request_, CREDENTIALS)
    desk.client.may_answer.set()
    qtbot.waitUntil(lambda: not desk.model.is_sending)
    assert len(desk.client.sent) == 1
    assert desk.client.sent[0] is request_
    assert desk.made_for == [(request_.environment.base_url, CREDENTIALS)]


def test_a_second_send_is_refused_while_the_first_is_under_way(
    desk: Desk, request_: PreparedRequest, qtbot: QtBot
) -> None:
    """Two presses are one payment."""
    assert desk.model.send(request_, CREDENTIALS)
    assert not desk.model.send(request_, CREDENTIALS)
    desk.client.may_answer.set()
    qtbot.waitUntil(lambda: not desk.model.is_sending)
    assert len(desk.client.sent) == 1


def test_the_states_of_a_send_are_announced_in_turn(desk: Desk, request_: PreparedRequest, qtbot: QtBot) -> None:
    """First that it is on its way, then its answer, and nothing in between."""
    desk.model.send(request_, CREDENTIALS)
    desk.client.may_answer.set()
    qtbot.waitUntil(lambda: not desk.model.is_sending)
    assert [type(state) for state in desk.heard] == [Sending, Answered]
    answered = desk.heard[-1]
    assert isinstance(answered, Answered)
    assert answered.answer.reply is not None
    assert answered.answer.reply.respcd == "1108"


def test_cancelling_ends_the_waiting_and_says_that_it_was_called_off(
    desk: Desk, request_: PreparedRequest, qtbot: QtBot
) -> None:
    """The state says so at once; the answer names the layer, and that the request may have arrived."""
    desk.model.send(request_, CREDENTIALS)
    desk.model.cancel()
    assert desk.model.state == Sending(request_, cancelling=True)
    qtbot.waitUntil(lambda: not desk.model.is_sending)
    state = desk.model.state
    assert isinstance(state, Answered)
    assert state.answer.exchange.outcome == TransportFailure(Layer.CANCELLED, may_have_arrived=True)


def test_after_an_end_the_next_send_is_taken(desk: Desk, request_: PreparedRequest, qtbot: QtBot) -> None:
    """An answer makes room for the next request."""
    desk.client.may_answer.set()
    for count in (1, 2):
        assert desk.model.send(request_, CREDENTIALS)
        qtbot.waitUntil(lambda: not desk.model.is_sending)
        assert len(desk.client.sent) == count


def test_a_fault_of_this_program_is_a_state_without_any_value(
    desk: Desk, request_: PreparedRequest, qtbot: QtBot
) -> None:
    """The words of the exception, which might quote a value, are not passed on; its name is."""
    desk.client.error = RuntimeError(KEY)
    desk.client.may_answer.set()
    desk.model.send(request_, CREDENTIALS)
    qtbot.waitUntil(lambda: not desk.model.is_sending)
    assert desk.model.state == Broken(request_, "RuntimeError")
    assert KEY not in repr(desk.model.state)


def test_what_has_ended_cannot_be_called_off(desk: Desk, request_: PreparedRequest, qtbot: QtBot) -> None:
    """Its answer stays, and nothing more is announced."""
    desk.client.may_answer.set()
    desk.model.send(request_, CREDENTIALS)
    qtbot.waitUntil(lambda: not desk.model.is_sending)
    answered = desk.model.state
    desk.model.cancel()
    assert desk.model.state is answered
    assert len(desk.heard) == 2


def test_who_pressed_send_is_told_from_what_goes_by_itself(desk: Desk, request_: PreparedRequest, qtbot: QtBot) -> None:
    """A person did, unless it is said."""
    desk.client.may_answer.set()
    desk.model.send(request_, CREDENTIALS)
    qtbot.waitUntil(lambda: not desk.model.is_sending)
    desk.model.send(request_, CREDENTIALS, by_itself=True)
    qtbot.waitUntil(lambda: not desk.model.is_sending)
    assert [one.by_itself for one in desk.heard if isinstance(one, Sending)] == [False, True]
