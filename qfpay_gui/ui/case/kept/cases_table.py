"""The list of kept cases, with every command on a key."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QGuiApplication

from qfpay_gui.services.database.cases import KeptCase
from qfpay_gui.ui.case.kept.wording import STATUSES
from qfpay_gui.ui.look.icons import icon
from qfpay_gui.ui.look.theme import current, px
from qfpay_gui.ui.widgets.list_table import ChoiceTable
from qfpay_gui.ui.widgets.rows_model import RowsModel
from qfpay_gui.ui.widgets.status_message import say
from qfpay_gui.ui.words.measures import short_time, whole_time
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QColor, QIcon
    from PySide6.QtWidgets import QWidget

_TIME, _STATUS, _NARROW = 92, 212, 640


class Column(IntEnum):
    """The columns from left to right."""

    TIME = 0
    MERCHANT = 1
    NUMBER = 2
    TICKET = 3
    CAUSE = 4
    STATUS = 5


class CaseRowsModel(RowsModel[KeptCase, Column]):
    """Shows kept cases."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(Column, frozenset(), parent)

    def title(self, column: Column) -> str:
        """What stands above the column."""
        return {
            Column.TIME: self.tr("Time"),
            Column.MERCHANT: self.tr("Merchant"),
            Column.NUMBER: self.tr("Order no."),
            Column.TICKET: self.tr("Ticket"),
            Column.CAUSE: self.tr("Cause"),
            Column.STATUS: self.tr("Status"),
        }[column]

    def shown(self, row: KeptCase, column: Column) -> str:
        """What the cell shows."""
        match column:
            case Column.TIME:
                return short_time(row.changed_at, datetime.now(UTC))
            case Column.MERCHANT:
                return row.head.merchant
            case Column.NUMBER:
                return row.number
            case Column.TICKET:
                return row.head.ticket
            case Column.CAUSE:
                return translated(row.cause)
            case _:
                return translated(STATUSES[row.head.status][0])

    def tip(self, row: KeptCase, column: Column) -> str:
        """The moment, the cause and the note in full."""
        match column:
            case Column.TIME:
                return whole_time(row.changed_at)
            case Column.CAUSE:
                return "\n".join(filter(None, (translated(row.cause), row.head.note)))
            case _:
                return self.shown(row, column)

    def picture(self, row: KeptCase, column: Column) -> QIcon | None:
        """How bad the cause is, and how far the case has come."""
        tone = row.severity.name.lower()
        match column:
            case Column.CAUSE:
                return icon(tone, f"{tone}_fg")
            case Column.STATUS:
                return icon(*STATUSES[row.head.status][1])
            case _:
                return None

    def colour(self, _row: KeptCase, column: Column) -> QColor | None:
        """Times are quiet."""
        return current().muted if column is Column.TIME else None

    def is_wire(self, _row: KeptCase, column: Column) -> bool:
        """Order numbers."""
        return column is Column.NUMBER

    def record(self, row: KeptCase) -> dict[str, str]:
        """What is known of the case."""
        return {
            "made_at": row.made_at.isoformat(),
            "changed_at": row.changed_at.isoformat(),
            "merchant": row.head.merchant,
            "ticket": row.head.ticket,
            "out_trade_no": row.number,
            "cause": translated(row.cause),
            "status": row.head.status.value,
            "note": row.head.note,
        }

    def sort_key(self, row: KeptCase, column: Column) -> Any:
        """Moments by the clock."""
        return row.changed_at if column is Column.TIME else super().sort_key(row, column)


class CasesTable(ChoiceTable[KeptCase]):
    """Enter opens, Ctrl+C copies ticket numbers, Delete deletes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.rows_model = CaseRowsModel()
        super().__init__(self.rows_model, parent)
        self.open_case = self.offer("open_case", self.tr("Open the case"), "Return", "Enter")
        self.copy = self.offer("copy_ticket", self.tr("Copy ticket number"), "Ctrl+C")
        self.delete = self.offer("delete_case", self.tr("Delete"), "Del")
        self.setObjectName("cases_table")
        self.setAccessibleName(self.tr("Kept cases, the newest first"))
        self.setModel(self.rows_model)
        self.copy.triggered.connect(self._on_copy)
        self.doubleClicked.connect(self.open_case.trigger)
        self.offer_commands()

    def present(self, rows: tuple[KeptCase, ...]) -> None:
        """Show these cases; what was selected stays selected where it still is there."""
        before = self.keep()
        self.rows_model.show_rows(rows)
        self.restore(before)

    def share_room(self, width: int) -> None:
        """The cause gets the most; status words only where there is room."""
        status = px(_STATUS) if width >= px(_NARROW) else px(36)
        room = max(width - px(_TIME) - status, 0)
        self.setColumnWidth(Column.TIME, px(_TIME))
        self.setColumnWidth(Column.STATUS, status)
        shares = {Column.MERCHANT: 18, Column.NUMBER: 20, Column.TICKET: 13}
        for column, share in shares.items():
            self.setColumnWidth(column, room * share // 100)
        self.setColumnWidth(Column.CAUSE, room - sum(room * share // 100 for share in shares.values()))

    def offer_commands(self) -> None:
        """One case is opened; any are deleted."""
        rows = self.chosen()
        self.open_case.setEnabled(len(rows) == 1)
        self.copy.setEnabled(any(row.head.ticket for row in rows))
        self.delete.setEnabled(bool(rows))
        self.selected.emit()

    def _on_copy(self) -> None:
        tickets = [row.head.ticket for row in self.chosen() if row.head.ticket]
        QGuiApplication.clipboard().setText("\n".join(tickets))
        say(self, self.tr("Copied: ticket numbers: {count}").format(count=len(tickets)))
