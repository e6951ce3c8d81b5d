"""Chooses what the simulator answers, to see how a failure looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from qfpay_gui.ui.look.theme import px
from qfpay_gui.ui.widgets.elided import ElidedCombo
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from qfpay_gui.models.workbench import Workbench
    from qfpay_gui.qfpay.environments import Environment


class OutcomeBox(ElidedCombo):
    """Visible in the simulator's environment only; filled when the simulator runs."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self.setObjectName("simulator_outcome")
        self.setAccessibleName(self.tr("What the simulator answers"))
        self.setToolTip(self.tr("What the simulator answers to the next requests"))
        self.setMinimumContentsLength(8)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaximumWidth(px(360))
        self.view().setMinimumWidth(px(380))
        self.activated.connect(self._on_chosen)
        workbench.environment_changed.connect(self._render)
        workbench.simulator.changed.connect(self._fill)
        self._fill()
        self._render(workbench.environment)

    def _fill(self) -> None:
        simulator = self._workbench.simulator
        if self.count() == 0 and simulator.base_url:
            for spec, words in simulator.outcomes():
                self.addItem(translated(words), spec)
                self.setItemData(self.count() - 1, spec, Qt.ItemDataRole.ToolTipRole)
        self.setCurrentIndex(self.findData(simulator.outcome_id))
        self._render(self._workbench.environment)

    def _render(self, environment: Environment) -> None:
        self.setVisible(environment.id == "simulator")
        self.setEnabled(self.count() > 0)

    def _on_chosen(self, index: int) -> None:
        self._workbench.simulator.choose_outcome(self.itemData(index))
