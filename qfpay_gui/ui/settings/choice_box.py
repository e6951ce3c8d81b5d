"""One choice of a few: it says which one a person made, and nothing of what it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from qfpay_gui.ui.widgets.elided import StillCombo

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget


class ChoiceBox(StillCombo):
    """Takes values with their words, and the name of what they are values of."""

    chosen = Signal(str, object)
    """Carries that name and the value."""

    def __init__(self, name: str, choices: Iterable[tuple[object, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        for value, words in choices:
            self.addItem(words, value)
        self.activated.connect(self._on_activated)

    def show_value(self, value: object) -> None:
        """Show this one as chosen; one that is not among them shows as none."""
        self.setCurrentIndex(self.findData(value))

    def _on_activated(self, _place: int) -> None:
        self.chosen.emit(self.objectName(), self.currentData())
