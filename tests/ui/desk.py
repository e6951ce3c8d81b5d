"""The whole program over a simulator that counts, a network that never leaves this process, and a folder of its own."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from qfpay_gui.models.outside import Outside
from qfpay_gui.models.sending.send_model import Answered
from qfpay_gui.models.tasks import TaskRunner
from qfpay_gui.qfpay.reply.exchange import Exchange, HttpReply
from qfpay_gui.services.client import QFPayClient
from qfpay_gui.services.clock import SystemClock
from qfpay_gui.services.keychain.secret_store import SessionStore
from qfpay_gui.services.simulator import Simulator
from qfpay_gui.shell import Shell
from tests.ui.person import Person, come_to

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from qfpay_gui.models.sending.answer import Answer
    from qfpay_gui.models.workbench import Workbench
    from qfpay_gui.qfpay.credentials import Credentials
    from qfpay_gui.qfpay.request.prepared import PreparedRequest
    from qfpay_gui.services.clock import Clock
    from qfpay_gui.services.faults.faults import Faults
    from qfpay_gui.services.http.cancellation import Cancellation
    from qfpay_gui.services.keychain.secret_store import SecretStore
    from qfpay_gui.services.simulator.answers import HttpAnswer
    from qfpay_gui.services.simulator.wire import Request
    from qfpay_gui.ui.window.main_window import MainWindow

PATIENCE_MS = 15_000


class CountingSimulator(Simulator):
    """The simulator itself, which also keeps every request it was sent."""

    def __init__(self) -> None:
        super().__init__()
        self.requests: list[Request] = []

    def respond(self, request: Request) -> HttpAnswer:
        """The answer, once the request is kept."""
        self.requests.append(request)
        return super().respond(request)


@dataclass(frozen=True)
class FarClient:
    """Stands for a host that is not this machine: takes down what it is given, and answers a refusal."""

    base_url: str
    sent: list[PreparedRequest]

    def send(self, prepared: PreparedRequest, *, cancel: Cancellation | None = None) -> Exchange:  # noqa: ARG002 - answers at once
        """Nothing leaves this process."""
        self.sent.append(prepared)
        body = json.dumps({"respcd": "1108", "resperr": "signature error"}).encode()
        return Exchange(prepared, HttpReply(200, "OK", (("Content-Type", "application/json"),), body))


@dataclass
class Network:
    """Real HTTP to this machine, and a note of what would have gone anywhere else."""

    sent_far: list[PreparedRequest] = field(default_factory=list)
    ca_files: list[str] = field(default_factory=list)

    def client(self, base_url: str, credentials: Credentials, ca_file: str) -> QFPayClient | FarClient:
        """A client for this base URL."""
        self.ca_files.append(ca_file)
        if base_url.startswith("http://127.0.0.1:"):
            return QFPayClient(base_url, credentials, ca_file=ca_file)
        return FarClient(base_url, self.sent_far)


class Desk:
    """A started program and the person before it."""

    def __init__(
        self,
        qtbot: QtBot,
        folder: Path,
        *,
        store: SecretStore | None = None,
        clock: Clock | None = None,
        faults: Faults | None = None,
    ) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self._qtbot = qtbot
        self.network = Network()
        self.settings_path = folder / "settings.json"
        self.outside = Outside(
            clock=clock or SystemClock(),
            runner=TaskRunner(2),
            keychain_runner=TaskRunner(1),
            store=store or SessionStore(),
            make_client=self.network.client,
            settings_path=self.settings_path,
            faults=faults,
        )
        self.shell = Shell(application, self.outside, folder / "window.ini")
        self.person = Person(lambda: self.shell.window)
        self.is_open = False

    def open(self, path: str = "") -> Desk:
        """Show the window, with this file where one is named, and wait until the simulator listens."""
        self.shell.open(path)
        self.is_open = True
        come_to(self.window)
        self.wait(lambda: bool(self.bench.simulator.base_url))
        return self

    @property
    def window(self) -> MainWindow:
        """The window as it is now."""
        return self.shell.window

    @property
    def bench(self) -> Workbench:
        """The models behind the window."""
        return self.shell.workbench

    @property
    def simulator(self) -> CountingSimulator:
        """The running simulator."""
        simulator = self.bench.simulator._simulator
        assert isinstance(simulator, CountingSimulator)
        return simulator

    @property
    def answer(self) -> Answer:
        """The answer the window shows."""
        state = self.bench.send_model.state
        assert isinstance(state, Answered)
        return state.answer

    def value(self, name: str) -> str:
        """The value in the draft."""
        return self.bench.draft.draft.value(name)

    def wait(self, condition: Callable[[], bool]) -> None:
        """Handle events until the condition holds."""
        self._qtbot.waitUntil(condition, timeout=PATIENCE_MS)

    def wait_for_answer(self) -> Answer:
        """Handle events until the request under way has ended."""
        self.wait(lambda: not self.bench.send_model.is_sending)
        return self.answer

    def close(self) -> bool:
        """Close the window and everything behind it; whether all background work ended."""
        self.person.leave()
        if not self.is_open:
            return True
        self.is_open = False
        self.window.close()
        ended = self.shell.close()
        self.window.deleteLater()
        self.shell.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        return ended
