"""The records of an answer, one a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from qfpay_gui.qfpay.json_reading import excerpt
from qfpay_gui.qfpay.reply.records.state import RecordKind
from qfpay_gui.ui.look.icons import icon
from qfpay_gui.ui.look.theme import current, mono, px
from qfpay_gui.ui.reply.checks import SEVERITIES
from qfpay_gui.ui.reply.records.record_rows import KINDS
from qfpay_gui.ui.widgets.elided import plain_tip
from qfpay_gui.ui.widgets.status_message import say
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from qfpay_gui.qfpay.reply.records.records import Record

_TIME, _KIND, _NUMBER, _AMOUNT, _STATE = range(5)
_MEMBERS = {_TIME: "record.sysdtm", _KIND: "record.order_type", _NUMBER: "record.out_trade_no", _AMOUNT: "record.txamt"}
_LINE = 26
_TIME_LENGTH = len("YYYY-MM-DD hh:mm:ss")
_ICONS = {RecordKind.PAYMENT: "wallet", RecordKind.REFUND: "refund", RecordKind.OTHER: "list"}
_SHOWN = 128
_SMALLEST_NUMBER = 80


class RecordsTable(QTableWidget):
    """One record is chosen at a time; Ctrl+C copies its syssn."""

    chosen = Signal(int)
    """Carries the place of the chosen record; -1 for none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 5, parent)
        self._records: tuple[Record, ...] = ()
        self._copy = QAction(self.tr("Copy syssn"), self)
        self._build()
        self._copy.triggered.connect(self.copy_syssn)
        self.currentCellChanged.connect(self._on_current)

    @property
    def record(self) -> Record | None:
        """The chosen record."""
        return self._records[self.currentRow()] if 0 <= self.currentRow() < len(self._records) else None

    def show_records(self, records: tuple[Record, ...]) -> None:
        """Show these; the record chosen before stays chosen where it is among them."""
        before = self.record.syssn if self.record is not None else ""
        self.blockSignals(True)  # noqa: FBT003 - Qt's setter; rows that come and go choose nothing
        self._records = records
        self.setRowCount(0)
        self.setRowCount(len(records))
        for place, record in enumerate(records):
            self._render(place, record)
        place = next((at for at, record in enumerate(records) if before and record.syssn == before), 0)
        if records:
            self.setCurrentCell(place, _NUMBER)
        self.blockSignals(False)  # noqa: FBT003 - Qt's setter
        # A single line explains itself.
        self.horizontalHeader().setVisible(len(records) != 1)
        self._share_room()
        self.chosen.emit(self.currentRow())

    def subject(self, _focused: QWidget) -> str:
        """The member that the column shows; for the state, the record's own return code."""
        if self.currentColumn() == _STATE and self.record is not None:
            return f"respcd.{self.record.members.get('respcd', '')}"
        return _MEMBERS.get(self.currentColumn(), "")

    def copy_syssn(self) -> None:
        """Copy QFPay's number of the chosen record, if it has one."""
        if self.record is not None and self.record.syssn:
            QGuiApplication.clipboard().setText(self.record.syssn)
            say(self, self.tr("Copied: syssn {number}").format(number=excerpt(self.record.syssn, margin=_SHOWN)))

    def height_of(self, count: int) -> int:
        """Pixels that so many lines take, with the heading where there is one."""
        heading = 0 if self.horizontalHeader().isHidden() else self.horizontalHeader().sizeHint().height()
        return heading + count * px(_LINE) + 2 * self.frameWidth()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """One line at least."""
        return QSize(super().minimumSizeHint().width(), self.height_of(1))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Give the order number what the others leave."""
        super().resizeEvent(event)
        self._share_room()

    def _build(self) -> None:
        self.setObjectName("records")
        self.setAccessibleName(self.tr("Records"))
        self.setHorizontalHeaderLabels(
            [self.tr("Time"), self.tr("Kind"), self.tr("Order"), self.tr("Amount"), self.tr("State")]
        )
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(px(_LINE))
        self.verticalHeader().setDefaultSectionSize(px(_LINE))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setIconSize(QSize(px(14), px(14)))
        self._copy.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        self._copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.addAction(self._copy)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def _render(self, place: int, record: Record) -> None:
        number = record.out_trade_no or record.syssn or "–"
        time = QTableWidgetItem(_without_year(record.time) or "–")
        time.setToolTip(plain_tip(self.tr("{time} (UTC+8)").format(time=record.time)) if record.time else "")
        kind = QTableWidgetItem(translated(KINDS[record.kind]))
        kind.setIcon(icon(_ICONS.get(record.kind, "cancel")))
        order = QTableWidgetItem(excerpt(number, margin=_SHOWN))
        order.setFont(mono(current().text_pt))
        order.setToolTip(plain_tip(number))
        amount = QTableWidgetItem(excerpt(record.amount) or "–")
        amount.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for column, item in enumerate((time, kind, order, amount, self._state(record))):
            self.setItem(place, column, item)

    def _state(self, record: Record) -> QTableWidgetItem:
        """The state in words and by an icon."""
        severity, name = record.status.severity, translated(record.status.name)
        tone = severity.name.lower()
        item = QTableWidgetItem(icon(tone, f"{tone}_fg"), name)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{name} ({translated(SEVERITIES[severity])})")
        item.setToolTip(plain_tip(translated(record.status.said.headline)))
        return item

    def _share_room(self) -> None:
        """Every column gets what it needs, the order number what is left."""
        for column in (_TIME, _KIND, _AMOUNT, _STATE):
            self.resizeColumnToContents(column)
        others = sum(self.columnWidth(column) for column in (_TIME, _KIND, _AMOUNT, _STATE))
        self.setColumnWidth(_NUMBER, max(px(_SMALLEST_NUMBER), self.viewport().width() - others))

    def _on_current(self, row: int, _column: int, before: int, _before_column: int) -> None:
        if row != before:
            self.chosen.emit(row)


def _without_year(time: str) -> str:
    """A time as the API writes it without what all lines have in common; any other text as it is."""
    return excerpt(time[5:] if len(time) == _TIME_LENGTH else time)
