"""Explanations that fit as well as the one that is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from qfpay_gui.models.case.findings import ids_of, sentences
from qfpay_gui.ui.look.theme import current, set_property
from qfpay_gui.ui.words.label import PlainLabel
from qfpay_gui.ui.words.translate import in_a_row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qfpay_gui.diagnosis import Diagnosis


class RivalsList(QWidget):
    """A row an explanation, with a button that draws it."""

    chosen = Signal(int)
    """Carries the place of the explanation to draw."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("case_rivals")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(current().margin, 0, 0, 0)
        self._grid.setHorizontalSpacing(current().gap)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)

    def present(self, found: Sequence[Diagnosis], drawn: int) -> None:
        """List all but the one that is drawn."""
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()  # Qt may be about to show it, which it would do as a window of its own
                widget.setParent(None)
                widget.deleteLater()
        for place, diagnosis in enumerate(found):
            if place != drawn:
                self._add(place, diagnosis)
        self.setVisible(len(found) > 1)

    def _add(self, place: int, diagnosis: Diagnosis) -> None:
        badge = PlainLabel(self.tr("fits equally well"), self)
        set_property(badge, "role", "badge")
        set_property(badge, "severity", "attention")
        words = PlainLabel(in_a_row(sentences(diagnosis)), self)
        words.setObjectName(f"rival_{place}")
        words.setToolTip(ids_of(diagnosis))
        words.setWordWrap(True)
        button = QPushButton(self.tr("Show"), self)
        button.setObjectName(f"show_rival_{place}")
        button.setAccessibleDescription(words.text())
        button.setProperty("place", place)
        set_property(button, "role", "quiet")
        button.clicked.connect(self._on_clicked)
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(badge, place, 0, top)
        self._grid.addWidget(words, place, 1, top)
        self._grid.addWidget(button, place, 2, top)
        for widget in (badge, words, button):
            widget.show()

    def _on_clicked(self) -> None:
        self.chosen.emit(int(self.sender().property("place")))
