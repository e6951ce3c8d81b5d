"""The dialog that shows a Mini Program project and writes it where the person says."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from qfpay_gui.models.project.export import Exported, NotExported, export_project
from qfpay_gui.models.project.project import Project, project_of
from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.ui.look.icons import set_icon
from qfpay_gui.ui.look.theme import current, fitting, set_property
from qfpay_gui.ui.project.preview import ProjectPreview
from qfpay_gui.ui.widgets.elided import ElidedLabel
from qfpay_gui.ui.widgets.hint_line import HintLine
from qfpay_gui.ui.widgets.status_message import say
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from datetime import datetime

    from qfpay_gui.models.sending.answer import Answer


def project_dialog(answer: Answer, now: datetime, parent: QWidget | None = None) -> ProjectDialog | None:
    """The dialog about the order of this answer, at this aware time; None where there is nothing to pay."""
    project = project_of(answer)
    return ProjectDialog(project, now, parent) if project is not None else None


class ProjectDialog(QDialog):
    """Shows every file as it will be written; nothing is overwritten, and the place is said."""

    def __init__(self, project: Project, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._folder: Path | None = None
        self._worth = HintLine(self)
        self._preview = ProjectPreview(project.files, self)
        self._said = ElidedLabel(self)
        self._export = QPushButton(self.tr("Export …"), self)
        self._open = QPushButton(self.tr("Open the folder"), self)
        self._close = QPushButton(self.tr("Close"), self)
        self._build()
        self._connect()
        self._say_worth(now)

    def export_to(self, folder: str) -> bool:
        """Write the project below this folder and say where; False where it cannot be written, said as well."""
        match export_project(Path(folder), self._project):
            case NotExported(reason):
                self._say(self.tr("Not exported. {reason}").format(reason=translated(reason)))
                return False
            case Exported(place, renamed):
                self._folder = place
                self._open.setEnabled(True)
                self._say_exported(place, renamed=renamed)
                return True

    def restyle(self) -> None:
        """Draw again in the colours of the present theme."""
        self._preview.restyle()

    def _build(self) -> None:
        self.setObjectName("project_dialog")
        self.setWindowTitle(self.tr("Mini Program project"))
        self.resize(fitting(self, 888, 548))
        self._worth.setObjectName("project_worth")
        theme = current()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.gap_large, theme.margin, theme.gap_large, theme.margin)
        layout.setSpacing(theme.margin)
        layout.addWidget(self._worth)
        layout.addWidget(self._preview, 1)
        layout.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        self._said.setObjectName("project_said")
        set_property(self._said, "role", "muted")
        line = QHBoxLayout()
        line.setSpacing(current().gap)
        line.addWidget(self._said, 1)
        named = ((self._close, "close_project"), (self._open, "open_project_folder"), (self._export, "export_project"))
        for button, name in named:
            button.setObjectName(name)
            button.setAutoDefault(False)
            line.addWidget(button)
        set_icon(self._open, "external")
        self._open.setEnabled(False)
        self._open.setToolTip(self.tr("Import this folder in WeChat DevTools"))
        set_property(self._export, "role", "primary")
        self._export.setToolTip(self.tr("Choose where the project’s own folder is made"))
        self._export.setDefault(True)
        return line

    def _connect(self) -> None:
        self._export.clicked.connect(self._on_export)
        self._open.clicked.connect(self._on_open)
        self._close.clicked.connect(self.reject)

    def _say_worth(self, now: datetime) -> None:
        """What the project is good for, before anybody walks to a phone."""
        order = self._project.order
        if order.simulated:
            words = self.tr("Simulated order: WeChat will refuse these values. Good for reading the code only")
            self._worth.show_finding(words, Severity.ATTENTION, "export.simulated")
        elif self._project.has_ended(now):
            words = self.tr("This order has expired: make it anew with a new out_trade_no, then export")
            self._worth.show_finding(words, Severity.WRONG, "export.lifetime")
        else:
            self._worth.show_hint(self._lifetime(now), "export.lifetime")

    def _lifetime(self, now: datetime) -> str:
        order = self._project.order
        end, perhaps = (_clock(one, now) for one in (order.ends_at, order.may_end_at))
        if perhaps:
            words = self.tr(
                "Opens in WeChat DevTools; pays {amount} on the payer’s phone, surely until {perhaps}, "
                "at the latest until {end}"
            )
        elif end:
            words = self.tr("Opens in WeChat DevTools; pays {amount} on the payer’s phone until {end}")
        else:
            words = self.tr("Opens in WeChat DevTools; pays {amount} on the payer’s phone")
        return words.format(amount=order.amount, end=end, perhaps=perhaps)

    def _say_exported(self, place: Path, *, renamed: bool) -> None:
        if renamed:
            words = self.tr("Exported to {folder}: its usual name was taken, and nothing was overwritten")
        else:
            words = self.tr("Exported to {folder}")
        self._say(words.format(folder=place))

    def _on_export(self) -> None:
        start = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        begin = str(self._folder.parent) if self._folder is not None else start
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Where to make the project’s folder"), begin)
        if chosen:
            self.export_to(chosen)

    def _on_open(self) -> None:
        if self._folder is not None and not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder))):
            self._say(self.tr("This desktop opens no folders. It is {folder}").format(folder=self._folder))

    def _say(self, sentence: str) -> None:
        self._said.show_text(sentence)
        say(self, sentence)


def _clock(moment: datetime | None, now: datetime) -> str:
    """The time of day where ``now`` is read; "" for None."""
    return f"{moment.astimezone(now.tzinfo):%H:%M:%S}" if moment is not None else ""
