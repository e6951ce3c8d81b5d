"""The strip under the bar: what sending to this environment means, and what is noticed about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from qfpay_gui.qfpay.environments import EnvironmentKind
from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.ui.look.icons import set_icon
from qfpay_gui.ui.look.theme import current, set_property
from qfpay_gui.ui.widgets.claim_mark import ClaimLabel, mark, spoken
from qfpay_gui.ui.widgets.elided import ElidedLabel
from qfpay_gui.ui.words.environments import claimed_id
from qfpay_gui.ui.words.label import PlainLabel
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from qfpay_gui.qfpay.request.prepared import PreparedRequest


class CautionStrip(QFrame):
    """One line high; hidden where nothing but the simulator is involved and nothing is noticed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = PlainLabel(self)
        self._words = ElidedLabel(self)
        self._words.setObjectName("caution")
        self._origin = ClaimLabel(self)
        self._origin.setObjectName("caution_origin")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(current().margin, current().gap_small, current().margin, current().gap_small)
        layout.setSpacing(current().gap)
        layout.addWidget(self._icon)
        layout.addWidget(self._words, 1)
        layout.addWidget(self._origin)
        set_property(self, "role", "strip")

    def present(self, request: PreparedRequest) -> None:
        """Say what this request's environment means."""
        findings = request.findings_at("environment")
        environment = request.environment
        if findings:
            first = findings[0]
            self._say(f"{translated(first.headline)}. {translated(first.detail)}", first.severity, first.claim)
        elif environment.kind is not EnvironmentKind.SIMULATOR:
            note = environment.kind is EnvironmentKind.CUSTOM
            severity = Severity.NOTE if note else Severity.ATTENTION
            self._say(translated(environment.caution), severity, f"environment.{claimed_id(environment.id)}")
        self.setVisible(bool(findings) or environment.kind is not EnvironmentKind.SIMULATOR)

    def _say(self, sentence: str, severity: Severity, origin: str) -> None:
        tone = severity.name.lower()
        self._words.show_text(sentence)
        self._origin.setText(mark(origin))
        self._origin.setAccessibleName(spoken(origin))
        set_property(self, "severity", tone)
        set_property(self._words, "severity", tone)
        set_icon(self._icon, tone, f"{tone}_fg", 16)
