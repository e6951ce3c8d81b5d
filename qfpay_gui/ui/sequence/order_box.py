"""Chooses the order whose messages are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from qfpay_gui.ui.sequence.wording import choice
from qfpay_gui.ui.widgets.elided import ElidedCombo

if TYPE_CHECKING:
    from qfpay_gui.models.sequence.sequence_model import SequenceState
    from qfpay_gui.qfpay.sequence.messages import OrderKey


class OrderBox(ElidedCombo):
    """The newest order stands first."""

    order_chosen = Signal(object)
    """Carries the OrderKey."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys: tuple[OrderKey, ...] = ()
        self._words: tuple[str, ...] | None = None
        self.setObjectName("sequence_order")
        self.setAccessibleName(self.tr("Order"))
        self.setToolTip(self.tr("The order whose messages are shown"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumContentsLength(12)
        self.setSizeAdjustPolicy(ElidedCombo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.activated.connect(self._on_activated)

    def present(self, state: SequenceState) -> None:
        """Offer these orders."""
        keys = tuple(one.key for one in state.sequences)
        words = tuple(choice(one) for one in state.sequences)
        blocker = QSignalBlocker(self)
        if (keys, words) != (self._keys, self._words):
            self._keys, self._words = keys, words
            self.clear()
            self.addItems(words or (self.tr("No order yet"),))
        if state.current is not None:
            self.setCurrentIndex(keys.index(state.current.key))
        blocker.unblock()
        self.setEnabled(bool(keys))

    def _on_activated(self, place: int) -> None:
        if 0 <= place < len(self._keys):
            self.order_chosen.emit(self._keys[place])
