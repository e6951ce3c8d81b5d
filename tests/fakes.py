"""Stand-ins for the outside world: keychains in all their moods, and a store that can be told to fail."""
# ruff: noqa: ARG002 - a keychain that refuses does not look at what it is asked

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from keyring.errors import KeyringLocked, PasswordDeleteError, PasswordSetError

from qfpay_gui.services.keychain.secret_store import SessionStore

if TYPE_CHECKING:
    from qfpay_gui.qfpay.credentials import Profile
    from qfpay_gui.services.keychain.errors import SecretStoreError


class MemoryKeyring:
    """A keychain in memory that behaves as the Secret Service does."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        """The secret, or None."""
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep the secret."""
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        """Forget the secret; an absent one is an error, as in every real keychain."""
        if self.kept.pop((service, username), None) is None:
            raise PasswordDeleteError("No such password!")


class WindowsLikeKeyring(MemoryKeyring):
    """Takes names that differ in capital letters for one, and refuses what is longer than 2,560 bytes of UTF-16."""

    def get_password(self, service: str, username: str) -> str | None:
        """The secret of the name in any capitals."""
        return super().get_password(service, username.casefold())

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep the secret if it is short enough."""
        if len(password.encode("utf-16-le")) > 2560:
            raise OSError(1783, "The stub received bad data")
        super().set_password(service, username.casefold(), password)

    def delete_password(self, service: str, username: str) -> None:
        """Forget the secret of the name in any capitals."""
        super().delete_password(service, username.casefold())


class PowerCutError(BaseException):
    """The program ends here and now; no ``except Exception`` runs."""


class BreakingKeyring(MemoryKeyring):
    """Deletes before it adds, as macOS does, and breaks off before its n-th change: in error, or with the program."""

    def __init__(self) -> None:
        super().__init__()
        self.changes_left: int | None = None
        self.breakage: BaseException = PowerCutError()

    def set_password(self, service: str, username: str, password: str) -> None:
        """Two changes where the entry exists, one where it does not."""
        if (service, username) in self.kept:
            self._change()
            del self.kept[service, username]
        self._change()
        super().set_password(service, username, password)

    def delete_password(self, service: str, username: str) -> None:
        """One change."""
        self._change()
        super().delete_password(service, username)

    def _change(self) -> None:
        if self.changes_left is not None:
            if self.changes_left == 0:
                raise self.breakage
            self.changes_left -= 1


class OneStepBreakingKeyring(BreakingKeyring):
    """Replaces an entry in one step, as the Secret Service does, whose module it claims to come from."""

    __module__ = "keyring.backends.SecretService"

    def set_password(self, service: str, username: str, password: str) -> None:
        """One change."""
        self._change()
        MemoryKeyring.set_password(self, service, username, password)


class LockedKeyring(MemoryKeyring):
    """A keychain that stays locked."""

    def get_password(self, service: str, username: str) -> str | None:
        """Nothing can be read."""
        raise KeyringLocked("Failed to unlock the collection!")

    def set_password(self, service: str, username: str, password: str) -> None:
        """Nothing can be written."""
        raise KeyringLocked("Failed to unlock the collection!")

    delete_password = get_password  # type: ignore[assignment]


class KeychainDenied(Exception):  # noqa: N818 - the name macOS's backend uses
    """What lies under macOS's KeyringLocked when the person clicks “Deny”."""


class RefusingKeyring(MemoryKeyring):
    """A keychain whose question the person denies; its errors quote the secret, as the worst of libraries might."""

    def get_password(self, service: str, username: str) -> str | None:
        """Denied."""
        raise KeyringLocked("Can't get password from keychain") from KeychainDenied(-128, "Keychain Access Denied")

    def set_password(self, service: str, username: str, password: str) -> None:
        """Denied, telling what was to be kept."""
        raise PasswordSetError(f"Cancelled by user: {password}") from KeychainDenied(-128, password)


class HangingKeyring(MemoryKeyring):
    """A keychain that waits for an answer nobody gives, until ``answered`` is set."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = threading.Event()
        self.answered = threading.Event()

    def get_password(self, service: str, username: str) -> str | None:
        """Wait, then answer."""
        self._ask()
        return super().get_password(service, username)

    def set_password(self, service: str, username: str, password: str) -> None:
        """Wait, then keep the secret."""
        self._ask()
        super().set_password(service, username, password)

    def delete_password(self, service: str, username: str) -> None:
        """Wait, then forget the secret."""
        self._ask()
        super().delete_password(service, username)

    def _ask(self) -> None:
        self.asked.set()
        self.answered.wait()


class FakeStore(SessionStore):
    """A store that claims to be permanent; with a ``problem`` set, every verb but ``describe`` raises it."""

    def __init__(self, *profiles: Profile) -> None:
        super().__init__()
        self.permanent = True
        self.problem: SecretStoreError | None = None
        for profile in profiles:
            self.save(profile)

    def names(self) -> tuple[str, ...]:
        """The names, or the problem."""
        self._fail()
        return super().names()

    def load(self, name: str) -> Profile:
        """The profile, or the problem."""
        self._fail()
        return super().load(name)

    def save(self, profile: Profile) -> None:
        """Keep the profile, or the problem."""
        self._fail()
        super().save(profile)

    def rename(self, old: str, new: str) -> None:
        """Rename, or the problem."""
        self._fail()
        super().rename(old, new)

    def delete(self, name: str) -> None:
        """Forget, or the problem."""
        self._fail()
        super().delete(name)

    def _fail(self) -> None:
        if self.problem is not None:
            raise self.problem
