"""The stores keep their promises, in every kind of keychain."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from typing import TYPE_CHECKING

import pytest

from qfpay_gui.qfpay.credentials import Profile
from qfpay_gui.services.keychain import errors as keychain_errors
from qfpay_gui.services.keychain.entries import SERVICE
from qfpay_gui.services.keychain.errors import (
    EntryUnreadable,
    KeychainLocked,
    KeychainRefused,
    NoKeychain,
    ProfileExists,
    ProfileUnknown,
    SecretStoreError,
)
from qfpay_gui.services.keychain.secret_store import KeychainStore, SecretStore, SessionStore, clean_name
from tests.fakes import (
    BreakingKeyring,
    FakeStore,
    HangingKeyring,
    LockedKeyring,
    MemoryKeyring,
    RefusingKeyring,
    WindowsLikeKeyring,
)
from tests.services.keychain.store_contract import (
    CHANGED,
    DEMO,
    KEY,
    OTHER,
    StoreContract,
    assert_tells_nothing,
    kept,
    over,
)

if TYPE_CHECKING:
    from collections.abc import Callable


class TestSessionStore(StoreContract):
    """Memory for one session."""

    @pytest.fixture
    def store(self) -> SecretStore:
        """An empty one."""
        return SessionStore()

    def test_it_does_not_claim_to_last(self, store: SecretStore) -> None:
        """The window can say that keys end with the session."""
        assert not store.permanent
        assert "until QFPay Tester is closed" in str(store.describe())


class TestFakeStore(StoreContract):
    """The fake keeps the same promises, or tests that use it would prove little."""

    @pytest.fixture
    def store(self) -> SecretStore:
        """An empty one."""
        return FakeStore()

    def test_it_fails_on_request(self, store: SecretStore) -> None:
        """With a problem set, it raises that."""
        assert isinstance(store, FakeStore)
        store.problem = KeychainLocked()
        with pytest.raises(KeychainLocked):
            store.names()


class TestKeychainStore(StoreContract):
    """A keychain such as the Secret Service."""

    @pytest.fixture
    def store(self) -> SecretStore:
        """One over an empty keychain."""
        return KeychainStore(MemoryKeyring)


class TestKeychainStoreOnWindows(StoreContract):
    """A keychain that ignores capitals and takes 2,560 bytes."""

    @pytest.fixture
    def store(self) -> SecretStore:
        """One over an empty keychain."""
        return KeychainStore(WindowsLikeKeyring)


class TestKeychainStoreOnMacOS(StoreContract):
    """A keychain that deletes before it adds."""

    @pytest.fixture
    def store(self) -> SecretStore:
        """One over an empty keychain."""
        return KeychainStore(BreakingKeyring)


def test_a_profile_is_one_secret_under_its_name_and_the_list_holds_names_only() -> None:
    """What people see in their keychain program explains itself."""
    backend = MemoryKeyring()
    over(backend).save(DEMO)
    assert {service for service, _ in backend.kept} == {"QFPay Tester"}
    assert {name: json.loads(secret) for name, secret in kept(backend).items()} == {
        "(profiles)": ["Demo"],
        "Demo": {
            "app_code": "A1B2C3D4",
            "client_key": KEY,
            "mchid": "M100",
            "sign_type": "SHA256",
            "environment_id": "simulator",
        },
    }


def test_profiles_outlive_the_program() -> None:
    """Another store over the same keychain finds them."""
    backend = MemoryKeyring()
    over(backend).save(DEMO)
    assert over(backend).names() == ("Demo",)
    assert over(backend).load("Demo") == DEMO


def test_nothing_secret_is_left_after_the_last_profile_is_deleted() -> None:
    """No spare copy stays behind either."""
    backend = BreakingKeyring()
    store = over(backend)
    store.save(DEMO)
    store.save(CHANGED)
    store.rename("Demo", "Shop")
    store.delete("Shop")
    assert kept(backend) == {"(profiles)": "[]"}


def test_a_listed_profile_without_a_secret_is_struck_off_when_met() -> None:
    """An entry deleted in the system's keychain program does not haunt the list."""
    backend = MemoryKeyring()
    over(backend).save(DEMO)
    del backend.kept[SERVICE, "Demo"]
    with pytest.raises(ProfileUnknown):
        over(backend).load("Demo")
    assert over(backend).names() == ()


def test_a_listed_profile_without_a_secret_does_not_take_the_name() -> None:
    """Its spelling can be used again."""
    backend = MemoryKeyring()
    over(backend).save(DEMO)
    del backend.kept[SERVICE, "Demo"]
    over(backend).save(Profile("DEMO", "simulator", DEMO.credentials))
    assert over(backend).names() == ("DEMO",)


def test_a_profile_missing_from_the_list_is_listed_again_when_loaded() -> None:
    """Two windows writing the list at once lose no profile for good."""
    backend = MemoryKeyring()
    over(backend).save(DEMO)
    del backend.kept[SERVICE, "(profiles)"]
    assert over(backend).names() == ()
    assert over(backend).load("Demo") == DEMO
    assert over(backend).names() == ("Demo",)


