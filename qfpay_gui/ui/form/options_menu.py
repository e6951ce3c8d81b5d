"""The options every parameter has: send although empty, leave out, copy."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from qfpay_gui.models.draft_model import DraftModel


class OptionsMenu(QMenu):
    """Reads the entries when it opens and hands choices to the model; a block for each parameter of the row."""

    def __init__(self, names: tuple[str, ...], model: DraftModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._checks: list[tuple[QAction, str, str]] = []
        for name in names:
            self.addSection(name) if len(names) > 1 else None
            self._offer(name, "send_empty", self.tr("Send although empty"), model.set_send_empty)
            self._offer(name, "leave_out", self.tr("Leave out (keep the value)"), model.set_leave_out)
            copy = self.addAction(self.tr("Copy {name}=value").format(name=name))
            copy.triggered.connect(partial(self._copy, name))
        self.aboutToShow.connect(self._present)

    def _offer(self, name: str, flag: str, words: str, choose: Callable[..., None]) -> None:
        action = self.addAction(words)
        action.setCheckable(True)
        action.setObjectName(f"{name}_{flag}")
        action.triggered.connect(partial(self._on_chosen, name, flag, choose))
        self._checks.append((action, name, flag))

    def _present(self) -> None:
        for action, name, flag in self._checks:
            action.setChecked(getattr(self._model.draft.find(name), flag))

    def _on_chosen(self, name: str, flag: str, choose: Callable[..., None], checked: bool) -> None:  # noqa: FBT001 - Qt's signal
        choose(name, **{flag: checked})

    def _copy(self, name: str) -> None:
        QGuiApplication.clipboard().setText(f"{name}={self._model.draft.value(name)}")
