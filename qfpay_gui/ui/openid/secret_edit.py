"""A line edit for the AppSecret: masked, and not to be copied while it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qfpay_gui.ui.widgets.key_edit import KeyEdit

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class SecretEdit(KeyEdit):
    """Shows dots until the eye is pressed, as the client key's field does."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.eye.setObjectName("reveal_app_secret")
        self.eye.toggled.connect(self._name_eye)
        self._name_eye(self.eye.isChecked())

    def _name_eye(self, revealed: bool) -> None:  # noqa: FBT001 - Qt's signal
        words = self.tr("Hide the AppSecret") if revealed else self.tr("Show the AppSecret")
        self.eye.setToolTip(words)
        self.eye.setAccessibleName(words)
