"""What every store of AppSecrets promises: a suite that each implementation inherits."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from qfpay_gui.services.keychain.app_secrets import AppSecretUnknown, AppSecretUnusable

if TYPE_CHECKING:
    from qfpay_gui.services.keychain.app_secrets import AppSecrets

APPID, OTHER = "wx2421b1c4370ec43b", "wxffffffffffffffff"
SECRET, CHANGED = "0f1e2d3c4b5a69788796a5b4c3d2e1f0", "11112222333344445555666677778888"


class AppSecretsContract:
    """The promises of AppSecrets; each implementation inherits these tests and gives its ``store``."""

    @pytest.fixture
    def store(self) -> AppSecrets:
        """An empty store."""
        raise NotImplementedError

    def test_a_new_store_is_empty_and_says_what_it_is(self, store: AppSecrets) -> None:
        """It knows no Mini Program and has a description."""
        assert store.appids() == ()
        assert str(store.describe())

    def test_what_is_saved_is_loaded(self, store: AppSecrets) -> None:
        """Each Mini Program has its own."""
        store.save(OTHER, CHANGED)
        store.save(APPID, SECRET)
        assert store.appids() == (APPID, OTHER)
        assert (store.load(APPID), store.load(OTHER)) == (SECRET, CHANGED)

    @pytest.mark.parametrize("secret", ["", " ", "line\nbreak\0", "密钥😀\ud800", '"\\{}'])
    def test_any_secret_is_kept_as_it_was_entered(self, store: AppSecrets, secret: str) -> None:
        """Not even a wrong one is changed on the way."""
        store.save(APPID, secret)
        assert store.load(APPID) == secret

    def test_saving_again_replaces(self, store: AppSecrets) -> None:
        """There is one AppSecret of a Mini Program, the last one saved."""
        store.save(APPID, SECRET)
        store.save(APPID, CHANGED)
        assert store.load(APPID) == CHANGED
        assert store.appids() == (APPID,)

    def test_capitals_and_outer_spaces_make_no_difference(self, store: AppSecrets) -> None:
        """Windows would overwrite one with the other, so all are one, in WeChat's small letters."""
        store.save(f" {APPID.upper()} ", SECRET)
        assert store.appids() == (APPID,)
        assert store.load(APPID.title()) == SECRET
        store.delete(APPID.upper())
        assert store.appids() == ()

    @pytest.mark.parametrize("appid", ["", "  ", "two words", "(profiles)", "wx\n1", "x" * 65, "微信", "a/b"])
    def test_an_appid_no_keychain_can_keep_is_refused(self, store: AppSecrets, appid: str) -> None:
        """The refusal quotes nothing, for it might be the AppSecret; nothing is kept."""
        with pytest.raises(AppSecretUnusable) as refused:
            store.save(appid, SECRET)
        assert len(appid.strip()) < 3 or appid not in str(refused.value)
        assert store.appids() == ()

    def test_a_secret_too_long_for_windows_is_refused(self, store: AppSecrets) -> None:
        """The one before stays."""
        store.save(APPID, SECRET)
        with pytest.raises(AppSecretUnusable) as refused:
            store.save(APPID, SECRET * 50)
        assert SECRET not in str(refused.value)
        assert store.load(APPID) == SECRET

    def test_what_is_deleted_is_gone(self, store: AppSecrets) -> None:
        """The other Mini Program's stays."""
        store.save(APPID, SECRET)
        store.save(OTHER, CHANGED)
        store.delete(APPID)
        assert store.appids() == (OTHER,)
        with pytest.raises(AppSecretUnknown, match=APPID):
            store.load(APPID)

    def test_what_is_not_there_is_unknown(self, store: AppSecrets) -> None:
        """Loading and deleting say so, by AppID."""
        with pytest.raises(AppSecretUnknown, match=APPID):
            store.load(APPID)
        with pytest.raises(AppSecretUnknown, match=APPID):
            store.delete(APPID)

    def test_more_fit_than_one_entry_can_list(self, store: AppSecrets) -> None:
        """The list is not bound to the size of one entry on Windows."""
        appids = tuple(f"wx{number:062x}" for number in range(40))
        for appid in appids:
            store.save(appid, SECRET)
        assert store.appids() == appids
