"""The parameters in the order they are signed: what is signed beside what travels."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote_plus

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from qfpay_gui.models.request.signing_text import signing_text
from qfpay_gui.qfpay.signing.recipe import well_formed
from qfpay_gui.ui.look.theme import current, mono, px, set_property
from qfpay_gui.ui.widgets.elided import plain_tip

if TYPE_CHECKING:
    from qfpay_gui.qfpay.request.prepared import PreparedRequest
    from qfpay_gui.qfpay.signing.recipe import Segment

_SHORT = 300


class SortedTable(QTableWidget):
    """One line a parameter: position, name, value as signed, value as it travels in the form body."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 3, parent)
        self.setObjectName("sorted_parameters")
        self.setAccessibleName(self.tr("Sorted parameters"))
        self.setHorizontalHeaderLabels([self.tr("Name"), self.tr("Signed"), self.tr("In the body")])
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setShowGrid(False)
        self.verticalHeader().setDefaultSectionSize(px(28))
        self.verticalHeader().setMinimumWidth(px(28))
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        set_property(self, "role", "wire")

    def present(self, request: PreparedRequest, marked: str) -> None:
        """Show the request's parameters; the one in use is marked."""
        values = [segment for segment in request.signed.segments if segment.kind == "value"]
        if self.rowCount() != len(values):
            self.setRowCount(len(values))
        for row, segment in enumerate(values):
            self._render_row(row, segment, marked)

    def _render_row(self, row: int, segment: Segment, marked: str) -> None:
        drawn = signing_text((segment,), reveal_key=False).shown
        travelling = quote_plus(well_formed(segment.text[:_SHORT]))
        for column, shown in enumerate((segment.name, drawn, travelling)):
            item = self.item(row, column)
            if item is None:
                item = QTableWidgetItem()
                item.setFont(mono(current().text_pt))
                self.setItem(row, column, item)
            if item.text() != shown:
                item.setText(shown)
                item.setToolTip(plain_tip(shown[:1000]))
            item.setBackground(current().mark if segment.name == marked else current().panel)
