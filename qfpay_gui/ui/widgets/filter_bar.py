"""The fields over a list that say which rows are wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QLineEdit

from qfpay_gui.ui.look.icons import icon
from qfpay_gui.ui.widgets.elided_combo import ElidedCombo

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

_LONGEST = 1000
_LIST_WIDTH = 220


class SearchField(QLineEdit):
    """Words to search for, behind a magnifier; Down or Enter goes on to the list."""

    left_downwards = Signal()
    """The person wants to go on in the list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._magnifier = QAction(self)
        self.setClearButtonEnabled(True)
        self.setMaxLength(_LONGEST)
        self.addAction(self._magnifier, QLineEdit.ActionPosition.LeadingPosition)
        self.returnPressed.connect(self.left_downwards)
        self.restyle()

    def restyle(self) -> None:
        """Draw the magnifier in the colours of the present theme."""
        self._magnifier.setIcon(icon("search"))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Let Down leave the field for the list."""
        if event.key() == Qt.Key.Key_Down:
            self.left_downwards.emit()
        else:
            super().keyPressEvent(event)


class FilterBox(ElidedCombo):
    """A choice that shows its first words, those of no choice, whole where there is room; longer ones are shortened."""

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for the first choice; the minimum stays that of ``describe``."""
        least, metrics = self.minimumSizeHint(), self.fontMetrics()
        frame = least.width() - self.minimumContentsLength() * metrics.horizontalAdvance("X")
        return least.expandedTo(QSize(frame + metrics.horizontalAdvance(self.itemText(0)), 0))

    def describe(self, name: str, words: str, length: int) -> None:
        """Take this object name, say what is chosen here, and have room for so many characters."""
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.setMinimumContentsLength(length)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.view().setMinimumWidth(_LIST_WIDTH)
