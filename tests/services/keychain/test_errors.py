"""Every system's errors become sentences that name the way out and no secret."""

from __future__ import annotations

import pytest

from qfpay_gui.services.keychain import errors as keychain_errors
from qfpay_gui.services.keychain.errors import (
    EntryUnreadable,
    KeychainFailed,
    KeychainLocked,
    KeychainRefused,
    KeychainTimeout,
    NoKeychain,
    ProfileExists,
    ProfileUnknown,
    SecretStoreError,
    from_keyring,
)
from tests.services.keychain.store_contract import KEY, assert_tells_nothing


def named(name: str, message: str = "", cause: BaseException | None = None) -> Exception:
    """An exception as another system's backend raises it."""
    error: Exception = type(name, (Exception,), {})(message)
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("raised", "expected"),
    [
        (named("KeyringLocked"), KeychainLocked),
        (named("LockedException"), KeychainLocked),
        (named("DBusErrorResponse", "[org.freedesktop.Secret.Error.IsLocked]"), KeychainLocked),
        (named("PasswordSetError", "Can't store password on keychain: (-25308, 'Unknown Error')"), KeychainLocked),
        (named("KeyringLocked", cause=named("KeychainDenied")), KeychainRefused),
        (named("InitError", cause=named("PromptDismissedException")), KeychainRefused),
        (named("PasswordSetError", "Cancelled by user"), KeychainRefused),
        (named("NoKeyringError"), NoKeychain),
        (named("InitError"), NoKeychain),
        (named("SecretServiceNotAvailableException"), NoKeychain),
        (named("PasswordDeleteError", "No such password!"), KeychainFailed),
        (BrokenPipeError(32, KEY), KeychainFailed),
    ],
)
def test_each_systems_errors_become_ours(raised: Exception, expected: type[SecretStoreError]) -> None:
    """The kind is told by class name and message, whatever the system."""
    problem = from_keyring(raised)
    assert type(problem) is expected
    assert_tells_nothing(problem)


@pytest.mark.parametrize(
    "problem",
    [
        NoKeychain(keychain_errors.UNAVAILABLE),
        KeychainLocked(),
        KeychainRefused(),
        KeychainTimeout(3),
        KeychainFailed("OSError"),
        ProfileExists("Demo"),
        ProfileUnknown("Demo"),
        EntryUnreadable("Demo"),
    ],
)
def test_every_error_is_a_whole_sentence_for_people(problem: SecretStoreError) -> None:
    """No placeholder is left open, and the way out is named."""
    assert str(problem) == str(problem.text)
    assert "{" not in str(problem)
    assert str(problem).endswith(".")
    assert str(problem).count(". ") + str(problem).count(": ") >= 1


def test_a_timeout_names_its_seconds() -> None:
    """Three seconds read as 3."""
    assert "within 3 seconds" in str(KeychainTimeout(3.0))


def test_what_explains_at_length_is_told_on_a_line_in_brief() -> None:
    """Where the whole is told is said; what is short already stays as it is."""
    whole = keychain_errors.NoKeychain(keychain_errors.UNAVAILABLE).text
    line = str(keychain_errors.brief(whole))
    assert len(line) <= 80
    assert "Ctrl+Shift+K" in line
    locked = keychain_errors.KeychainLocked().text
    assert keychain_errors.brief(locked) == locked
    silent = keychain_errors.brief(keychain_errors.KeychainTimeout(3).text)
    assert str(silent) == "The keychain does not answer. Credentials … (Ctrl+Shift+K) says more."
