"""Where credentials are kept: the operating system's keychain and nowhere else, or this session's memory."""

from __future__ import annotations

import json
import unicodedata
from contextlib import suppress
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Protocol

from qfpay_gui.qfpay.credentials import Credentials, Profile
from qfpay_gui.qfpay.text import Text, text
from qfpay_gui.services.keychain.entries import Entries, Keyring, name_of, system_keyring
from qfpay_gui.services.keychain.errors import (
    EntryUnreadable,
    ProfileExists,
    ProfileUnknown,
    ProfileUnusable,
    SecretStoreError,
)
from qfpay_gui.services.keychain.profile_index import MOST_CHARACTERS, ProfileIndex

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

LONGEST_NAME = 64
_BAD_NAME = text(
    "Keychain",
    "“{name}” cannot be the name of a profile. Use 1 to 64 characters on one line, not starting with “(”.",
)
_TOO_LONG = text(
    "Keychain",
    "The profile “{name}” takes {size} characters in the keychain; 1280 is the most that every system keeps. "
    "Check app_code, client_key and mchid for text that was pasted by mistake.",
)


class SecretStore(Protocol):
    """Keeps profiles by name. All verbs raise SecretStoreError; names that differ in capitals only are the same.

    ``permanent`` tells whether what is saved outlives the program.
    """

    permanent: bool

    def describe(self) -> Text:
        """What people call the place where the keys are."""

    def names(self) -> tuple[str, ...]:
        """The names of the kept profiles, sorted."""

    def load(self, name: str) -> Profile:
        """The profile of this name; raises ProfileUnknown, EntryUnreadable."""

    def save(self, profile: Profile) -> None:
        """Keep the profile, in place of one of exactly this name; raises ProfileExists, ProfileUnusable."""

    def rename(self, old: str, new: str) -> None:
        """Give a profile another name; raises ProfileUnknown, ProfileExists. The old one stays if it fails midway."""

    def delete(self, name: str) -> None:
        """Forget the profile for good; raises ProfileUnknown."""


def clean_name(name: str) -> str:
    """The name as it is kept: without outer spaces, in composed characters; raises ProfileUnusable."""
    cleaned = unicodedata.normalize("NFC", name.strip())
    # "(" opens the entries that are no profiles: the list of names and spare copies.
    if not cleaned or len(cleaned) > LONGEST_NAME or not cleaned.isprintable() or cleaned.startswith("("):
        shown = "".join(character if character.isprintable() else "?" for character in name[:LONGEST_NAME])
        raise ProfileUnusable(_BAD_NAME.fill(name=shown))
    return cleaned


def _written(profile: Profile) -> str:
    """The keychain entry of a profile, in ASCII; raises ProfileUnusable where it is too long for Windows."""
    written = json.dumps(asdict(profile.credentials) | {"environment_id": profile.environment_id})
    if len(written) > MOST_CHARACTERS:
        raise ProfileUnusable(_TOO_LONG.fill(name=profile.name, size=len(written)))
    return written


def _read(name: str, entry: str) -> Profile:
    """The profile in a keychain entry; raises EntryUnreadable, which never quotes the entry."""
    try:
        kept = json.loads(entry)
    except (ValueError, RecursionError):
        kept = None
    wanted = ("app_code", "client_key", "mchid", "sign_type", "environment_id")
    if not isinstance(kept, dict) or not all(isinstance(kept.get(member), str) for member in wanted):
        raise EntryUnreadable(name)
    app_code, client_key, mchid, sign_type, environment_id = (kept[member] for member in wanted)
    return Profile(name, environment_id, Credentials(app_code, client_key, mchid, sign_type))


def _namesake(name: str, others: Iterable[str]) -> str | None:
    """Another name that Windows would take for this one."""
    return next((other for other in others if other != name and other.casefold() == name.casefold()), None)


def _as_kept(name: str, kept: Iterable[str]) -> str:
    """The name in the capitals it is kept with; unchanged where it is not kept."""
    kept = tuple(kept)
    return name if name in kept else _namesake(name, kept) or name


class SessionStore:
    """Keeps profiles in memory until the program ends."""

    permanent = False

    def __init__(self) -> None:
        self._profiles: dict[str, Profile] = {}

    def describe(self) -> Text:
        """Say that nothing is stored."""
        return text("Keychain", "Memory only, until QFPay Tester is closed")

    def names(self) -> tuple[str, ...]:
        """The names of the kept profiles, sorted."""
        return tuple(sorted(self._profiles, key=lambda name: (name.casefold(), name)))

    def load(self, name: str) -> Profile:
        """The profile of this name; raises ProfileUnknown."""
        if (profile := self._profiles.get(_as_kept(clean_name(name), self._profiles))) is None:
            raise ProfileUnknown(name)
        return profile

    def save(self, profile: Profile) -> None:
        """Keep the profile; raises ProfileExists, ProfileUnusable."""
        name = clean_name(profile.name)
        if (namesake := _namesake(name, self._profiles)) is not None:
            raise ProfileExists(namesake)
        _written(profile)
        self._profiles[name] = replace(profile, name=name)

    def rename(self, old: str, new: str) -> None:
        """Give a profile another name; raises ProfileUnknown, ProfileExists, ProfileUnusable."""
        profile, name = self.load(old), clean_name(new)
        others = [other for other in self._profiles if other != profile.name]
        if (taken := name if name in others else _namesake(name, others)) is not None:
            raise ProfileExists(taken)
        self._profiles[name] = replace(self._profiles.pop(profile.name), name=name)

    def delete(self, name: str) -> None:
        """Forget the profile; raises ProfileUnknown."""
        del self._profiles[self.load(name).name]


