"""Only the operating system's keychain is trusted, and it is never quoted."""

from __future__ import annotations

import keyring.core
import pytest
from keyring.core import load_keyring

from qfpay_gui.services.keychain.entries import Entries, name_of, system_keyring, trusted
from qfpay_gui.services.keychain.errors import KeychainRefused, NoKeychain
from qfpay_gui.services.keychain.secret_store import KeychainStore
from tests.fakes import MemoryKeyring, RefusingKeyring
from tests.services.keychain.store_contract import KEY, assert_tells_nothing


def test_a_library_that_quotes_the_secret_in_its_error_is_not_repeated() -> None:
    """What the keychain said about the value it was given never leaves this room."""
    with pytest.raises(KeychainRefused) as raised:
        Entries(Refuser()).put("Demo", KEY)
    assert_tells_nothing(raised.value)


class Refuser(RefusingKeyring):
    """Reads, but refuses to write."""

    def get_password(self, service: str, username: str) -> str | None:
        """What is kept: nothing."""
        return MemoryKeyring.get_password(self, service, username)


def backend_of(module: str, **members: object) -> MemoryKeyring:
    """A backend whose class claims to come from this module."""
    backend: MemoryKeyring = type("Keyring", (MemoryKeyring,), {"__module__": module, **members})()
    return backend


@pytest.mark.parametrize(
    ("module", "name"),
    [
        ("keyring.backends.macOS", "macOS Keychain"),
        ("keyring.backends.Windows", "Windows Credential Manager"),
        ("keyring.backends.SecretService", "GNOME Keyring / Secret Service"),
        ("keyring.backends.libsecret", "GNOME Keyring / Secret Service"),
        ("keyring.backends.kwallet", "KWallet"),
    ],
)
def test_the_keychains_of_the_systems_are_trusted_and_named(module: str, name: str) -> None:
    """Each has the name its users know."""
    backend = backend_of(module)
    assert trusted(backend) is backend
    assert str(KeychainStore(lambda: backend).describe()) == name
    assert KeychainStore(lambda: backend).permanent


@pytest.mark.parametrize("module", ["keyrings.alt.file", "keyrings.alt.Windows", "my.vault"])
def test_a_keyring_that_may_write_a_readable_file_is_refused(module: str) -> None:
    """The refusal names the module and how to remove the choice."""
    with pytest.raises(NoKeychain, match=f"{module}.*PYTHON_KEYRING_BACKEND"):
        trusted(backend_of(module))


@pytest.mark.parametrize("absent", ["keyring.backends.fail", "keyring.backends.null"])
def test_where_there_is_no_keychain_the_way_to_one_is_told(absent: str) -> None:
    """The library's own stand-ins for nothing are no keychain."""
    with pytest.raises(NoKeychain, match="offers no keychain"):
        trusted(load_keyring(f"{absent}.Keyring"))


def test_of_a_chain_only_the_systems_keychain_is_used() -> None:
    """A plain-text member behind it never sees a key."""
    unsafe, safe = backend_of("keyrings.alt.file"), backend_of("keyring.backends.SecretService")
    chain = backend_of("keyring.backends.chainer", backends=[unsafe, safe])
    assert trusted(chain) is safe
    with pytest.raises(NoKeychain):
        trusted(backend_of("keyring.backends.chainer", backends=[unsafe]))


def test_a_choice_in_the_environment_that_cannot_be_loaded_is_no_keychain(monkeypatch: pytest.MonkeyPatch) -> None:
    """A typing mistake in PYTHON_KEYRING_BACKEND is no crash."""
    monkeypatch.setattr(keyring.core, "_keyring_backend", None)
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "no.such.Backend")
    with pytest.raises(NoKeychain, match="could not be opened") as raised:
        system_keyring()
    assert_tells_nothing(raised.value)


def test_an_unnamed_backend_has_no_name() -> None:
    """Only the systems' keychains are named."""
    assert name_of(MemoryKeyring()) is None
