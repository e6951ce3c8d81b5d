"""The log of the program's own faults, to read, to copy, and to find in the file system."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QTextCursor
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from qfpay_gui.ui.look.icons import set_icon
from qfpay_gui.ui.look.theme import current, fitting, set_property
from qfpay_gui.ui.widgets.elided import ElidedLabel
from qfpay_gui.ui.widgets.hint_line import HintLine
from qfpay_gui.ui.widgets.reading_view import ReadingView

if TYPE_CHECKING:
    from qfpay_gui.models.faults import FaultsModel


class LogDialog(QDialog):
    """Shows the end of the log; what it holds was masked before it was written."""

    def __init__(self, faults: FaultsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._faults = faults
        self._hint = HintLine(self)
        self._log = ReadingView("raw", "fault_log", self.tr("Log"), self)
        self._said = ElidedLabel(self)
        self._folder = QPushButton(self.tr("Open the folder"), self)
        self._copy = QPushButton(self.tr("Copy a report"), self)
        self._close = QPushButton(self.tr("Close"), self)
        self._build()
        self._connect()
        self.present()

    def present(self) -> None:
        """Show the log as it is now, from its end."""
        written = self._faults.log()
        self._log.show_text(written or self.tr("Nothing went wrong so far."))
        self._log.moveCursor(QTextCursor.MoveOperation.End)

    def _build(self) -> None:
        self.setObjectName("log_dialog")
        self.setWindowTitle(self.tr("Log"))
        self.resize(fitting(self, 888, 520))
        self._hint.show_hint(self.tr("Faults of this program itself; keys and personal data are masked"))
        self._said.setObjectName("log_said")
        self._said.show_text(str(self._faults.path))
        set_property(self._said, "role", "muted")
        theme = current()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.gap_large, theme.margin, theme.gap_large, theme.margin)
        layout.setSpacing(theme.margin)
        layout.addWidget(self._hint)
        layout.addWidget(self._log, 1)
        layout.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(current().gap)
        line.addWidget(self._said, 1)
        for button, name in (
            (self._close, "close_log"),
            (self._folder, "open_log_folder"),
            (self._copy, "copy_report"),
        ):
            button.setObjectName(name)
            button.setAutoDefault(False)
            line.addWidget(button)
        set_icon(self._folder, "external")
        set_icon(self._copy, "copy")
        self._copy.setToolTip(self.tr("Versions and the log, to send to whoever looks after this program"))
        self._close.setDefault(True)
        return line

    def _connect(self) -> None:
        self._copy.clicked.connect(self._on_copy)
        self._folder.clicked.connect(self._on_folder)
        self._close.clicked.connect(self.accept)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._faults.report())
        self._said.show_text(self.tr("Copied: versions and the log, without keys and personal data."))

    def _on_folder(self) -> None:
        folder = self._faults.path.parent
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self._said.show_text(self.tr("This desktop opens no folders. It is {folder}").format(folder=folder))
