"""Calls of the keychain off the GUI thread; one that is absent, locked, refusing or silent is said so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from qfpay_gui.models.tasks import Done, Raised, Result, TaskRunner
from qfpay_gui.qfpay.text import Text, text
from qfpay_gui.services.keychain.errors import KeychainTimeout, SecretStoreError

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")
KEYCHAIN_PATIENCE_MS = 3000
SAVED = text("Keychain", "Saved: {keychain}")
_ASKING = text("Keychain", "Asking the keychain …")
_UNEXPECTED = text("Keychain", "The keychain failed in an unknown way ({name}). Keys are kept for this session only.")


@dataclass(frozen=True)
class Listing:
    """The names the keychain holds, and what people call it."""

    names: tuple[str, ...]
    place: Text


class KeychainCalls(QObject):
    """Asks in the order of the wishes; the runner must have one thread.

    ``notice`` says what the keychain did or why it did not; ``trouble`` marks the latter. A call that has not ended
    in time is said so, and its late answer still counts.
    """

    changed = Signal()

    def __init__(self, runner: TaskRunner, patience_ms: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._patience_ms = patience_ms
        self._under_way = 0
        self.notice: Text | None = None
        self.trouble = False

    @property
    def busy(self) -> bool:
        """Whether the keychain still owes an answer; not the runner's, for others ask the keychain too."""
        return self._under_way > 0

    def ask(
        self, task: Callable[[], T], receiver: Callable[[T], None], ended: Callable[[], object] | None = None
    ) -> None:
        """Run a call; ``ended`` is called however it went, ``receiver`` with its answer before that is said."""
        watchdog = QTimer(self, singleShot=True, interval=self._patience_ms)
        watchdog.timeout.connect(self._on_silence)
        watchdog.start()
        self._under_way += 1

        def answer(result: Result[T]) -> None:
            self._under_way -= 1
            watchdog.stop()
            watchdog.deleteLater()
            if ended is not None:
                ended()
            self._take(result, receiver)

        self._runner.run(task, answer)
        self.say(_ASKING)

    def say(self, notice: Text | None, *, trouble: bool = False) -> None:
        """Say this from now on."""
        self.notice, self.trouble = notice, trouble
        self.changed.emit()

    def _take(self, result: Result[T], receiver: Callable[[T], None]) -> None:
        match result:
            case Done(value):
                self.notice, self.trouble = (_ASKING if self.busy else None), False
                receiver(value)
                self.changed.emit()
            case Raised(SecretStoreError() as error):
                self.say(error.text, trouble=True)
            case Raised(error):
                self.say(_UNEXPECTED.fill(name=type(error).__name__), trouble=True)

    def _on_silence(self) -> None:
        self.say(KeychainTimeout(self._patience_ms / 1000).text, trouble=True)
