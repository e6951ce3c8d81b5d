"""What is dropped on a window, wherever nothing else takes it: a file of this computer, or text."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtWidgets import QWidget


class Drops(QObject):
    """Looks at the window's events; fields that take a drop themselves keep it."""

    file_dropped = Signal(str)
    """Carries the path of a file."""
    text_dropped = Signal(object)
    """Carries a Pasted."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Take what can be read, and leave everything else as it was."""
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            event.acceptProposedAction()
            self._take(event.mimeData())
            return True
        if isinstance(event, QDragEnterEvent) and event.mimeData().hasText():
            event.acceptProposedAction()
            return True
        return super().eventFilter(watched, event)

    def _take(self, source: QMimeData) -> None:
        """Announce it once the drop is over: whoever was dragging waits for that."""
        from qfpay_gui.models.case.files import Pasted  # noqa: PLC0415 - not needed at start
        from qfpay_gui.ui.widgets.paste_edit import dropped_file  # noqa: PLC0415

        path = dropped_file(source)
        if path:
            QTimer.singleShot(0, self, partial(self.file_dropped.emit, path))
        elif source.text():
            QTimer.singleShot(0, self, partial(self.text_dropped.emit, Pasted(source.text())))
