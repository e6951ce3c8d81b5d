"""A store of AppSecrets whose calls wait until a test lets them go on, or fail as told."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.text import text
from qfpay_gui.services.keychain.app_secrets import SessionAppSecrets

if TYPE_CHECKING:
    from qfpay_gui.qfpay.text import Text


class BlockingAppSecrets(SessionAppSecrets):
    """A keychain in memory: asks its owner something while ``answered`` is clear, raises ``problem`` while it is set.

    ``calls`` are the verbs in the order they were asked for, ``threads`` the threads that asked.
    """

    def __init__(self, **kept: str) -> None:
        super().__init__()
        self.permanent = True
        for appid, secret in kept.items():
            super().save(appid, secret)
        self.answered = threading.Event()
        self.answered.set()
        self.problem: Exception | None = None
        self.calls: list[str] = []
        self.threads: set[int] = set()

    def describe(self) -> Text:
        """A name."""
        return text("Keychain", "macOS Keychain")

    def appids(self) -> tuple[str, ...]:
        """The list, once answered."""
        self._wait("appids")
        return super().appids()

    def load(self, appid: str) -> str:
        """The AppSecret, once answered."""
        self._wait("load")
        return super().load(appid)

    def save(self, appid: str, secret: str) -> None:
        """Keep it, once answered."""
        self._wait("save")
        super().save(appid, secret)

    def delete(self, appid: str) -> None:
        """Forget it, once answered."""
        self._wait("delete")
        super().delete(appid)

    def _wait(self, verb: str) -> None:
        self.calls.append(verb)
        self.threads.add(threading.get_ident())
        self.answered.wait(20)
        if self.problem is not None:
            raise self.problem
