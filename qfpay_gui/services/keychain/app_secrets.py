"""The AppSecrets of Mini Programs, by AppID: in the system's keychain, or in this session's memory."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.text import Text, text
from qfpay_gui.services.keychain.entries import Keyring, system_keyring
from qfpay_gui.services.keychain.errors import EntryUnreadable, SecretStoreError
from qfpay_gui.services.keychain.named_secrets import (
    MOST_CHARACTERS,
    KeychainSecrets,
    NamedSecrets,
    SessionSecrets,
    members_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable

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


class AppSecrets:
    """Keeps AppSecrets by AppID, in small letters as WeChat writes it. All verbs raise SecretStoreError.

    ``permanent`` tells whether what is saved outlives the program.
    """

    def __init__(self, secrets: NamedSecrets) -> None:
        self._secrets = secrets
        self.permanent = secrets.permanent

    def describe(self) -> Text:
        """What people call the place where the AppSecrets are; raises NoKeychain."""
        return self._secrets.describe()

    def appids(self) -> tuple[str, ...]:
        """The Mini Programs whose AppSecret is kept, sorted; none is read for it."""
        return self._secrets.names()

    def load(self, appid: str) -> str:
        """The AppSecret; raises AppSecretUnknown, EntryUnreadable."""
        if (entry := self._secrets.get(_as_kept(appid))) is None:
            raise AppSecretUnknown(appid)
        secret = members_of(entry).get("app_secret")
        if not isinstance(secret, str):
            raise EntryUnreadable(_ENTRY + _as_kept(appid))
        return secret

    def save(self, appid: str, secret: str) -> None:
        """Keep the AppSecret, in place of the one before; raises AppSecretUnusable."""
        self._secrets.put(_usable(appid), _written(secret))

    def delete(self, appid: str) -> None:
        """Forget the AppSecret for good, even a damaged one; raises AppSecretUnknown."""
        if not self._secrets.drop(_as_kept(appid)):
            raise AppSecretUnknown(appid)


class SessionAppSecrets(AppSecrets):
    """Keeps AppSecrets in memory until the program ends."""

    def __init__(self) -> None:
        super().__init__(SessionSecrets())


class KeychainAppSecrets(AppSecrets):
    """Keeps each AppSecret as one secret in the operating system's keychain, apart from the profiles."""

    def __init__(self, choose: Callable[[], Keyring] = system_keyring) -> None:
        super().__init__(KeychainSecrets("mini programs", _ENTRY, choose))


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
