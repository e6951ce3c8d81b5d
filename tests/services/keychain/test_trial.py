from __future__ import annotations

from typing import TYPE_CHECKING

from qfpay_gui.qfpay.text import text
from qfpay_gui.services.keychain import trial
from qfpay_gui.services.keychain.errors import NoKeychain
from qfpay_gui.services.keychain.secret_store import SessionStore

if TYPE_CHECKING:
    import pytest


def test_a_keychain_that_forgets_at_the_end_of_the_process_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """The other process says why it cannot sign; what was kept is deleted, and no key is told."""
    store = SessionStore()
    monkeypatch.setattr(trial, "KeychainStore", lambda: store)
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    problem = trial.keychain_problem()
    assert problem.startswith("another process does not sign with it: ")
    assert "this computer offers no keychain" in problem
    assert store.names() == ()


def test_what_another_process_signs_with_it_is_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the very key that was kept, under a name that nobody else has."""
    store = SessionStore()
    monkeypatch.setattr(trial, "KeychainStore", lambda: store)

    def sign(name: str) -> str:
        assert name.startswith("Self-test ")
        credentials = store.load(name).credentials
        return str(trial.signature_of(credentials.client_key))

    monkeypatch.setattr(trial, "_signed_elsewhere", sign)
    assert trial.keychain_problem() == ""


def test_no_keychain_is_said_in_its_own_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """And no other process is asked."""

    def refuse(_store: object, _profile: object) -> None:
        raise NoKeychain(text("Keychain", "KWallet"))

    monkeypatch.setattr(SessionStore, "save", refuse)
    monkeypatch.setattr(trial, "KeychainStore", SessionStore)
    assert trial.keychain_problem() == str(NoKeychain(text("Keychain", "KWallet")))
