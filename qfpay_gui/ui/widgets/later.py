"""A place for a widget that is made when it is first looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QFocusEvent, QShowEvent

W = TypeVar("W", bound=QWidget)


class Later(QWidget, Generic[W]):
    """Makes its widget at the first paint that needs it, or where somebody asks for it: the start does not wait."""

    made = Signal(object)
    """Carries the widget, before it is first seen."""

    def __init__(self, make: Callable[[], W], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make = make
        self._widget: W | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    @property
    def is_made(self) -> bool:
        """Whether the widget exists."""
        return self._widget is not None

    @property
    def widget(self) -> W:
        """The widget, made now if it was not yet."""
        if self._widget is None:
            self._widget = self._make()
            self.made.emit(self._widget)
            self._layout.addWidget(self._widget)
            self._widget.show()
            self.setFocusProxy(self._widget)
        return self._widget

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Make the widget in time to be seen."""
        super().showEvent(event)
        _ = self.widget

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Hand the keyboard on."""
        self.widget.setFocus(event.reason())
