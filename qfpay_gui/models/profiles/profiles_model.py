"""The profiles a person can choose from, and the one in use; keychain calls stay off the GUI thread."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from itertools import count
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from qfpay_gui.models.keychain import KEYCHAIN_PATIENCE_MS, SAVED, KeychainCalls, Listing
from qfpay_gui.models.profiles.keeping import PendingSave, ProfileKeeping
from qfpay_gui.models.profiles.state import Home, Kept, ProfileEntry, ProfilesState
from qfpay_gui.qfpay.text import Text, text
from qfpay_gui.services.keychain.errors import ProfileExists, ProfileUnusable
from qfpay_gui.services.keychain.secret_store import LONGEST_NAME, clean_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qfpay_gui.models.tasks import TaskRunner
    from qfpay_gui.qfpay.credentials import Profile
    from qfpay_gui.services.keychain.secret_store import SecretStore

__all__ = ["Kept", "ProfileEntry", "ProfilesModel", "ProfilesState"]

_TWINS = text(
    "Keychain",
    "The keychain holds another profile named “{name}”. Yours is now called “{new}” and is kept for this session only: "
    "save it again to keep it.",
)


class ProfilesModel(QObject):
    """Chooses, saves, renames and deletes profiles.

    A keychain that is absent, locked, refusing or silent for three seconds is said so in the
    state, and the profile is kept for this session; a late answer still counts. The runner must
    have one thread, so that the keychain is asked in the order of the edits.
    """

    changed = Signal(object)
    """Carries the ProfilesState."""

    def __init__(
        self,
        runner: TaskRunner,
        store: SecretStore,
        parent: QObject | None = None,
        *,
        patience_ms: int = KEYCHAIN_PATIENCE_MS,
        homes: Mapping[str, Home] | None = None,
    ) -> None:
        super().__init__(parent)
        self._homes = dict(homes or {})
        self._calls = KeychainCalls(runner, patience_ms, self)
        self._calls.changed.connect(self._publish)
        self._keeping = ProfileKeeping(store)
        self._built_in: Profile | None = None
        self._opened: dict[str, Profile] = {}
        self._session: dict[str, PendingSave] = {}
        self._in_keychain: tuple[str, ...] = ()
        self._loading: set[str] = set()
        self._leaving: list[str] = []
        self._saving: list[PendingSave] = []
        self._keys: set[str] = set()
        self.state = ProfilesState()

    def start(self) -> None:
        """Ask the keychain which profiles it holds."""
        self._calls.ask(self._keeping.list_names, self._on_listing)

    def retry(self) -> None:
        """Ask the keychain again, and once it answers give it what only this session holds."""
        self._calls.ask(self._keeping.list_names, self._on_listing_again)

    def set_built_in(self, profile: Profile) -> None:
        """Offer the simulator's own merchant; its keys come and go with the simulator."""
        self._built_in = profile
        self._remember(profile)
        self._publish()

    def secrets(self) -> tuple[str, ...]:
        """Every client key met in this session, so that nothing that is written holds one."""
        return tuple(sorted(self._keys))

    def find(self, name: str) -> Profile | None:
        """The profile with its keys, if they are at hand."""
        return self._opened.get(name) if self.state.kept_of(name) else None

    def other_keys(self) -> dict[str, str]:
        """The client keys of the open profiles that are not in use, by profile name."""
        opened = {name: profile.credentials.client_key for name, profile in self._opened.items()}
        return {name: key for name, key in opened.items() if key and name != self.state.chosen}

    def open_unknown(self) -> None:
        """Fetch the profiles of which it is not known where they belong."""
        for entry in self.state.entries:
            if entry.name not in self.state.homes:
                self.open(entry.name)

    def choose(self, name: str) -> None:
        """Use this profile, fetching its keys from the keychain where needed; "" uses none."""
        self._publish(chosen=name)
        self.open(name)

    def open(self, name: str) -> None:
        """Fetch the keys of a profile without using it; nothing happens where they are at hand or on their way."""
        if name in self._in_keychain and name not in self._opened and name not in self._loading:
            self._loading.add(name)
            self._calls.ask(
                partial(self._keeping.store.load, name), self._on_loaded, partial(self._loading.discard, name)
            )

    def name_problem(self, name: str, *, replacing: str = "") -> Text | None:
        """Why a profile cannot have this name, or None; ``replacing`` is its name so far."""
        try:
            wanted = clean_name(name).casefold()
        except ProfileUnusable as error:
            return error.text
        others = (entry.name for entry in self.state.entries if entry.name != replacing)
        taken = next((other for other in others if other.casefold() == wanted), None)
        return None if taken is None else ProfileExists(taken).text

    def save(self, profile: Profile, *, replacing: str = "") -> None:
        """Keep the profile and use it; ``replacing`` is its former name where it has one. Raises ProfileUnusable."""
        profile = replace(profile, name=clean_name(profile.name))
        former = replacing or profile.name
        earlier = self._session.pop(former, None)
        if earlier is None and former in self._in_keychain:
            self._keeping.claim(former)
        self._opened.pop(former, None)
        self._remember(profile)
        self._keep(PendingSave(profile, (former, *(earlier.formers if earlier else ()))), chosen=profile.name)

    def delete(self, name: str) -> None:
        """Forget the profile here and in the keychain; the built-in one stays."""
        if self._built_in and name == self._built_in.name:
            return
        pending = self._session.pop(name, None)
        self._opened.pop(name, None)
        if pending is None and name in self._in_keychain:
            self._keeping.claim(name)
        names = (name, *(pending.formers if pending else ()))
        on_its_way = any(other.profile.name in names for other in self._saving)
        in_keychain = on_its_way or self._keeping.holds(names)
        self._leaving += names if in_keychain else ()
        self._publish(chosen="" if self.state.chosen == name else self.state.chosen)
        if in_keychain:
            self._calls.ask(partial(self._keeping.delete, names), self._on_listing, partial(self._stay, names))

    def _keep(self, pending: PendingSave, **changes: object) -> None:
        self._session[pending.profile.name] = pending
        self._saving.append(pending)
        self._publish(**changes)
        self._calls.ask(
            partial(self._keeping.keep, pending), partial(self._on_kept, pending), partial(self._saving.remove, pending)
        )

    def _on_listing(self, listing: Listing) -> None:
        self._in_keychain = listing.names
        self._publish(place=listing.place)
        self._part_twins()
        self.open(self.state.chosen)

    def _on_listing_again(self, listing: Listing) -> None:
        self._on_listing(listing)
        for pending in tuple(self._session.values()):
            if pending not in self._saving:
                self._keep(pending)

    def _part_twins(self) -> None:
        """Rename what this session holds under the name of another profile that turned out to be in the keychain."""
        for name, pending in tuple(self._session.items()):
            if name in self._in_keychain and not self._keeping.holds(pending.formers):
                new = self._free_name(name)
                profile = replace(self._opened.pop(name), name=new)
                del self._session[name]
                self._remember(profile)
                self._session[new] = PendingSave(profile, (new,))
                chosen = new if self.state.chosen == name else self.state.chosen
                self._publish(chosen=chosen)
                self._calls.say(_TWINS.fill(name=name, new=new), trouble=True)

    def _free_name(self, name: str) -> str:
        taken = {entry.name.casefold() for entry in self.state.entries}
        numbered = (f"{name[: LONGEST_NAME - 4]} {number}" for number in count(2))
        return next(free for free in numbered if free.casefold() not in taken)

    def _on_loaded(self, profile: Profile) -> None:
        if profile.name in self._in_keychain and profile.name not in (*self._opened, *self._leaving):
            self._remember(profile)
        self._publish()

    def _on_kept(self, pending: PendingSave, listing: Listing) -> None:
        # The same text may be on its way once more, or a later one: then the session goes on holding it.
        if self._session.get(pending.profile.name) == pending and pending not in self._saving:
            del self._session[pending.profile.name]
        self._on_listing(listing)
        if not self._calls.busy:
            self._calls.say(SAVED.fill(keychain=listing.place))

    def _stay(self, names: tuple[str, ...]) -> None:
        for name in names:
            self._leaving.remove(name)

    def _remember(self, profile: Profile) -> None:
        self._opened[profile.name] = profile
        if profile.credentials.client_key:
            self._keys.add(profile.credentials.client_key)

    def _homes_of(self, entries: tuple[ProfileEntry, ...]) -> dict[str, Home]:
        for name, profile in self._opened.items():
            self._homes[name] = Home(profile.environment_id, profile.credentials.app_code)
        return {one.name: self._homes[one.name] for one in entries if one.name in self._homes}

    def _entries(self) -> tuple[ProfileEntry, ...]:
        built_in = (ProfileEntry(self._built_in.name, "built in"),) if self._built_in else ()
        moving = {former for pending in self._saving for former in pending.formers}
        unlisted = {*self._session, *self._leaving, *moving, *(entry.name for entry in built_in)}
        place: Kept = "keychain" if self._keeping.store.permanent else "session"
        kept = (ProfileEntry(name, place) for name in self._in_keychain if name not in unlisted)
        session = (ProfileEntry(name, "session") for name in self._session)
        return (*built_in, *sorted((*kept, *session), key=lambda entry: (entry.name.casefold(), entry.name)))

    def _publish(self, **changes: object) -> None:
        entries = self._entries()
        state = replace(self.state, entries=entries, homes=self._homes_of(entries), **changes)  # type: ignore[arg-type]  # names are the state's
        state = replace(state, profile=self._opened.get(state.chosen), opened=frozenset(self._opened))
        calls = self._calls
        state = replace(state, notice=calls.notice, trouble=calls.trouble, busy=calls.busy)
        if state != self.state:
            self.state = state
            self.changed.emit(state)
