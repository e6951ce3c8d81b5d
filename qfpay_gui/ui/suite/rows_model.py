"""The lines of a run, for Qt's table."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any

from qfpay_gui.qfpay.suite.comparison import Change
from qfpay_gui.qfpay.suite.result import BROKEN_ROW
from qfpay_gui.ui.look.icons import icon
from qfpay_gui.ui.look.theme import current, mono
from qfpay_gui.ui.suite import wording
from qfpay_gui.ui.suite.lines import Line
from qfpay_gui.ui.widgets.rows_model import RowsModel
from qfpay_gui.ui.words.measures import duration

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QColor, QFont, QIcon

_PICTURES = {
    "passed": ("ok", "ok_fg"),
    "failed": ("wrong", "wrong_fg"),
    "under way": ("clock", "accent_fg"),
    "waiting": ("minus", "muted"),
}


class Column(IntEnum):
    """The columns from left to right."""

    STEP = 0
    ROW = 1
    EXPECTED = 2
    CAME = 3
    TIME = 4
    SINCE = 5


class LineRowsModel(RowsModel[Line, Column]):
    """Shows the steps in their order, each with what came of it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(Column, frozenset({Column.ROW, Column.TIME}), parent)

    def title(self, column: Column) -> str:
        """What stands above the column."""
        return (
            self.tr("Step"),
            self.tr("Row"),
            self.tr("Expected"),
            self.tr("What came"),
            self.tr("Time"),
            self.tr("Since last run"),
        )[column]

    def shown(self, line: Line, column: Column) -> str:
        """What the cell shows."""
        result = line.result
        match column:
            case Column.STEP:
                return self.tr("the row") if line.name == BROKEN_ROW else line.name
            case Column.ROW:
                return str(result.row) if result and result.row else ""
            case Column.EXPECTED:
                return wording.expected(line.step, result)
            case Column.CAME:
                return wording.came(result) if result else ""
            case Column.TIME:
                return duration(result.seconds) if result and result.seconds else ""
            case Column.SINCE:
                return wording.change(line.change)

    def spoken(self, line: Line, column: Column) -> str:
        """The step with how it stands."""
        return f"{self.shown(line, column)}, {self._state(line)}" if column is Column.STEP else self.shown(line, column)

    def picture(self, line: Line, column: Column) -> QIcon | None:
        """How the step stands, and a change for the worse."""
        if column is Column.STEP:
            return icon(*_PICTURES[line.state])
        return icon("attention", "attention_fg") if column is Column.SINCE and line.change is Change.FAILS else None

    def colour(self, line: Line, column: Column) -> QColor | None:
        """What has yet to come is less loud."""
        return current().muted if line.state in {"waiting", "under way"} or column is Column.TIME else None

    def record(self, line: Line) -> dict[str, str]:
        """The line, with what every cell shows."""
        seconds = f"{line.result.seconds:.3f}" if line.result and not line.result.is_left else ""
        return {**super().record(line), "state": line.state, "time": seconds, "since": line.change.value}

    def sort_key(self, line: Line, column: Column) -> Any:
        """Rows and times by their size, all else by its words."""
        match column:
            case Column.ROW:
                return line.result.row if line.result else 0
            case Column.TIME:
                return line.result.seconds if line.result else 0.0
            case _:
                return super().sort_key(line, column)

    def is_wire(self, _line: Line, column: Column) -> bool:
        """What is compared."""
        return column is Column.EXPECTED

    def wire_font(self) -> QFont:
        """A small one: the line holds much."""
        return mono(current().small_pt)

    def _state(self, line: Line) -> str:
        states = {
            "passed": self.tr("as expected"),
            "failed": self.tr("not as expected"),
            "under way": self.tr("under way"),
            "waiting": self.tr("not carried out yet"),
        }
        return states[line.state]
