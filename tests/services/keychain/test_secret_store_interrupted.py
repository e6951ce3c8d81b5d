"""Whatever breaks off between two changes of a keychain, no key is lost and none is left unlisted."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from qfpay_gui.qfpay.credentials import Profile
from qfpay_gui.services.keychain.errors import KeychainFailed, ProfileUnknown, SecretStoreError
from tests.fakes import BreakingKeyring, MemoryKeyring, OneStepBreakingKeyring, PowerCutError
from tests.services.keychain.store_contract import CHANGED, DEMO, KEY, OTHER, assert_tells_nothing, kept, over

if TYPE_CHECKING:
    from collections.abc import Callable

    from qfpay_gui.services.keychain.secret_store import SecretStore


CHANGES: dict[str, Callable[[SecretStore], None]] = {
    "save anew": lambda store: store.save(Profile("New", "simulator", DEMO.credentials)),
    "replace": lambda store: store.save(CHANGED),
    "rename": lambda store: store.rename("Demo", "New"),
    "rename in capitals": lambda store: store.rename("Demo", "DEMO"),
    "delete the other": lambda store: store.delete(OTHER.name),
}


def changes_of(change: Callable[[SecretStore], None], backend: BreakingKeyring) -> int:
    """How many changes of the keychain it takes."""
    store = over(backend)
    store.save(DEMO)
    store.save(OTHER)
    backend.changes_left = 1000
    change(store)
    return 1000 - backend.changes_left


@pytest.mark.parametrize("breakage", [PowerCutError(), OSError(KEY), RuntimeError(f"Cancelled {KEY}")])
@pytest.mark.parametrize("name", CHANGES)
@pytest.mark.parametrize("kind", [BreakingKeyring, OneStepBreakingKeyring])
def test_whatever_breaks_off_in_between_no_key_is_lost(
    kind: type[BreakingKeyring], name: str, breakage: BaseException
) -> None:
    """After a crash or an error before any single change, the key is there, is listed, and can be changed again."""
    total = changes_of(CHANGES[name], kind())
    assert total > 0
    for done in range(total):
        backend = kind()
        over(backend).save(DEMO)
        over(backend).save(OTHER)
        backend.changes_left, backend.breakage = done, breakage
        try:
            CHANGES[name](over(backend))
        except (PowerCutError, SecretStoreError) as stopped:
            assert_tells_nothing(stopped)
        backend.changes_left = None
        assert_demo_is_kept_and_listed(over(backend))
        assert_all_secrets_are_listed(backend)
        change_everything(over(backend))
        assert_all_secrets_are_listed(backend)


def change_everything(store: SecretStore) -> None:
    """Save what is listed with another key, then rename it."""
    for number, name in enumerate(store.names()):
        store.save(Profile(name, "simulator", CHANGED.credentials))
        store.rename(name, f"{number}")
        assert store.load(f"{number}").credentials == CHANGED.credentials


def assert_demo_is_kept_and_listed(store: SecretStore) -> None:
    """Under a listed name there is Demo's key, the old one or the new one."""
    found = set()
    for name in store.names():
        try:
            found.add(store.load(name).credentials)
        except ProfileUnknown:
            assert name not in store.names()
    assert found & {DEMO.credentials, CHANGED.credentials}


def assert_all_secrets_are_listed(backend: MemoryKeyring) -> None:
    """No key is in the keychain that a person could not find and delete in the window."""
    names = over(backend).names()
    for username, secret in kept(backend).items():
        if "client_key" in secret:
            assert username.removeprefix("(spare) ") in names


def test_an_error_while_replacing_leaves_the_profile_as_it_was() -> None:
    """A person who is told that saving failed still has the old key, and no other."""
    backend = BreakingKeyring()
    over(backend).save(DEMO)
    backend.changes_left, backend.breakage = 2, OSError("full")
    with pytest.raises(KeychainFailed, match="OSError"):
        over(backend).save(CHANGED)
    backend.changes_left = None
    assert over(backend).load("Demo") == DEMO


def test_an_error_while_saving_anew_lists_no_empty_name() -> None:
    """The name is struck off again, as far as the keychain lets us."""
    backend = MemoryKeyring()
    store = over(backend)
    store.save(OTHER)
    keep = backend.set_password

    def keep_no_profile(service: str, username: str, password: str) -> None:
        if username == "Demo":
            raise OSError(password)
        keep(service, username, password)

    backend.set_password = keep_no_profile  # type: ignore[method-assign]
    with pytest.raises(KeychainFailed):
        store.save(DEMO)
    assert store.names() == (OTHER.name,)


def test_a_deletion_that_breaks_off_never_brings_back_an_older_key() -> None:
    """A spare copy left by an earlier crash goes first."""
    backend = BreakingKeyring()
    over(backend).save(DEMO)
    backend.changes_left = 3
    with pytest.raises(PowerCutError):
        over(backend).save(CHANGED)
    assert json.loads(kept(backend)["(spare) Demo"])["client_key"] == KEY
    backend.changes_left = 1
    with pytest.raises(PowerCutError):
        over(backend).delete("Demo")
    backend.changes_left = None
    assert over(backend).load("Demo") == CHANGED
