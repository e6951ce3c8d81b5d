"""Where the workspaces stand: as large as the window leaves them, and scrolled where that is less than they need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QWheelEvent


class Room(QScrollArea):
    """In a small window, or at a large zoom, nothing is squeezed: what has the keyboard is scrolled into view."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("room")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Scroll only where there is something to scroll to."""
        if self.verticalScrollBar().maximum() or self.horizontalScrollBar().maximum():
            super().wheelEvent(event)
        else:
            event.ignore()

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self.isAncestorOf(new):
            self.ensureWidgetVisible(new)


def reveal(widget: QWidget) -> None:
    """Scroll this widget into view, its beginning first, wherever it stands."""
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, Room):
        parent = parent.parentWidget()
    if isinstance(parent, Room) and widget.isVisible():
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        parent.ensureWidgetVisible(widget)
