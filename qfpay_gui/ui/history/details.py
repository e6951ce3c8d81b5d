"""The selected entry in four lines: what became of it, whose turn it is, what was signed, what came back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from qfpay_gui.qfpay.json_reading import excerpt
from qfpay_gui.services.database.entry import Ending, HistoryEntry
from qfpay_gui.ui.history.wording import ON_ITS_WAY, ending_icon
from qfpay_gui.ui.look.icons import set_icon
from qfpay_gui.ui.look.theme import current, set_property
from qfpay_gui.ui.widgets.elided_label import ElidedLabel
from qfpay_gui.ui.words.environments import environment_name, kind_name
from qfpay_gui.ui.words.measures import duration, whole_time
from qfpay_gui.ui.words.translate import translated

_SHOWN = 1000


class Details(QFrame):
    """Always of one height, so that the list stays where it is."""

    reopen_pressed = Signal()
    compare_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = QLabel(self)
        self._headline = self._line("history_headline", "value")
        self._next = self._line("history_next", "muted")
        self._sent = self._line("history_sent", "wire")
        self._received = self._line("history_received", "wire")
        self._facts = QLabel(self)
        self._environment = QLabel(self)
        self._reopen = QPushButton(self.tr("Reopen"), self)
        self._compare = QPushButton(self.tr("Compare"), self)
        self._build()
        self._reopen.clicked.connect(self.reopen_pressed)
        self._compare.clicked.connect(self.compare_pressed)
        self.show_selection(0)

    def show_selection(self, count: int) -> None:
        """Say what can be done with so many selected entries; an opened entry follows for one."""
        self._reopen.setEnabled(count == 1)
        self._compare.setEnabled(count == 2)
        if count != 1:
            self._show_words(count)

    def show_entry(self, entry: HistoryEntry) -> None:
        """Show this entry."""
        said = entry.verdict
        is_sending = entry.ending is Ending.SENDING
        set_property(self, "severity", "note" if is_sending else said.severity.name.lower())
        name, tone = ending_icon(entry.ending, said.severity)
        set_icon(self._icon, name, tone, 16)
        self._headline.show_text(translated(ON_ITS_WAY if is_sending else said.headline))
        self._next.show_text("" if is_sending else f"{translated(said.turn)} {translated(said.next_step)}".strip())
        self._sent.show_text(_excerpt(entry.request.signing_string))
        self._received.show_text(self._answer(entry))
        self._environment.setText(translated(environment_name(entry.environment_id)))
        set_property(self._environment, "kind", kind_name(entry.environment_kind))
        self._environment.setVisible(True)
        self._facts.setText(self._measured(entry))
        self._facts.setToolTip(f"{whole_time(entry.sent_at)}\n{entry.request.url}")

    def _show_words(self, count: int) -> None:
        set_property(self, "severity", None)
        set_icon(self._icon, "")
        several = self.tr("{count} entries are selected.").format(count=count)
        self._headline.show_text(several if count else self.tr("Select an entry to see what became of it."))
        two = self.tr("Compare lays them side by side.")
        more = self.tr("Pin, copy or delete them all; two can be compared.")
        none = self.tr("Enter reopens it as a draft, F2 writes a note. Two selected entries can be compared.")
        self._next.show_text({0: none, 2: two}.get(count, more))
        for line in (self._sent, self._received):
            line.show_text("")
        self._facts.setText("")
        self._facts.setToolTip("")
        self._environment.setVisible(False)

    def _line(self, name: str, role: str) -> ElidedLabel:
        label = ElidedLabel(self)
        label.setObjectName(name)
        set_property(label, "role", role)
        label.setFixedHeight(20)
        return label

    def _build(self) -> None:
        self.setObjectName("history_details")
        set_property(self, "role", "line")
        set_property(self._environment, "role", "badge")
        set_property(self._facts, "role", "muted")
        self._environment.setObjectName("history_sent_to")
        self._facts.setObjectName("history_facts")
        self._icon.setFixedWidth(18)
        self._reopen.setObjectName("history_reopen")
        self._compare.setObjectName("history_compare")
        self._reopen.setToolTip(self.tr("Make the selected entry a draft again (Enter)"))
        self._compare.setToolTip(self.tr("Lay the two selected entries side by side"))
        set_icon(self._reopen, "redo")
        set_icon(self._compare, "compare")
        buttons = QHBoxLayout()
        buttons.setSpacing(current().gap_small)
        buttons.addWidget(self._reopen)
        buttons.addWidget(self._compare)
        layout = QGridLayout(self)
        layout.setContentsMargins(current().gap, 0, 0, 0)
        layout.setHorizontalSpacing(current().gap)
        layout.setVerticalSpacing(0)
        layout.addWidget(self._icon, 0, 0)
        layout.addWidget(self._headline, 0, 1)
        layout.addWidget(self._next, 1, 1)
        layout.addWidget(self._sent, 2, 1)
        layout.addWidget(self._received, 3, 1)
        layout.addWidget(self._environment, 0, 2, Qt.AlignmentFlag.AlignRight)
        layout.addWidget(self._facts, 1, 2, Qt.AlignmentFlag.AlignRight)
        layout.addLayout(buttons, 2, 2, 2, 1)
        layout.setColumnStretch(1, 1)

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
