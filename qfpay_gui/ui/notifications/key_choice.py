"""Whose client key is used: the chosen merchant's, that of another open profile, or one that is typed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qfpay_gui.models.notifications.pasted import CURRENT, TYPED
from qfpay_gui.ui.look.theme import current
from qfpay_gui.ui.widgets.elided import ElidedCombo
from qfpay_gui.ui.widgets.key_edit import KeyEdit
from qfpay_gui.ui.widgets.later import hand_keyboard_on


class KeyChoice(QWidget):
    """``name`` begins the object names of its parts; ``spoken`` is what the typed key is for."""

    chosen = Signal(str)
    """Carries CURRENT, TYPED, or the name of a profile."""
    typed = Signal(str)
    """Carries the key in its field."""

    def __init__(self, name: str, spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.combo = ElidedCombo(self)
        self._typed = KeyEdit(self)
        self._names: tuple[str, ...] = ()
        self._build(name, spoken)
        self.combo.activated.connect(self._on_chosen)
        self._typed.textEdited.connect(self.typed)

    def present(self, names: tuple[str, ...], choice: str) -> None:
        """Offer these profiles, this one chosen."""
        if names != self._names or not self.combo.count():
            self._names = names
            self.combo.clear()
            self.combo.addItem(self.tr("Chosen merchant’s"), CURRENT)
            for name in names:
                self.combo.addItem(name, name)
            self.combo.addItem(self.tr("Another: type it"), TYPED)
        place = max(0, self.combo.findData(choice))
        if place != self.combo.currentIndex():
            self.combo.setCurrentIndex(place)
        self._typed.setVisible(choice == TYPED)

    def _build(self, name: str, spoken: str) -> None:
        hand_keyboard_on(self, self.combo)
        self.combo.setObjectName(f"{name}_key")
        self.combo.setMinimumContentsLength(8)
        self.combo.setSizeAdjustPolicy(ElidedCombo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._typed.setObjectName(f"{name}_typed_key")
        self._typed.eye.setObjectName(f"reveal_{name}_key")
        self._typed.setPlaceholderText(self.tr("client_key, used here only"))
        self._typed.setAccessibleName(spoken)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().gap_small)
        column.addWidget(self.combo)
        column.addWidget(self._typed)

    def _on_chosen(self, _index: int) -> None:
        self.chosen.emit(self.combo.currentData())
        if self.combo.currentData() == TYPED:
            self._typed.setFocus()