def test_renaming_never_overwrites_a_profile_missing_from_the_list() -> None:
    """A secret that is there counts, listed or not."""
    backend = MemoryKeyring()
    over(backend).save(OTHER)
    del backend.kept[SERVICE, "(profiles)"]
    over(backend).save(DEMO)
    with pytest.raises(ProfileExists):
        over(backend).rename("Demo", OTHER.name)
    assert over(backend).load(OTHER.name) == OTHER


DAMAGED = ["", "{", "null", "[]", '{"client_key": "' + KEY, '{"client_key": "' + KEY + '"}', "[" * 9999]


@pytest.mark.parametrize("entry", DAMAGED)
def test_a_damaged_entry_is_reported_left_alone_and_can_be_deleted(entry: str) -> None:
    """The report names it and quotes nothing of it."""
    backend = MemoryKeyring()
    store = over(backend)
    store.save(DEMO)
    backend.kept[SERVICE, "Demo"] = entry
    with pytest.raises(EntryUnreadable, match="“Demo”") as reported:
        store.load("Demo")
    assert_tells_nothing(reported.value)
    assert backend.kept[SERVICE, "Demo"] == entry
    store.delete("Demo")
    assert store.names() == ()


@pytest.mark.parametrize("entry", ["{", '{"a": 1}', "[1]"])
def test_a_damaged_list_does_not_stand_between_a_person_and_their_key(entry: str) -> None:
    """Listing fails with the entry's name; loading by name goes on, and the list is not overwritten."""
    backend = MemoryKeyring()
    store = over(backend)
    store.save(DEMO)
    backend.kept[SERVICE, "(profiles)"] = entry
    with pytest.raises(EntryUnreadable, match=r"\(profiles\)"):
        store.names()
    assert store.load("Demo") == DEMO
    assert backend.kept[SERVICE, "(profiles)"] == entry


def test_members_another_version_added_to_an_entry_do_no_harm() -> None:
    """A newer version's entry can be read."""
    backend = MemoryKeyring()
    over(backend).save(DEMO)
    entry = json.loads(backend.kept[SERVICE, "Demo"])
    backend.kept[SERVICE, "Demo"] = json.dumps({**entry, "colour": 3})
    assert over(backend).load("Demo") == DEMO


@pytest.mark.parametrize(
    ("backend", "expected", "sentence"),
    [(LockedKeyring(), KeychainLocked, "Unlock it"), (RefusingKeyring(), KeychainRefused, "dismissed or denied")],
)
def test_a_locked_and_a_refusing_keychain_are_told_apart(
    backend: MemoryKeyring, expected: type[SecretStoreError], sentence: str
) -> None:
    """Each verb raises the error that names the way out, and none tells the key."""
    store = over(backend)
    verbs: list[Callable[[], object]] = [
        store.names,
        lambda: store.load("Demo"),
        lambda: store.save(DEMO),
        lambda: store.rename("Demo", "x"),
        lambda: store.delete("Demo"),
    ]
    for verb in verbs:
        with pytest.raises(expected, match=sentence) as raised:
            verb()
        assert_tells_nothing(raised.value)


def test_a_hanging_keychain_answers_once_it_is_unlocked() -> None:
    """The store itself waits as long as the person takes; whoever calls it keeps the time."""
    backend = HangingKeyring()
    answers: list[tuple[str, ...]] = []
    waiting = threading.Thread(target=lambda: answers.append(over(backend).names()), daemon=True)
    waiting.start()
    assert backend.asked.wait(10)
    assert answers == []
    backend.answered.set()
    waiting.join(10)
    assert answers == [()]


def test_a_store_without_a_keychain_tries_again_at_the_next_call() -> None:
    """A keychain that appears later is used."""
    found: list[MemoryKeyring] = []

    def choose() -> MemoryKeyring:
        if not found:
            raise NoKeychain(keychain_errors.UNAVAILABLE)
        return found[0]

    store = KeychainStore(choose)
    with pytest.raises(NoKeychain):
        store.names()
    found.append(MemoryKeyring())
    assert store.names() == ()


def test_the_keyring_library_is_not_loaded_before_it_is_needed() -> None:
    """Starting the window does not wait for it."""
    program = (
        "import sys; from qfpay_gui.services.keychain.secret_store import KeychainStore, SessionStore; "
        "KeychainStore(); SessionStore(); print('keyring' in sys.modules)"
    )
    ran = subprocess.run(  # noqa: S603 - this interpreter, a fixed program
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=50
    )
    assert ran.stdout.strip() == "False"


def test_renaming_keeps_what_another_version_added() -> None:
    """The entry moves as it is."""
    backend = MemoryKeyring()
    over(backend).save(DEMO)
    entry = backend.kept[SERVICE, "Demo"] = json.dumps({**json.loads(backend.kept[SERVICE, "Demo"]), "colour": 3})
    over(backend).rename("Demo", "Shop")
    assert backend.kept[SERVICE, "Shop"] == entry


@pytest.mark.parametrize(
    ("name", "kept"),
    [("x" * 64, "x" * 64), (" " + "x" * 64 + "\n", "x" * 64), ("x" * 65, ""), ("", ""), ("(x", ""), ("x(", "x(")],
)
def test_a_name_has_one_to_sixty_four_characters(name: str, kept: str) -> None:
    """Spaces around it do not count."""
    if kept:
        assert clean_name(name) == kept
    else:
        with pytest.raises(keychain_errors.ProfileUnusable):
            clean_name(name)
