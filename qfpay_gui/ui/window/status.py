"""The status line: what happened last, how the last exchange ended, and what is noticed about the request."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStatusBar, QToolButton, QWidget

from qfpay_gui.models.sending.send_model import Answered, SendState
from qfpay_gui.qfpay.findings import Severity, worst
from qfpay_gui.ui.look.icons import set_icon
from qfpay_gui.ui.look.theme import current, set_property
from qfpay_gui.ui.widgets.buttons import describe
from qfpay_gui.ui.widgets.later import stops
from qfpay_gui.ui.widgets.status_message import StatusMessage
from qfpay_gui.ui.words.label import PlainLabel
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from qfpay_gui.models.deletions import Deletions
    from qfpay_gui.qfpay.request.prepared import PreparedRequest

_ICONS = {Severity.OK: "ok", Severity.NOTE: "note", Severity.ATTENTION: "attention", Severity.WRONG: "wrong"}


class StatusLine(QStatusBar):
    """What happened, how it ended, and a button that lists what is noticed."""

    findings_requested = Signal(str)
    """Carries the field of the next finding to look at, the worst first."""
    list_requested = Signal(object)
    """Carries the button above which all findings are to be listed."""

    def __init__(self, deletions: Deletions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._deletions = deletions
        self._message = StatusMessage(self)
        self._undo = QToolButton(self)
        self._exchange = PlainLabel(self)
        self._exchange.setObjectName("status_exchange")
        self._findings = QToolButton(self)
        self._findings.setObjectName("status_findings")
        self._fields: tuple[str, ...] = ()
        self._next = 0
        set_property(self._exchange, "role", "muted")
        set_property(self._findings, "role", "quiet")
        self.setSizeGripEnabled(False)
        self.setContentsMargins(current().gap, 0, current().gap_small, 0)
        self._findings.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._findings.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.addWidget(self._message, 1)
        self.addWidget(self._undo)
        self.addPermanentWidget(self._exchange)
        self.addPermanentWidget(self._findings)
        self._findings.clicked.connect(self._on_findings)
        self._set_up_undo()

    @property
    def message(self) -> str:
        """What it says happened last."""
        return self._message.whole

    def say(self, sentence: str) -> None:
        """Say what happened; it stays until something else happens."""
        self._message.say(sentence)

    def render_request(self, request: PreparedRequest, *, is_awaited: bool = False) -> None:
        """Count what is noticed about the request being edited; not that keys are missing which are awaited."""
        passing = {"credential-missing"} if is_awaited else set()
        noticed = [finding for finding in request.findings if finding.code not in passing]
        counted = [finding for finding in noticed if finding.severity > Severity.NOTE]
        fields = tuple(dict.fromkeys(finding.field for finding in counted))
        if fields != self._fields:
            self._fields, self._next = fields, 0
        count = self.tr("Findings: {count}").format(count=len(counted))
        self._findings.setText(count if counted else self._nothing(is_awaited=is_awaited))
        words = (
            self.tr("List what is noticed; F4 goes from one to the next")
            if counted
            else self.tr("Nothing wrong is known of this request")
        )
        self._findings.setToolTip(words)
        self._findings.setAccessibleName(self._findings.text())
        self._findings.setAccessibleDescription(words)
        set_icon(self._findings, _ICONS[worst(tuple(counted))], f"{worst(tuple(counted)).name.lower()}_fg")

    def _nothing(self, *, is_awaited: bool) -> str:
        return self.tr("Request: waiting for its keys") if is_awaited else self.tr("Request: nothing noticed")

    def be_last(self, others: QWidget) -> None:
        """Be what the tab key comes to at the end, behind all the others, also what was made since."""
        for before, after in pairwise([*stops(others), self._findings]):
            QWidget.setTabOrder(before, after)

    def tell_exchange(self, is_told: bool) -> None:  # noqa: FBT001 - like Qt's setters
        """Show the last exchange here, because its reply is not in sight."""
        self._exchange.setVisible(is_told)

    def render_state(self, state: SendState) -> None:
        """Take down respcd, HTTP status, time and size of the last exchange."""
        self._exchange.setText(_facts(state) if isinstance(state, Answered) else "")

    def go_to_next(self) -> None:
        """Ask for the field of the worst finding, then for those of the others in turn."""
        if self._fields:
            self._next, place = (self._next + 1) % len(self._fields), self._next
            self.findings_requested.emit(self._fields[place])

    def _set_up_undo(self) -> None:
        describe(self._undo, "undo_deletion", self.tr("Undo"), "undo")
        self._undo.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._undo.setText(self.tr("&Undo"))
        self._undo.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._undo.clicked.connect(self._deletions.undo)
        self._deletions.changed.connect(self._render_deletion)
        self._deletions.taken_back.connect(self._on_taken_back)
        self._undo.setVisible(self._deletions.pending is not None)

    def _render_deletion(self) -> None:
        """Say what was deleted and offer to take it back, or that it was taken back."""
        pending = self._deletions.pending
        had_focus = self._undo.hasFocus()
        self._undo.setVisible(pending is not None)
        if pending is not None:
            words = translated(pending.words)
            self.say(words)
            self._undo.setAccessibleName(self.tr("Undo: {deletion}").format(deletion=words))
            self._undo.setToolTip(self._undo.accessibleName())
        elif had_focus:
            self._findings.setFocus()

    def _on_taken_back(self) -> None:
        self.say(self.tr("Undone: nothing was deleted."))

    def _on_findings(self) -> None:
        if self._fields:
            self.list_requested.emit(self._findings)


def _facts(state: Answered) -> str:
    from qfpay_gui.qfpay.reply.exchange import HttpReply  # noqa: PLC0415 - not needed at start

    exchange = state.answer.exchange
    milliseconds = f"{exchange.timings.total * 1000:,.0f} ms"
    if not isinstance(exchange.outcome, HttpReply):
        return f"{exchange.outcome.layer.value} · {milliseconds}"
    respcd = state.answer.reply.respcd if state.answer.reply else ""
    parts = (respcd, f"HTTP {exchange.outcome.status}", milliseconds, f"{len(exchange.outcome.body):,} B")
    return " · ".join(part for part in parts if part)
