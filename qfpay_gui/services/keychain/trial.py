"""Whether the keychain of this computer keeps a profile for another process, tried with a made-up one."""

from __future__ import annotations

import hashlib
import secrets
import subprocess
import sys

from qfpay_gui.qfpay.credentials import Credentials, Profile
from qfpay_gui.services.keychain.errors import SecretStoreError
from qfpay_gui.services.keychain.secret_store import KeychainStore

_SECONDS = 60


def keychain_problem() -> str:
    """Save a profile, let another process sign with it, and delete it again; "" or what went wrong."""
    key, name = secrets.token_hex(16).upper(), f"Self-test {secrets.token_hex(4)}"
    store = KeychainStore()
    try:
        store.save(Profile(name, "simulator", Credentials("SELFTEST", key)))
        try:
            said = _signed_elsewhere(name)
        finally:
            store.delete(name)
    except SecretStoreError as error:
        return str(error)
    return "" if signature_of(key) in said else f"another process does not sign with it: {said.strip()}"


def signature_of(key: str) -> str:
    """What the other process must find."""
    return hashlib.md5(f"txamt=300{key}".encode(), usedforsecurity=False).hexdigest().upper()


def _signed_elsewhere(name: str) -> str:
    """What ``qfpay-tester sign`` prints, started as this program was."""
    program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "qfpay_gui"]
    command = [*program, "sign", "-p", "txamt=300", "--profile", name]
    done = subprocess.run(  # noqa: S603 - the program itself
        command, stdin=subprocess.DEVNULL, capture_output=True, timeout=_SECONDS, check=False
    )
    return (done.stdout + done.stderr).decode("utf-8", "replace")
