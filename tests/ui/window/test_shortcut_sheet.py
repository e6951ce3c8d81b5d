from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView

from qfpay_gui.ui.palette.commands import plain
from qfpay_gui.ui.window.shortcut_sheet import ShortcutSheet, keys_of
from tests.ui.person import find, press, return_to

if TYPE_CHECKING:
    from tests.ui.desk import Desk

NATIVE = QKeySequence.SequenceFormat.NativeText


def read_sheet(desk: Desk, keys: str = "") -> list[tuple[str, str, str]]:
    """Open the sheet, type this into its line, and read what it lists: words, place and keys."""
    read: list[tuple[str, str, str]] = []
    timer = QTimer(desk.window)
    timer.setInterval(5)

    def meet() -> None:
        sheet = QApplication.activeModalWidget()
        if isinstance(sheet, ShortcutSheet):
            timer.stop()
            QTest.keyClicks(sheet.finder.line, keys)
            model = find(sheet, QListView, "shortcuts_list").model()
            for place in range(model.rowCount()):
                one = model.index(place, 0).data(Qt.ItemDataRole.UserRole)
                read.append((one.words, one.more, one.hint))
            QTest.keyClick(sheet, Qt.Key.Key_Escape)

    timer.timeout.connect(meet)
    timer.start()
    press("Shift+F1")
    assert not timer.isActive()
    return_to(desk.window)
    return read


def test_every_key_of_every_workspace_is_listed(desk: Desk) -> None:
    """Also of those nobody has looked at; each with its words and where it works."""
    listed = {(words, keys) for words, _place, keys in read_sheet(desk)}
    actions = [one for one in desk.window.findChildren(QAction) if not one.shortcut().isEmpty()]
    assert len(actions) > 60
    for action in actions:
        assert action.text(), action.objectName()
        keys = ", ".join(one.toString(NATIVE) for one in action.shortcuts())
        assert (plain(action.text()).removesuffix("…").rstrip(), keys) in listed
    assert all(panel.is_made for panel in desk.window.panels.by_workspace().values())
    assert all(place for _words, place, _keys in read_sheet(desk))
    assert not [one for one in desk.window.findChildren(QShortcut) if not one.key().isEmpty()]


def test_it_is_searched_by_what_a_key_does_and_by_the_key(desk: Desk) -> None:
    """The best first."""
    assert read_sheet(desk, "next finding")[0] == ("Go to the next finding", "Request", "F4")
    assert {words for words, _place, _keys in read_sheet(desk, "ctrl+enter")} == {"Send"}


def test_what_has_no_key_is_not_listed(desk: Desk) -> None:
    """Such as About."""
    assert "About QFPay Tester" not in {one.words for one in keys_of(desk.window)}
