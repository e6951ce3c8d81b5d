from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QTableWidget, QTableWidgetItem

from qfpay_gui.diagnosis.comparison import Side
from qfpay_gui.ui.case.comparison_dialog import ComparisonDialog
from qfpay_gui.ui.case.comparison_view import MARK_ROLE
from tests.models.case.case_samples import KEY, PAIRS, RIGHT, SORTED, md5
from tests.ui.person import Person

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

THEIRS = Side(
    (*((name, f"{value} " if name == "goods_name" else value) for name, value in PAIRS), ("udid", "x" * 900)),
    (("X-QF-SIGN", "A"),),
    "https://openapi-hk.qfapi.com/trade/v1/payment",
    md5(SORTED),
)
OURS = Side(PAIRS, (("X-QF-SIGN", RIGHT),), THEIRS.url, RIGHT)


@pytest.fixture
def dialog(dressed: None, qtbot: QtBot) -> ComparisonDialog:  # noqa: ARG001 - for its effect
    """Open, with the merchant's request at the left."""
    made = ComparisonDialog((THEIRS, OURS), ("The merchant", "Ours"), KEY, "masked: extend_info")
    qtbot.addWidget(made)
    made.show()
    return made


def _item(grid: QTableWidget, row: int, column: int) -> QTableWidgetItem:
    item = grid.item(row, column)
    assert item is not None
    return item


def _rows(dialog: ComparisonDialog) -> dict[str, tuple[str, str, str]]:
    grid = Person(lambda: dialog).find(QTableWidget, "comparison")
    shown = [row for row in range(grid.rowCount()) if not grid.isRowHidden(row)]
    cells = {_item(grid, row, 0).text(): [_item(grid, row, column).text() for column in (1, 2, 3)] for row in shown}
    return {name: (left, right, effect) for name, (left, right, effect) in cells.items()}


def test_parameters_are_aligned_with_their_effect(dialog: ComparisonDialog) -> None:
    """Hidden characters are shown, what is not sent is said so."""
    rows = _rows(dialog)
    assert rows["txamt"] == ("300", "300", "")
    assert rows["goods_name"] == ("珍珠奶茶·", "珍珠奶茶∎", "changes it")
    assert rows["udid"][1] == "not sent"
    assert rows["X-QF-SIGN"][2] == "none"
    assert Person(lambda: dialog).said("comparison_summary") == "3 of 10 lines differ"
    assert Person(lambda: dialog).said("comparison_note") == "masked: extend_info"


def test_the_first_difference_is_marked(dialog: ComparisonDialog) -> None:
    """In both cells, at the same place."""
    grid = Person(lambda: dialog).find(QTableWidget, "comparison")
    (row,) = [row for row in range(grid.rowCount()) if _item(grid, row, 0).text() == "goods_name"]
    assert [_item(grid, row, column).data(MARK_ROLE) for column in (1, 2)] == [(4, 1), (4, 1)]


def test_only_the_differences_are_shown_on_demand(dialog: ComparisonDialog) -> None:
    """By a tick."""
    Person(lambda: dialog).click("differences_only")
    assert _rows(dialog).keys() == {"goods_name", "udid", "X-QF-SIGN"}


def test_rows_are_as_high_as_their_values_need(dialog: ComparisonDialog, qtbot: QtBot) -> None:
    """Three lines at most."""
    grid = Person(lambda: dialog).find(QTableWidget, "comparison")
    names = [_item(grid, row, 0).text() for row in range(grid.rowCount())]
    short, long = names.index("txamt"), names.index("udid")
    qtbot.waitUntil(lambda: grid.rowHeight(short) < grid.rowHeight(long) < 4 * grid.rowHeight(short))


def test_the_comparison_is_copied_as_text(dialog: ComparisonDialog) -> None:
    """With the titles, and only the differences where only they are shown."""
    person = Person(lambda: dialog)
    person.click("copy_comparison")
    copied = QGuiApplication.clipboard().text()
    assert copied.splitlines()[0] == "The merchant | Ours"
    assert "= txamt: 300" in copied
    assert "≠ goods_name: 珍珠奶茶  | 珍珠奶茶" in copied
    assert person.said("comparison_note").startswith("Copied")
    person.click("differences_only")
    person.click("copy_comparison")
    assert "txamt" not in QGuiApplication.clipboard().text()


def test_the_dialog_closes_by_its_button(dialog: ComparisonDialog) -> None:
    """Which Return presses."""
    assert Person(lambda: dialog).find(QPushButton, "close_comparison").isDefault()
    Person(lambda: dialog).click("close_comparison")
    assert not dialog.isVisible()


def test_a_single_difference_that_explains_the_signature_is_told_apart(dialog: ComparisonDialog) -> None:
    """Put on our side it gives the merchant's signature."""
    theirs = Side(THEIRS.pairs[:-1], signature=md5(SORTED.replace("珍珠奶茶", "珍珠奶茶 ") + KEY))
    dialog.view.present(theirs, OURS, ("a", "b"), KEY)
    assert _rows(dialog)["goods_name"][2] == "explains it"


def test_equal_requests_are_said_to_be_equal(dialog: ComparisonDialog) -> None:
    """No effect anywhere."""
    dialog.view.present(OURS, OURS, ("a", "b"))
    assert Person(lambda: dialog).said("comparison_summary") == "No differences"
