from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest

from qfpay_gui.ui.widgets.value_edit import ValueEdit
from qfpay_gui.ui.words.translate import whole
from tests.ui.person import come_to, commit, press

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot


@pytest.fixture
def edit(stage: QWidget) -> ValueEdit:
    """An empty line in a window, with the focus."""
    made = ValueEdit(stage)
    made.resize(300, 30)
    made.show()
    made.setFocus()
    return made


@pytest.fixture
def heard(edit: ValueEdit) -> list[str]:
    """Every value that was announced."""
    values: list[str] = []
    edit.typed.connect(values.append)
    return values


def _paste(edit: ValueEdit, words: str) -> None:
    QGuiApplication.clipboard().setText(whole(words))
    press("Ctrl+A", edit)
    press("Ctrl+V", edit)


def test_every_key_is_announced_with_the_whole_value(edit: ValueEdit, heard: list[str]) -> None:
    """Typing goes on letter by letter."""
    QTest.keyClicks(edit, "300")
    assert heard == ["3", "30", "300"]
    assert edit.value == "300"


def test_what_an_input_method_composes_is_announced_when_it_is_done(edit: ValueEdit, heard: list[str]) -> None:
    """Chinese is one step, not its spelling."""
    commit(edit, "奶茶")
    assert heard == ["奶茶"]


def test_a_shown_value_is_not_announced(edit: ValueEdit, heard: list[str]) -> None:
    """What comes from the model does not go back to it."""
    edit.show_value("300")
    assert (edit.text(), edit.value, heard) == ("300", "300", [])


def test_the_cursor_stays_where_the_value_is_the_same(edit: ValueEdit) -> None:
    """The echo of a keystroke does not move the cursor to the end."""
    edit.show_value("300")
    edit.setCursorPosition(1)
    QTest.keyClicks(edit, "5")
    edit.show_value("3500")
    assert edit.cursorPosition() == 2


def test_a_value_is_shown_from_its_beginning_where_nobody_edits_it(edit: ValueEdit, stage: QWidget) -> None:
    """Of an order number too long for the field the end is cut, not the part it is known by."""
    other = ValueEdit(stage)
    other.show()
    other.show_value("QA20261129212014HK8E3")
    assert other.cursorPosition() == 0
    QTest.keyClicks(edit, "QA20261129212014HK8E3")
    assert edit.cursorPosition() == 21
    edit.clearFocus()
    assert edit.cursorPosition() == 21
    edit.setFocus()
    other.setFocus(Qt.FocusReason.TabFocusReason)
    assert edit.cursorPosition() == 0
    edit.setFocus(Qt.FocusReason.OtherFocusReason)
    assert (edit.cursorPosition(), edit.selectedText()) == (21, "")


@pytest.mark.parametrize(
    "pasted",
    ["a\nb", "a\r\nb", "\ta", "a\u2028b", "\ufeffa", "a\x00b", "e\u0301", "\U0001f9cb", " a ", "\ufdd0", "\ufffe"],
)
def test_a_pasted_value_is_kept_character_by_character(edit: ValueEdit, heard: list[str], pasted: str) -> None:
    """Line breaks, tabs, marks and whatever else cannot be seen are part of the value."""
    _paste(edit, pasted)
    assert heard == [pasted]
    assert edit.value == pasted


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=200))
@example("\ufeffa")
@example("\ufffea")
@example("\ufeff\U0001f9cb")
def test_any_text_is_shown_and_kept(edit: ValueEdit, words: str) -> None:
    """Whatever Unicode allows goes through the line unchanged."""
    edit.show_value(words)
    assert edit.value == words
    assert edit.text() == words


@pytest.mark.parametrize("keys", ["Ctrl+Z", "Ctrl+Shift+Z"])
def test_undo_and_redo_belong_to_the_window(edit: ValueEdit, keys: str, qtbot: QtBot) -> None:
    """With the cursor in the line, the window's own action runs and the line keeps its text."""
    action = QAction(edit.window())
    action.setShortcut(keys)
    edit.window().addAction(action)
    come_to(edit.window())
    edit.setFocus()
    qtbot.waitUntil(edit.hasFocus)
    QTest.keyClicks(edit, "300")
    with qtbot.waitSignal(action.triggered, timeout=1000):
        press(keys, edit)
    assert edit.text() == "300"


def test_a_value_too_long_to_edit_is_kept_whole_and_said(edit: ValueEdit, heard: list[str]) -> None:
    """A megabyte shows as its beginning and its length, and cannot be edited by accident."""
    long = "x" * 1_000_000
    _paste(edit, long)
    assert heard == [long]
    assert edit.value == long
    assert "1,000,000 characters" in edit.text()
    assert len(edit.text()) < 100
    QTest.keyClicks(edit, "y")
    assert edit.value == long


def test_a_value_too_long_to_edit_can_be_cleared(edit: ValueEdit, heard: list[str]) -> None:
    """One press on the button in the line, and it can be typed into again."""
    _paste(edit, "x" * 20_001)
    edit.actions()[0].trigger()
    assert heard[-1] == ""
    assert edit.actions() == []
    QTest.keyClick(edit, Qt.Key.Key_7)
    assert edit.value == "7"


def test_the_longest_value_that_can_be_edited_is_edited(edit: ValueEdit) -> None:
    """At 20,000 characters the line is still a line."""
    _paste(edit, "x" * 19_999)
    QTest.keyClicks(edit, "y")
    assert edit.value == "x" * 19_999 + "y"
    assert not edit.isReadOnly()
