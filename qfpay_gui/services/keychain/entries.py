"""The operating system's keychain: which one it is, and entries in it that survive a crash in mid-write.

``keyring`` is imported on first use only, for it is slow to load and to look around.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Protocol, TypeVar

from qfpay_gui.qfpay.text import Text, text
from qfpay_gui.services.keychain.errors import UNAVAILABLE, NoKeychain, SecretStoreError, from_keyring

if TYPE_CHECKING:
    from collections.abc import Callable

SERVICE = "QFPay Tester"
_SPARE = "(spare) "
_Answer = TypeVar("_Answer")

_OF_THE_SYSTEM = {
    "keyring.backends.macOS": text("Keychain", "macOS Keychain"),
    "keyring.backends.Windows": text("Keychain", "Windows Credential Manager"),
    "keyring.backends.SecretService": text("Keychain", "GNOME Keyring / Secret Service"),
    "keyring.backends.libsecret": text("Keychain", "GNOME Keyring / Secret Service"),
    "keyring.backends.kwallet": text("Keychain", "KWallet"),
}
# macOS is left out: there keyring replaces an entry by deleting it and adding another.
_REPLACES_IN_ONE_STEP = _OF_THE_SYSTEM.keys() - {"keyring.backends.macOS"}
_NONE = text(
    "Keychain",
    "this computer offers no keychain. On Linux start GNOME Keyring, KWallet or another Secret Service and log in "
    "to a desktop session; then start QFPay Tester again.",
)
_UNSAFE = text(
    "Keychain",
    "the keyring library is set to “{module}”, which is not the operating system's keychain and may write keys to a "
    "readable file. Remove that choice (PYTHON_KEYRING_BACKEND or keyringrc.cfg) and start QFPay Tester again.",
)


class Keyring(Protocol):
    """The three verbs of a ``keyring`` backend. They may block while a person is asked to unlock it."""

    def get_password(self, service: str, username: str, /) -> str | None:
        """The secret, or None where there is no such entry."""

    def set_password(self, service: str, username: str, password: str, /) -> None:
        """Keep the secret, in place of the one before."""

    def delete_password(self, service: str, username: str, /) -> None:
        """Forget the secret; raises where there is no such entry."""


def name_of(backend: object) -> Text | None:
    """What people call this keychain, or None where it is not one of the operating system's."""
    return _OF_THE_SYSTEM.get(type(backend).__module__)


def trusted(backend: Keyring) -> Keyring:
    """The operating system's keychain behind what ``keyring`` chose; raises NoKeychain rather than settle for less.

    Of a chain only the first such member is used, so that no key reaches a lesser one behind it.
    """
    chained: list[Keyring] = getattr(backend, "backends", [backend])
    for candidate in chained:
        if name_of(candidate) is not None:
            return candidate
    module = type(backend).__module__
    absent = module in {"keyring.backends.fail", "keyring.backends.null", "keyring.backends.chainer"}
    raise NoKeychain(_NONE if absent else _UNSAFE.fill(module=module))


def system_keyring() -> Keyring:
    """The operating system's keychain; raises NoKeychain."""
    try:
        import keyring  # noqa: PLC0415 - slow to load

        return trusted(keyring.get_keyring())
    except NoKeychain:
        raise
    except Exception:  # noqa: BLE001 - a configured backend may raise anything while it loads
        problem = NoKeychain(UNAVAILABLE)
    raise problem


def _asked(verb: Callable[..., _Answer], *words: str) -> _Answer:
    """One call of the keychain. Its errors become ours, without a context, for that could quote the value."""
    try:
        return verb(SERVICE, *words)
    except Exception as error:  # noqa: BLE001 - each backend raises its own platform's exceptions
        problem = from_keyring(error)
    raise problem


class Entries:
    """Named texts in one keychain. Replacing one never leaves a moment in which neither value is there.

    Where the keychain itself cannot promise that, the old value first goes to a spare
    entry, which is read where the entry is missing and removed afterwards.
    All verbs raise SecretStoreError.
    """

    def __init__(self, keyring: Keyring) -> None:
        self.keyring = keyring
        self._spares = type(keyring).__module__ not in _REPLACES_IN_ONE_STEP

    def get(self, name: str) -> str | None:
        """The text kept under the name, or None."""
        found = self._read(name)
        return self._from_spare(name) if found is None and self._spares else found

    def put(self, name: str, value: str) -> None:
        """Keep the text under the name. When it fails, what was there before is still there."""
        before = self.get(name)
        if before == value:
            return
        if before is None or not self._spares:
            self._write(name, value)
            return
        self._write(_SPARE + name, before)
        self._write(name, value)
        with suppress(SecretStoreError):
            self._remove(_SPARE + name)

    def drop(self, name: str) -> None:
        """Forget the text; nothing happens where there is none. The spare goes first, or it would come back."""
        for username in (_SPARE + name, name):
            if self._read(username) is not None:
                self._remove(username)

    def _from_spare(self, name: str) -> str | None:
        """The text that a broken-off replacement left in the spare entry, put back in its place."""
        if (found := self._read(_SPARE + name)) is not None:
            with suppress(SecretStoreError):
                self._write(name, found)
                self._remove(_SPARE + name)
        return found

    def _read(self, username: str) -> str | None:
        return _asked(self.keyring.get_password, username)

    def _write(self, username: str, value: str) -> None:
        _asked(self.keyring.set_password, username, value)

    def _remove(self, username: str) -> None:
        _asked(self.keyring.delete_password, username)
