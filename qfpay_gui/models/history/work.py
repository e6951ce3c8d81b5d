"""The one thread that touches the history's file, shared by the list of exchanges and the table of orders."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from qfpay_gui.models.tasks import Done, Raised, Result, TaskRunner
from qfpay_gui.qfpay.text import Text, text
from qfpay_gui.services.database.file import HistoryTroubleError

if TYPE_CHECKING:
    from collections.abc import Callable

    from qfpay_gui.services.database.history import History

T = TypeVar("T")
_UNEXPECTED = text("History", "The history failed in an unknown way ({name}). Sending is not affected.")


class HistoryWork(QObject):
    """Runs tasks on the history one after the other. The runner must have one thread and no other user."""

    written = Signal()
    """An exchange was written, and with it what it says about orders."""
    failed = Signal()
    """A task came to nothing; ``noticed`` has said why."""
    noticed = Signal(object)
    """Carries a Text for the status line."""

    def __init__(self, runner: TaskRunner, history: History, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self.history = history

    def do(self, task: Callable[[], T], receiver: Callable[[T], object]) -> None:
        """Run on the history's thread; what the history has to say about its file comes first."""
        history = self.history
        self._runner.run(lambda: (task(), history.take_notices()), partial(self._take, receiver))

    def _take(self, receiver: Callable[[T], object], result: Result[tuple[T, tuple[Text, ...]]]) -> None:
        match result:
            case Done((value, notices)):
                for notice in notices:
                    self.noticed.emit(notice)
                receiver(value)
            case Raised(HistoryTroubleError() as error):
                self._fail(error.text)
            case Raised(error):
                self._fail(_UNEXPECTED.fill(name=type(error).__name__))

    def _fail(self, reason: Text) -> None:
        self.failed.emit()
        self.noticed.emit(reason)
