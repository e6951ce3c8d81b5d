"""One request: why its signature is refused, its bytes as they came, and what it was answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from qfpay_gui.models.watch.cause import cause
from qfpay_gui.models.watch.where import where
from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.ui.case.examined_page import ExaminedPage
from qfpay_gui.ui.look.icons import icon
from qfpay_gui.ui.look.theme import current, set_property
from qfpay_gui.ui.widgets.buttons import stand_for
from qfpay_gui.ui.widgets.elided import plain_tip
from qfpay_gui.ui.widgets.empty_page import EmptyPage
from qfpay_gui.ui.widgets.reading_view import ReadingView
from qfpay_gui.ui.words.label import PlainLabel
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QAction

    from qfpay_gui.models.watch.seen import Seen
    from qfpay_gui.models.workbench import Workbench


class SeenView(QWidget):
    """Three pages of the chosen request, and what can be done with it."""

    action_requested = Signal(str)
    """Carries the id of a step that the page of the cause asks for."""

    def __init__(self, workbench: Workbench, commands: Iterable[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seen: Seen | None = None
        self._where = PlainLabel(self)
        self._tabs = QTabWidget(self)
        self._cause = QStackedWidget()
        self._examined = ExaminedPage(workbench)
        self._state = EmptyPage("seen_state")
        self._raw = ReadingView("raw", "seen_raw", self.tr("Headers and body as they came"))
        self._answer = ReadingView("raw", "seen_answer", self.tr("What it was answered"))
        self._build(tuple(commands))

    def present(self, seen: Seen | None) -> None:
        """Show this one; None where not one alone is chosen."""
        self._seen = seen
        self.setVisible(seen is not None)
        if seen is None:
            return
        said, severity = cause(seen)
        tone = severity.name.lower()
        self._tabs.setTabIcon(0, icon(tone, f"{tone}_fg"))
        self._present_where(seen)
        self._raw.show_text(seen.raw)
        self._answer.show_text(seen.answered)
        # What was accepted asks for no steps against a refusal.
        is_accepted = severity is Severity.OK and seen.respcd == "0000"
        if seen.examined is None or is_accepted:
            self._state.present(tone, translated(said))
            self._cause.setCurrentWidget(self._state)
        else:
            self._examined.present(seen.examined)
            self._cause.setCurrentWidget(self._examined)

    def _present_where(self, seen: Seen) -> None:
        """Who answered; the lines that went on otherwise are its tool tip."""
        said, severity = where(seen)
        changes = seen.overheard.handed_on.changes if seen.overheard.handed_on else ()
        lines = [f"{before or '–'}  →  {after or '–'}" for before, after in changes]
        self._where.setText(translated(said))
        self._where.setToolTip(plain_tip("\n".join(lines)))
        set_property(self._where, "severity", severity.name.lower())

    def restyle(self) -> None:
        """Draw in the colours of the present theme."""
        for view in (self._examined, self._raw, self._answer):
            view.restyle()
        self.present(self._seen)

    def _build(self, commands: tuple[QAction, ...]) -> None:
        self._where.setObjectName("seen_where")
        self._where.setWordWrap(True)
        self._tabs.setObjectName("seen_tabs")
        self._tabs.setAccessibleName(self.tr("Pages of the request"))
        for page in (self._examined, self._state):
            self._cause.addWidget(page)
        self._examined.action_requested.connect(self.action_requested)
        self._tabs.addTab(self._cause, self.tr("Cause"))
        self._tabs.addTab(self._raw, self.tr("Request"))
        self._tabs.addTab(self._answer, self.tr("Answer"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current().gap)
        layout.addWidget(self._where)
        layout.addWidget(self._tabs, 1)
        layout.addLayout(self._buttons(commands))

    def _buttons(self, commands: tuple[QAction, ...]) -> QHBoxLayout:
        """A button a command, which can be pressed while the command can be carried out."""
        line = QHBoxLayout()
        line.setSpacing(current().gap)
        for action in commands:
            button = QPushButton(action.text(), self)
            button.setObjectName(f"{action.objectName()}_button")
            stand_for(button, action)
            line.addWidget(button)
        line.addStretch(1)
        return line
