"""A line edit for the client key: masked, and not to be copied while it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from qfpay_gui.ui.look.icons import set_icon
from qfpay_gui.ui.look.theme import px, set_property
from qfpay_gui.ui.words.line_edit import LineEdit

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

_SPARED = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
_EYE = 28


class KeyEdit(LineEdit):
    """Shows dots until the eye is pressed; a screen reader hears dots as well."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.eye = QToolButton(self)
        self.eye.setCheckable(True)
        self.eye.setObjectName("reveal_profile_key")
        self.eye.setFixedSize(px(_EYE), px(_EYE))
        self.setTextMargins(0, 0, px(_EYE), 0)
        set_property(self.eye, "role", "field")
        self.eye.toggled.connect(self._on_eye)
        self._on_eye(False)  # noqa: FBT003 - as the signal calls it

    def hide_key(self) -> None:
        """Hide the key again."""
        self.eye.setChecked(False)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the eye at the right end."""
        super().resizeEvent(event)
        self.eye.move(self.width() - px(_EYE) - 2, (self.height() - px(_EYE)) // 2)

    def _on_eye(self, revealed: bool) -> None:  # noqa: FBT001 - Qt's signal
        self.setEchoMode(QLineEdit.EchoMode.Normal if revealed else QLineEdit.EchoMode.Password)
        # Last: setting the echo mode sets hints of its own.
        self.setInputMethodHints(self.inputMethodHints() | _SPARED)
        words = self.tr("Hide the client key") if revealed else self.tr("Show the client key")
        self.eye.setToolTip(words)
        self.eye.setAccessibleName(words)
        set_icon(self.eye, "eye-off" if revealed else "eye")
