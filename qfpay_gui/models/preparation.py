"""The draft, where it goes and who signs it, kept consistent and remembered: all that a request is prepared with."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from qfpay_gui.models.profiles.place_model import PlaceModel, homes_in
from qfpay_gui.models.profiles.profiles_model import ProfilesModel, ProfilesState
from qfpay_gui.models.profiles.state import Keys
from qfpay_gui.models.request.draft_keeper import DraftKeeper
from qfpay_gui.models.request.draft_model import Context, DraftModel
from qfpay_gui.models.request.draft_storage import stored_drafts, with_drafts, writable_number
from qfpay_gui.models.simulator_model import SimulatorModel
from qfpay_gui.qfpay.credentials import Credentials
from qfpay_gui.qfpay.request.guards import Review, review
from qfpay_gui.qfpay.signing import SIGN_TYPES
from qfpay_gui.services.keychain.errors import brief
from qfpay_gui.services.settings_file import SettingsFile

if TYPE_CHECKING:
    from datetime import datetime

    from qfpay_gui.models.outside import Outside
    from qfpay_gui.qfpay.environments import Environment
    from qfpay_gui.qfpay.orders.order import Order
    from qfpay_gui.qfpay.request.draft import Draft
    from qfpay_gui.qfpay.request.prepared import PreparedRequest
    from qfpay_gui.qfpay.request.variants import Variant
    from qfpay_gui.services.settings import Settings


class Preparation(QObject):
    """Environment and profile decide how the draft is signed; what was chosen is written into the settings."""

    environment_changed = Signal(object)
    """Carries the Environment."""
    keys_changed = Signal(object)
    """Carries the Keys with which signatures are examined."""
    moved = Signal()
    """Another environment or merchant is worked with."""
    noticed = Signal(object)
    """Carries a Text for the status line."""

    def __init__(self, outside: Outside, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._outside = outside
        self._settings_file = SettingsFile(outside.settings_path)
        self.settings = self._settings_file.settings
        self.draft = DraftModel(outside.clock, self)
        self.simulator = SimulatorModel(outside.runner, self)
        self.profiles = ProfilesModel(
            outside.keychain_runner, outside.store, self, homes=homes_in(self.settings.panels)
        )
        self.place = PlaceModel(self.settings, self.profiles, self.simulator, self)
        self._orders: tuple[Order, ...] = ()
        self._was_at: tuple[Environment, str] | None = None
        self.simulator.changed.connect(self._on_simulator)
        self.profiles.changed.connect(self._on_profiles)
        self.place.environment_changed.connect(self.environment_changed)
        self.place.moved.connect(self._update_context)
        self.place.noticed.connect(self.noticed)
        self.place.addresses.changed.connect(self.save)
        self._restore()
        self._keeper = DraftKeeper(self.draft, self._settings_file, self._remembered, self.secrets, outside.runner)
        self._keeper.noticed.connect(self.noticed)

    @property
    def environment(self) -> Environment:
        """Where requests go."""
        return self.place.environment

    @property
    def credentials(self) -> Credentials:
        """Who signs; empty where no profile is open."""
        profile = self.profiles.state.profile
        return profile.credentials if profile else Credentials()

    def secrets(self) -> tuple[str, ...]:
        """Every key known in this session, which nothing that is written down may hold."""
        return self.profiles.secrets()

    def now(self) -> datetime:
        """The present moment."""
        return self._outside.clock.now()

    @property
    def keys(self) -> Keys:
        """The keys with which signatures are examined."""
        return Keys(self.credentials, self.profiles.other_keys())

    def choose_environment(self, environment_id: str) -> None:
        """Send elsewhere from now on, as the merchant last used there."""
        self.place.choose_environment(environment_id)

    def choose_profile(self, name: str, *, stay: bool = False) -> None:
        """Sign with this profile from now on, in the environment it belongs to unless it is to be used here."""
        self.place.choose_profile(name, stay=stay)

    def choose_ca_file(self, path: str) -> None:
        """Trust the certificate authorities in this file as well; "" trusts the usual ones only."""
        self.settings = replace(self.settings, ca_file=path)

    def keep_history(self, days: int) -> None:
        """Let entries of the history expire after this many days; 0 keeps them for ever."""
        self.settings = self.settings.keeping(days)
        self.save()

    def save(self, **panels: Any) -> None:
        """Write the settings: draft, choices, and what the window's panels want remembered."""
        self._keeper.forget()
        self.settings = with_drafts(self._remembered(**panels), self.draft.drafts, self.secrets())
        self.settings, trouble = self._settings_file.save(self.settings)
        if trouble:
            self.noticed.emit(trouble)

    def _remembered(self, **panels: Any) -> Settings:
        """The settings as they are to be written, but for the drafts."""
        return replace(
            self.settings,
            environment_id=self.place.environment_id,
            profile=self.profiles.state.chosen,
            addresses=self.place.addresses.kept,
            panels={
                **self.settings.panels,
                **self.place.remembered,
                **panels,
                "sign_type": self.draft.draft.sign_type,
            },
        )

    def change_settings(self, **changes: Any) -> None:
        """Remember a choice such as the language or the theme."""
        self.settings = replace(self.settings, **changes)

    def review(self, mistake: Variant | None = None) -> Review:
        """Look at the request about to be sent, with new fresh values, and with a mistake made on purpose or none."""
        return self._review(self.draft.freshen(), mistake)

    def review_draft(self, draft: Draft) -> Review:
        """Look at the request this draft would become here and now."""
        return self._review(self.draft.prepared_from(draft))

    def _restore(self) -> None:
        if self.settings.draft or self.settings.drafts:
            sign_type = self.settings.panels.get("sign_type")
            drafts = stored_drafts(self.settings)
            signed = replace(drafts.current, sign_type=sign_type) if sign_type in SIGN_TYPES else drafts.current
            self.draft.restore(signed, *drafts.others)
        self.profiles.set_built_in(self.simulator.profile)
        self.place.start()
        self._update_context()

    def _review(self, request: PreparedRequest, mistake: Variant | None = None) -> Review:
        if mistake is not None:
            request = mistake.apply(request, self.credentials.client_key)
        self.settings = self._settings_file.with_numbers_of_others(self.settings)
        used = self.settings.has_used(self.place.environment_id, writable_number(request, self.secrets()))
        return review(request, self.profiles.state.chosen, lambda _number: used)

    def _update_context(self) -> None:
        profile = self.profiles.state.profile
        bound_to = profile.environment_id if profile else ""
        self.draft.set_context(Context(self.credentials, self.environment, bound_to, self._orders_here()))
        self.keys_changed.emit(self.keys)
        where = (self.environment, self.credentials.app_code)
        if where != self._was_at:
            self._was_at = where
            self.moved.emit()

    def _orders_here(self) -> tuple[Order, ...]:
        """The orders that a request from here may be about: this environment's, of this merchant."""
        base_url, app_code = self.environment.base_url, self.credentials.app_code
        return tuple(one for one in self._orders if one.base_url == base_url and one.app_code == app_code)

    def _on_simulator(self) -> None:
        self.profiles.set_built_in(self.simulator.profile)
        if self.place.environment_id == "simulator":
            self.environment_changed.emit(self.environment)
            self._update_context()

    def _on_profiles(self, state: ProfilesState) -> None:
        self._update_context()
        if state.notice and (state.trouble or not state.busy):
            self.noticed.emit(brief(state.notice))