class KeychainStore:
    """Keeps each profile as one secret under “QFPay Tester” in the operating system's keychain.

    A name is listed before its secret is written and struck off after it is deleted, so
    whatever interrupts in between, no key is in the keychain that the list does not show;
    a listed name without a secret is struck off when it is met.
    """

    permanent = True

    def __init__(self, choose: Callable[[], Keyring] = system_keyring) -> None:
        self._choose = choose
        self._opened: Entries | None = None

    def describe(self) -> Text:
        """What people call the keychain in use; raises NoKeychain."""
        keyring = self._entries.keyring
        return name_of(keyring) or text("Keychain", "The system's keychain")

    def names(self) -> tuple[str, ...]:
        """The listed names; no secret is read for it."""
        return self._index.names()

    def load(self, name: str) -> Profile:
        """The profile of this name; raises ProfileUnknown, EntryUnreadable."""
        name = self._as_kept(name)
        profile = _read(name, self._entry(name))
        with suppress(SecretStoreError):  # two windows that wrote the list at once may have lost this name
            self._index.add(name)
        return profile

    def save(self, profile: Profile) -> None:
        """Keep the profile; raises ProfileExists, ProfileUnusable."""
        profile = replace(profile, name=clean_name(profile.name))
        listed = profile.name in self._index.names()
        if not listed and (namesake := self._kept_namesake(profile.name)) is not None:
            raise ProfileExists(namesake)
        self._keep(profile.name, _written(profile))

    def rename(self, old: str, new: str) -> None:
        """Give a profile another name; raises ProfileUnknown, ProfileExists, ProfileUnusable."""
        old, new = self._as_kept(old), clean_name(new)
        entry = self._entry(old)
        if old == new:
            return
        if (taken := self._taken(new, old, entry)) is not None:
            raise ProfileExists(taken)
        self._keep(new, entry)
        self._entries.drop(old)
        self._entries.put(new, entry)  # a keychain that ignores capitals may have just dropped it
        self._index.remove(old)

    def delete(self, name: str) -> None:
        """Forget the profile, even a damaged one; raises ProfileUnknown."""
        name = self._as_kept(name)
        known = self._entries.get(name) is not None
        self._entries.drop(name)
        self._index.remove(name)
        if not known:
            raise ProfileUnknown(name)

    @property
    def _entries(self) -> Entries:
        if self._opened is None:
            self._opened = Entries(self._choose())
        return self._opened

    @property
    def _index(self) -> ProfileIndex:
        return ProfileIndex(self._entries)

    def _as_kept(self, name: str) -> str:
        name = clean_name(name)
        with suppress(EntryUnreadable):  # a damaged list does not stand between a person and their key
            return _as_kept(name, self._index.names())
        return name

    def _keep(self, name: str, written: str) -> None:
        """List the name, then write the secret; a name without a secret is struck off again."""
        self._index.add(name)
        try:
            self._entries.put(name, written)
        except SecretStoreError:
            with suppress(SecretStoreError):
                if self._entries.get(name) is None:
                    self._strike(name)
            raise

    def _strike(self, name: str) -> None:
        with suppress(SecretStoreError):
            self._index.remove(name)

    def _entry(self, name: str) -> str:
        """What is kept under the name; raises ProfileUnknown, and strikes the name off the list."""
        if (entry := self._entries.get(name)) is None:
            self._strike(name)
            raise ProfileUnknown(name)
        return entry

    def _taken(self, new: str, old: str, entry: str) -> str | None:
        """The other profile that stands in the way of renaming; the same one in other capitals does not."""
        capitals_only = new.casefold() == old.casefold()
        if (found := self._entries.get(new)) is not None:
            return None if capitals_only and found == entry else new
        return None if capitals_only else self._kept_namesake(new)

    def _kept_namesake(self, name: str) -> str | None:
        """A profile that differs in capitals only and is really kept; one that is only listed is struck off."""
        while (namesake := _namesake(name, self._index.names())) is not None:
            if self._entries.get(namesake) is not None:
                return namesake
            self._index.remove(namesake)
        return None
