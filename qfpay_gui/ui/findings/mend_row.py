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
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(current().gap)
        self._layout.addStretch(1)
        self.hide()

    def present(self, mends: tuple[Mend, ...]) -> None:
        """Offer the first of these."""
        mends = mends[:MOST]
        if mends == self._mends:
            return
        self._mends = mends
        while self._layout.count() > 1:
            item = self._layout.takeAt(0)
            button = item.widget() if item is not None else None
            if button is not None:
                button.hide()  # Qt may be about to show it, which it would do as a window of its own
                button.setParent(None)  # gone at once, for the new ones take over its name
                button.deleteLater()
        for place, mend in enumerate(mends):
            button = self._button(place, mend)
            self._layout.insertWidget(place, button)
            button.show()
        self.setVisible(bool(mends))

    def _button(self, place: int, mend: Mend) -> QPushButton:
        # A button takes & for a mark of its access key.
        button = QPushButton(translated(mend.words).replace("&", "&&"), self)
        button.setObjectName(f"mend_{place}")
        button.setAutoDefault(False)
        button.clicked.connect(partial(self.chosen.emit, mend))
        return button
