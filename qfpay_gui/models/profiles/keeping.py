"""What is done with profiles on the keychain's own thread, so that nobody's keys are replaced unseen."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qfpay_gui.models.keychain import Listing
from qfpay_gui.services.keychain.errors import ProfileExists, ProfileUnknown, SecretStoreError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qfpay_gui.qfpay.credentials import Profile
    from qfpay_gui.services.keychain.secret_store import SecretStore


@dataclass(frozen=True)
class PendingSave:
    """A profile to be kept; ``formers`` are the names under which it may stand in the keychain, latest first."""

    profile: Profile
    formers: tuple[str, ...]


class ProfileKeeping:
    """Calls that may block; they run one after the other on one thread. All but ``claim`` raise SecretStoreError."""

    def __init__(self, store: SecretStore) -> None:
        self.store = store
        self._ours: set[str] = set()

    def claim(self, name: str) -> None:
        """Allow this name's entry to be replaced and deleted: a person saw it listed and asked for it."""
        self._ours.add(name)

    def holds(self, names: Iterable[str]) -> bool:
        """Whether an entry under one of these names was claimed or written in this session."""
        return not self._ours.isdisjoint(names)

    def list_names(self) -> Listing:
        """What the keychain holds now."""
        return Listing(self.store.names(), self.store.describe())

    def keep(self, pending: PendingSave) -> Listing:
        """Save or rename; raises ProfileExists rather than replace an entry that was not claimed."""
        name = pending.profile.name
        kept_as = next((former for former in pending.formers if former in self._ours), "")
        if not kept_as and name in self.store.names():
            raise ProfileExists(name)
        if kept_as and kept_as != name:
            self._rename(kept_as, pending.profile)
        else:
            self.store.save(pending.profile)
        self._ours.discard(kept_as)
        self._ours.add(name)
        return self.list_names()

    def delete(self, names: Iterable[str]) -> Listing:
        """Forget what stands under these names, as far as it was claimed or written in this session."""
        for name in self._ours.intersection(names):
            with suppress(ProfileUnknown):
                self.store.delete(name)
            self._ours.discard(name)
        return self.list_names()

    def _rename(self, former: str, profile: Profile) -> None:
        """Rename and replace; where the second fails, the first is taken back."""
        try:
            self.store.rename(former, profile.name)
        except ProfileUnknown:
            self.store.save(profile)
            return
        try:
            self.store.save(profile)
        except SecretStoreError:
            with suppress(SecretStoreError):
                self.store.rename(profile.name, former)
            raise
