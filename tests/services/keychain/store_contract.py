"""What every secret store promises: a suite that each implementation inherits."""

from __future__ import annotations

import traceback
from typing import TYPE_CHECKING

import pytest

from qfpay_gui.qfpay.credentials import Credentials, Profile
from qfpay_gui.services.keychain.entries import SERVICE
from qfpay_gui.services.keychain.errors import ProfileExists, ProfileUnknown, ProfileUnusable, SecretStoreError
from qfpay_gui.services.keychain.secret_store import KeychainStore

if TYPE_CHECKING:
    from collections.abc import Callable

    from qfpay_gui.services.keychain.secret_store import SecretStore
    from tests.fakes import MemoryKeyring

KEY = "2B7E4F10A9C84D53B6E1F0D2C3A49587"
DEMO = Profile("Demo", "simulator", Credentials("A1B2C3D4", KEY, "M100", "SHA256"))
OTHER = Profile("奶茶店 – Kowloon", "hk-live", Credentials("app", "other-client-key", "", "MD5"))
CHANGED = Profile("Demo", "simulator", Credentials("A1B2C3D4", "a-new-client-key", "M100", "MD5"))


class StoreContract:
    """The promises of SecretStore; each implementation inherits these tests and gives its ``store``."""

    @pytest.fixture
    def store(self) -> SecretStore:
        """An empty store."""
        raise NotImplementedError

    def test_a_new_store_is_empty_and_says_what_it_is(self, store: SecretStore) -> None:
        """It has no names and a description."""
        assert store.names() == ()
        assert str(store.describe())

    def test_what_is_saved_is_loaded_whole(self, store: SecretStore) -> None:
        """Every member of a profile comes back, Chinese names too."""
        for profile in (OTHER, DEMO):
            store.save(profile)
        assert store.names() == ("Demo", "奶茶店 – Kowloon")
        assert (store.load("Demo"), store.load(OTHER.name)) == (DEMO, OTHER)

    @pytest.mark.parametrize("key", ["", " ", "line\nbreak\0", "密钥😀\ud800", '"\\{}'])
    def test_any_key_is_kept_as_it_was_typed(self, store: SecretStore, key: str) -> None:
        """Not even a wrong key is changed on the way."""
        profile = Profile("Odd", "simulator", Credentials("a", key))
        store.save(profile)
        assert store.load("Odd") == profile

    def test_saving_again_replaces(self, store: SecretStore) -> None:
        """There is one profile of a name, the last one saved."""
        store.save(DEMO)
        store.save(CHANGED)
        assert store.load("Demo") == CHANGED
        assert store.names() == ("Demo",)

    def test_names_in_other_capitals_are_the_same_name(self, store: SecretStore) -> None:
        """Windows would overwrite one with the other, so no system gets both; either spelling finds it."""
        store.save(DEMO)
        with pytest.raises(ProfileExists, match="“Demo” exists already"):
            store.save(Profile("DEMO", "simulator", Credentials("x", "another-key")))
        assert store.load("demo") == DEMO
        store.delete("dEMO")
        assert store.names() == ()

    def test_outer_spaces_of_a_name_do_not_count(self, store: SecretStore) -> None:
        """A pasted space does not make another profile."""
        store.save(Profile(" Demo ", DEMO.environment_id, DEMO.credentials))
        assert store.load("Demo") == DEMO
        assert store.load("Demo ") == DEMO

    @pytest.mark.parametrize("name", ["", "  ", "(profiles)", "(spare) Demo", "two\nlines", "\0", "x" * 65, "\ud800"])
    def test_a_name_no_keychain_can_keep_is_refused(self, store: SecretStore, name: str) -> None:
        """The refusal says what a name may be, and nothing is kept."""
        with pytest.raises(ProfileUnusable, match="1 to 64 characters"):
            store.save(Profile(name, "simulator", DEMO.credentials))
        assert store.names() == ()

    def test_a_profile_too_long_for_windows_is_refused(self, store: SecretStore) -> None:
        """The refusal tells the size and the limit, not the key; the profile before stays."""
        store.save(DEMO)
        with pytest.raises(ProfileUnusable, match="1280") as refused:
            store.save(Profile("Demo", "simulator", Credentials("a", KEY * 40)))
        assert KEY not in str(refused.value)
        assert store.load("Demo") == DEMO

    def test_a_renamed_profile_has_its_new_name_only(self, store: SecretStore) -> None:
        """Its credentials do not change."""
        store.save(DEMO)
        store.rename("Demo", "Shop 2")
        assert store.names() == ("Shop 2",)
        assert store.load("Shop 2") == Profile("Shop 2", DEMO.environment_id, DEMO.credentials)
        with pytest.raises(ProfileUnknown):
            store.load("Demo")

    @pytest.mark.parametrize("new", ["Demo", "DEMO", " demo"])
    def test_a_name_can_be_changed_in_capitals_only(self, store: SecretStore, new: str) -> None:
        """Renaming to itself, or to itself in capitals, loses nothing."""
        store.save(DEMO)
        store.rename("Demo", new)
        assert store.names() == (new.strip(),)
        assert store.load(new).credentials == DEMO.credentials

    @pytest.mark.parametrize("taken", [OTHER.name, OTHER.name.upper()])
    def test_renaming_never_overwrites(self, store: SecretStore, taken: str) -> None:
        """A name that is taken is refused and both profiles stay."""
        store.save(DEMO)
        store.save(OTHER)
        with pytest.raises(ProfileExists):
            store.rename("Demo", taken)
        assert (store.load("Demo"), store.load(OTHER.name)) == (DEMO, OTHER)

    def test_a_deleted_profile_is_gone(self, store: SecretStore) -> None:
        """It is neither listed nor loaded, and the others stay."""
        store.save(DEMO)
        store.save(OTHER)
        store.delete("Demo")
        assert store.names() == (OTHER.name,)
        with pytest.raises(ProfileUnknown):
            store.load("Demo")

    def test_what_is_not_there_is_unknown(self, store: SecretStore) -> None:
        """Loading, renaming and deleting an unknown name say so."""
        asks: list[Callable[[], object]] = [
            lambda: store.load("Nobody"),
            lambda: store.rename("Nobody", "Somebody"),
            lambda: store.delete("Nobody"),
        ]
        for ask in asks:
            with pytest.raises(ProfileUnknown, match="“Nobody”"):
                ask()

    def test_more_profiles_fit_than_one_entry_can_list(self, store: SecretStore) -> None:
        """The list of names is not bound to the size of one entry on Windows."""
        profiles = [Profile(f"{n:02}" + "店" * 60, "simulator", DEMO.credentials) for n in range(9)]
        for profile in profiles:
            store.save(profile)
        assert store.names() == tuple(profile.name for profile in profiles)
        for profile in profiles[:-1]:
            store.delete(profile.name)
        assert store.names() == (profiles[-1].name,)


def assert_tells_nothing(error: BaseException) -> None:
    """No part of the key is in the error, in what caused it, or in what it was raised from."""
    if isinstance(error, SecretStoreError):
        assert error.__cause__ is None
        assert error.__context__ is None
    told = "".join(traceback.format_exception(error)) + repr(error) + str(vars(error))
    assert KEY not in told


def over(backend: MemoryKeyring) -> KeychainStore:
    """A store that a program just started opens over this keychain."""
    return KeychainStore(lambda: backend)


def kept(backend: MemoryKeyring) -> dict[str, str]:
    """What the keychain holds for this program, by name."""
    return {username: secret for (service, username), secret in backend.kept.items() if service == SERVICE}
