"""What is left to try, the likely first, each with the button that does it."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from qfpay_gui.ui.look.icons import set_icon
from qfpay_gui.ui.look.theme import current
from qfpay_gui.ui.widgets.claim_mark import ClaimLabel, mark, spoken
from qfpay_gui.ui.words.label import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qfpay_gui.qfpay.findings import Severity


@dataclass(frozen=True)
class CaseStep:
    """A suspicion: its weight as a severity, a headline, a reason, and the id and words of its button.

    ``origin`` are the ids by which the register knows where headline and reason come from.
    """

    severity: Severity
    headline: str
    reason: str
    action: str
    words: str
    origin: str = ""


class StepsList(QWidget):
    """A row a step."""

    action_requested = Signal(str)
    """Carries the id of the step whose button was pressed."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._steps: tuple[CaseStep, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(current().gap)
        self._grid.setVerticalSpacing(current().gap_small)
        self._grid.setColumnStretch(1, 1)

    @property
    def steps(self) -> tuple[CaseStep, ...]:
        """What it shows."""
        return self._steps

    def present(self, steps: Iterable[CaseStep]) -> None:
        """Show these steps."""
        wanted = tuple(steps)
        if wanted == self._steps:
            return
        self._steps = wanted
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()  # Qt may be about to show it, which it would do as a window of its own
                widget.setParent(None)
                widget.deleteLater()
        for row, step in enumerate(wanted):
            self._add(row, step)

    def _add(self, row: int, step: CaseStep) -> None:
        tone = step.severity.name.lower()
        picture, words, button = PlainLabel(self), ClaimLabel(self), QPushButton(step.words, self)
        set_icon(picture, tone, f"{tone}_fg", 16)
        words.setText(f"<b>{escape(step.headline)}</b><br>{escape(step.reason)} {mark(step.origin)}")
        words.setWordWrap(True)
        words.setAccessibleName(f"{step.headline}. {step.reason} {spoken(step.origin)}".strip())
        button.setObjectName(f"step_{step.action}_{row}")
        button.setAccessibleDescription(step.headline)
        button.setProperty("action", step.action)
        button.clicked.connect(self._on_clicked)
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(picture, row, 0, top)
        self._grid.addWidget(words, row, 1, top)
        self._grid.addWidget(button, row, 2, top)
        for widget in (picture, words, button):
            widget.show()

    def _on_clicked(self) -> None:
        self.action_requested.emit(str(self.sender().property("action")))
