"""Where requests go and who signs them: an environment and a profile, chosen together."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from qfpay_gui.models.profiles.addresses_model import AddressesModel
from qfpay_gui.models.profiles.state import Home
from qfpay_gui.models.simulator_model import DEMO_NAME
from qfpay_gui.qfpay import environments
from qfpay_gui.qfpay.environments import Environment, EnvironmentKind
from qfpay_gui.qfpay.text import text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qfpay_gui.models.profiles.profiles_model import ProfilesModel
    from qfpay_gui.models.profiles.state import ProfilesState
    from qfpay_gui.models.simulator_model import SimulatorModel
    from qfpay_gui.qfpay.orders.order import Order
    from qfpay_gui.services.settings import Settings

_SIMULATOR = environments.SIMULATOR.id
_NO_PROFILE = text("Profiles", "There is no profile for “{environment}” yet: add one with Ctrl+Shift+K.")
_CHOOSE_PROFILE = text("Profiles", "Nobody signs yet: choose one of the profiles of “{environment}”.")


class PlaceModel(QObject):
    """Each environment remembers who signed there last; a profile belongs to one and brings it along."""

    environment_changed = Signal(object)
    """Carries the Environment."""
    moved = Signal()
    """The environment is another one, and so may be who signs."""
    noticed = Signal(object)
    """Carries a Text for the status line."""

    def __init__(
        self, settings: Settings, profiles: ProfilesModel, simulator: SimulatorModel, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._profiles = profiles
        self._simulator = simulator
        self._usual = {id_: name for id_, name in _object(settings.panels, "profiles").items() if isinstance(name, str)}
        self._former_homes = _object(settings.panels, "homes")
        self._brings = ""
        self.addresses = AddressesModel(settings.addresses, self)
        self.environment_id = self._first(settings.environment_id)
        self.addresses.changed.connect(self._on_addresses)
        profiles.changed.connect(self._on_profiles)

    @property
    def environment(self) -> Environment:
        """Where requests go."""
        if self.environment_id == _SIMULATOR:
            return self._simulated()
        return self._find(self.environment_id) or environments.SIMULATOR

    @property
    def environments(self) -> tuple[Environment, ...]:
        """Every environment: the usual ones, one's own addresses, then those of other regions."""
        usual = (environments.LIVE_TESTING, environments.PRODUCTION, environments.SANDBOX)
        here = (self._simulated(), *usual, *(one.environment for one in self.addresses.addresses))
        known = {one.id for one in here}
        return (*here, *(one for one in environments.ALL if one.id not in known))

    @property
    def remembered(self) -> dict[str, Any]:
        """What the settings keep of it: who signed where last, and where profiles belong."""
        state = self._profiles.state
        homes = {name: asdict(home) for name, home in state.homes.items()}
        return {"profiles": self._usual, "homes": homes if state.place is not None else self._former_homes}

    def start(self) -> None:
        """Have the usual profile sign, without a word."""
        self._profiles.choose(self._usual_profile(self.environment_id))

    def choose_environment(self, environment_id: str) -> None:
        """Send elsewhere from now on, as the merchant last used there; where there is none, that is said."""
        usual, there = self._usual_profile(environment_id), self._find(environment_id)
        if not usual and there is not None:  # said before anything that is called off by it
            says = _CHOOSE_PROFILE if self._profiles.state.at_home(environment_id) else _NO_PROFILE
            self.noticed.emit(says.fill(environment=there.name))
        self._move_to(environment_id, usual)

    def choose_profile(self, name: str, *, stay: bool = False) -> None:
        """Sign with this profile from now on, and again when its environment is next chosen.

        It brings the environment it belongs to along, as soon as that is known, unless it is to be used here.
        """
        home = self._profiles.state.environment_of(name)
        if stay or not home or home == self.environment_id or self._find(home) is None:
            self._brings = name if name and not home and not stay else ""
            self._profiles.choose(name)
        else:
            self._move_to(home, name)
        self._usual = {**self._usual, self.environment_id: name}

    def go_to(self, order: Order) -> None:
        """Choose the environment and the profile an order was made with."""
        if order.environment_id != self.environment_id or order.base_url != self.environment.base_url:
            is_custom = environments.is_custom(order.environment_id)
            self.choose_environment(self.addresses.at(order.base_url).id if is_custom else order.environment_id)
        if order.profile and order.profile != self._profiles.state.chosen:
            self.choose_profile(order.profile, stay=True)

    def _simulated(self) -> Environment:
        known = self._simulator.profile.credentials.app_code
        return replace(environments.SIMULATOR, base_url=self._simulator.base_url, only_app_code=known)

    def _first(self, wanted: str) -> str:
        """Production is never what a start begins with: it must be chosen anew each time."""
        found = self._find(wanted)
        return wanted if found is not None and found.kind is not EnvironmentKind.PRODUCTION else _SIMULATOR

    def _find(self, environment_id: str) -> Environment | None:
        address = self.addresses.find(environment_id)
        return address.environment if address else environments.by_id(environment_id)

    def _usual_profile(self, environment_id: str) -> str:
        """Who signed there last; else the only profile that belongs there."""
        at_home = self._profiles.state.at_home(environment_id)
        only = at_home[0].name if len(at_home) == 1 else ""
        return self._usual.get(environment_id, DEMO_NAME if environment_id == _SIMULATOR else only)

    def _move_to(self, environment_id: str, profile: str) -> None:
        self._brings = ""
        self.environment_id = environment_id
        self.environment_changed.emit(self.environment)
        self._profiles.choose(profile)
        self.moved.emit()

    def _on_addresses(self) -> None:
        """Whoever is at an address that is gone goes to the simulator; one that was changed is told anew."""
        if self._find(self.environment_id) is None:
            self.choose_environment(_SIMULATOR)
        elif environments.is_custom(self.environment_id):
            self.environment_changed.emit(self.environment)
            self.moved.emit()

    def _on_profiles(self, state: ProfilesState) -> None:
        """A profile that was chosen before anybody knew where it belongs brings its environment along now."""
        if self._brings and self._brings == state.chosen and state.environment_of(state.chosen):
            self.choose_profile(state.chosen)


def homes_in(panels: Mapping[str, Any]) -> dict[str, Home]:
    """Where profiles belong, as far as an earlier session knew."""
    homes = {}
    for name, home in _object(panels, "homes").items():
        match home:
            case {"environment_id": str(environment_id), "app_code": str(app_code)}:
                homes[name] = Home(environment_id, app_code)
    return homes


def _object(panels: Mapping[str, Any], name: str) -> dict[str, Any]:
    value = panels.get(name)
    return value if isinstance(value, dict) else {}
