"""The outside world as the models reach it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from qfpay_gui.services.keychain.app_secrets import AppSecrets, SessionAppSecrets

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from qfpay_gui.models.sending.send_model import Client
    from qfpay_gui.models.tasks import TaskRunner
    from qfpay_gui.qfpay.credentials import Credentials
    from qfpay_gui.services.clock import Clock
    from qfpay_gui.services.faults.faults import Faults
    from qfpay_gui.services.keychain.secret_store import SecretStore


@dataclass(frozen=True)
class Outside:
    """The outside world as the models reach it: time, threads, the keychain, the network, the settings file.

    ``warm_up`` loads in the background what the first send would otherwise wait for. ``faults`` takes
    what nobody caught; without it, whoever started the program does.
    """

    clock: Clock
    runner: TaskRunner
    keychain_runner: TaskRunner
    store: SecretStore
    make_client: Callable[[str, Credentials, str], Client]
    settings_path: Path
    app_secrets: AppSecrets = field(default_factory=SessionAppSecrets)
    warm_up: Callable[[], object] | None = None
    faults: Faults | None = None
