"""Watches the door: each request of another program, newest first, with the doctor's cause."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from qfpay_gui.models.profiles.state import Keys
from qfpay_gui.models.tasks import Done, Result
from qfpay_gui.models.watch.door_model import DoorModel
from qfpay_gui.models.watch.merchants import Merchants
from qfpay_gui.models.watch.seen import Seen, read_in, searched
from qfpay_gui.qfpay.credentials import Credentials
from qfpay_gui.qfpay.environments import SIMULATOR
from qfpay_gui.services.http.outgoing import USER_AGENT

if TYPE_CHECKING:
    from collections.abc import Callable

    from qfpay_gui.models.profiles.profiles_model import ProfilesModel
    from qfpay_gui.models.simulator_model import SimulatorModel
    from qfpay_gui.models.tasks import TaskRunner
    from qfpay_gui.services.settings import Settings
    from qfpay_gui.services.simulator.overheard import Overheard

MOST = 200
"""How many requests are kept, in memory only."""


class WatchModel(QObject):
    """Reads and verifies each request as it comes, in the background; what this window sends is not among them.

    Why a signature is wrong takes seconds to find out: one after the other, first the one looked at, then the newest.
    """

    changed = Signal(object)
    """Carries the tuple of Seen, newest first."""
    arrived = Signal(object)
    """Carries the Seen that just came in, before it is examined."""
    named = Signal(object)
    """Carries a Seen that was examined."""

    def __init__(
        self, runner: TaskRunner, simulator: SimulatorModel, profiles: ProfilesModel, settings: Callable[[], Settings]
    ) -> None:
        super().__init__(simulator)
        self.door = DoorModel(runner, simulator, settings)
        self.merchants = Merchants(profiles, self)
        self._runner, self._simulator = runner, simulator
        self._last_id = 0
        self._reading = self._examining = 0
        self._looked_at = 0
        self._cancelled = Event()
        self.seen: tuple[Seen, ...] = ()
        simulator.serve(self.merchants.find)
        simulator.overheard.connect(self._on_overheard)
        self.door.overheard.connect(self._on_overheard)

    def before(self, seen: Seen) -> Seen | None:
        """The request to the same call that came before this one, where it was read."""
        older = (one for one in self.seen if one.id < seen.id and one.call == seen.call and one.case is not None)
        return next(older, None)

    def look_at(self, seen: Seen | None) -> None:
        """Have this one examined before the others that wait."""
        self._looked_at = seen.id if seen else 0

    def clear(self) -> None:
        """Forget what was seen."""
        self._call_off()
        self._publish(())

    def close(self) -> None:
        """Shut the door, and call the examination off."""
        self.door.stop()
        self._call_off()

    def _call_off(self) -> None:
        self._cancelled.set()
        self._runner.forget(self._reading)
        self._runner.forget(self._examining)
        self._reading = self._examining = 0

    def _on_overheard(self, overheard: Overheard) -> None:
        if overheard.handed_on is None and overheard.request.header("user-agent") == USER_AGENT:
            return
        self._last_id += 1
        seen = Seen(self._last_id, overheard, waiting=not overheard.refused)
        # What a page or a scanner tries again and again drives nothing out of the list.
        is_again = overheard.refused and any(one.overheard.refused for one in self.seen[:1])
        self._publish((seen, *self.seen[int(is_again) :])[:MOST])
        self.arrived.emit(seen)
        self._read_next()

    def _read_next(self) -> None:
        """Read the oldest that is unread, if none is being read."""
        unread = next((one for one in reversed(self.seen) if one.is_unread), None)
        if unread is not None and not self._reading:
            task = partial(read_in, unread, self._keys_for(unread.overheard))
            self._reading = self._runner.run(task, partial(self._on_read, unread))

    def _examine_next(self) -> None:
        """Examine one of those whose signature is wrong, if none is being examined."""
        wrong = [one for one in self.seen if one.waiting and not one.is_unread]
        if wrong and not self._examining:
            first = next((one for one in wrong if one.id == self._looked_at), wrong[0])
            self._cancelled = Event()
            task = partial(searched, first, self._keys_for(first.overheard), self._cancelled)
            self._examining = self._runner.run(task, partial(self._on_examined, first))

    def _keys_for(self, overheard: Overheard) -> Callable[[], Keys]:
        """The key of whom it is from, asked for on another thread; what only the simulator heard is the demo's."""
        app_code = overheard.request.header("x-qf-appcode") or ""
        demo = self._simulator.profile.credentials
        usual = Credentials() if overheard.handed_on and app_code != demo.app_code else demo
        target = self.door.target.id if self.door.target else SIMULATOR.id
        return partial(_keys, self.merchants, app_code, target, usual)

    def _on_read(self, unread: Seen, result: Result[Seen]) -> None:
        self._reading = 0
        self._put(unread, result)
        self._read_next()
        self._examine_next()

    def _on_examined(self, waiting: Seen, result: Result[Seen]) -> None:
        self._examining = 0
        self._put(waiting, result)
        self._examine_next()

    def _put(self, before: Seen, result: Result[Seen]) -> None:
        """Show what became of it, and name it once there is nothing more to find out."""
        done = result.value if isinstance(result, Done) else replace(before, waiting=False)
        self._publish(tuple(done if one.id == done.id else one for one in self.seen))
        if not done.waiting:
            self.named.emit(done)

    def _publish(self, seen: tuple[Seen, ...]) -> None:
        self.seen = seen
        self.changed.emit(seen)


def _keys(merchants: Merchants, app_code: str, environment_id: str, usual: Credentials) -> Keys:
    ours = usual if app_code == usual.app_code else merchants.find(app_code, environment_id) or usual
    return Keys(ours, merchants.other_keys(ours.client_key))
