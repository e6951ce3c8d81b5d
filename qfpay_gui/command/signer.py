"""Whose key signs: a profile of the keychain, an environment variable, the text itself, or the simulator's demo."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from qfpay_gui.command.exits import CouldNotError
from qfpay_gui.qfpay.credentials import Credentials, Profile

if TYPE_CHECKING:
    import argparse

    from qfpay_gui.diagnosis.importing import ReadRequest

DEMO_CODE = "DE30DE30DE30DE30DE30DE300000C0DE"
"""The app_code of the simulator's demo merchant, whose key is no secret."""
_NO_KEY = (
    "There is no key to sign with. Name a profile of the keychain (--profile NAME), or the environment variable that "
    "holds the client_key (--key-env VARIABLE)."
)


@dataclass(frozen=True)
class Signer:
    """``name`` is the profile's, "" where there is none; ``environment_id`` the one its keys belong to, or ""."""

    credentials: Credentials
    name: str = ""
    environment_id: str = ""
    is_demo: bool = field(default=False)


def signer_of(options: argparse.Namespace, case: ReadRequest | None) -> Signer:
    """Who signs, as the command line says; CouldNotError where there is no key."""
    found = _found(options, case)
    ours = found.credentials
    code = options.app_code or ours.app_code or (case.app_code if case else "")
    sign_type = getattr(options, "sign_type", "") or ours.sign_type
    return replace(
        found, credentials=replace(ours, app_code=code, mchid=options.mchid or ours.mchid, sign_type=sign_type)
    )


def _found(options: argparse.Namespace, case: ReadRequest | None) -> Signer:
    if options.profile:
        profile = _profile(options.profile)
        return Signer(profile.credentials, profile.name, profile.environment_id)
    if options.key_env:
        return Signer(Credentials(client_key=_from_environment(options.key_env)))
    if case is not None and case.client_key:
        return Signer(Credentials(client_key=case.client_key))
    if (options.app_code or (case.app_code if case else "") or DEMO_CODE) == DEMO_CODE:
        from qfpay_gui.services.simulator.demo import DEMO  # noqa: PLC0415 - a server's imports, for this case alone

        return Signer(DEMO, is_demo=True)
    raise CouldNotError(_NO_KEY)


def _profile(name: str) -> Profile:
    from qfpay_gui.services.keychain.errors import SecretStoreError  # noqa: PLC0415 - keychains are slow to find
    from qfpay_gui.services.keychain.secret_store import KeychainStore  # noqa: PLC0415

    try:
        return KeychainStore().load(name)
    except SecretStoreError as error:
        raise CouldNotError(str(error)) from None


def _from_environment(variable: str) -> str:
    key = os.environ.get(variable, "").strip()
    if not key:
        raise CouldNotError(f"The environment variable {variable} is not set, or empty: no key to sign with.")
    return key
