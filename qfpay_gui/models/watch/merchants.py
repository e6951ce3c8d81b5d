"""Whose app_code it is, for the threads that answer programs: keys are fetched when they are first needed."""

from __future__ import annotations

from threading import Condition
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qfpay_gui.models.profiles.profiles_model import ProfilesModel
    from qfpay_gui.models.profiles.state import ProfilesState
    from qfpay_gui.qfpay.credentials import Credentials, Profile

PATIENCE = 3.0
"""Seconds that a program's request waits for the keychain."""


class Merchants(QObject):
    """Finds a profile by its app_code; where several have it, the one of the environment that is asked for."""

    _wanted = Signal(str)

    def __init__(self, profiles: ProfilesModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._profiles = profiles
        self._change = Condition()
        self._names: dict[str, tuple[str, ...]] = {}
        self._opened: dict[str, Profile] = {}
        self._wanted.connect(self._on_wanted, Qt.ConnectionType.QueuedConnection)
        profiles.changed.connect(self._on_profiles)
        self._on_profiles(profiles.state)

    def find(self, app_code: str, environment_id: str = "simulator") -> Credentials | None:
        """The merchant with this app_code; waits for the keychain where it must, so never on the window's thread."""
        with self._change:
            names = self._names.get(app_code, ())
            if not all(name in self._opened for name in names):
                self._wanted.emit(app_code)
                self._change.wait_for(lambda: all(name in self._opened for name in names), PATIENCE)
            found = [self._opened[name] for name in names if name in self._opened]
        at_home = [one for one in found if one.environment_id == environment_id]
        return next((one.credentials for one in (*at_home, *found)), None)

    def other_keys(self, client_key: str) -> Mapping[str, str]:
        """The keys at hand but this one, by the names of their profiles."""
        with self._change:
            keys = {name: one.credentials.client_key for name, one in self._opened.items()}
        return {name: key for name, key in keys.items() if key not in {"", client_key}}

    def _on_wanted(self, app_code: str) -> None:
        for name in self._names.get(app_code, ()):
            self._profiles.open(name)

    def _on_profiles(self, state: ProfilesState) -> None:
        found = {name: self._profiles.find(name) for name in state.opened}
        names: dict[str, tuple[str, ...]] = {}
        for name, home in state.homes.items():
            if home.app_code and state.kept_of(name) != "built in":
                names[home.app_code] = (*names.get(home.app_code, ()), name)
        with self._change:
            self._names = names
            self._opened = {name: one for name, one in found.items() if one is not None}
            self._change.notify_all()
