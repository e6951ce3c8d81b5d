"""Profiles by name: in the operating system's keychain and nowhere else, or in this session's memory."""

from __future__ import annotations

import json
import unicodedata
from contextlib import suppress
from dataclasses import asdict, replace
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.credentials import Credentials, Profile
from qfpay_gui.qfpay.text import Text, text
from qfpay_gui.services.keychain.entries import Keyring, system_keyring
from qfpay_gui.services.keychain.errors import EntryUnreadable, ProfileExists, ProfileUnknown, ProfileUnusable
from qfpay_gui.services.keychain.named_secrets import (
    MOST_CHARACTERS,
    KeychainSecrets,
    NamedSecrets,
    SessionSecrets,
    members_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

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


class SecretStore:
    """Keeps profiles by name. All verbs raise SecretStoreError; names that differ in capitals only are the same.

    ``permanent`` tells whether what is saved outlives the program.
    """

    def __init__(self, secrets: NamedSecrets) -> None:
        self._secrets = secrets
        self.permanent = secrets.permanent

    def describe(self) -> Text:
        """What people call the place where the keys are; raises NoKeychain."""
        return self._secrets.describe()

    def names(self) -> tuple[str, ...]:
        """The names of the kept profiles, sorted; no secret is read for it."""
        return self._secrets.names()

    def load(self, name: str) -> Profile:
        """The profile of this name; raises ProfileUnknown, EntryUnreadable."""
        name = self._as_kept(name)
        profile = _read(name, self._entry(name))
        self._secrets.list_again(name)
        return profile

    def save(self, profile: Profile) -> None:
        """Keep the profile, in place of one of exactly this name; raises ProfileExists, ProfileUnusable."""
        profile = replace(profile, name=clean_name(profile.name))
        if profile.name not in self._secrets.names() and (namesake := self._kept_namesake(profile.name)) is not None:
            raise ProfileExists(namesake)
        self._secrets.put(profile.name, _written(profile))

    def rename(self, old: str, new: str) -> None:
        """Give a profile another name; raises ProfileUnknown, ProfileExists. The old one stays if it fails midway."""
        old, new = self._as_kept(old), clean_name(new)
        entry = self._entry(old)
        if old == new:
            return
        if (taken := self._taken(new, old, entry)) is not None:
            raise ProfileExists(taken)
        self._secrets.move(old, new, entry)

    def delete(self, name: str) -> None:
        """Forget the profile for good, even a damaged one; raises ProfileUnknown."""
        name = self._as_kept(name)
        if not self._secrets.drop(name):
            raise ProfileUnknown(name)

    def _as_kept(self, name: str) -> str:
        """The name in the capitals it is kept with; unchanged where it is not kept."""
        name = clean_name(name)
        with suppress(EntryUnreadable):  # a damaged list does not stand between a person and their key
            names = self._secrets.names()
            return name if name in names else next(_namesakes(name, names), name)
        return name

    def _entry(self, name: str) -> str:
        """What is kept under the name; raises ProfileUnknown."""
        if (entry := self._secrets.get(name)) is None:
            raise ProfileUnknown(name)
        return entry

    def _taken(self, new: str, old: str, entry: str) -> str | None:
        """The other profile that stands in the way of renaming; the same one in other capitals does not."""
        capitals_only = new.casefold() == old.casefold()
        if (found := self._secrets.get(new)) is not None:
            return None if capitals_only and found == entry else new
        return None if capitals_only else self._kept_namesake(new)

    def _kept_namesake(self, name: str) -> str | None:
        """A profile that differs in capitals only and is really kept; one that is only listed does not count."""
        return next(
            (one for one in _namesakes(name, self._secrets.names()) if self._secrets.get(one) is not None), None
        )


class SessionStore(SecretStore):
    """Keeps profiles in memory until the program ends."""

    def __init__(self) -> None:
        super().__init__(SessionSecrets())


class KeychainStore(SecretStore):
    """Keeps each profile as one secret in the operating system's keychain."""

    def __init__(self, choose: Callable[[], Keyring] = system_keyring) -> None:
        super().__init__(KeychainSecrets("profiles", choose=choose))


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
    kept = members_of(entry)
    wanted = [kept.get(member) for member in ("app_code", "client_key", "mchid", "sign_type", "environment_id")]
    match wanted:
        case [str(app_code), str(client_key), str(mchid), str(sign_type), str(environment_id)]:
            return Profile(name, environment_id, Credentials(app_code, client_key, mchid, sign_type))
        case _:
            raise EntryUnreadable(name)


def _namesakes(name: str, others: Iterable[str]) -> Iterator[str]:
    """Other names that Windows would take for this one."""
    return (other for other in others if other != name and other.casefold() == name.casefold())
