from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton

from qfpay_gui.ui.look import theme
from qfpay_gui.ui.settings.settings_dialog import SettingsDialog
from tests.ui.person import find, press

if TYPE_CHECKING:
    from PySide6.QtCore import QUrl

    from tests.ui.desk import Desk


def _open(desk: Desk) -> SettingsDialog:
    press("Ctrl+,", desk.person.edit("txamt"))
    return _dialog(desk)


def _dialog(desk: Desk) -> SettingsDialog:
    QApplication.processEvents()
    dialog = find(desk.window, SettingsDialog, "settings_dialog")
    assert dialog.isVisible()
    return dialog


def _choose(desk: Desk, name: str, value: object) -> None:
    box = find(_dialog(desk), QComboBox, name)
    box.setFocus()
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def _shown(desk: Desk) -> dict[str, object]:
    names = ("language", "theme", "zoom", "keep_days")
    return {name: find(_dialog(desk), QComboBox, name).currentData() for name in names}


def test_they_show_what_holds(desk: Desk) -> None:
    """Nothing is chosen yet, so there is nothing to put back."""
    dialog = _open(desk)
    assert _shown(desk) == {"language": "", "theme": "system", "zoom": 100, "keep_days": 180}
    assert not find(dialog, QPushButton, "settings_back").isEnabled()
    assert not find(dialog, QPushButton, "settings_no_ca").isEnabled()


@pytest.mark.parametrize(("choice", "is_dark"), [("dark", True), ("light", False), ("contrast", True)])
def test_a_theme_is_worn_at_once(desk: Desk, choice: str, *, is_dark: bool) -> None:
    """By the very same window; the menu marks it as well."""
    before = desk.window
    _open(desk)
    _choose(desk, "theme", choice)
    assert theme.current().name == choice
    assert theme.current().is_dark == is_dark
    assert desk.window is before
    action = desk.window.findChild(QAction, f"choice_{choice}")
    assert isinstance(action, QAction)
    assert action.isChecked()


def test_a_theme_chosen_in_the_menu_is_shown(desk: Desk) -> None:
    """Two places, one choice."""
    _open(desk)
    action = desk.window.findChild(QAction, "choice_dark")
    assert isinstance(action, QAction)
    action.trigger()
    assert _shown(desk)["theme"] == "dark"


@pytest.mark.parametrize(("name", "value"), [("language", "zh_HK"), ("zoom", 125)])
def test_what_makes_the_window_anew_leaves_them_open(desk: Desk, name: str, value: object) -> None:
    """In the new language or size, where they stood, the keyboard on the same choice."""
    before = desk.window
    first = _open(desk)
    # A window manager has its own idea of where a window begins.
    desk.wait(lambda: QApplication.activeWindow() is first)
    first.move(40, 50)
    desk.wait(lambda: first.pos() == QPoint(40, 50))
    _choose(desk, name, value)
    dialog = _dialog(desk)
    assert desk.window is not before
    assert _shown(desk)[name] == value
    desk.wait(lambda: dialog.pos() == QPoint(40, 50))
    assert dialog.focusWidget() is find(dialog, QComboBox, name)
    assert find(dialog, QPushButton, "settings_back").isEnabled()
    assert dialog.windowTitle() == ("設定" if name == "language" else "Settings")
    assert theme.current().scale == (1.25 if name == "zoom" else 1)


def test_how_long_entries_are_kept_holds_everywhere(desk: Desk) -> None:
    """For the next start, and in the menu of the history."""
    desk.window.go.history()
    desk.window.go.request()
    _open(desk)
    _choose(desk, "keep_days", 30)
    assert desk.bench.settings.keep_days == 30
    kept = desk.window.panels.history.widget.filters.forget.findChildren(QAction)
    assert {action.data() for action in kept if action.isChecked()} == {30}


def test_all_of_them_are_put_back(desk: Desk) -> None:
    """To how they were when they were opened, though the window was made anew twice."""
    desk.shell.choose_theme("dark")
    desk.bench.choose_ca_file("/etc/ssl/mine.pem")
    _open(desk)
    for name, value in (("zoom", 150), ("theme", "contrast"), ("language", "zh_CN"), ("keep_days", 0)):
        _choose(desk, name, value)
    find(_dialog(desk), QPushButton, "settings_no_ca").click()
    assert desk.bench.settings.ca_file == ""
    find(_dialog(desk), QPushButton, "settings_back").click()
    assert _shown(desk) == {"language": "", "theme": "dark", "zoom": 100, "keep_days": 180}
    assert desk.bench.settings.ca_file == "/etc/ssl/mine.pem"
    assert theme.current().name == "dark"
    assert desk.window.menus.actions["no_ca_file"].isEnabled()
    assert not find(_dialog(desk), QPushButton, "settings_back").isEnabled()


def test_the_folder_is_shown_and_opened(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a desktop opens none, it says so and where it is."""
    opened: list[str] = []

    def refuse(url: QUrl) -> bool:
        opened.append(url.toLocalFile())
        return False

    monkeypatch.setattr(QDesktopServices, "openUrl", refuse)
    dialog = _open(desk)
    folder = str(desk.settings_path.parent)
    label = find(dialog, QLabel, "settings_folder")
    assert label.accessibleName() == folder
    find(dialog, QPushButton, "show_in_folder").click()
    assert opened == [folder]
    assert "opens no folders" in label.accessibleName()


def test_forgetting_can_be_taken_back(desk: Desk) -> None:
    """The window beside it stays usable, and with it the line that takes back."""
    desk.person.click("send")
    desk.wait_for_answer()
    desk.wait(lambda: desk.bench.history.state.total == 1)
    find(_open(desk), QPushButton, "forget_all").click()
    desk.wait(lambda: desk.bench.history.state.total == 0)
    assert not _dialog(desk).isModal()
    desk.bench.deletions.undo()
    desk.wait(lambda: desk.bench.history.state.total == 1)
