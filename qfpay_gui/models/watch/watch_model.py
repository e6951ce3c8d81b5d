"""Watches the simulator's door: each request of another program, newest first, with the doctor's cause."""

from __future__ import annotations

from functools import partial
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from qfpay_gui.models.tasks import Done, Result
from qfpay_gui.models.watch.seen import Seen, looked_at
from qfpay_gui.services.http.outgoing import USER_AGENT

if TYPE_CHECKING:
    from qfpay_gui.models.simulator_model import SimulatorModel
    from qfpay_gui.models.tasks import TaskRunner
    from qfpay_gui.services.simulator.overheard import Overheard

MOST = 200
"""How many requests are kept, in memory only."""


class WatchModel(QObject):
    """Examines one request after the other, in the background; what this window sends is not among them."""

    changed = Signal(object)
    """Carries the tuple of Seen, newest first."""
    arrived = Signal(object)
    """Carries the Seen that just came in, before it is examined."""
    named = Signal(object)
    """Carries a Seen that was examined."""

    def __init__(self, runner: TaskRunner, simulator: SimulatorModel) -> None:
        super().__init__(simulator)
        self._runner, self._simulator = runner, simulator
        self._last_id = 0
        self._examining = 0
        self._cancelled = Event()
        self.seen: tuple[Seen, ...] = ()
        simulator.overheard.connect(self._on_overheard)

    def before(self, seen: Seen) -> Seen | None:
        """The request to the same call that came before this one, where it was read."""
        older = (one for one in self.seen if one.id < seen.id and one.call == seen.call and one.case is not None)
        return next(older, None)

    def clear(self) -> None:
        """Forget what was seen."""
        self.close()
        self._publish(())

    def close(self) -> None:
        """Call the examination off."""
        self._cancelled.set()
        self._runner.forget(self._examining)
        self._examining = 0

    def _on_overheard(self, overheard: Overheard) -> None:
        if overheard.request.header("user-agent") == USER_AGENT:
            return
        self._last_id += 1
        seen = Seen(self._last_id, overheard)
        self._publish((seen, *self.seen)[:MOST])
        self.arrived.emit(seen)
        self._examine_next()

    def _examine_next(self) -> None:
        """Examine the oldest that waits, if none is being examined."""
        waiting = next((one for one in reversed(self.seen) if one.waiting), None)
        if waiting is not None and not self._examining:
            self._cancelled = Event()
            task = partial(looked_at, waiting, self._simulator.profile.credentials, self._cancelled)
            self._examining = self._runner.run(task, partial(self._on_examined, waiting))

    def _on_examined(self, waiting: Seen, result: Result[Seen]) -> None:
        self._examining = 0
        done = result.value if isinstance(result, Done) else Seen(waiting.id, waiting.overheard, waiting=False)
        self._publish(tuple(done if one.id == done.id else one for one in self.seen))
        self.named.emit(done)
        self._examine_next()

    def _publish(self, seen: tuple[Seen, ...]) -> None:
        self.seen = seen
        self.changed.emit(seen)
