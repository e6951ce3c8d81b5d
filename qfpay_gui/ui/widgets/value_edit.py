"""A line edit for values of any length that leaves undo to the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from qfpay_gui.ui.look.icons import icon
from qfpay_gui.ui.words.line_edit import LineEdit
from qfpay_gui.ui.words.translate import whole

if TYPE_CHECKING:
    from PySide6.QtGui import QAction, QFocusEvent

_QT_LIMIT = 2**24
_EDITABLE = 20_000
_LEAVING = {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.MouseFocusReason}
"""How somebody goes on to something else; whoever only looks at another window comes back to the same place."""


def leaves_undo_to_window(event: QEvent) -> bool:
    """Whether this is a widget's claim on Ctrl+Z or Ctrl+Y, which belong to the draft's own history."""
    return (
        event.type() == QEvent.Type.ShortcutOverride
        and isinstance(event, QKeyEvent)
        and (event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo))
    )


class ValueEdit(LineEdit):
    """Emits ``typed`` with the whole value, whatever its length.

    A value over 20,000 characters is kept whole but shown shortened and can only be cleared,
    because a line edit that long answers too slowly.
    """

    typed = Signal(object)
    """Carries the value as a str, declared so that it arrives whole: see ``ui.whole``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(_QT_LIMIT)
        self._value = ""
        self._clear: QAction | None = None
        self.textEdited.connect(self._take)

    @property
    def value(self) -> str:
        """The value, however it is shown."""
        return self._value

    def show_value(self, value: str) -> None:
        """Show a value that came from elsewhere; the cursor stays where nothing changed."""
        if value != self._value:
            self._value = value
            self._render()

    def event(self, event: QEvent) -> bool:
        """Let the window's undo act instead of the line's own."""
        if leaves_undo_to_window(event):
            event.ignore()
            return False
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Go on behind the value where the window put the keyboard here; a mouse and Tab say themselves where."""
        super().focusInEvent(event)
        if event.reason() is Qt.FocusReason.OtherFocusReason:
            self.end(False)  # noqa: FBT003 - Qt's own argument

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Show how the value begins, once nobody edits it any more."""
        super().focusOutEvent(event)
        if event.reason() in _LEAVING:
            self.setCursorPosition(0)

    def _take(self, value: str) -> None:
        self._value = value
        if len(value) > _EDITABLE:
            self._render()
        self.typed.emit(value)

    def _render(self) -> None:
        is_long = len(self._value) > _EDITABLE
        self.setReadOnly(is_long)
        self._show_clear(is_long)
        if is_long:
            count = self.tr("{count} characters").format(count=f"{len(self._value):,}")
            self.setText(whole(f"{self._value[:40]} … ({count})"))
            self.setCursorPosition(0)
        elif self.text() != self._value:
            self.setText(whole(self._value))
            if not self.hasFocus():
                self.setCursorPosition(0)

    def _show_clear(self, is_long: bool) -> None:  # noqa: FBT001 - private, one caller
        if is_long and self._clear is None:
            self._clear = self.addAction(icon("cancel"), QLineEdit.ActionPosition.TrailingPosition)
            self._clear.setToolTip(self.tr("Too long to edit here. Clear it"))
            self._clear.triggered.connect(self._on_clear)
        elif not is_long and self._clear is not None:
            self.removeAction(self._clear)
            self._clear = None

    def _on_clear(self) -> None:
        self.show_value("")
        self.typed.emit("")
