"""What was seen, for Qt's table."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from qfpay_gui.models.watch.cause import cause, short_cause
from qfpay_gui.models.watch.where import environment_of, short_answer, where
from qfpay_gui.qfpay.currencies import human_amount
from qfpay_gui.ui.look.icons import icon
from qfpay_gui.ui.look.theme import current, mono
from qfpay_gui.ui.notifications.wording import moment, whole_moment
from qfpay_gui.ui.widgets.rows_model import RowsModel
from qfpay_gui.ui.words.environments import kind_icon
from qfpay_gui.ui.words.measures import sum_key
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QColor, QFont, QIcon

    from qfpay_gui.models.watch.seen import Seen
    from qfpay_gui.qfpay.text import Text


class Column(IntEnum):
    """The columns from left to right."""

    TIME = 0
    CALL = 1
    ORDER = 2
    AMOUNT = 3
    ANSWER = 4
    CAUSE = 5


class SeenRowsModel(RowsModel["Seen", Column]):
    """Shows what was seen, newest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(Column, frozenset({Column.AMOUNT}), parent)

    def title(self, column: Column) -> str:
        """What stands above the column."""
        return (
            self.tr("Time"),
            self.tr("Call"),
            self.tr("Order no."),
            self.tr("Amount"),
            self.tr("Answer"),
            self.tr("Signature"),
        )[column]

    def shown(self, seen: Seen, column: Column) -> str:
        """What the cell shows."""
        match column:
            case Column.TIME:
                return moment(seen.overheard.at)
            case Column.CALL:
                return seen.call[:64]
            case Column.ORDER:
                return seen.value("out_trade_no")[:200]
            case Column.AMOUNT:
                return human_amount(seen.value("txamt"), seen.value("txcurrcd"))
            case Column.ANSWER:
                return _in_words(short_answer(seen)).removeprefix("HTTP ")
            case Column.CAUSE:
                return translated(short_cause(seen))

    def tip(self, seen: Seen, column: Column) -> str:
        """The moment in full, or what the return code means."""
        if column is Column.TIME:
            return whole_moment(seen.overheard.at)
        if column is Column.ANSWER:
            meant = _in_words(seen.meaning or short_answer(seen))
            return f"{meant}\n{translated(where(seen)[0])}"
        if column is Column.CAUSE:
            return translated(cause(seen)[0])
        return self.shown(seen, column)

    def spoken(self, seen: Seen, column: Column) -> str:
        """The words of the cell, of an answer also whose it is."""
        shown = self.shown(seen, column)
        return f"{shown}, {translated(environment_of(seen).name)}" if column is Column.ANSWER else shown

    def picture(self, seen: Seen, column: Column) -> QIcon | None:
        """How bad the cause is, and who answered."""
        if column is Column.ANSWER:
            return icon(*kind_icon(environment_of(seen).kind.value))
        tone = cause(seen)[1].name.lower()
        return icon(tone, f"{tone}_fg") if column is Column.CAUSE else None

    def colour(self, _seen: Seen, column: Column) -> QColor | None:
        """Times are less loud than the rest."""
        return current().muted if column is Column.TIME else None

    def record(self, seen: Seen) -> dict[str, str]:
        """What is known of the request, without its bytes."""
        return {
            "at": datetime.fromtimestamp(seen.overheard.at, UTC).isoformat(),
            "call": seen.call,
            **{name: seen.value(name) for name in ("out_trade_no", "syssn", "txamt", "txcurrcd")},
            "amount": self.shown(seen, Column.AMOUNT),
            "answered_by": environment_of(seen).base_url or environment_of(seen).id,
            "respcd": seen.respcd,
            "cause": self.tip(seen, Column.CAUSE),
        }

    def sort_key(self, seen: Seen, column: Column) -> Any:
        """Moments by the clock, sums by their size within a currency, all else by its words."""
        match column:
            case Column.TIME:
                return seen.overheard.at
            case Column.AMOUNT:
                return sum_key(seen.value("txamt"), seen.value("txcurrcd"))
            case _:
                return self.shown(seen, column).casefold()

    def is_wire(self, _seen: Seen, column: Column) -> bool:
        """What the program wrote itself."""
        return column in {Column.CALL, Column.ORDER}

    def wire_font(self) -> QFont:
        """A small one: the list shares its room with the details."""
        return mono(current().small_pt)


def _in_words(said: Text | str) -> str:
    return said if isinstance(said, str) else translated(said)
