"""A table of names and values, here pay_params, used by mouse and keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from qfpay_gui.ui.reply.fields_table import FieldsTable
from qfpay_gui.ui.reply.reply_rows import ReplyRow, reply_rows
from tests.ui.person import come_to, status_of
from tests.ui.reply import answers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

NAME, VALUE, CHECK = range(3)


@pytest.fixture
def table(qtbot: QtBot) -> Iterator[FieldsTable]:
    """The table of a created order, on screen and focused."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(730, 200)
    widget = FieldsTable("pay_params", "pay_params", window)
    widget.resize(window.size())
    widget.show_rows(reply_rows(answers.success()))
    window.show()
    come_to(window)
    widget.setFocus()
    yield widget
    window.close()


def _click(table: FieldsTable, row: int, *, shift: bool = False) -> None:
    place = table.visualItemRect(table.item(row, VALUE)).center()  # type: ignore[arg-type]
    held = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, held, place)


def _shown(table: FieldsTable, row: int, column: int) -> str:
    item = table.item(row, column)
    assert item is not None
    return item.text()


def test_ctrl_c_copies_the_whole_value_of_the_row(qtbot: QtBot, table: FieldsTable) -> None:
    """However much of it fits the column."""
    _click(table, 3)
    with qtbot.waitSignal(status_of(table).said) as copied:
        QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == answers.PAY_PARAMS["package"]
    assert copied.args == ["Copied: the value of package"]


def test_several_rows_are_copied_as_names_and_values(table: FieldsTable) -> None:
    """One a line, in their order."""
    _click(table, 0)
    _click(table, 1, shift=True)
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    expected = [f"{name}: {answers.PAY_PARAMS[name]}" for name in ("appId", "timeStamp")]
    assert QGuiApplication.clipboard().text().split("\n") == expected


def test_the_arrow_keys_reach_every_row(table: FieldsTable) -> None:
    """No mouse is needed to copy a value."""
    table.setCurrentCell(0, VALUE)
    for _ in range(5):
        QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == answers.PAY_PARAMS["paySign"]


def test_f2_lets_a_part_of_a_value_be_selected_but_not_changed(table: FieldsTable) -> None:
    """The line takes no letters and leaves the value as it was."""
    table.setCurrentCell(3, VALUE)
    QTest.keyClick(table, Qt.Key.Key_F2)
    editor = table.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    assert editor.selectedText() == answers.PAY_PARAMS["package"]
    QTest.keyClicks(editor, "x")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert _shown(table, 3, VALUE) == answers.PAY_PARAMS["package"]


def test_what_was_judged_says_so_in_words_for_a_screen_reader(table: FieldsTable) -> None:
    """An icon alone is no answer."""
    item = table.item(4, CHECK)
    assert item is not None
    assert item.data(Qt.ItemDataRole.AccessibleTextRole) == "fine: paySign must be 32 hexadecimal digits"


def test_hidden_characters_are_shown_and_copied_as_they_came(table: FieldsTable) -> None:
    """A zero-width space is visible in the table and still there in what is copied."""
    table.show_rows((ReplyRow("nonceStr", "abc\u200b"),))
    assert _shown(table, 0, VALUE) == "abc⟦ZWSP⟧"
    _click(table, 0)
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "abc\u200b"


def test_words_that_matter_get_more_than_one_line(table: FieldsTable) -> None:
    """A calm row is one line high, a wrong one as high as its words."""
    pay_params = {name: value for name, value in answers.PAY_PARAMS.items() if name != "appId"}
    table.show_rows(reply_rows(answers.success(pay_params=pay_params)))
    assert table.rowHeight(0) > table.rowHeight(2)


def test_a_missing_member_copies_nothing(table: FieldsTable) -> None:
    """The dash in its place is not its value."""
    QGuiApplication.clipboard().setText("before")
    table.show_rows((ReplyRow("appId", None),))
    _click(table, 0)
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "before"
