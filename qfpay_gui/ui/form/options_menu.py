"""The options every parameter has: send although empty, leave out, copy; and where else a value comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

if TYPE_CHECKING:
    from qfpay_gui.models.request.draft_model import DraftModel

Option = Literal["send_empty", "leave_out", "copy", "find"]
_FLAGS = frozenset({"send_empty", "leave_out"})


class OptionsMenu(QMenu):
    """Reads the entries when it opens and hands choices to the model; a block for each parameter of the row."""

    copied = Signal(str)
    """Carries a sentence that says what was copied."""
    openid_wanted = Signal()
    """The payer's openid is to be asked for."""

    def __init__(self, names: tuple[str, ...], model: DraftModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._options: dict[QAction, tuple[str, Option]] = {}
        for name in names:
            if len(names) > 1:
                self.addSection(name)
            self._offer(name, "send_empty", self.tr("Send although empty"))
            self._offer(name, "leave_out", self.tr("Leave out (keep the value)"))
            self._offer(name, "copy", self.tr("Copy {name}=value").format(name=name))
        if "sub_openid" in names:
            self._offer("sub_openid", "find", self.tr("Find the payer's openid …"))
        self.aboutToShow.connect(self._present)
        self.triggered.connect(self._on_triggered)

    def _offer(self, name: str, option: Option, words: str) -> None:
        action = self.addAction(words)
        action.setCheckable(option in _FLAGS)
        action.setObjectName(f"{name}_{option}")
        self._options[action] = (name, option)

    def _present(self) -> None:
        for action, (name, option) in self._options.items():
            if option in _FLAGS:
                action.setChecked(getattr(self._model.draft.find(name), option))

    def _on_triggered(self, action: QAction) -> None:
        name, option = self._options[action]
        match option:
            case "send_empty":
                self._model.set_send_empty(name, send_empty=action.isChecked())
            case "leave_out":
                self._model.set_leave_out(name, leave_out=action.isChecked())
            case "copy":
                self._copy(name)
            case "find":
                self.openid_wanted.emit()

    def _copy(self, name: str) -> None:
        """Copy the value as it is sent, which for mchid may be the profile's; else as it is kept."""
        value = self._model.prepared.value(name) or self._model.draft.value(name)
        QGuiApplication.clipboard().setText(f"{name}={value}")
        self.copied.emit(self.tr("Copied: {name}, {count} characters").format(name=name, count=f"{len(value):,}"))
