"""The first page of the answer to a query, refund, close or reversal: its records, and the chosen one explained."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.reply.records.sums import money_line
from qfpay_gui.ui.look.theme import current, px
from qfpay_gui.ui.reply.fields_table import FieldsTable
from qfpay_gui.ui.reply.page import Page
from qfpay_gui.ui.reply.records.acts_bar import ActsBar
from qfpay_gui.ui.reply.records.record_rows import record_rows, reply_rows_without_records, why_no_records
from qfpay_gui.ui.reply.records.records_table import RecordsTable
from qfpay_gui.ui.widgets.claim_mark import about
from qfpay_gui.ui.widgets.hint_line import HintLine
from qfpay_gui.ui.words.label import PlainLabel
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from qfpay_gui.models.sending.answer import Answer
    from qfpay_gui.qfpay.reply.records.sums import MoneyLine
    from qfpay_gui.ui.reply.reply_rows import ReplyHeading, ReplyRow

_BESIDE_FROM = 1000
_FEW = 3
_UNLIMITED = (1 << 24) - 1
_SMALLEST = 48


class RecordsPage(Page):
    """Table and explanation stand side by side where there is room and more than one record, else stacked."""

    act_requested = Signal(str, object)
    """Carries the endpoint of a next request and the values its draft begins with."""
    page_requested = Signal(int)
    """Carries the number of the page to query."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._why = PlainLabel(self)
        self._both = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._table = RecordsTable(self)
        self._view = RecordView(self)
        self._bar = ActsBar(self)
        self._build()
        self._connect()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Arrange anew for the new width."""
        super().resizeEvent(event)
        self._arrange()

    def _build(self) -> None:
        self._why.setObjectName("why_no_records")
        self._why.setWordWrap(True)
        self._both.setSpacing(current().gap)
        self._both.addWidget(self._table, 1)
        self._both.addWidget(self._view, 1)
        self.column.addWidget(self._why)
        self.column.addLayout(self._both, 1)
        self.column.addWidget(self._bar)

    def _connect(self) -> None:
        self._table.chosen.connect(self._on_chosen)
        self._bar.copy_requested.connect(self._table.copy_syssn)
        self._bar.act_requested.connect(self.act_requested)
        self._bar.page_requested.connect(self.page_requested)

    def _fill(self, answer: Answer) -> None:
        records = answer.records
        why = why_no_records(answer)
        left_out = self.tr("{count} further records: see the raw reply").format(count=records.left_out)
        self._why.setText(translated(why) or (left_out if records.left_out else ""))
        self._why.setVisible(bool(self._why.text()))
        self._table.setVisible(bool(records.found))
        self._view.setVisible(answer.reply is not None)
        self._table.show_records(records.found)
        self._bar.show_paging(records.paging)
        self._arrange()

    def _arrange(self) -> None:
        """One record leaves the room to its explanation; many share it."""
        count = len(self._answer.records.found) if self._answer is not None else 0
        beside = count > 1 and self.width() >= px(_BESIDE_FROM)
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        # A table of few lines takes no more than they need; beside its explanation it takes the whole height.
        few = not beside and 0 < count <= _FEW
        self._table.setMaximumHeight(self._table.height_of(count) if few else _UNLIMITED)
        self._both.setDirection(direction)

    def _on_chosen(self, _place: int) -> None:
        answer = self._answer
        if answer is None:
            return
        record = self._table.record
        if record is None:
            self._view.show_record(reply_rows_without_records(answer), None)
        else:
            self._view.show_record(record_rows(record.kind, record.members), money_line(record, answer.records))
        self._bar.show_record(record, answer.records)


class RecordView(QWidget):
    """A line about money above the members; values are copied as they came."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._money = HintLine(self)
        self._money.setObjectName("record_money")
        self._fields = FieldsTable("record_fields", self.tr("The record, member by member"), self)
        self._fields.setMinimumHeight(px(_SMALLEST))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current().gap_small)
        layout.addWidget(self._money)
        layout.addWidget(self._fields, 1)

    def show_record(self, rows: tuple[ReplyRow | ReplyHeading, ...], money: MoneyLine | None) -> None:
        """Show these lines under this sentence about money, or under none."""
        self._fields.show_rows(rows)
        self._money.setVisible(money is not None)
        if money is None:
            return
        if money.severity > Severity.OK:
            self._money.show_finding(translated(money.sentence), money.severity, about(money.sentence))
        else:
            self._money.show_hint(translated(money.sentence), about(money.sentence))
