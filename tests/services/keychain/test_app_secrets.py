"""AppSecrets are kept in the keychain and nowhere else, apart from the profiles."""

from __future__ import annotations

import json
import traceback

import pytest

from qfpay_gui.services.keychain.app_secrets import AppSecrets, AppSecretUnknown, KeychainAppSecrets, SessionAppSecrets
from qfpay_gui.services.keychain.entries import SERVICE
from qfpay_gui.services.keychain.errors import EntryUnreadable, KeychainLocked, NoKeychain, SecretStoreError
from qfpay_gui.services.keychain.secret_store import KeychainStore
from tests.fakes import BreakingKeyring, LockedKeyring, MemoryKeyring, RefusingKeyring, WindowsLikeKeyring
from tests.services.keychain.app_secrets_contract import APPID, CHANGED, OTHER, SECRET, AppSecretsContract
from tests.services.keychain.secret_traces import traces
from tests.services.keychain.store_contract import DEMO, kept


def over(backend: MemoryKeyring) -> KeychainAppSecrets:
    """A store that a program just started opens over this keychain."""
    return KeychainAppSecrets(lambda: backend)


class TestSessionAppSecrets(AppSecretsContract):
    """Memory for one session."""

    @pytest.fixture
    def store(self) -> AppSecrets:
        """An empty one."""
        return SessionAppSecrets()

    def test_it_does_not_claim_to_last(self, store: AppSecrets) -> None:
        """The window can say that AppSecrets end with the session."""
        assert not store.permanent
        assert "until QFPay Tester is closed" in str(store.describe())


class TestKeychainAppSecrets(AppSecretsContract):
    """A keychain such as the Secret Service."""

    @pytest.fixture
    def store(self) -> AppSecrets:
        """One over an empty keychain."""
        return KeychainAppSecrets(MemoryKeyring)


class TestKeychainAppSecretsOnWindows(AppSecretsContract):
    """A keychain that ignores capitals and takes 2,560 bytes."""

    @pytest.fixture
    def store(self) -> AppSecrets:
        """One over an empty keychain."""
        return KeychainAppSecrets(WindowsLikeKeyring)


class TestKeychainAppSecretsOnMacOS(AppSecretsContract):
    """A keychain that deletes before it adds."""

    @pytest.fixture
    def store(self) -> AppSecrets:
        """One over an empty keychain."""
        return KeychainAppSecrets(BreakingKeyring)


def test_an_app_secret_is_one_entry_and_the_list_holds_appids_only() -> None:
    """What people see in their keychain program explains itself."""
    backend = MemoryKeyring()
    over(backend).save(APPID, SECRET)
    assert {service for service, _ in backend.kept} == {SERVICE}
    assert {name: json.loads(entry) for name, entry in kept(backend).items()} == {
        "(mini programs)": [APPID],
        f"(mini program) {APPID}": {"app_secret": SECRET},
    }


def test_app_secrets_outlive_the_program() -> None:
    """Another store over the same keychain finds them."""
    backend = MemoryKeyring()
    over(backend).save(APPID, SECRET)
    assert over(backend).appids() == (APPID,)
    assert over(backend).load(APPID) == SECRET


def test_profiles_and_app_secrets_do_not_meet() -> None:
    """Neither is listed among the other, and deleting one leaves the other."""
    backend = WindowsLikeKeyring()
    profiles, app_secrets = KeychainStore(lambda: backend), over(backend)
    profiles.save(DEMO)
    app_secrets.save(APPID, SECRET)
    assert (profiles.names(), app_secrets.appids()) == (("Demo",), (APPID,))
    app_secrets.delete(APPID)
    assert profiles.load("Demo") == DEMO
    app_secrets.save(OTHER, SECRET)
    profiles.delete("Demo")
    assert app_secrets.load(OTHER) == SECRET


def test_nothing_secret_is_left_after_the_last_one_is_deleted() -> None:
    """No spare copy stays behind either."""
    backend = BreakingKeyring()
    store = over(backend)
    store.save(APPID, SECRET)
    store.save(APPID, CHANGED)
    store.delete(APPID)
    assert kept(backend) == {"(mini programs)": "[]"}


def test_one_deleted_in_the_systems_keychain_program_is_struck_off_when_met() -> None:
    """It does not haunt the list."""
    backend = MemoryKeyring()
    over(backend).save(APPID, SECRET)
    del backend.kept[SERVICE, f"(mini program) {APPID}"]
    with pytest.raises(AppSecretUnknown):
        over(backend).load(APPID)
    assert over(backend).appids() == ()


@pytest.mark.parametrize(
    "entry", ["", "[]", "no JSON " + SECRET, json.dumps({"app_secret": 5, "x": SECRET}), "[" * 9999]
)
def test_a_damaged_entry_is_told_without_quoting_it_and_can_be_deleted(entry: str) -> None:
    """The error names the entry for the system's keychain program."""
    backend = MemoryKeyring()
    over(backend).save(APPID, SECRET)
    backend.kept[SERVICE, f"(mini program) {APPID}"] = entry
    with pytest.raises(EntryUnreadable, match=APPID) as raised:
        over(backend).load(APPID)
    assert traces("".join(traceback.format_exception(raised.value)), SECRET) == []
    over(backend).delete(APPID)
    assert over(backend).appids() == ()


@pytest.mark.parametrize("backend", [RefusingKeyring(), LockedKeyring()])
def test_no_error_of_the_keychain_carries_the_secret(backend: MemoryKeyring) -> None:
    """Not in its words, its cause or its context, even where the library quotes what it was given."""
    if isinstance(backend, RefusingKeyring):
        backend.get_password = lambda *_words: None  # type: ignore[method-assign]
    with pytest.raises(SecretStoreError) as raised:
        over(backend).save(APPID, SECRET)
    assert raised.value.__cause__ is None
    assert raised.value.__context__ is None
    assert traces("".join(traceback.format_exception(raised.value)) + repr(raised.value), SECRET) == []


def test_without_a_keychain_every_verb_says_so() -> None:
    """Nothing is written anywhere else instead."""

    def none() -> MemoryKeyring:
        raise NoKeychain(KeychainLocked().text)

    store = KeychainAppSecrets(none)
    for verb in (store.appids, store.describe, lambda: store.load(APPID), lambda: store.save(APPID, SECRET)):
        with pytest.raises(NoKeychain):
            verb()


@pytest.mark.parametrize("left", range(6))
def test_whatever_breaks_off_in_between_every_secret_is_listed(left: int) -> None:
    """After an error before any single change, the old or the new AppSecret is there, and can be deleted."""
    backend = BreakingKeyring()
    over(backend).save(APPID, SECRET)
    backend.changes_left, backend.breakage = left, OSError("full")
    broken = False
    try:
        over(backend).save(APPID, CHANGED)
        over(backend).save(OTHER, SECRET)
    except SecretStoreError:
        broken = True
    backend.changes_left = None
    assert broken or left == 5
    store = over(backend)
    assert store.load(APPID) in {SECRET, CHANGED}
    listed = store.appids()
    assert all(name.rsplit(" ", 1)[-1] in listed for name, entry in kept(backend).items() if "app_secret" in entry)
