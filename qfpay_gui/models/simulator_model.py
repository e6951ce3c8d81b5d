"""The simulator's life beside the window: started after the first paint, stopped with the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from qfpay_gui.models.tasks import Done, Raised, Result, TaskRunner
from qfpay_gui.qfpay.credentials import Credentials, Profile
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from qfpay_gui.services.simulator.server import Simulator

DEMO_NAME = "Demo merchant"


def _started() -> Simulator:
    """Import late: the HTTP server's modules are not needed for the first paint."""
    from qfpay_gui.services.simulator import Simulator  # noqa: PLC0415 - see the docstring

    simulator = Simulator()
    simulator.start()
    return simulator


class SimulatorModel(QObject):
    """Knows where the simulator listens and which answer it is told to give."""

    changed = Signal()

    def __init__(self, runner: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._simulator: Simulator | None = None
        self.failure: Text | None = None
        self.outcome_id = "normal"

    @property
    def base_url(self) -> str:
        """Where it listens; "" while it does not run."""
        return self._simulator.base_url if self._simulator else ""

    @property
    def profile(self) -> Profile:
        """The made-up merchant the simulator knows, with its keys once it runs."""
        credentials = self._simulator.credentials if self._simulator else Credentials()
        return Profile(DEMO_NAME, "simulator", credentials)

    def start(self) -> None:
        """Start it in the background; ``changed`` follows."""
        self._runner.run(_started, self._on_started)

    def stop(self) -> None:
        """Stop listening and drop its orders."""
        if self._simulator:
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

    def _on_started(self, result: Result[Simulator]) -> None:
        match result:
            case Done(simulator):
                self._simulator = simulator
                self.failure = None
            case Raised(error):
                self.failure = text("Simulator", "The simulator could not start: {reason}").fill(reason=error)
        self.changed.emit()
