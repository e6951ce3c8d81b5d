from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QByteArray, QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem, QTableView

from qfpay_gui.ui.widgets.list_table import ChoiceTable, ListTable, MiddleDelegate
from qfpay_gui.ui.widgets.rows_model import RowsModel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

_HELD = {Qt.Key.Key_Control: Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_Shift: Qt.KeyboardModifier.ShiftModifier}
_ADD = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows


@dataclass(frozen=True)
class Line:
    """A row."""

    id: int


class Column(IntEnum):
    """The columns."""

    NUMBER = 0
    SUM = 1


class LinesModel(RowsModel[Line, Column]):
    """Shows the ids."""

    def title(self, column: Column) -> str:
        """The column's name."""
        return column.name

    def shown(self, row: Line, _column: Column) -> str:
        """The id."""
        return str(row.id)


class Lines(ChoiceTable[Line]):
    """A table of two columns."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.lines_model = LinesModel(Column, frozenset({Column.SUM}))
        super().__init__(self.lines_model, parent)
        self.setModel(self.lines_model)

    def present(self, *ids: int, is_same_search: bool = True) -> None:
        """Show rows of these ids."""
        kept = self.keep()
        self.lines_model.show_rows(tuple(Line(one) for one in ids))
        self.restore(kept, is_same_search=is_same_search)

    def choose(self, *places: int) -> None:
        """Select the rows at these places; the keyboard is on the last one."""
        self.clearSelection()
        for place in places:
            index = self.lines_model.index(place, 0)
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.selectionModel().select(index, _ADD)


@pytest.fixture
def table(stage: QWidget) -> Lines:
    """A table of five rows, with room for three."""
    made = Lines(stage)
    made.resize(300, 110)
    made.present(5, 4, 3, 2, 1)
    made.show()
    return made


def test_what_stays_stays_selected_and_keeps_the_keyboard(table: Lines) -> None:
    """Rows that come or go around the selected ones do not change what is selected."""
    table.choose(2, 1)
    table.present(7, 6, 4, 3)
    assert table.chosen_ids() == (4, 3)
    assert table.current_id() == 4


def test_what_is_gone_gives_way_to_the_next(table: Lines) -> None:
    """After a row was deleted, the one that took its place is selected, or the last one."""
    table.choose(1)
    table.present(5, 3, 2, 1)
    assert table.chosen_ids() == (3,)
    table.choose(3)
    table.present(5, 3, 2)
    assert table.chosen_ids() == (2,)


def test_another_search_selects_nothing_and_begins_at_the_top(table: Lines) -> None:
    """Rows nobody chose are not selected only because they were found."""
    table.choose(4)
    assert table.verticalScrollBar().value() > 0
    table.present(20, 19, 18, 17, 16, is_same_search=False)
    assert table.chosen() == ()
    assert table.verticalScrollBar().value() == 0


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40)
@given(
    old=st.lists(st.integers(1, 12), unique=True, min_size=1),
    new=st.lists(st.integers(1, 12), unique=True),
    places=st.sets(st.integers(0, 11)),
)
def test_no_other_row_is_selected_while_one_stays(
    table: Lines, old: list[int], new: list[int], places: set[int]
) -> None:
    """Whatever comes and goes, exactly the selected rows that stay are selected."""
    table.present(*old)
    table.choose(*(place for place in places if place < len(old)))
    stay = set(table.chosen_ids()) & set(new)
    had_some = bool(table.chosen())
    table.present(*new)
    assert set(table.chosen_ids()) == stay or not stay
    assert len(table.chosen()) == (len(stay) or int(had_some and bool(new)))


def test_the_keyboard_enters_on_the_first_row(table: Lines) -> None:
    """Who comes from above finds a row selected; who has been there finds what was left."""
    table.enter()
    assert table.chosen_ids() == (5,)
    assert table.hasFocus()
    table.choose(2)
    table.enter()
    assert table.chosen_ids() == (3,)


@pytest.mark.parametrize("key", [Qt.Key.Key_Control, Qt.Key.Key_Shift])
def test_a_key_held_down_changes_nothing_about_what_is_selected(table: Lines, key: Qt.Key) -> None:
    """A list that changes while Ctrl or Shift is held down selects the row it would have selected without."""
    QTest.keyClick(table, key, _HELD[key])  # Qt's test library presses what goes with the key, and forgets to let go.
    assert QGuiApplication.keyboardModifiers() == _HELD[key]
    table.enter()
    assert table.chosen_ids() == (5,)
    table.choose(1)
    table.present(5, 3, 2, 1)
    assert table.chosen_ids() == (3,)
    assert table.current_id() == 3


def test_a_row_that_is_current_but_not_selected_is_selected(table: Lines) -> None:
    """Qt makes a row current, without selecting it, where the window gives the table the keyboard by itself."""
    table.selectionModel().setCurrentIndex(table.model().index(1, 0), QItemSelectionModel.SelectionFlag.NoUpdate)
    table.enter()
    assert table.chosen_ids() == (4,)


def test_every_change_of_the_selection_is_told(table: Lines, qtbot: QtBot) -> None:
    """The arrow keys choose another row, and whoever shows it hears of that."""
    table.enter()
    with qtbot.waitSignal(table.selected):
        QTest.keyClick(table, Qt.Key.Key_Down)
    assert table.chosen_ids() == (4,)


def test_a_command_is_in_the_menu_and_on_its_keys(table: Lines, qtbot: QtBot) -> None:
    """Each of the keys triggers it while the table has the keyboard."""
    command = table.offer("reopen", "Reopen", "Return", "Ctrl+R")
    assert table.contextMenuPolicy() == Qt.ContextMenuPolicy.ActionsContextMenu
    assert [(action.objectName(), action.text()) for action in table.actions()] == [("reopen", "Reopen")]
    table.enter()
    with qtbot.waitSignal(command.triggered):
        QTest.keyClick(table, Qt.Key.Key_Return)
    with qtbot.waitSignal(command.triggered):
        QTest.keyClick(table, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)


def test_a_list_chooses_one_whole_row(stage: QWidget) -> None:
    """A click into a cell selects its row alone, and edits nothing."""
    model = LinesModel(Column, frozenset())
    table = ListTable(model, stage)
    table.setModel(model)
    model.show_rows((Line(3), Line(2), Line(1)))
    table.selectRow(0)
    table.selectRow(2)
    assert [index.row() for index in table.selectionModel().selectedRows()] == [2]
    assert table.editTriggers() == QTableView.EditTrigger.NoEditTriggers


def test_a_number_is_shortened_in_the_middle(table: Lines) -> None:
    """Its beginning and its end can be read."""
    option = QStyleOptionViewItem()
    MiddleDelegate(table).initStyleOption(option, table.lines_model.index(0, 0))
    assert option.textElideMode == Qt.TextElideMode.ElideMiddle


def _press_title(table: Lines, column: Column) -> None:
    header = table.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(column) + 20, header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)


def _ids(table: Lines) -> tuple[int, ...]:
    return tuple(row.id for row in table.rows)


def test_a_press_on_a_title_sorts_upwards_then_downwards_then_no_more(table: Lines) -> None:
    """What is selected stays so; the third press brings back the order in which the rows came."""
    table.present(5, 30, 4, 200)
    table.choose(1)
    for expected in ((200, 30, 4, 5), (5, 4, 30, 200), (5, 30, 4, 200)):
        _press_title(table, Column.NUMBER)
        assert _ids(table) == expected
        assert table.chosen_ids() == (30,)
        assert table.current_id() == 30


def test_what_comes_in_later_is_put_where_it_belongs(table: Lines) -> None:
    """Sorted stays sorted, and what was selected stays selected."""
    _press_title(table, Column.NUMBER)
    table.choose(0)
    table.present(9, 5, 4, 3, 2, 1)
    assert _ids(table) == (1, 2, 3, 4, 5, 9)
    assert table.chosen_ids() == (1,)


def test_a_column_that_was_drawn_wider_stays_so(table: Lines) -> None:
    """However the table is resized; until the columns are to be as at first."""
    assert table.columns_state is None
    table.setColumnWidth(Column.NUMBER, 77)
    assert table.columns_state is not None
    table.resize(500, 110)
    QApplication.processEvents()
    assert table.columnWidth(Column.NUMBER) == 77
    table.share_again()
    assert table.columns_state is None


def test_columns_come_back_as_they_were(table: Lines, stage: QWidget) -> None:
    """Widths and the order of the rows; what is no such state changes nothing."""
    table.setColumnWidth(Column.NUMBER, 77)
    _press_title(table, Column.NUMBER)
    state = table.columns_state
    assert state is not None
    later = Lines(stage)
    later.present(3, 1, 2)
    later.restore_columns(QByteArray(b"nonsense"))
    assert later.columns_state is None
    later.restore_columns(state)
    assert later.columnWidth(Column.NUMBER) == 77
    assert _ids(later) == (1, 2, 3)
