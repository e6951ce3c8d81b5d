"""A document that is dragged out of the window as a file, into a mail, a chat or a folder."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDir, QMimeData, QPoint, Qt, QTemporaryDir, QUrl
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from qfpay_gui.models.saving import save_file
from qfpay_gui.ui.look.icons import pixmap, set_icon
from qfpay_gui.ui.look.theme import current, set_property
from qfpay_gui.ui.widgets.elided import ElidedLabel
from qfpay_gui.ui.words.label import PlainLabel
from qfpay_gui.ui.words.translate import whole

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent

_PICTURE = 32


class FileHandle(QWidget):
    """Shows the name of the file; whoever has no mouse saves it instead."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = self._document = ""
        self._pressed: QPoint | None = None
        self._icon, self._label = PlainLabel(self), ElidedLabel(self, Qt.TextElideMode.ElideMiddle)
        self._build()

    def present(self, name: str, document: str) -> None:
        """This is what is dragged, under this name."""
        self._name, self._document = name, document
        self._label.show_text(self.tr("{name}: drag it out of here").format(name=name))

    def taken_along(self) -> QMimeData | None:
        """What is dragged: a file in a folder for this user only, and its text; None where it cannot be written."""
        path = Path(_folder().path()) / self._name
        if save_file(str(path), self._document):
            return None
        taken = QMimeData()
        taken.setUrls([QUrl.fromLocalFile(str(path))])
        taken.setText(whole(self._document))
        return taken

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Perhaps the beginning of a drag."""
        self._pressed = event.position().toPoint() if event.button() == Qt.MouseButton.LeftButton else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Drag once the mouse has gone far enough."""
        here = event.position().toPoint()
        if self._pressed is None or (here - self._pressed).manhattanLength() < QApplication.startDragDistance():
            return
        self._pressed = None
        taken = self.taken_along()
        if taken is not None:
            drag = QDrag(self)
            drag.setMimeData(taken)
            drag.setPixmap(pixmap("document", "text", _PICTURE, self.devicePixelRatioF()))
            drag.exec(Qt.DropAction.CopyAction)

    def _build(self) -> None:
        self.setObjectName("proof_file")
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setToolTip(self.tr("Drag the document as a file into a mail, a chat or a folder"))
        set_icon(self._icon, "document", "muted", 16)
        self._label.setObjectName("proof_file_name")
        set_property(self._label, "role", "muted")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(current().gap_small)
        line.addWidget(self._icon)
        line.addWidget(self._label, 1)


@cache
def _folder() -> QTemporaryDir:
    """Where what is dragged lies until the program ends: whoever it was dropped on may read it later."""
    folder = QTemporaryDir(QDir(QDir.tempPath()).filePath("qfpay-tester-XXXXXX"))
    application = QCoreApplication.instance()
    if application is not None:
        application.aboutToQuit.connect(folder.remove)
    return folder
