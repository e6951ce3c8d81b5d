"""A store whose calls wait until a test lets them go on."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from tests.fakes import FakeStore

if TYPE_CHECKING:
    from qfpay_gui.qfpay.credentials import Profile


class BlockingStore(FakeStore):
    """A keychain that asks its owner something and answers when ``answered`` is set; ``calls`` counts by verb."""

    def __init__(self, *profiles: Profile) -> None:
        self.answered = threading.Event()
        self.answered.set()
        self.calls: list[str] = []
        super().__init__(*profiles)
        self.calls.clear()

    def names(self) -> tuple[str, ...]:
        """The names, once answered."""
        self._wait("names")
        return super().names()

    def load(self, name: str) -> Profile:
        """The profile, once answered."""
        self._wait("load")
        return super().load(name)

    def save(self, profile: Profile) -> None:
        """Keep the profile, once answered."""
        self._wait("save")
        super().save(profile)

    def _wait(self, verb: str) -> None:
        self.calls.append(verb)
        self.answered.wait(20)
