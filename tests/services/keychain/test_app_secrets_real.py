"""The keychain of AppSecrets against a real GNOME Keyring."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from keyring.backends.SecretService import Keyring

from qfpay_gui.services.keychain.app_secrets import AppSecrets, KeychainAppSecrets
from tests.services.keychain.app_secrets_contract import AppSecretsContract
from tests.services.keychain.test_secret_store_real import keyring_daemon, pytestmark, session_bus

if TYPE_CHECKING:
    import subprocess

__all__ = ["keyring_daemon", "pytestmark", "session_bus"]


class TestRealKeychainAppSecrets(AppSecretsContract):
    """The same promises, kept by the real thing."""

    @pytest.fixture
    def store(self, keyring_daemon: subprocess.Popen[str]) -> AppSecrets:
        """One over an empty, unlocked GNOME Keyring."""
        assert keyring_daemon.poll() is None
        return KeychainAppSecrets(Keyring)
