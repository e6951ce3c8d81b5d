"""The sheet and the sequence over a running simulator and real HTTP."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from qfpay_gui.models.sending.send_model import Answered, SendModel
from qfpay_gui.models.sequence.sequence_model import SequenceModel
from qfpay_gui.models.sheet.sheet_model import SheetModel
from qfpay_gui.models.sheet.state import SheetOpen, SheetState
from qfpay_gui.models.simulator_model import SimulatorModel
from qfpay_gui.models.tasks import TaskRunner
from qfpay_gui.qfpay.environments import SIMULATOR, Environment
from qfpay_gui.qfpay.request.draft import Draft, Entry, example_draft, freshened
from qfpay_gui.qfpay.request.prepared import PreparedRequest, prepare
from qfpay_gui.services.client import QFPayClient
from qfpay_gui.services.clock import SystemClock

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from qfpay_gui.models.sending.answer import Answer
    from qfpay_gui.qfpay.sequence.messages import Message, Sequence

PATIENCE_MS = 10_000


@dataclass
class WechatDesk:
    """Everything a simulated payment passes through, from Send to the errMsg."""

    qtbot: QtBot
    runner: TaskRunner = field(default_factory=lambda: TaskRunner(2))
    clock: SystemClock = field(default_factory=SystemClock)

    def __post_init__(self) -> None:
        """Put the models together as the program does."""
        self.simulator = SimulatorModel(self.runner)
        self.sending = SendModel(self.runner, QFPayClient, self.clock)
        self.sheet = SheetModel(self.simulator, self.sending)
        self.sequence = SequenceModel(self.sending, self.simulator, self.sheet, self.clock)
        self.heard: list[SheetState] = []
        self.sheet.changed.connect(self.heard.append)

    def open(self) -> WechatDesk:
        """Start the simulator."""
        self.simulator.start()
        self.wait(lambda: bool(self.simulator.base_url))
        return self

    def close(self) -> bool:
        """Stop everything; whether it ended in time."""
        self.simulator.stop()
        return self.runner.close(5000)

    @property
    def environment(self) -> Environment:
        """The simulator as an environment."""
        return replace(SIMULATOR, base_url=self.simulator.base_url)

    @property
    def order(self) -> Sequence:
        """The order that is looked at."""
        assert self.sequence.state.current is not None
        return self.sequence.state.current

    @property
    def labels(self) -> list[str]:
        """What stands above the arrows of the order that is looked at."""
        return [str(message.label) for message in self.order.messages]

    def message(self, label: str) -> Message:
        """The last message with these words in its label."""
        return next(one for one in reversed(self.order.messages) if label in str(one.label))

    def payment(self, **values: str) -> PreparedRequest:
        """A new payment with these values."""
        draft = freshened(example_draft(), self.clock.now(), self.clock.token())
        for name, value in values.items():
            draft = draft.edit(name, value=value, fresh=False)
        return self._prepared(draft)

    def call(self, endpoint: str, **values: str) -> PreparedRequest:
        """A request to another endpoint, with these values and the present time."""
        if endpoint != "query":
            values = {"txdtm": f"{self.clock.now():%Y-%m-%d %H:%M:%S}", **values}
        return self._prepared(Draft(tuple(Entry(name, value) for name, value in values.items()), endpoint))

    def send(self, request: PreparedRequest) -> Answer:
        """Send it and wait for its answer."""
        assert self.sending.send(request, self.simulator.profile.credentials)
        self.wait(lambda: not self.sending.is_sending)
        assert isinstance(self.sending.state, Answered)
        return self.sending.state.answer

    def ask(self, **values: str) -> Answer:
        """Send a payment and wait for its sheet."""
        answer = self.send(self.payment(**values))
        self.wait(lambda: isinstance(self.sheet.state, SheetOpen))
        return answer

    def ask_again(self) -> str:
        """Send another payment and wait for its sheet; its order number."""
        request = self.payment()
        self.send(request)
        number = request.value("out_trade_no")
        self.wait(lambda: isinstance(self.sheet.state, SheetOpen) and self.sheet.state.sheet.out_trade_no == number)
        return number

    def wait(self, until: Callable[[], bool]) -> None:
        """Let events happen until this holds."""
        self.qtbot.waitUntil(until, timeout=PATIENCE_MS)

    def _prepared(self, draft: Draft) -> PreparedRequest:
        return prepare(draft, self.simulator.profile.credentials, self.environment, now=self.clock.now())
