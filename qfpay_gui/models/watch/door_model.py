"""The door at which programs knock: where it is, and who answers there."""

from __future__ import annotations

import errno
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from qfpay_gui.models.tasks import Done, Raised, Result
from qfpay_gui.qfpay.environments import SIMULATOR, Environment, host_name, is_loopback
from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.handing_on import question, refusal_to_hand_on, told
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from collections.abc import Callable

    from qfpay_gui.models.simulator_model import SimulatorModel
    from qfpay_gui.models.tasks import TaskRunner
    from qfpay_gui.qfpay.request.guards import Question
    from qfpay_gui.services.proxy.door import Door
    from qfpay_gui.services.settings import Settings
    from qfpay_gui.services.simulator import Simulator

_ITSELF = text("Handing on", "Nothing is handed on: {host} is this address itself, and a request would go in circles.")
_TAKEN = text(
    "Handing on",
    "Programs find nobody: port {port} is taken by another program. Choose another one, or empty the field for any.",
)
_SHUT = text("Handing on", "Programs find nobody: port {port} cannot be opened ({reason}). Choose a higher one.")


PANEL = "watch"
"""The name under which the settings remember the port."""


class DoorModel(QObject):
    """Opens the door beside the simulator, at a port of the user's choice, and knows whom requests are handed on to.

    What this window sends never comes through here: it goes to the simulator's own port. Every start begins with
    the simulator answering; at a chosen port the door is open from then on, else once somebody looks.
    """

    changed = Signal()
    overheard = Signal(object)
    """Carries an Overheard of a request that was handed on, or refused before it was whole."""
    _exchanged = Signal(object)

    def __init__(self, runner: TaskRunner, simulator: SimulatorModel, settings: Callable[[], Settings]) -> None:
        super().__init__(simulator)
        self._runner, self._simulator, self._settings = runner, simulator, settings
        self._door: Door | None = None
        self._opener = _Opener()
        self._agreed: set[str] = set()
        self._opening = 0
        self.port = port_in(settings())
        self._is_wanted = self.port > 0
        self.target: Environment | None = None
        self.failure: Text | None = None
        self._exchanged.connect(self.overheard, Qt.ConnectionType.QueuedConnection)
        simulator.changed.connect(self._on_simulator)
        self._on_simulator()

    @property
    def base_url(self) -> str:
        """What a program is configured with: the path of whom it is handed on to included; "" where it is shut."""
        path = self.target.address.partition("/")[2] if self.target else ""
        return f"{self._door.base_url}/{path}".rstrip("/") if self._door else ""

    @property
    def told(self) -> tuple[Text, Severity]:
        """Who answers, or why nobody does, in words."""
        return (self.failure, Severity.WRONG) if self.failure else told(self.target)

    def open(self) -> None:
        """Have the door open from now on, once the simulator runs."""
        self._is_wanted = True
        if self._door is None:
            self._restart()

    def choose_port(self, port: int) -> None:
        """Open it at this port instead; 0 takes any free one."""
        if port != self.port or self.failure:
            self.port = port
            self._restart()

    def asks(self, target: Environment) -> Question | None:
        """What a person has to agree to before requests go there; None where that was done in this session."""
        return None if target.base_url in self._agreed else question(target)

    def refuses(self, target: Environment) -> Text | None:
        """Why nothing is handed on there, or None."""
        if self._door is not None and _is_same(self._door.base_url, target.base_url):
            return _ITSELF.fill(host=target.host)
        return refusal_to_hand_on(target)

    def hand_on(self, target: Environment | None) -> None:
        """Hand every further request on to there, to which a person agreed; None lets the simulator answer."""
        if target is not None and (target.id == SIMULATOR.id or self.refuses(target)):
            target = None
        if target is not None:
            self._agreed.add(target.base_url)
        self.target = target
        self._aim()
        self.changed.emit()

    def stop(self) -> None:
        """Shut it; what is on its way is waited for no longer."""
        self._is_wanted = False
        self._opener.close()
        self._door = None

    def _restart(self) -> None:
        running = self._simulator.running
        if running is not None and self._is_wanted and not self._opening:
            task = partial(self._opener.opened, running, self.port)
            self._opening = self._runner.run(task, partial(self._on_opened, self.port))

    def _aim(self) -> None:
        """Have the door know whom to hand on to."""
        if self._door is None:
            return
        from qfpay_gui.services.http.terms import Terms  # noqa: PLC0415 - not needed at start
        from qfpay_gui.services.proxy.door import Target  # noqa: PLC0415
        from qfpay_gui.services.proxy.passing import KEPT  # noqa: PLC0415

        def terms() -> Terms:
            return Terms(ca_file=self._settings().ca_file, body_limit=KEPT)

        self._door.target = Target(self.target.base_url, terms) if self.target else None

    def _on_simulator(self) -> None:
        if self._door is None:
            self._restart()

    def _on_opened(self, port: int, result: Result[Door]) -> None:
        self._opening = 0
        match result:
            case Done(door):
                self._door, self.failure = door, None
                door.on_exchange = door.on_refused = self._exchanged.emit
                self._aim()
            case Raised(error):
                self._door = None
                self.failure = _why(error, port)
        if port != self.port:
            self._restart()
        self.changed.emit()


class _Opener:
    """Opens one door after the other, on other threads, and leaves none open behind."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._door: Door | None = None
        self._is_over = False

    def opened(self, simulator: Simulator, port: int) -> Door:
        """A door at this port, in the place of the former one."""
        from qfpay_gui.services.proxy.door import Door  # noqa: PLC0415 - a server's modules are not needed at start

        with self._lock:
            if self._door is not None:
                self._door.stop()
            self._door = door = Door(simulator.respond, port=port)
            if not self._is_over:
                door.start()
            return door

    def close(self) -> None:
        """Shut what is open, and open nothing more."""
        with self._lock:
            self._is_over = True
            if self._door is not None:
                self._door.on_exchange = self._door.on_refused = None
                self._door.stop()


def _why(error: Exception, port: int) -> Text:
    """Why there is no door; of what the system says, its own words."""
    if isinstance(error, OSError) and error.errno == errno.EADDRINUSE:
        return _TAKEN.fill(port=port)
    cause = error.__cause__
    return _SHUT.fill(port=port, reason=getattr(cause, "strerror", None) or error)


def port_in(settings: Settings) -> int:
    """The port that was chosen for other programs; 0 where none was, or it is none."""
    port = settings.recalled(PANEL).get("port")
    return port if isinstance(port, int) and 0 < port <= 65535 else 0


def _is_same(door: str, base_url: str) -> bool:
    """Whether an address is the door's, by whatever name of this machine."""
    host, port = host_name(base_url), base_url.partition("://")[2].partition("/")[0].rpartition(":")[2]
    return is_loopback(host) and port == door.rpartition(":")[2]
