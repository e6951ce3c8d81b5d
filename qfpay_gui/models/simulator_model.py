"""The simulator's life beside the window: started after the first paint, stopped with the program."""

from __future__ import annotations

from functools import partial
from math import isfinite
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from qfpay_gui.models.tasks import Done, Raised, Result, TaskRunner
from qfpay_gui.qfpay.credentials import Credentials, Profile
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from qfpay_gui.services.simulator import Delivery, Sheet, Simulator, WxResult

DEMO_NAME = "Demo merchant"

T = TypeVar("T")


class NotRunningError(RuntimeError):
    """The simulator does not run, so its customer can do nothing."""


def _started() -> Simulator:
    """Import late: the HTTP server's modules are not needed for the first paint."""
    from qfpay_gui.services.simulator import Simulator  # noqa: PLC0415 - see the docstring

    simulator = Simulator()
    simulator.start()
    return simulator


class SimulatorModel(QObject):
    """Knows where the simulator listens, which answer it is told to give, and what happens inside it.

    ``happened`` carries each of its events, in their order, and ``overheard`` each exchange with a program (an
    ``Overheard``), on the thread this object lives on.
    """

    changed = Signal()
    happened = Signal(object)
    overheard = Signal(object)
    _heard = Signal(object)
    _exchanged = Signal(object)

    def __init__(self, runner: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._simulator: Simulator | None = None
        self._notify_url, self._time_lapse = "", 1.0
        self.failure: Text | None = None
        self._merchant_of: Callable[[str], Credentials | None] = lambda _app_code: None
        self.outcome_id = "normal"
        self._heard.connect(self.happened, Qt.ConnectionType.QueuedConnection)
        self._exchanged.connect(self.overheard, Qt.ConnectionType.QueuedConnection)

    @property
    def base_url(self) -> str:
        """Where it listens; "" while it does not run."""
        return self._simulator.base_url if self._simulator else ""

    @property
    def running(self) -> Simulator | None:
        """The simulator itself, once it runs."""
        return self._simulator

    @property
    def profile(self) -> Profile:
        """The made-up merchant the simulator knows, with its keys once it runs."""
        credentials = self._simulator.credentials if self._simulator else Credentials()
        return Profile(DEMO_NAME, "simulator", credentials)

    def start(self) -> None:
        """Start it in the background; ``changed`` follows."""
        self._runner.run(_started, self._on_started)

    def serve(self, merchant_of: Callable[[str], Credentials | None]) -> None:
        """Know further merchants, who are looked for by their app_code on many threads."""
        self._merchant_of = merchant_of
        if self._simulator:
            self._simulator.merchant_of = merchant_of

    def stop(self) -> None:
        """Stop listening, tell nothing more, and drop its orders; takes seconds at the most."""
        if self._simulator:
            self._simulator.on_event = self._simulator.on_exchange = None
            self._simulator.stop()

    def outcomes(self) -> tuple[tuple[str, Text], ...]:
        """Every answer that can be chosen, with its words."""
        from qfpay_gui.services.simulator import OUTCOMES  # noqa: PLC0415 - heavy, and not needed at start

        return OUTCOMES

    def choose_outcome(self, spec: str) -> None:
        """Answer as told from now on, such as "normal", "respcd:1108" or "delay:5"; ValueError for an unknown one."""
        from qfpay_gui.services.simulator import parse_outcome  # noqa: PLC0415 - heavy, and not needed at start

        outcome = parse_outcome(spec)
        if self._simulator:
            self._simulator.outcome = outcome
            self.outcome_id = spec
            self.changed.emit()

    def request_payment(
        self, pay_params: Mapping[str, str], receiver: Callable[[Result[Sheet | WxResult]], None]
    ) -> None:
        """Ask what wx.requestPayment would show; the receiver gets the sheet or what the call fails with."""
        sent = dict(pay_params)
        self._ask(lambda simulator: simulator.request_payment(sent), receiver)

    def pay(self, prepay_id: str, receiver: Callable[[Result[WxResult]], None]) -> None:
        """The customer pays; the receiver gets what the call ends with."""
        self._ask(lambda simulator: simulator.pay(prepay_id), receiver)

    def cancel(self, prepay_id: str, receiver: Callable[[Result[WxResult]], None]) -> None:
        """The customer closes the sheet; the receiver gets what the call ends with."""
        self._ask(lambda simulator: simulator.cancel(prepay_id), receiver)

    def fail(self, prepay_id: str, err_msg: str, receiver: Callable[[Result[WxResult]], None]) -> None:
        """The call fails with these words; the receiver gets what the call ends with."""
        self._ask(lambda simulator: simulator.fail(prepay_id, err_msg), receiver)

    def expire(self, out_trade_no: str) -> bool:
        """Let an open order's time run out now; whether there was one."""
        return self._simulator is not None and self._simulator.expire(out_trade_no)

    def deliveries(self) -> tuple[Delivery, ...]:
        """Every notification there was to deliver, newest first."""
        return self._simulator.deliveries() if self._simulator else ()

    def retry_now(self, delivery_id: int) -> bool:
        """Make the next attempt now; False where none can follow or one is under way."""
        return self._simulator is not None and self._simulator.retry_now(delivery_id)

    @property
    def notify_url(self) -> str:
        """The address on file, for payments without a notify_url; "" for none."""
        return self._notify_url

    def set_notify_url(self, url: str) -> None:
        """Put another address on file; it may be set before the simulator runs."""
        self._notify_url = url
        if self._simulator:
            self._simulator.notify_url = url

    @property
    def time_lapse(self) -> float:
        """How many seconds of the retry schedule pass in one second."""
        return self._time_lapse

    def set_time_lapse(self, factor: float) -> None:
        """Let the retry schedule pass faster or slower; it may be set before the simulator runs.

        Raises ValueError for anything but a number above 0.
        """
        if not (isfinite(factor) and factor > 0):
            raise ValueError("The time lapse is a number above 0.")
        self._time_lapse = factor
        if self._simulator:
            self._simulator.time_lapse = factor

    def _ask(self, act: Callable[[Simulator], T], receiver: Callable[[Result[T]], None]) -> None:
        """Let the customer act in the background; the receiver gets NotRunningError where nothing runs."""
        self._runner.run(partial(_acted, self._simulator, act), receiver)

    def _on_started(self, result: Result[Simulator]) -> None:
        match result:
            case Done(simulator):
                simulator.notify_url, simulator.time_lapse = self._notify_url, self._time_lapse
                simulator.merchant_of = self._merchant_of
                simulator.on_event, simulator.on_exchange = self._heard.emit, self._exchanged.emit
                self._simulator = simulator
                self.failure = None
            case Raised(error):
                self.failure = text("Simulator", "The simulator could not start: {reason}").fill(reason=error)
        self.changed.emit()


def _acted(simulator: Simulator | None, act: Callable[[Simulator], T]) -> T:
    """What comes of an act; raises NotRunningError."""
    if simulator is None:
        raise NotRunningError
    return act(simulator)
