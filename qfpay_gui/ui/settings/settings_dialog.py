"""The settings: each takes effect at once, and all of them can be put back to how they were."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from qfpay_gui.ui.history.filter_bar import KEPT
from qfpay_gui.ui.look.icons import set_icon
from qfpay_gui.ui.look.theme import ZOOMS, current, px, set_property
from qfpay_gui.ui.settings.choice_box import ChoiceBox
from qfpay_gui.ui.widgets.buttons import carry_out
from qfpay_gui.ui.widgets.elided import ElidedLabel
from qfpay_gui.ui.words.label import PlainLabel
from qfpay_gui.ui.words.languages import named_languages

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qfpay_gui.models.workbench import Workbench


@dataclass(frozen=True)
class Choices:
    """What can be put back; ``zoom`` in percent, ``keep_days`` 0 for ever, ``ca_file`` "" for none."""

    theme: str
    keep_days: int
    ca_file: str
    language: str
    zoom: int


class SettingsDialog(QDialog):
    """The window goes on being used beside it. ``before`` is what *Back to how it was* returns to."""

    chosen = Signal(str, object)
    """Carries the name of one of the Choices, and its value."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self.before = self._choices()
        self._language = ChoiceBox("language", named_languages(), self)
        self._theme = ChoiceBox("theme", self._themes(), self)
        self._zoom = ChoiceBox("zoom", ((one, f"{one} %") for one in ZOOMS), self)
        self._keep_days = ChoiceBox("keep_days", self._days(), self)
        self._ca_file = ElidedLabel(self)
        self._folder = ElidedLabel(self)
        self._back = QPushButton(self.tr("Back to how it was"), self)
        self._grid = QGridLayout()
        self._build()
        self._connect()
        self.present()

    def present(self) -> None:
        """Show what holds now."""
        now = self._choices()
        for box in self._boxes():
            box.show_value(getattr(now, box.objectName()))
        self._ca_file.show_text(now.ca_file or self.tr("The usual certificate authorities only"))
        self._no_ca_file.setEnabled(bool(now.ca_file))
        self._back.setEnabled(now != self.before)

    def _choices(self) -> Choices:
        bench = self._workbench
        kept = bench.settings
        return Choices(kept.theme, bench.settings.keep_days, kept.ca_file, kept.language, kept.zoom)

    def _boxes(self) -> tuple[ChoiceBox, ...]:
        return self._language, self._theme, self._zoom, self._keep_days

    def _themes(self) -> Iterable[tuple[str, str]]:
        return (
            ("system", self.tr("As the system")),
            ("light", self.tr("Light")),
            ("dark", self.tr("Dark")),
            ("contrast", self.tr("High contrast")),
        )

    def _days(self) -> Iterable[tuple[int, str]]:
        kept = sorted({*KEPT, *filter(None, (self._workbench.settings.keep_days,))})
        return (*((days, self.tr("{days} days").format(days=days)) for days in kept), (0, self.tr("Ever")))

    def _build(self) -> None:
        self.setObjectName("settings_dialog")
        self.setWindowTitle(self.tr("Settings"))
        theme = current()
        self._grid.setContentsMargins(theme.gap_large, theme.margin, theme.gap_large, theme.margin)
        self._grid.setHorizontalSpacing(theme.margin)
        self._grid.setVerticalSpacing(theme.gap)
        self._grid.setColumnStretch(1, 1)
        self._add_title(self.tr("Look"))
        self._add(self.tr("&Language"), self._language)
        self._add(self.tr("&Theme"), self._theme)
        self._add(self.tr("&Size"), self._zoom)
        self._add_title(self.tr("History and orders"))
        self._add(self.tr("&Keep entries for"), self._keep_days)
        forget = self._button("forget_all", self.tr("Delete all that are not pinned"), "trash")
        forget.clicked.connect(self._on_forget)
        self._add_beside(forget)
        self._build_below()
        self._lay_out()

    def _build_below(self) -> None:
        self._add_title(self.tr("Encryption"))
        self._ca_file.setObjectName("settings_ca_file")
        self._add(self.tr("Authorities"), self._ca_file)
        choose = self._button("settings_choose_ca", self.tr("Trust a CA file …"))
        self._no_ca_file = self._button("settings_no_ca", self.tr("Trust it no more"))
        choose.clicked.connect(self._on_ca_file)
        self._no_ca_file.clicked.connect(self._on_no_ca_file)
        self._add_beside(choose, self._no_ca_file)
        self._add_title(self.tr("What is written down"))
        self._folder.setObjectName("settings_folder")
        self._folder.show_text(str(self._workbench.faults.path.parent))
        self._add(self.tr("Folder"), self._folder)
        for name, holds in self._files():
            self._add(name, PlainLabel(holds, self))
        show = self._button("show_in_folder", self.tr("Show in folder"), "external")
        show.clicked.connect(self._on_folder)
        self._add_beside(show)

    def _files(self) -> Iterable[tuple[str, str]]:
        return (
            ("settings.json", self.tr("Draft, choices, used order numbers: never a key")),
            ("history.sqlite3", self.tr("History and orders: personal data masked, never a key")),
            ("faults.log", self.tr("Faults of this program: places in the code, no values")),
            (self.tr("Keychain"), self.tr("Keys: in the system's keychain only")),
        )

    def _lay_out(self) -> None:
        theme = current()
        page = QWidget()
        page.setLayout(self._grid)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(page)
        self._back.setObjectName("settings_back")
        self._back.setToolTip(self.tr("Put every setting back to how it was when this was opened"))
        close = self._button("close_settings", self.tr("Close"))
        close.clicked.connect(self.accept)
        close.setDefault(True)
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.gap_large, 0, theme.gap_large, theme.margin)
        foot.addWidget(self._back)
        foot.addStretch(1)
        foot.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area, 1)
        layout.addLayout(foot)
        self._grid.setRowStretch(self._grid.rowCount(), 1)
        room = self.screen().availableSize() * 0.9
        area.setMinimumWidth(min(page.sizeHint().width() + px(16), room.width()))
        self.resize(min(px(560), room.width()), min(page.sizeHint().height() + px(64), room.height()))

    def _add_title(self, words: str) -> None:
        title = PlainLabel(words, self)
        set_property(title, "role", "heading")
        self._grid.addWidget(title, self._grid.rowCount(), 0, 1, 2)

    def _add(self, words: str, widget: QWidget) -> None:
        label = PlainLabel(words, self)
        set_property(label, "role", "label")
        label.setBuddy(widget)
        widget.setAccessibleName(widget.accessibleName() or words.replace("&", ""))
        row = self._grid.rowCount()
        self._grid.addWidget(label, row, 0)
        self._grid.addWidget(widget, row, 1)

    def _add_beside(self, *buttons: QPushButton) -> None:
        line = QHBoxLayout()
        line.setSpacing(current().gap)
        for button in buttons:
            line.addWidget(button)
        line.addStretch(1)
        self._grid.addLayout(line, self._grid.rowCount(), 1)

    def _button(self, name: str, words: str, picture: str = "") -> QPushButton:
        button = QPushButton(words, self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        set_icon(button, picture)
        return button

    def _connect(self) -> None:
        for box in self._boxes():
            box.chosen.connect(self._on_chosen)
        self._back.clicked.connect(self._on_back)

    def _on_chosen(self, name: str, value: object) -> None:
        self.chosen.emit(name, value)
        self.present()

    def _on_back(self) -> None:
        """What makes the window anew comes last."""
        now, before = self._choices(), self.before
        for one in fields(Choices):
            if getattr(now, one.name) != getattr(before, one.name):
                self.chosen.emit(one.name, getattr(before, one.name))
        self.present()

    def _on_forget(self) -> None:
        self._workbench.history.delete_older(0)

    def _on_ca_file(self) -> None:
        carry_out(self, "ca_file")
        self.present()

    def _on_no_ca_file(self) -> None:
        carry_out(self, "no_ca_file")
        self.present()

    def _on_folder(self) -> None:
        folder = self._workbench.faults.path.parent
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self._folder.show_text(self.tr("This desktop opens no folders. It is {folder}").format(folder=folder))
