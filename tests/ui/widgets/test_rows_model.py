"""The rows of a list as Qt's table asks for them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from qfpay_gui.ui.widgets.rows_model import RowsModel

if TYPE_CHECKING:
    from pytestqt.modeltest import ModelTester

Role = Qt.ItemDataRole


class Column(IntEnum):
    """The columns."""

    NAME = 0
    SUM = 1


@dataclass(frozen=True)
class Line:
    """A row."""

    id: int
    name: str = "<b>tea</b>"


class Lines(RowsModel[Line, Column]):
    """Shows names, and ids as sums."""

    def title(self, column: Column) -> str:
        """The column's name."""
        return column.name

    def shown(self, row: Line, column: Column) -> str:
        """Name or id."""
        return row.name if column is Column.NAME else str(row.id)

    def is_wire(self, _row: Line, column: Column) -> bool:
        """Names are written on the wire here."""
        return column is Column.NAME


@pytest.fixture
def model(dressed: None) -> Lines:  # noqa: ARG001 - for its effect
    """A list of three rows."""
    made = Lines(Column, frozenset({Column.SUM}))
    made.show_rows((Line(3), Line(2), Line(1)))
    return made


@pytest.mark.parametrize(
    ("ids", "inserted"),
    [
        ((5, 4, 3, 2, 1), [(0, 1)]),
        ((3, 2, 1, 0), [(3, 3)]),
        ((3, 2, 1), []),
        ((3, 1), ["reset"]),
        ((4, 3, 1), ["reset"]),
        ((), ["reset"]),
    ],
    ids=["newer ones", "older ones", "the same", "one fewer", "another", "none"],
)
def test_rows_that_come_around_those_shown_leave_them_where_they_are(
    model: Lines, ids: tuple[int, ...], inserted: list[object]
) -> None:
    """Only what is neither on top nor at the end makes the table begin anew."""
    seen: list[object] = []
    model.rowsInserted.connect(lambda _parent, first, last: seen.append((first, last)))
    model.modelReset.connect(lambda: seen.append("reset"))
    model.show_rows(tuple(Line(one) for one in ids))
    assert seen == inserted
    assert [model.index(place, 1).data() for place in range(model.rowCount())] == [str(one) for one in ids]


def test_news_of_a_row_is_drawn(model: Lines) -> None:
    """The same ids with other values are drawn anew."""
    seen: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last: seen.append((first.row(), last.row())))
    model.show_rows((Line(3), Line(2, "coffee"), Line(1)))
    assert model.index(1, 0).data() == "coffee"
    assert seen == [(0, 2)]


def test_a_cell_says_the_same_to_everybody(model: Lines) -> None:
    """What is shown is the tool tip, which draws no markup, and what a screen reader says."""
    cell = model.index(0, 0)
    assert cell.data() == cell.data(Role.AccessibleTextRole) == "<b>tea</b>"
    assert "&lt;b&gt;tea" in cell.data(Role.ToolTipRole)
    assert cell.data(Role.DecorationRole) is None
    assert cell.data(Role.FontRole) == model.wire_font()
    assert model.index(0, 1).data(Role.FontRole) is None


def test_sums_stand_at_the_right_under_their_title(model: Lines) -> None:
    """Digits of the same worth stand below each other; everything else begins at the left."""
    for column, side in ((Column.NAME, Qt.AlignmentFlag.AlignLeft), (Column.SUM, Qt.AlignmentFlag.AlignRight)):
        assert model.index(0, column).data(Role.TextAlignmentRole) & side
        assert model.headerData(column, Qt.Orientation.Horizontal, Role.TextAlignmentRole) & side
        assert model.headerData(column, Qt.Orientation.Horizontal) == column.name
    assert model.headerData(0, Qt.Orientation.Vertical) is None


def test_it_keeps_qts_rules_for_models(model: Lines, qtmodeltester: ModelTester) -> None:
    """Qt's own tester of models finds nothing."""
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
