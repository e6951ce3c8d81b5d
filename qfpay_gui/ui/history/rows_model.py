"""The rows of the history for Qt's table, fetched 200 at a time."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal

from qfpay_gui.services.database.entry import Ending
from qfpay_gui.ui.history.wording import ENDINGS, amount, ending_icon, headline, kind
from qfpay_gui.ui.look.icons import icon
from qfpay_gui.ui.look.theme import current
from qfpay_gui.ui.widgets.rows_model import Index, RowsModel
from qfpay_gui.ui.words.environments import environment_name, kind_icon
from qfpay_gui.ui.words.measures import short_time, sum_key, whole_time
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QIcon

    from qfpay_gui.models.history.history_model import HistoryState
    from qfpay_gui.services.database.entry import HistoryRow


_MOST_SORTED = 2000


class Column(IntEnum):
    """The columns from left to right."""

    TIME = 0
    ENVIRONMENT = 1
    KIND = 2
    OUTCOME = 3
    AMOUNT = 4
    ORDER = 5
    MERCHANT = 6
    NOTE = 7


class HistoryRowsModel(RowsModel["HistoryRow", Column]):
    """Shows a HistoryState; only notes can be edited."""

    more_wanted = Signal()
    """The view came near the last row."""
    note_edited = Signal(int, str)
    """Carries an entry's id and its new note."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(Column, frozenset({Column.AMOUNT}), parent)
        self._has_more = False
        self._roles[Qt.ItemDataRole.EditRole] = _editable

    def present(self, state: HistoryState) -> None:
        """Show these rows."""
        self._has_more = state.has_more
        self.show_rows(state.rows)
        self._complete()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Put the rows in this order, and those that wait in the file."""
        super().sort(column, order)
        self._complete()

    def _complete(self) -> None:
        """What is sorted is sorted as a whole, up to a number of rows: a search finds the others."""
        if self.is_sorted and self._has_more and len(self.rows) < _MOST_SORTED:
            self.more_wanted.emit()

    def canFetchMore(self, parent: Index) -> bool:  # noqa: N802 - Qt's name
        """Whether older entries wait in the file."""
        return self._has_more and not parent.isValid()

    def fetchMore(self, _parent: Index) -> None:  # noqa: N802 - Qt's name
        """Ask for them; they come when they were read."""
        self.more_wanted.emit()

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Only notes can be edited."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == Column.NOTE else flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802 - Qt's name
        """Ask for the note to be changed; it is shown once it was written."""
        row = self.rows[index.row()]
        if role != Qt.ItemDataRole.EditRole or index.column() != Column.NOTE or value == row.note:
            return False
        self.note_edited.emit(row.id, str(value))
        return True

    def title(self, column: Column) -> str:
        """What stands above the column; nothing above the icons of environments."""
        return {
            Column.TIME: self.tr("Time"),
            Column.ENVIRONMENT: "",
            Column.KIND: self.tr("Kind"),
            Column.OUTCOME: self.tr("Outcome"),
            Column.AMOUNT: self.tr("Amount"),
            Column.ORDER: self.tr("Order no."),
            Column.MERCHANT: self.tr("Merchant"),
            Column.NOTE: self.tr("Note"),
        }[column]

    def shown(self, row: HistoryRow, column: Column) -> str:
        """What the cell shows."""
        match column:
            case Column.TIME:
                return short_time(row.sent_at, datetime.now(UTC))
            case Column.KIND:
                return kind(row)
            case Column.OUTCOME:
                return row.respcd[:12] or translated(ENDINGS[row.ending])
            case Column.AMOUNT:
                return amount(row)
            case _:
                plain = {
                    Column.ORDER: (row.out_trade_no or row.syssn)[:200],
                    Column.MERCHANT: row.profile,
                    Column.NOTE: row.note,
                }
                return plain.get(column, "")

    def tip(self, row: HistoryRow, column: Column) -> str:
        """The moment, host, outcome or amount in full."""
        match column:
            case Column.TIME:
                return whole_time(row.sent_at)
            case Column.ENVIRONMENT:
                return f"{translated(environment_name(row.environment_id, row.host))}\n{row.host}".strip()
            case Column.OUTCOME:
                respcd = f"{row.respcd}: " if row.respcd and row.ending is not Ending.SENDING else ""
                return f"{respcd}{translated(headline(row))}"
            case Column.AMOUNT:
                return f"{row.txamt[:200]} {row.txcurrcd[:20]}".strip() if row.txamt else ""
            case _:
                return self.shown(row, column)

    def spoken(self, row: HistoryRow, column: Column) -> str:
        """The pin is said, as it is only drawn."""
        if column is Column.NOTE and row.pinned:
            return self.tr("Pinned. {note}").format(note=row.note)
        return self.tip(row, column)

    def picture(self, row: HistoryRow, column: Column) -> QIcon | None:
        """The pin, the environment, how it ended."""
        match column:
            case Column.NOTE:
                return icon("pin", "accent_fg") if row.pinned else None
            case Column.ENVIRONMENT:
                return icon(*kind_icon(row.environment_kind))
            case Column.OUTCOME:
                return icon(*ending_icon(row.ending, row.severity))
            case _:
                return None

    def colour(self, row: HistoryRow, column: Column) -> QColor | None:
        """An outcome is said in its own colour."""
        match column:
            case Column.OUTCOME:
                return current().colour(ending_icon(row.ending, row.severity)[1])
            case Column.TIME | Column.NOTE:
                return current().muted
            case _:
                return None

    def record(self, row: HistoryRow) -> dict[str, str]:
        """What is known of the exchange, its amount as it was sent and as money."""
        return {
            "sent_at": row.sent_at.isoformat(),
            "environment": row.environment_id,
            "host": row.host,
            "call": row.endpoint,
            "outcome": row.ending.value,
            "respcd": row.respcd,
            "txamt": row.txamt,
            "txcurrcd": row.txcurrcd,
            "amount": amount(row),
            "out_trade_no": row.out_trade_no,
            "merchant": row.profile,
            "note": row.note,
            "said": translated(headline(row)),
        }

    def sort_key(self, row: HistoryRow, column: Column) -> Any:
        """Moments by the clock, sums by their size within a currency."""
        match column:
            case Column.TIME:
                return row.sent_at
            case Column.ENVIRONMENT:
                return (row.environment_id, row.host)
            case Column.AMOUNT:
                return sum_key(row.txamt, row.txcurrcd)
            case _:
                return super().sort_key(row, column)

    def is_wire(self, row: HistoryRow, column: Column) -> bool:
        """Order numbers and respcd."""
        return column is Column.ORDER or (column is Column.OUTCOME and bool(row.respcd))


def _editable(row: HistoryRow, column: Column) -> str | None:
    return row.note if column is Column.NOTE else None
