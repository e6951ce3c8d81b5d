"""One step: its heading, how far it is done and from what that follows, what can be entered, and what to know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from qfpay_gui.qfpay.onboarding.progress import SEVERITIES
from qfpay_gui.qfpay.onboarding.steps import STEPS
from qfpay_gui.ui.look.icons import set_icon
from qfpay_gui.ui.look.theme import current, set_property
from qfpay_gui.ui.onboarding.documents import STATES, document
from qfpay_gui.ui.onboarding.entry_line import EntryLine
from qfpay_gui.ui.widgets.document_view import DocumentView
from qfpay_gui.ui.words.label import PlainLabel
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from qfpay_gui.models.onboarding.state import OnboardingState
    from qfpay_gui.qfpay.onboarding.progress import Standing
    from qfpay_gui.qfpay.onboarding.steps import Step


class StepPage(QWidget):
    """Shows a step of a state."""

    entered = Signal(object, object)
    """Carries the StepId and what was entered about it, a str."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = PlainLabel(self)
        self._strip = QFrame(self)
        self._icon = PlainLabel(self._strip)
        self._state = PlainLabel(self._strip)
        self._because = PlainLabel(self._strip)
        self._entry = EntryLine(self)
        self._view = DocumentView("set_up_document", self.tr("What to do, where, and what goes wrong"), self)
        self._build()
        self._entry.entered.connect(self.entered)

    def present(self, step: Step, state: OnboardingState) -> None:
        """Show this step."""
        self._heading.setText(f"{STEPS.index(step) + 1}  {translated(step.heading)}")
        self._show_standing(state.standings[step.id])
        self._entry.present(step.id, state)
        self._view.show_html(document(step, state))

    def _show_standing(self, standing: Standing) -> None:
        tone = SEVERITIES[standing.state].name.lower()
        word, because = translated(STATES[standing.state]), translated(standing.because)
        set_property(self._strip, "severity", tone)
        set_icon(self._icon, tone, f"{tone}_fg")
        self._state.setText(word)
        self._because.setText(because)
        self._because.setAccessibleName(f"{word}: {because}")

    def _build(self) -> None:
        names = ((self._heading, "set_up_heading"), (self._state, "set_up_state"), (self._because, "set_up_because"))
        for label, name in names:
            label.setObjectName(name)
        set_property(self._heading, "role", "heading")
        set_property(self._state, "role", "value")
        set_property(self._strip, "role", "strip")
        self._because.setWordWrap(True)
        theme = current()
        strip = QHBoxLayout(self._strip)
        strip.setContentsMargins(theme.margin, theme.gap, theme.margin, theme.gap)
        strip.setSpacing(theme.gap)
        strip.addWidget(self._icon)
        strip.addWidget(self._state)
        strip.addWidget(self._because, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.gap)
        layout.addWidget(self._heading)
        layout.addWidget(self._strip)
        layout.addWidget(self._entry)
        layout.addWidget(self._view, 1)
