"""The six steps below each other, each with its state as a picture and a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from qfpay_gui.qfpay.onboarding.progress import SEVERITIES
from qfpay_gui.qfpay.onboarding.steps import STEPS
from qfpay_gui.ui.look.icons import icon
from qfpay_gui.ui.look.theme import current, px, set_property
from qfpay_gui.ui.onboarding.documents import STATES
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from qfpay_gui.models.onboarding.state import OnboardingState
    from qfpay_gui.qfpay.onboarding.steps import Step

_MOST_WIDTH = 320


class StepsList(QListWidget):
    """Says by ``currentRowChanged`` which step is looked at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("set_up_steps")
        self.setAccessibleName(self.tr("Steps of the set-up"))
        self.setSpacing(2)
        self.setIconSize(QSize(current().icon_px, current().icon_px))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        set_property(self, "role", "framed")
        for _step in STEPS:
            self.addItem(QListWidgetItem(self))

    @property
    def step(self) -> Step:
        """The step that is looked at."""
        return STEPS[max(self.currentRow(), 0)]

    def present(self, state: OnboardingState) -> None:
        """Show how far each step is known to be done."""
        for number, (step, standing) in enumerate(zip(STEPS, state.standings.values(), strict=True)):
            tone = SEVERITIES[standing.state].name.lower()
            item = self.item(number)
            heading, word = translated(step.heading), translated(STATES[standing.state])
            item.setText(f"{number + 1}  {heading}\n{word}")
            item.setIcon(icon(tone, f"{tone}_fg"))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{number + 1}. {heading}: {word}")
        around = self.width() - self.viewport().width() + 2 * self.spacing()
        self.setFixedWidth(min(self.sizeHintForColumn(0) + around, px(_MOST_WIDTH)))
