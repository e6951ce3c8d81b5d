"""What there is to know about the field in use: its rule, and every finding in full."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from qfpay_gui.qfpay.request.parameters import endpoint
from qfpay_gui.ui.findings.mend_row import MendRow
from qfpay_gui.ui.look.theme import current, px, set_property
from qfpay_gui.ui.widgets.claim_mark import ClaimLabel, mark
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from qfpay_gui.qfpay.findings import Finding
    from qfpay_gui.qfpay.request.mends import Mend
    from qfpay_gui.qfpay.request.prepared import PreparedRequest

_HEIGHT = 116


class Inspector(QFrame):
    """A strip of fixed height under the form, so that nothing moves when its words change."""

    mend_chosen = Signal(object)
    """Carries the Mend."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""
        self._label = ClaimLabel(self)
        self._label.setObjectName("inspector_text")
        self._mends = MendRow(self)
        self._mends.chosen.connect(self.mend_chosen)
        self._label.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._label.setWordWrap(True)
        self._label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self._label)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(current().margin, current().gap, current().gap_small, current().gap)
        layout.addWidget(area, 1)
        layout.addWidget(self._mends)
        self.setObjectName("inspector")
        set_property(self, "role", "strip")
        self.setFixedHeight(px(_HEIGHT))

    def present(self, name: str, request: PreparedRequest, ways_out: tuple[Mend, ...] = ()) -> None:
        """Explain the field of this wire name, with ways out; "" explains what concerns the whole request."""
        self._mends.present(ways_out)
        shown = "".join(self._paragraphs(name, request))
        if shown != self._shown:
            self._shown = shown
            self._label.setText(shown)

    def _paragraphs(self, name: str, request: PreparedRequest) -> list[str]:
        call = endpoint(request.endpoint)
        parameter = call.find(name)
        findings = request.findings_at(name)
        paragraphs = []
        if parameter is not None:
            is_mandatory = parameter.is_mandatory(request.value("pay_type"))
            must = self.tr("mandatory") if is_mandatory else self.tr("optional")
            paragraphs.append(f"<p style='margin:0 0 4px 0'><b>{name}</b> · {parameter.type} · {must}</p>")
        elif name:
            paragraphs.append(f"<p style='margin:0 0 4px 0'><b>{escape(name[:60])}</b></p>")
        else:
            title, route = escape(translated(call.label)), escape(f"{request.method} {call.path}")
            paragraphs.append(f"<p style='margin:0 0 4px 0'><b>{title}</b> · {route}</p>")
        paragraphs += [self._finding(finding) for finding in findings]
        if parameter is not None:
            said = f"parameter.{call.name}.{name}"
            paragraphs.append(f"<p style='margin:0'>{escape(translated(parameter.help))} {mark(said)}</p>")
        if not name:
            purpose, hint = translated(call.purpose), self.tr("Choose a field to read its rule here.")
            line = f"{escape(purpose)} {mark(f'call.{call.name}')}"
            paragraphs.append(f"<p style='margin:0 0 4px 0'>{line}</p><p style='margin:0'>{escape(hint)}</p>")
        return paragraphs

    def _finding(self, finding: Finding) -> str:
        colour = current().colour(f"{finding.severity.name.lower()}_fg").name()
        headline, detail = escape(translated(finding.headline)), escape(translated(finding.detail))
        return (
            f"<p style='margin:0 0 4px 0'><b style='color:{colour}'>{headline}</b> – {detail} {mark(finding.claim)}</p>"
        )
