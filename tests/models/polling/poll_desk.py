"""A poll model over a real send model, a client that answers at once, a clock and an alarm that are moved by hand."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from qfpay_gui.models.polling.poll_model import PollModel
from qfpay_gui.models.polling.state import PollState, Waiting
from qfpay_gui.models.sending.send_model import SendModel
from qfpay_gui.models.tasks import TaskRunner
from qfpay_gui.qfpay.credentials import Credentials
from qfpay_gui.qfpay.environments import SIMULATOR
from qfpay_gui.qfpay.reply.exchange import Exchange, HttpReply, TransportFailure
from qfpay_gui.qfpay.request.draft import example_draft, freshened
from qfpay_gui.qfpay.request.prepared import PreparedRequest, prepare

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from qfpay_gui.qfpay.request.draft import Draft
    from qfpay_gui.services.http.cancellation import Cancellation

START = datetime(2026, 11, 23, 3, 40, 2, tzinfo=UTC)
CREDENTIALS = Credentials("A1B2C3D4E5F60718293A4B5C6D7E8F90", "5A3C9E0F7B1D2846AC0E5F9B7D3182C4")
SIMULATED = replace(SIMULATOR, base_url="http://127.0.0.1:51234")
SYSSN = "20261123000200020000000001"
ORDER_NO = "QA20261123114002K7QZP"
OPEN = {"syssn": SYSSN, "out_trade_no": ORDER_NO, "respcd": "1143", "order_type": "payment", "cancel": "0"}
PAID = {**OPEN, "respcd": "0000"}
CREATED: dict[str, Any] = {"respcd": "0000", "syssn": SYSSN, "pay_params": {"package": "prepay_id=wx1"}}

Outcome = HttpReply | TransportFailure


def answer(*, status: int = 200, headers: tuple[tuple[str, str], ...] = (), **members: Any) -> HttpReply:
    """A reply with these members."""
    return HttpReply(status, "OK", (("Content-Type", "application/json"), *headers), json.dumps(members).encode())


def found(*rows: dict[str, str]) -> HttpReply:
    """The reply to a query that found these records."""
    return answer(respcd="0000", data=list(rows))


def request(endpoint: str = "payment", **values: str) -> PreparedRequest:
    """A request of this endpoint."""
    draft = freshened(example_draft(endpoint), START, "K7QZP")
    for name, value in values.items():
        draft = draft.edit(name, value=value, fresh=False)
    return prepare(draft, CREDENTIALS, SIMULATED)


@dataclass
class Clock:
    """A clock that moves only when told."""

    moment: datetime = START

    def now(self) -> datetime:
        """This moment."""
        return self.moment

    def token(self) -> str:
        """Always the same."""
        return "K7QZP"


@dataclass
class HandAlarm:
    """Keeps what it was set to, and rings when told."""

    seconds: float | None = None
    ring: Callable[[], None] | None = None

    def set(self, seconds: float, ring: Callable[[], None]) -> None:
        """Remember it."""
        self.seconds, self.ring = seconds, ring

    def off(self) -> None:
        """Forget it."""
        self.seconds = self.ring = None


@dataclass
class ScriptedClient:
    """Gives one outcome after the other, the last one for ever."""

    outcomes: list[Outcome] = field(default_factory=list)
    sent: list[PreparedRequest] = field(default_factory=list)
    error: Exception | None = None

    def send(self, prepared: PreparedRequest, *, cancel: Cancellation | None = None) -> Exchange:  # noqa: ARG002 - answers at once
        """The next outcome."""
        self.sent.append(prepared)
        if self.error is not None:
            raise self.error
        return Exchange(prepared, self.outcomes.pop(0) if len(self.outcomes) > 1 else self.outcomes[0])


class PollDesk:
    """The model, what it stands on, and every state it announced."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self.clock = Clock()
        self.alarm = HandAlarm()
        self.client = ScriptedClient()
        self.runner = TaskRunner(1)
        self.send_model = SendModel(self.runner, lambda _url, _credentials: self.client, self.clock)
        self.may_send = True
        self.model = PollModel(self.send_draft, self.send_model, self.clock, alarm=self.alarm)
        self.heard: list[PollState] = []
        self.model.changed.connect(self.heard.append)

    def send_draft(self, draft: Draft) -> bool:
        """Send this draft's request the way the window does."""
        return self.may_send and self.send_model.send(prepare(draft, CREDENTIALS, SIMULATED), CREDENTIALS)

    def exchange(self, sent: PreparedRequest, outcome: Outcome) -> None:
        """A person sends this, and gets this."""
        self.client.outcomes = [outcome]
        assert self.send_model.send(sent, CREDENTIALS)
        self.settle()

    def create(self) -> None:
        """A payment is created: nobody has paid."""
        self.exchange(request(), answer(**CREATED))

    def answers(self, *outcomes: Outcome) -> None:
        """The next queries get these, the last one again and again."""
        self.client.outcomes = list(outcomes)

    def settle(self) -> None:
        """Wait until nothing is on its way."""
        self._qtbot.waitUntil(lambda: not self.send_model.is_sending and not self.runner.busy, timeout=10_000)

    def ring(self) -> float:
        """Let the pause pass, and the query it ends come back; the seconds the pause took."""
        assert isinstance(self.model.state, Waiting)
        seconds, ring = self.alarm.seconds, self.alarm.ring
        assert seconds is not None
        assert ring is not None
        self.clock.moment += timedelta(seconds=seconds)
        ring()
        self.settle()
        return seconds

    @property
    def queries(self) -> list[PreparedRequest]:
        """The queries that were sent."""
        return [one for one in self.client.sent if one.endpoint == "query"]
