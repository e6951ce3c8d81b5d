"""Secrets kept by name, with the list of their names: in the system's keychain, or in this session's memory."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol

from qfpay_gui.qfpay.text import Text, text
from qfpay_gui.services.keychain.entries import Entries, Keyring, name_of, system_keyring
from qfpay_gui.services.keychain.errors import EntryUnreadable, SecretStoreError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

# Windows Credential Manager keeps 2,560 bytes of UTF-16 (CRED_MAX_CREDENTIAL_BLOB_SIZE): 1,280 ASCII characters.
MOST_CHARACTERS = 1280


class NamedSecrets(Protocol):
    """Keeps texts by name. All verbs raise SecretStoreError; ``permanent`` means that they outlive the program."""

    permanent: bool

    def describe(self) -> Text:
        """What people call the place where the secrets are."""

    def names(self) -> tuple[str, ...]:
        """The listed names, sorted; no secret is read for it."""

    def get(self, name: str) -> str | None:
        """The secret; None where there is none, and then the name is not listed any more."""

    def put(self, name: str, secret: str) -> None:
        """Keep the secret, in place of the one before. When it fails, what was there before is still there."""

    def list_again(self, name: str) -> None:
        """List a name that was found to have a secret, if possible."""

    def move(self, old: str, new: str, secret: str) -> None:
        """Keep this secret of ``old`` under the name ``new`` instead."""

    def drop(self, name: str) -> bool:
        """Forget the secret, even a damaged one; whether there was one."""


class SessionSecrets:
    """Keeps secrets in memory until the program ends."""

    permanent = False

    def __init__(self) -> None:
        self._kept: dict[str, str] = {}

    def describe(self) -> Text:
        """Say that nothing is stored."""
        return text("Keychain", "Memory only, until QFPay Tester is closed")

    def names(self) -> tuple[str, ...]:
        """The names that have a secret."""
        return _sorted(self._kept)

    def get(self, name: str) -> str | None:
        """The secret, or None."""
        return self._kept.get(name)

    def put(self, name: str, secret: str) -> None:
        """Keep the secret."""
        self._kept[name] = secret

    def list_again(self, name: str) -> None:
        """Nothing to do: what has a secret is listed."""

    def move(self, old: str, new: str, secret: str) -> None:
        """Keep the secret under the new name."""
        del self._kept[old]
        self._kept[new] = secret

    def drop(self, name: str) -> bool:
        """Forget the secret."""
        return self._kept.pop(name, None) is not None


class KeychainSecrets:
    """Keeps each secret as an entry under “QFPay Tester”; ``heading`` names their list, ``prefix`` opens their names.

    A name is listed before its secret is written and struck off after it is deleted, so whatever interrupts in
    between, no secret is in the keychain that the list does not show.
    """

    permanent = True

    def __init__(self, heading: str, prefix: str = "", choose: Callable[[], Keyring] = system_keyring) -> None:
        self._heading = heading
        self._prefix = prefix
        self._choose = choose
        self._opened: Entries | None = None

    def describe(self) -> Text:
        """What people call the keychain in use; raises NoKeychain."""
        return name_of(self._entries.keyring) or text("Keychain", "The system's keychain")

    def names(self) -> tuple[str, ...]:
        """The listed names."""
        return self._list.names()

    def get(self, name: str) -> str | None:
        """The secret, or None."""
        if (secret := self._entries.get(self._prefix + name)) is None:
            with suppress(SecretStoreError):
                self._list.remove(name)
        return secret

    def put(self, name: str, secret: str) -> None:
        """List the name, then write the secret; a name without a secret is struck off again."""
        self._list.add(name)
        try:
            self._entries.put(self._prefix + name, secret)
        except SecretStoreError:
            with suppress(SecretStoreError):
                self.get(name)
            raise

    def list_again(self, name: str) -> None:
        """List the name: two windows that wrote the list at once may have lost it."""
        with suppress(SecretStoreError):
            self._list.add(name)

    def move(self, old: str, new: str, secret: str) -> None:
        """Write the new entry before the old one goes."""
        self.put(new, secret)
        self._entries.drop(self._prefix + old)
        self._entries.put(self._prefix + new, secret)  # a keychain that ignores capitals may have just dropped it
        self._list.remove(old)

    def drop(self, name: str) -> bool:
        """Forget the secret, then strike its name off."""
        known = self._entries.get(self._prefix + name) is not None
        self._entries.drop(self._prefix + name)
        self._list.remove(name)
        return known

    @property
    def _entries(self) -> Entries:
        if self._opened is None:
            self._opened = Entries(self._choose())
        return self._opened

    @property
    def _list(self) -> NameList:
        return NameList(self._entries, self._heading)


class NameList:
    """Names in the keychain itself, which cannot be listed through ``keyring``.

    They stand on as many pages as they need; a name stays on its page, so each change writes one entry. ``heading``
    names the pages. All verbs raise SecretStoreError.
    """

    def __init__(self, entries: Entries, heading: str) -> None:
        self._entries = entries
        self._heading = heading

    def names(self) -> tuple[str, ...]:
        """Every listed name, sorted without regard to capital letters."""
        return _sorted({name for _, names in self._pages() for name in names})

    def add(self, name: str) -> None:
        """List the name; nothing happens where it is listed already."""
        pages = list(self._pages())
        if any(name in names for _, names in pages):
            return
        for number, names in [*pages, (len(pages) + 1, [])]:
            written = json.dumps([*names, name])
            if len(written) <= MOST_CHARACTERS:
                self._entries.put(self._page(number), written)
                return

    def remove(self, name: str) -> None:
        """Strike the name off; nothing happens where it is not listed."""
        for number, names in self._pages():
            if name in names:
                self._entries.put(self._page(number), json.dumps([other for other in names if other != name]))

    def _pages(self) -> Iterator[tuple[int, list[str]]]:
        number = 1
        while (kept := self._entries.get(self._page(number))) is not None:
            yield number, _names(self._page(number), kept)
            number += 1

    def _page(self, number: int) -> str:
        return f"({self._heading})" if number == 1 else f"({self._heading} {number})"


def members_of(entry: str) -> dict[str, object]:
    """The members of a secret that is a JSON object; none where it is not."""
    kept = _json(entry)
    return kept if isinstance(kept, dict) else {}


def _names(entry: str, kept: str) -> list[str]:
    """The names on a page; raises EntryUnreadable."""
    names = _json(kept)
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise EntryUnreadable(entry)
    return names


def _json(written: str) -> object:
    try:
        return json.loads(written)
    except (ValueError, RecursionError):
        return None


def _sorted(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(names, key=lambda name: (name.casefold(), name)))
