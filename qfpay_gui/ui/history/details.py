"""The selected entry in four lines: what became of it, whose turn it is, what was signed, what came back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from qfpay_gui.qfpay.json_reading import excerpt
from qfpay_gui.services.database.entry import Ending, HistoryEntry
from qfpay_gui.ui.history.wording import ON_ITS_WAY, ending_icon
from qfpay_gui.ui.look.theme import set_property
from qfpay_gui.ui.widgets.details_pane import DetailsPane
from qfpay_gui.ui.words.environments import environment_name, kind_name
from qfpay_gui.ui.words.measures import duration, whole_time
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

_SHOWN = 1000


class HistoryDetails(DetailsPane):
    """One entry, or what can be done with several."""

    def __init__(self, reopen: QAction, compare: QAction, parent: QWidget | None = None) -> None:
        super().__init__("history", parent)
        self._sent = self.line("history_sent", "wire")
        self._received = self.line("history_received", "wire")
        self._facts = QLabel(self)
        self._environment = QLabel(self)
        self._build()
        words = self.tr("Make the selected entry a draft again (Enter)")
        redo = self.button(reopen, self.tr("Reopen"), "history_reopen", "redo", words)
        words = self.tr("Lay the two selected entries side by side")
        pair = self.button(compare, self.tr("Compare"), "history_compare", "compare", words)
        self.add_buttons(2, redo, pair)
        self.show_selection(0)

    def show_selection(self, count: int) -> None:
        """Say what can be done with so many selected entries; an opened entry follows for one."""
        if count != 1:
            self._show_words(count)

    def show_entry(self, entry: HistoryEntry) -> None:
        """Show this entry."""
        said = entry.verdict
        picture = ending_icon(entry.ending, said.severity)
        if entry.ending is Ending.SENDING:
            self.say(translated(ON_ITS_WAY), "", "note", picture)
        else:
            next_step = f"{translated(said.turn)} {translated(said.next_step)}".strip()
            self.say(translated(said.headline), next_step, said.severity.name.lower(), picture)
        self._sent.show_text(_excerpt(entry.request.signing_string))
        self._received.show_text(self._answer(entry))
        self._environment.setText(translated(environment_name(entry.environment_id)))
        set_property(self._environment, "kind", kind_name(entry.environment_kind))
        self._environment.setVisible(True)
        self._facts.setText(self._measured(entry))
        self._facts.setToolTip(f"{whole_time(entry.sent_at)}\n{entry.request.url}")

    def _show_words(self, count: int) -> None:
        several = self.tr("{count} entries are selected.").format(count=count)
        two = self.tr("Compare lays them side by side.")
        more = self.tr("Pin, copy or delete them all; two can be compared.")
        none = self.tr("Enter reopens it as a draft, F2 writes a note. Two selected entries can be compared.")
        nothing = self.tr("Select an entry to see what became of it.")
        self.say(several if count else nothing, {0: none, 2: two}.get(count, more))
        for line in (self._sent, self._received):
            line.show_text("")
        self._facts.setText("")
        self._facts.setToolTip("")
        self._environment.setVisible(False)

    def _build(self) -> None:
        set_property(self._environment, "role", "badge")
        set_property(self._facts, "role", "muted")
        self._environment.setObjectName("history_sent_to")
        self._facts.setObjectName("history_facts")
        for row, line in enumerate((self._headline, self._next, self._sent, self._received)):
            self.grid.addWidget(line, row, 1)
        self.grid.addWidget(self._environment, 0, 2, Qt.AlignmentFlag.AlignRight)
        self.grid.addWidget(self._facts, 1, 2, Qt.AlignmentFlag.AlignRight)

    def _answer(self, entry: HistoryEntry) -> str:
        if entry.reply is not None:
            return _excerpt(entry.reply.body) or self.tr("(empty reply)")
        if entry.failure is not None:
            return _excerpt(f"{entry.failure.layer}: {entry.failure.technical}")
        return ""

    def _measured(self, entry: HistoryEntry) -> str:
        parts = [translated(entry.verdict.codes)]
        if entry.timings.total:
            parts.append(duration(entry.timings.total))
        if entry.findings:
            parts.append(self.tr("Findings: {count}").format(count=len(entry.findings)))
        return " · ".join(part for part in parts if part)


def _excerpt(written: str) -> str:
    """The beginning of a text on one line."""
    return excerpt(written, margin=_SHOWN)
