from __future__ import annotations

import csv
import json
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAction, QGuiApplication

from qfpay_gui.ui.lists.take_menu import TakeButton, TakeMenu
from qfpay_gui.ui.widgets.list_table import ChoiceTable
from qfpay_gui.ui.widgets.rows_model import RowsModel
from tests.ui.person import status_of

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget


@dataclass(frozen=True)
class Line:
    """A row."""

    id: int


class Column(IntEnum):
    """The columns."""

    NUMBER = 0
    SUM = 1


class LinesModel(RowsModel[Line, Column]):
    """Shows a number and a sum."""

    def title(self, column: Column) -> str:
        """The column's name."""
        return column.name

    def shown(self, row: Line, column: Column) -> str:
        """The number, or the sum as money."""
        return f"-QA{row.id}" if column is Column.NUMBER else f"HK${row.id}.00"


@pytest.fixture
def table(stage: QWidget) -> ChoiceTable[Line]:
    """Three rows."""
    model = LinesModel(Column, frozenset({Column.SUM}))
    made = ChoiceTable(model, stage)
    made.setModel(model)
    model.show_rows((Line(3), Line(2), Line(1)))
    made.show()
    return made


@pytest.fixture
def menu(table: ChoiceTable[Line]) -> TakeMenu:
    """The menu of that table."""
    return TakeButton(table, "lines", table.window()).menu_of_list


def _trigger(menu: TakeMenu, name: str) -> str:
    QGuiApplication.clipboard().setText("before")
    action = menu.findChild(QAction, f"lines_{name}")
    assert isinstance(action, QAction)
    action.trigger()
    return QGuiApplication.clipboard().text()


def test_a_cell_the_selected_rows_and_all_rows_are_copied(menu: TakeMenu, table: ChoiceTable[Line]) -> None:
    """Rows below their titles, as a spreadsheet pastes them; what it would calculate stays a text."""
    said: list[str] = []
    status_of(table).said.connect(said.append)
    table.go_to(1, Column.SUM)
    assert _trigger(menu, "copy_cell") == "HK$2.00"
    assert _trigger(menu, "copy_rows") == "number\tsum\n'-QA2\tHK$2.00\n"
    assert _trigger(menu, "copy_all").splitlines()[1:] == ["'-QA3\tHK$3.00", "'-QA2\tHK$2.00", "'-QA1\tHK$1.00"]
    assert said == ["Copied: the cell", "Copied: rows: 1", "Copied: rows: 3"]


def test_nothing_selected_copies_nothing(menu: TakeMenu) -> None:
    """What was on the clipboard stays there."""
    assert _trigger(menu, "copy_rows") == "before"
    assert _trigger(menu, "copy_cell") == "before"


def test_the_list_is_saved_in_the_order_that_is_shown(menu: TakeMenu, table: ChoiceTable[Line], tmp_path: Path) -> None:
    """As CSV, which a spreadsheet knows as UTF-8, and as JSON; the ending follows the kind that was chosen."""
    table.sortByColumn(Column.NUMBER, table.horizontalHeader().sortIndicatorOrder())
    assert menu.save_to(str(tmp_path / "list"), "Table (*.csv)")
    assert (tmp_path / "list.csv").read_bytes().startswith(b"\xef\xbb\xbfnumber,sum\r\n")
    with (tmp_path / "list.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["sum"] for row in csv.DictReader(file)] == ["HK$1.00", "HK$2.00", "HK$3.00"]
    assert menu.save_to(str(tmp_path / "list"), "JSON text (*.json)")
    saved = json.loads((tmp_path / "list.json").read_text(encoding="utf-8"))
    assert saved[0] == {"number": "-QA1", "sum": "HK$1.00"}


def test_where_nothing_can_be_written_it_says_so(menu: TakeMenu, table: ChoiceTable[Line], tmp_path: Path) -> None:
    """And leaves no half file."""
    said: list[str] = []
    status_of(table).said.connect(said.append)
    assert not menu.save_to(str(tmp_path / "no such folder" / "list.csv"))
    assert said[0].startswith("Not saved: ")


def test_the_lists_own_menu_offers_the_same(menu: TakeMenu, table: ChoiceTable[Line]) -> None:
    """By a right press as by the button."""
    names = {action.objectName() for action in table.actions()}
    assert {action.objectName() for action in menu.actions() if not action.isSeparator()} <= names
