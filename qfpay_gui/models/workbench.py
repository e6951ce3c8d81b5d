"""Everything the window works on: the draft, where it goes, who signs it, and what came back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from qfpay_gui.models.afterwards import Afterwards
from qfpay_gui.models.case.case_model import CaseModel
from qfpay_gui.models.history.history_model import KEEP_DAYS, HistoryModel
from qfpay_gui.models.profiles.profiles_model import ProfilesModel, ProfilesState
from qfpay_gui.models.profiles.state import Keys
from qfpay_gui.models.request.draft_model import Context, DraftModel
from qfpay_gui.models.request.draft_storage import stored_drafts, with_drafts
from qfpay_gui.models.sending.send_model import Client, SendModel
from qfpay_gui.models.simulator_model import DEMO_NAME, SimulatorModel
from qfpay_gui.models.tasks import TaskRunner
from qfpay_gui.qfpay import environments
from qfpay_gui.qfpay.credentials import Credentials
from qfpay_gui.qfpay.environments import Environment, Kind
from qfpay_gui.qfpay.request.guards import Review, review
from qfpay_gui.qfpay.secrets.masking import persistable
from qfpay_gui.qfpay.signing import SIGN_TYPES
from qfpay_gui.services import settings as settings_file
from qfpay_gui.services.database.history import History

if TYPE_CHECKING:
    from datetime import datetime

    from qfpay_gui.diagnosis.importing import ReadRequest
    from qfpay_gui.models.outside import Outside
    from qfpay_gui.qfpay.orders.order import Order
    from qfpay_gui.qfpay.request.draft import Draft
    from qfpay_gui.qfpay.request.prepared import PreparedRequest
    from qfpay_gui.qfpay.request.variants import Variant


class Workbench(QObject):
    """Owns the models and keeps them consistent: environment and profile decide how the draft is signed."""

    environment_changed = Signal(object)
    """Carries the Environment."""
    noticed = Signal(object)
    """Carries a Text for the status line."""

    def __init__(self, outside: Outside, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._outside = outside
        self.settings, self._settings_trouble = settings_file.load(outside.settings_path)
        self.draft = DraftModel(outside.clock, self)
        self.send_model = SendModel(outside.runner, self._make_client, outside.clock, self)
        self.simulator = SimulatorModel(outside.runner, self)
        self.case = CaseModel(outside.runner, self)
        self._history_runner = TaskRunner(1, self)
        history = History(outside.settings_path.with_name("history.sqlite3"))
        self.history = HistoryModel(self._history_runner, history, outside.clock, self)
        self.profiles = ProfilesModel(outside.keychain_runner, outside.store, self)
        self._environment_id = "simulator"
        self.history.attach(self.send_model, self.secrets, self._profile_name)
        self.afterwards = Afterwards(self, outside)
        self.afterwards.orders.changed.connect(self._update_context)
        self.history.noticed.connect(self.noticed)
        self.simulator.changed.connect(self._on_simulator)
        self.profiles.changed.connect(self._on_profiles)
        self._restore()

    @property
    def environment(self) -> Environment:
        """Where requests go."""
        if self._environment_id == "simulator":
            return replace(environments.SIMULATOR, base_url=self.simulator.base_url)
        if self._environment_id == "custom":
            return environments.custom(self.settings.custom_base_url)
        return environments.by_id(self._environment_id) or environments.SIMULATOR

    @property
    def credentials(self) -> Credentials:
        """Who signs; empty where no profile is open."""
        profile = self.profiles.state.profile
        return profile.credentials if profile else Credentials()

    @property
    def background(self) -> TaskRunner:
        """Where work of the window that takes long is done."""
        return self._outside.runner

    def secrets(self) -> tuple[str, ...]:
        """Every key known in this session, which nothing that is written down may hold."""
        return (*self.profiles.secrets(), *self.afterwards.secrets())

    def now(self) -> datetime:
        """The present moment."""
        return self._outside.clock.now()

    def start(self) -> None:
        """Start the simulator and ask the keychain; done after the first paint."""
        self.simulator.start()
        self.profiles.start()
        self.history.start(self.keep_days)
        self.afterwards.start(self.keep_days)
        if self._outside.warm_up:
            self._outside.runner.run(self._outside.warm_up, self._on_warm)
        if self._settings_trouble:
            self.noticed.emit(self._settings_trouble)

    def choose_environment(self, environment_id: str, base_url: str = "") -> None:
        """Send elsewhere from now on, as the merchant last used there; ``base_url`` belongs to "custom"."""
        if base_url:
            self.settings = replace(self.settings, custom_base_url=base_url)
        self._environment_id = environment_id
        self.environment_changed.emit(self.environment)
        self.profiles.choose(self._usual_profile(environment_id))
        self._update_context()

    def choose_profile(self, name: str) -> None:
        """Sign with this profile from now on, and again when this environment is next chosen."""
        self._remember("profiles", {**self._recalled("profiles"), self._environment_id: name})
        self.profiles.choose(name)

    def go_to(self, order: Order) -> None:
        """Choose the environment and the profile an order was made with."""
        if order.environment_id != self._environment_id or order.base_url != self.environment.base_url:
            self.choose_environment(order.environment_id, order.base_url if order.environment_id == "custom" else "")
        if order.profile and order.profile != self.profiles.state.chosen:
            self.choose_profile(order.profile)

    def take_case(self, case: ReadRequest) -> None:
        """Take a merchant's request in hand: it becomes the draft, as one undoable step, and is examined."""
        from qfpay_gui.diagnosis.importing import to_draft  # noqa: PLC0415 - not needed at start

        self.draft.replace_draft(to_draft(case))
        self.case.take(case)

    def choose_ca_file(self, path: str) -> None:
        """Trust the certificate authorities in this file as well; "" trusts the usual ones only."""
        self.settings = replace(self.settings, ca_file=path)

    def review(self, mistake: Variant | None = None) -> Review:
        """Look at the request about to be sent, with new fresh values, and with a mistake made on purpose or none."""
        request = self.draft.freshen()
        if mistake is not None:
            request = mistake.apply(request, self.credentials.client_key)
        return self._review(request)

    def send_draft(self, draft: Draft) -> bool:
        """Send what this draft becomes here and now, once, without touching the one being edited.

        For what a person agreed to beforehand: the steps of polling and of refunding in bulk.
        """
        return self._send(self.review_draft(draft), by_itself=True)

    def review_draft(self, draft: Draft) -> Review:
        """Look at the request this draft would become here and now."""
        return self._review(self.draft.prepared_from(draft))

    def send(self, agreed: Review) -> bool:
        """Send the reviewed request, once; its order number is remembered before it leaves."""
        return self._send(agreed, by_itself=False)

    def _send(self, agreed: Review, *, by_itself: bool) -> bool:
        if agreed.refusal is not None or self.send_model.is_sending:
            return False
        number = self._writable_number(agreed.request)
        if number:
            self.settings = self.settings.with_order_number(self._environment_id, number)
            self.save()
        return self.send_model.send(agreed.request, self.credentials, by_itself=by_itself)

    def save(self, **panels: Any) -> None:
        """Write the settings: draft, choices, and what the window's panels want remembered."""
        self.settings = replace(
            self.settings,
            environment_id=self._environment_id,
            profile=self.profiles.state.chosen,
            panels={**self.settings.panels, **panels, "sign_type": self.draft.draft.sign_type},
        )
        self.settings = with_drafts(self.settings, self.draft.drafts, self.secrets())
        trouble = settings_file.save(self._outside.settings_path, self.settings)
        if trouble:
            self.noticed.emit(trouble)

    def change_settings(self, **changes: Any) -> None:
        """Remember a choice such as the language or the theme."""
        self.settings = replace(self.settings, **changes)

    def stop(self) -> None:
        """Cancel what is under way and stop the simulator."""
        self.afterwards.stop()
        self.send_model.cancel()
        self.simulator.stop()
        self.history.stop()
        self._history_runner.close(0)

    def _restore(self) -> None:
        wanted = self.settings.environment_id
        if wanted == "custom" or environments.by_id(wanted):
            self._environment_id = wanted
        # Production is never what a start begins with: it must be chosen anew each time.
        if self.environment.kind is Kind.PRODUCTION:
            self._environment_id = "simulator"
        if self.settings.draft or self.settings.drafts:
            sign_type = self.settings.panels.get("sign_type")
            drafts = stored_drafts(self.settings)
            signed = replace(drafts.current, sign_type=sign_type) if sign_type in SIGN_TYPES else drafts.current
            self.draft.restore(signed, *drafts.others)
        self.profiles.set_built_in(self.simulator.profile)
        self.profiles.choose(self._usual_profile(self._environment_id))
        self._update_context()

    def _usual_profile(self, environment_id: str) -> str:
        fallback = DEMO_NAME if environment_id == "simulator" else ""
        name = self._recalled("profiles").get(environment_id, fallback)
        return name if isinstance(name, str) else fallback

    def _recalled(self, panel: str) -> dict[str, Any]:
        value = self.settings.panels.get(panel)
        return value if isinstance(value, dict) else {}

    def _remember(self, panel: str, value: dict[str, Any]) -> None:
        self.settings = replace(self.settings, panels={**self.settings.panels, panel: value})

    def _on_warm(self, _result: object) -> None:
        """Nothing to do: what the first send needs is loaded, or will say so when it is used."""

    def keep_history(self, days: int) -> None:
        """Let entries of the history expire after this many days; 0 keeps them for ever."""
        self._remember("history", {"keep_days": days})
        self.save()

    @property
    def keep_days(self) -> int:
        """After how many days entries of the history expire; 0 for never."""
        days = self._recalled("history").get("keep_days", KEEP_DAYS)
        return days if isinstance(days, int) else KEEP_DAYS

    def _review(self, request: PreparedRequest) -> Review:
        used = self.settings.has_used(self._environment_id, self._writable_number(request))
        return review(request, self.profiles.state.chosen, lambda _number: used)

    def _profile_name(self) -> str:
        return self.profiles.state.chosen

    def _writable_number(self, request: PreparedRequest) -> str:
        """The new order number as it may be written down: a key or an ID that was pasted there is masked."""
        if not request.new_number:
            return ""
        kept = persistable(request.parameters, self.secrets())
        return next((value for name, value in kept if name == "out_trade_no"), "")

    def _make_client(self, base_url: str, credentials: Credentials) -> Client:
        return self._outside.make_client(base_url, credentials, self.settings.ca_file)

    def _update_context(self, _news: object = None) -> None:
        profile = self.profiles.state.profile
        bound_to = profile.environment_id if profile else ""
        self.draft.set_context(Context(self.credentials, self.environment, bound_to, self._orders_here()))
        keys = Keys(self.credentials, self.profiles.other_keys())
        self.case.set_keys(keys)
        self.afterwards.notifications.set_keys(keys)
        self.afterwards.move()

    def _orders_here(self) -> tuple[Order, ...]:
        """The orders that a request from here may be about: this environment's, of this merchant."""
        base_url, app_code = self.environment.base_url, self.credentials.app_code
        known = self.afterwards.orders.orders
        return tuple(one for one in known if one.base_url == base_url and one.app_code == app_code)

    def _on_simulator(self) -> None:
        self.profiles.set_built_in(self.simulator.profile)
        if self._environment_id == "simulator":
            self.environment_changed.emit(self.environment)
            self._update_context()
        if self.simulator.failure:
            self.noticed.emit(self.simulator.failure)

    def _on_profiles(self, state: ProfilesState) -> None:
        self._update_context()
        if state.notice and (state.trouble or not state.busy):
            self.noticed.emit(state.notice)
