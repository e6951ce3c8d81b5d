"""One record explained: what is to be said about its money, then every member with its meaning."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.ui.look.theme import current
from qfpay_gui.ui.reply.fields_table import FieldsTable
from qfpay_gui.ui.widgets.hint_line import HintLine
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from qfpay_gui.qfpay.reply.records.sums import MoneyLine
    from qfpay_gui.ui.reply.reply_rows import Heading, Row


_SMALLEST = 48


class RecordView(QWidget):
    """A line about money above the members; values are copied as they came."""

    copied = Signal(str)
    """Carries a sentence that says what was copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._money = HintLine(self)
        self._money.setObjectName("record_money")
        self._fields = FieldsTable("record_fields", self.tr("The record, member by member"), self)
        self._fields.setMinimumHeight(_SMALLEST)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current().gap_small)
        layout.addWidget(self._money)
        layout.addWidget(self._fields, 1)
        self._fields.copied.connect(self.copied)

    def show_record(self, rows: tuple[Row | Heading, ...], money: MoneyLine | None) -> None:
        """Show these lines under this sentence about money, or under none."""
        self._fields.show_rows(rows)
        self._money.setVisible(money is not None)
        if money is None:
            return
        if money.severity > Severity.OK:
            self._money.show_finding(translated(money.sentence), money.severity)
        else:
            self._money.show_hint(translated(money.sentence))
