"""The notices for Qt's table."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt

from qfpay_gui.qfpay.text import Text
from qfpay_gui.ui.look.icons import icon
from qfpay_gui.ui.look.theme import current, mono
from qfpay_gui.ui.notifications.wording import answer_of, kind_of, moment, valid_icon, valid_word, whole_moment
from qfpay_gui.ui.widgets.rows_model import RowsModel
from qfpay_gui.ui.words.measures import sum_key
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QFont, QIcon

    from qfpay_gui.models.notifications.state import Notice


class Column(IntEnum):
    """The columns from left to right."""

    TIME = 0
    KIND = 1
    ORDER = 2
    AMOUNT = 3
    VALID = 4
    ANSWERED = 5


_PICTURED = {Column.KIND, Column.VALID}


class NoticeRowsModel(RowsModel["Notice", Column]):
    """Shows notices, newest first; ``is_wordy`` says kind and verdict in words beside their icons."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(Column, frozenset({Column.AMOUNT}), parent)
        self.is_wordy = True

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' titles; where they are not written, above icons, a screen reader says them."""
        if role == Qt.ItemDataRole.AccessibleTextRole and orientation is Qt.Orientation.Horizontal:
            return self._titles()[section]
        return super().headerData(section, orientation, role)

    def title(self, column: Column) -> str:
        """What stands above the column; nothing above icons."""
        return "" if self._is_bare(column) else self._titles()[column]

    def shown(self, notice: Notice, column: Column) -> str:
        """What the cell shows; nothing beside an icon where there is little room."""
        return "" if self._is_bare(column) else _words(notice, column)

    def tip(self, notice: Notice, column: Column) -> str:
        """The moment in full, what is wrong, or why no answer was sent."""
        if column is Column.TIME:
            return whole_moment(notice.at)
        if column is Column.VALID and notice.check is not None:
            return translated(notice.check.headline)
        if column is Column.ANSWERED and notice.received is None and notice.delivery is not None:
            return notice.delivery.attempts[-1].reason if notice.delivery.attempts else notice.delivery.url
        return _words(notice, column)

    def spoken(self, notice: Notice, column: Column) -> str:
        """The words, also where only an icon is drawn."""
        return _words(notice, column)

    def picture(self, notice: Notice, column: Column) -> QIcon | None:
        """Kind and verdict."""
        if column is Column.KIND:
            return icon(kind_of(notice)[1])
        return icon(*valid_icon(notice)) if column is Column.VALID else None

    def colour(self, notice: Notice, column: Column) -> QColor | None:
        """Verdict and answer are said in their own colours."""
        match column:
            case Column.TIME:
                return current().muted
            case Column.VALID:
                return current().colour(valid_icon(notice)[1])
            case Column.ANSWERED:
                return current().colour(answer_of(notice)[1])
            case _:
                return None

    def record(self, notice: Notice) -> dict[str, str]:
        """What is known of the notification, its amount as it was told and as money."""
        told = notice.explained.members
        names = ("notify_type", "out_trade_no", "syssn", "txamt", "txcurrcd")
        return {
            "at": datetime.fromtimestamp(notice.at, UTC).isoformat(),
            **{name: told.get(name, "") for name in names},
            "amount": notice.explained.amount,
            "signature": _words(notice, Column.VALID),
            "answered": _words(notice, Column.ANSWERED),
        }

    def sort_key(self, notice: Notice, column: Column) -> Any:
        """Moments by the clock, sums by their size within a currency, all else by its words."""
        match column:
            case Column.TIME:
                return notice.at
            case Column.AMOUNT:
                told = notice.explained.members
                return sum_key(told.get("txamt", ""), told.get("txcurrcd", ""))
            case _:
                return _words(notice, column).casefold()

    def is_wire(self, _notice: Notice, column: Column) -> bool:
        """Order numbers."""
        return column is Column.ORDER

    def wire_font(self) -> QFont:
        """A small one: the list shares its room with the notification."""
        return mono(current().small_pt)

    def _is_bare(self, column: Column) -> bool:
        return not self.is_wordy and column in _PICTURED

    def _titles(self) -> tuple[str, ...]:
        return (
            self.tr("Time"),
            self.tr("Kind"),
            self.tr("Order no."),
            self.tr("Amount"),
            self.tr("Signature"),
            self.tr("Answered"),
        )


def _words(notice: Notice, column: Column) -> str:
    match column:
        case Column.TIME:
            return moment(notice.at)
        case Column.KIND:
            return translated(kind_of(notice)[0])
        case Column.ORDER:
            return notice.explained.out_trade_no[:200]
        case Column.AMOUNT:
            return notice.explained.amount
        case Column.VALID:
            return translated(valid_word(notice))
        case Column.ANSWERED:
            words = answer_of(notice)[0]
            return translated(words) if isinstance(words, Text) else words
