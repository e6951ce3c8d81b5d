"""The selected entry: what became of it, whose turn it is, what was signed, what came back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from qfpay_gui.services.database.entry import Ending, HistoryEntry
from qfpay_gui.ui.history.message_view import MessageView
from qfpay_gui.ui.history.wording import ON_ITS_WAY, ending_icon
from qfpay_gui.ui.look.theme import current, set_property
from qfpay_gui.ui.widgets.claim_mark import about
from qfpay_gui.ui.widgets.details_pane import DetailsPane
from qfpay_gui.ui.widgets.elided import plain_tip
from qfpay_gui.ui.widgets.reading_view import ReadingView
from qfpay_gui.ui.words.environments import environment_name, kind_name
from qfpay_gui.ui.words.label import PlainLabel
from qfpay_gui.ui.words.measures import duration, whole_time
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

_SHOWN = 100_000


class HistoryDetails(DetailsPane):
    """One entry, or what can be done with several."""

    def __init__(self, reopen: QAction, compare: QAction, parent: QWidget | None = None) -> None:
        super().__init__("history", parent)
        self._signed_title = PlainLabel(self.tr("Signed"), self)
        self._signed = ReadingView("raw", "history_sent", self.tr("Signed"), self)
        self.messages = MessageView(self)
        self._facts = PlainLabel(self)
        self._environment = PlainLabel(self)
        self._build()
        words = self.tr("Make the selected entry a draft again (Enter)")
        redo = self.button(reopen, self.tr("Reopen"), "history_reopen", "redo", words)
        words = self.tr("Lay two entries with their replies side by side (Ctrl+Shift+D)")
        pair = self.button(compare, self.tr("Compare"), "history_compare", "compare", words)
        self.add_buttons(redo, pair)
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
            origin = about(said.headline, said.turn, said.next_step)
            self.say(translated(said.headline), next_step, said.severity.name.lower(), picture, origin)
        self._show_signed(entry.request.signing_string)
        self.messages.show_entry(entry)
        self._environment.setText(translated(environment_name(entry.environment_id, entry.host)))
        set_property(self._environment, "kind", kind_name(entry.environment_kind))
        self._environment.setVisible(True)
        self._facts.setText(self._measured(entry))
        self._facts.setToolTip(plain_tip(f"{whole_time(entry.sent_at)}\n{entry.request.url}"))

    def _show_words(self, count: int) -> None:
        several = self.tr("{count} entries are selected.").format(count=count)
        two = self.tr("Compare lays them side by side.")
        more = self.tr("Pin, copy or delete them all; two can be compared.")
        none = self.tr("Enter reopens it as a draft, F2 writes a note. Two selected entries can be compared.")
        nothing = self.tr("Select an entry to see what became of it.")
        self.say(several if count else nothing, {0: none, 2: two}.get(count, more))
        self._show_signed("")
        self.messages.show_entry(None)
        self._facts.setText("")
        self._facts.setToolTip("")
        self._environment.setVisible(False)

    def _build(self) -> None:
        set_property(self._environment, "role", "badge")
        set_property(self._facts, "role", "muted")
        self._environment.setObjectName("history_sent_to")
        self._facts.setObjectName("history_facts")
        facts = QHBoxLayout()
        facts.setSpacing(current().gap)
        facts.addWidget(self._environment)
        facts.addWidget(self._facts)
        facts.addStretch(1)
        self.body.addLayout(facts)
        set_property(self._signed_title, "role", "label")
        self._signed_title.setBuddy(self._signed)
        self._signed.show_whole()
        self.body.addWidget(self._signed_title)
        self.body.addWidget(self._signed, 1)
        self.body.addWidget(self.messages, 3)
        self.body.addStretch()

    def _show_signed(self, words: str) -> None:
        for widget in (self._signed_title, self._signed):
            widget.setVisible(bool(words))
        self._signed.show_text(words[:_SHOWN])

    def _measured(self, entry: HistoryEntry) -> str:
        parts = [translated(entry.verdict.codes)]
        if entry.timings.total:
            parts.append(duration(entry.timings.total))
        if entry.findings:
            parts.append(self.tr("Findings: {count}").format(count=len(entry.findings)))
        return " · ".join(part for part in parts if part)
