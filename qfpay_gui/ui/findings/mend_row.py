"""The ways out of a finding as buttons, the likeliest first."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from qfpay_gui.ui.look.theme import current
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from qfpay_gui.qfpay.request.mends import Mend

MOST = 3


class MendRow(QWidget):
    """Hidden where there is no way out that could be offered."""

    chosen = Signal(object)
    """Carries the Mend."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mends: tuple[Mend, ...] = ()
        # Made once: a button made later would be the last that the tab key comes to.
        self._buttons = tuple(self._button(place) for place in range(MOST))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current().gap)
        for button in self._buttons:
            layout.addWidget(button)
        layout.addStretch(1)
        self.hide()

    def present(self, mends: tuple[Mend, ...]) -> None:
        """Offer the first of these."""
        mends = mends[:MOST]
        if mends == self._mends:
            return
        self._mends = mends
        for place, button in enumerate(self._buttons):
            # A button takes & for a mark of its access key.
            words = translated(mends[place].words).replace("&", "&&") if place < len(mends) else ""
            button.setText(words)
            button.setVisible(bool(words))
        self.setVisible(bool(mends))

    def _button(self, place: int) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(f"mend_{place}")
        button.setAutoDefault(False)
        button.clicked.connect(partial(self._on_clicked, place))
        return button

    def _on_clicked(self, place: int) -> None:
        self.chosen.emit(self._mends[place])
