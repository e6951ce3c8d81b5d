"""The status line: what happened last, how the last exchange ended, and what is noticed about the request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QStatusBar, QToolButton, QWidget

from qfpay_gui.models.sending.send_model import Answered, SendState
from qfpay_gui.qfpay.findings import Severity, worst
from qfpay_gui.ui.look.icons import set_icon
from qfpay_gui.ui.look.theme import set_property
from qfpay_gui.ui.widgets.status_message import StatusMessage

if TYPE_CHECKING:
    from qfpay_gui.qfpay.request.prepared import PreparedRequest

_ICONS = {Severity.OK: "ok", Severity.NOTE: "note", Severity.ATTENTION: "attention", Severity.WRONG: "wrong"}


class StatusLine(QStatusBar):
    """``findings_requested`` carries the field of the worst finding when its button is pressed."""

    findings_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._message = StatusMessage(self)
        self._exchange = QLabel(self)
        self._exchange.setObjectName("status_exchange")
        self._findings = QToolButton(self)
        self._findings.setObjectName("status_findings")
        self._field = ""
        set_property(self._exchange, "role", "muted")
        set_property(self._findings, "role", "quiet")
        self.setSizeGripEnabled(False)
        self.setContentsMargins(8, 0, 4, 0)
        self._findings.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._findings.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.addWidget(self._message, 1)
        self.addPermanentWidget(self._exchange)
        self.addPermanentWidget(self._findings)
        self._findings.clicked.connect(self._on_findings)

    @property
    def message(self) -> str:
        """What it says happened last."""
        return self._message.whole

    def say(self, sentence: str) -> None:
        """Say what happened; it stays until something else happens."""
        self._message.say(sentence)

    def render_request(self, request: PreparedRequest) -> None:
        """Count what is noticed about the request being edited."""
        counted = [finding for finding in request.findings if finding.severity > Severity.NOTE]
        self._field = counted[0].field if counted else ""
        count = self.tr("Findings: {count}").format(count=len(counted))
        self._findings.setText(count if counted else self.tr("Nothing to fix"))
        words = (
            self.tr("Go to the first finding (F4)") if counted else self.tr("Nothing wrong is known of this request")
        )
        self._findings.setToolTip(words)
        self._findings.setAccessibleName(words)
        set_icon(self._findings, _ICONS[worst(tuple(counted))], f"{worst(tuple(counted)).name.lower()}_fg")

    def tell_exchange(self, is_told: bool) -> None:  # noqa: FBT001 - like Qt's setters
        """Show the last exchange here, because its reply is not in sight."""
        self._exchange.setVisible(is_told)

    def render_state(self, state: SendState) -> None:
        """Take down respcd, HTTP status, time and size of the last exchange."""
        self._exchange.setText(_facts(state) if isinstance(state, Answered) else "")

    def go_to_first(self) -> None:
        """Ask for the field of the worst finding."""
        self._on_findings()

    def _on_findings(self) -> None:
        if self._field:
            self.findings_requested.emit(self._field)


def _facts(state: Answered) -> str:
    from qfpay_gui.qfpay.reply.exchange import HttpReply  # noqa: PLC0415 - not needed at start

    exchange = state.answer.exchange
    milliseconds = f"{exchange.timings.total * 1000:,.0f} ms"
    if not isinstance(exchange.outcome, HttpReply):
        return f"{exchange.outcome.layer.value} · {milliseconds}"
    respcd = state.answer.reply.respcd if state.answer.reply else ""
    parts = (respcd, f"HTTP {exchange.outcome.status}", milliseconds, f"{len(exchange.outcome.body):,} B")
    return " · ".join(part for part in parts if part)
