"""Writes the draft down while it is edited, so that a killed program loses no more than the last second of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from qfpay_gui.models.request.draft_storage import with_drafts
from qfpay_gui.models.tasks import Done, Result

if TYPE_CHECKING:
    from collections.abc import Callable

    from qfpay_gui.models.request.draft_model import DraftModel
    from qfpay_gui.models.tasks import TaskRunner
    from qfpay_gui.qfpay.request.draft import Drafts
    from qfpay_gui.qfpay.text import Text
    from qfpay_gui.services.settings import Settings
    from qfpay_gui.services.settings_file import SettingsFile

EVERY_MS = 1000


class DraftKeeper(QObject):
    """Writes at most once a second, in the background; whoever writes the settings otherwise calls ``forget``."""

    noticed = Signal(object)
    """Carries a Text for the status line, once for the same trouble."""

    def __init__(
        self,
        draft: DraftModel,
        file: SettingsFile,
        settings: Callable[[], Settings],
        secrets: Callable[[], tuple[str, ...]],
        runner: TaskRunner,
    ) -> None:
        super().__init__(draft)
        self._draft, self._file, self._runner = draft, file, runner
        self._settings, self._secrets = settings, secrets
        self._written: Drafts | None = draft.drafts
        self._wanted: Drafts | None = None
        self._trouble: Text | None = None
        self._timer = QTimer(self, singleShot=True, interval=EVERY_MS)
        self._timer.timeout.connect(self._write)
        draft.changed.connect(self._on_changed)

    def forget(self) -> None:
        """The draft as it is now is being written by somebody else: nothing older may follow."""
        self._timer.stop()
        self._wanted, self._written = None, self._draft.drafts

    def _on_changed(self, _request: object) -> None:
        """The timer goes on while keys are pressed, so that somebody who never pauses loses no more."""
        if self._draft.drafts != self._written and not self._timer.isActive():
            self._timer.start()

    def _write(self) -> None:
        drafts = self._wanted = self._written = self._draft.drafts
        make = partial(with_drafts, self._settings(), drafts, self._secrets())
        self._runner.run(lambda: self._file.save_draft(make, lambda: self._wanted is drafts), self._on_saved)

    def _on_saved(self, result: Result[Text | None]) -> None:
        trouble = result.value if isinstance(result, Done) else None
        if trouble and trouble != self._trouble:
            self.noticed.emit(trouble)
        self._trouble = trouble
