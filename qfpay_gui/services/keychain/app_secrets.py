"""Where the AppSecrets of Mini Programs are kept, by AppID: the system's keychain, or this session's memory."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol

from qfpay_gui.qfpay.text import Text, text
from qfpay_gui.services.keychain.entries import Entries, Keyring, name_of, system_keyring
from qfpay_gui.services.keychain.errors import EntryUnreadable, SecretStoreError
from qfpay_gui.services.keychain.profile_index import MOST_CHARACTERS, ProfileIndex

if TYPE_CHECKING:
    from collections.abc import Callable

_HEADING = "mini programs"
# The bracket keeps these entries apart from profiles, whose names cannot begin with one.
_ENTRY = "(mini program) "
_APPID = re.compile(r"[A-Za-z0-9_-]{1,64}")


class AppSecretUnknown(SecretStoreError):  # noqa: N818 - named after what happened, as its siblings are
    """No AppSecret of this Mini Program is kept."""

    def __init__(self, appid: str) -> None:
        sentence = text(
            "Keychain",
            "No AppSecret of {appid} is kept here. It may have been forgotten in another window: enter it again.",
        )
        super().__init__(sentence.fill(appid=appid))


class AppSecretUnusable(SecretStoreError):  # noqa: N818 - named after what happened, as its siblings are
    """The AppID or the AppSecret is one that not every keychain can keep."""

    def __init__(self) -> None:
        sentence = text(
            "Keychain",
            "This AppSecret cannot be kept: an AppID has at most 64 letters and digits, an AppSecret 32. "
            "Check both for text that was pasted by mistake.",
        )
        super().__init__(sentence)


class AppSecrets(Protocol):
    """Keeps AppSecrets by AppID, in small letters as WeChat writes it. All verbs raise SecretStoreError.

    ``permanent`` tells whether what is saved outlives the program.
    """

    permanent: bool

    def describe(self) -> Text:
        """What people call the place where the AppSecrets are."""

    def appids(self) -> tuple[str, ...]:
        """The Mini Programs whose AppSecret is kept, sorted; none is read for it."""

    def load(self, appid: str) -> str:
        """The AppSecret; raises AppSecretUnknown, EntryUnreadable."""

    def save(self, appid: str, secret: str) -> None:
        """Keep the AppSecret, in place of the one before; raises AppSecretUnusable."""

    def delete(self, appid: str) -> None:
        """Forget the AppSecret for good; raises AppSecretUnknown."""


class SessionAppSecrets:
    """Keeps AppSecrets in memory until the program ends."""

    permanent = False

    def __init__(self) -> None:
        self._secrets: dict[str, str] = {}

    def describe(self) -> Text:
        """Say that nothing is stored."""
        return text("Keychain", "Memory only, until QFPay Tester is closed")

    def appids(self) -> tuple[str, ...]:
        """The Mini Programs whose AppSecret is kept, sorted."""
        return tuple(sorted(self._secrets))

    def load(self, appid: str) -> str:
        """The AppSecret; raises AppSecretUnknown."""
        if (secret := self._secrets.get(_as_kept(appid))) is None:
            raise AppSecretUnknown(appid)
        return secret

    def save(self, appid: str, secret: str) -> None:
        """Keep the AppSecret; raises AppSecretUnusable."""
        _written(secret)
        self._secrets[_usable(appid)] = secret

    def delete(self, appid: str) -> None:
        """Forget the AppSecret; raises AppSecretUnknown."""
        if self._secrets.pop(_as_kept(appid), None) is None:
            raise AppSecretUnknown(appid)


class KeychainAppSecrets:
    """Keeps each AppSecret as one secret under “QFPay Tester”, apart from the profiles.

    An AppID is listed before its secret is written and struck off after it is deleted, so whatever interrupts in
    between, no AppSecret is in the keychain that the list does not show.
    """

    permanent = True

    def __init__(self, choose: Callable[[], Keyring] = system_keyring) -> None:
        self._choose = choose
        self._opened: Entries | None = None

    def describe(self) -> Text:
        """What people call the keychain in use; raises NoKeychain."""
        return name_of(self._entries.keyring) or text("Keychain", "The system's keychain")

    def appids(self) -> tuple[str, ...]:
        """The listed Mini Programs."""
        return self._index.names()

    def load(self, appid: str) -> str:
        """The AppSecret; raises AppSecretUnknown and strikes the AppID off the list, or EntryUnreadable."""
        if (entry := self._entries.get(_ENTRY + _as_kept(appid))) is None:
            with suppress(SecretStoreError):
                self._index.remove(_as_kept(appid))
            raise AppSecretUnknown(appid)
        return _read(_ENTRY + _as_kept(appid), entry)

    def save(self, appid: str, secret: str) -> None:
        """Keep the AppSecret; raises AppSecretUnusable. When it fails, what was there before is still there."""
        appid, written = _usable(appid), _written(secret)
        self._index.add(appid)
        try:
            self._entries.put(_ENTRY + appid, written)
        except SecretStoreError:
            with suppress(SecretStoreError):
                if self._entries.get(_ENTRY + appid) is None:
                    self._index.remove(appid)
            raise

    def delete(self, appid: str) -> None:
        """Forget the AppSecret, even a damaged one; raises AppSecretUnknown."""
        name = _ENTRY + _as_kept(appid)
        known = self._entries.get(name) is not None
        self._entries.drop(name)
        self._index.remove(_as_kept(appid))
        if not known:
            raise AppSecretUnknown(appid)

    @property
    def _entries(self) -> Entries:
        if self._opened is None:
            self._opened = Entries(self._choose())
        return self._opened

    @property
    def _index(self) -> ProfileIndex:
        return ProfileIndex(self._entries, _HEADING)


def _as_kept(appid: str) -> str:
    return appid.strip().lower()


def _usable(appid: str) -> str:
    """The AppID as it is kept; raises AppSecretUnusable, which quotes nothing: it might be the AppSecret."""
    if not _APPID.fullmatch(appid.strip()):
        raise AppSecretUnusable
    return _as_kept(appid)


def _written(secret: str) -> str:
    """The keychain entry, in ASCII; raises AppSecretUnusable where it is too long for Windows."""
    written = json.dumps({"app_secret": secret})
    if len(written) > MOST_CHARACTERS:
        raise AppSecretUnusable
    return written


def _read(name: str, entry: str) -> str:
    """The AppSecret in a keychain entry; raises EntryUnreadable, which never quotes the entry."""
    try:
        kept = json.loads(entry)
    except (ValueError, RecursionError):
        kept = None
    secret = kept.get("app_secret") if isinstance(kept, dict) else None
    if not isinstance(secret, str):
        raise EntryUnreadable(name)
    return secret
