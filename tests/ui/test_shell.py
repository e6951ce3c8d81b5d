from __future__ import annotations

import gc
import weakref
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QPushButton, QSplitter, QToolButton

from qfpay_gui.ui.look import theme
from tests.ui.desk import Desk
from tests.ui.person import agree, escape, press

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot


def _choice(desk: Desk, value: str) -> QAction:
    action = desk.window.findChild(QAction, f"choice_{value}")
    assert isinstance(action, QAction)
    return action


@pytest.mark.usefixtures("dressed")
def test_nothing_slow_starts_before_the_window_is_seen(qtbot: QtBot, tmp_path: Path) -> None:
    """The simulator begins to listen after the first paint."""
    desk = Desk(qtbot, tmp_path / "home")
    desk.is_open = True
    desk.shell.open()
    assert desk.bench.simulator.base_url == ""
    assert not desk.outside.runner.busy
    desk.wait(lambda: bool(desk.bench.simulator.base_url))
    assert desk.close()


@pytest.mark.parametrize(
    ("language", "send"), [("zh_CN", "发送 HK$42.00"), ("zh_HK", "發送 HK$42.00"), ("en", "Send HK$42.00")]
)
def test_another_language_changes_the_words_and_nothing_else(desk: Desk, language: str, send: str) -> None:
    """Draft, undo, reply, sections, size and place of the window stay."""
    desk.person.type("txamt", "4200")
    desk.window.form.open(("optional",))
    desk.person.click("send")
    answer = desk.wait_for_answer()
    desk.window.resize(1111, 777)
    old = desk.window
    _choice(desk, language).trigger()
    QApplication.processEvents()
    assert desk.window is not old
    assert desk.person.find(QPushButton, "send").text() == send
    assert desk.person.edit("txamt").text() == "4200"
    assert desk.bench.draft.can_undo
    assert desk.answer is answer
    assert desk.person.said("verdict_headline")
    assert desk.window.form.open_sections == ("optional",)
    assert (desk.window.width(), desk.window.height()) == (1111, 777)
    assert _choice(desk, language).isChecked()
    assert [one for one in QApplication.topLevelWidgets() if isinstance(one, type(old)) and one.isVisible()] == [
        desk.window
    ]


def test_the_window_works_in_its_new_language(desk: Desk) -> None:
    """Typing, signing and sending go on, and each press is still one request."""
    _choice(desk, "zh_CN").trigger()
    QApplication.processEvents()
    desk.person.type("txamt", "4200")
    desk.person.click("send")
    assert desk.wait_for_answer().reply is not None
    assert len(desk.simulator.requests) == 1
    assert b"txamt=4200" in desk.simulator.requests[0].body


def test_another_language_while_a_request_is_under_way_loses_nothing(desk: Desk) -> None:
    """The rebuilt window waits for the same answer."""
    desk.person.choose("simulator_outcome", "delay:5")
    desk.person.click("send")
    _choice(desk, "zh_CN").trigger()
    QApplication.processEvents()
    assert desk.person.find(QPushButton, "cancel").isVisible()
    desk.person.click("cancel")
    desk.wait_for_answer()
    assert desk.person.find(QPushButton, "send").isVisible()


@pytest.mark.parametrize("choice", ["dark", "light"])
def test_another_theme_recolours_the_window_in_place(desk: Desk, choice: str) -> None:
    """The very same window, at once, its lists included."""
    old = desk.window
    _choice(desk, "light" if choice == "dark" else "dark").trigger()
    before = old.grab().toImage()
    icon = desk.person.find(QToolButton, "environment").icon().pixmap(18, 18).toImage()
    _choice(desk, choice).trigger()
    assert desk.window is old
    assert theme.current().is_dark == (choice == "dark")
    assert old.grab().toImage() != before
    assert desk.person.find(QToolButton, "environment").icon().pixmap(18, 18).toImage() != icon
    assert _choice(desk, choice).isChecked()


def test_language_and_theme_are_remembered(desk: Desk, restart: Callable[[Desk], Desk]) -> None:
    """The next start speaks and looks as the last one did."""
    _choice(desk, "dark").trigger()
    _choice(desk, "zh_HK").trigger()
    QApplication.processEvents()
    later = restart(desk)
    assert theme.current().is_dark
    assert later.person.find(QPushButton, "send").text() == "發送 HK$3.00"


@pytest.mark.parametrize(
    ("keys", "zoom"), [("Ctrl++", 110), ("Ctrl+=", 110), ("Ctrl+-", 90)], ids=["larger", "larger unshifted", "smaller"]
)
def test_keys_zoom(desk: Desk, keys: str, zoom: int) -> None:
    """The window is drawn anew in the next size, the keyboard stays where it was, Ctrl+0 is the way back."""
    desk.person.type("txamt", "4200")
    before = desk.window.font().pointSizeF()
    press(keys, desk.person.edit("txamt"))
    QApplication.processEvents()
    assert theme.current().scale == zoom / 100
    assert desk.bench.settings.zoom == zoom
    assert desk.window.font().pointSizeF() == pytest.approx(before * zoom / 100, abs=0.01)
    assert desk.person.edit("txamt").text() == "4200"
    assert QApplication.focusWidget() is desk.person.edit("txamt")
    press("Ctrl+0", desk.person.edit("txamt"))
    QApplication.processEvents()
    assert theme.current().scale == 1


@pytest.mark.parametrize(("end", "beyond", "reason"), [(200, "larger", "large"), (80, "smaller", "small")])
def test_the_zoom_has_ends(desk: Desk, end: int, beyond: str, reason: str) -> None:
    """There the command says why it does nothing; one step before it works."""
    desk.shell.choose_zoom(end)
    command = desk.window.menus.actions[beyond]
    assert not command.isEnabled()
    assert reason in command.whatsThis()
    desk.shell.choose_zoom(100)
    assert desk.window.menus.actions[beyond].isEnabled()


def test_the_present_zoom_leaves_the_window_as_it_is(desk: Desk) -> None:
    """Ctrl+0 at 100 % takes no key from what comes next."""
    window = desk.window
    press("Ctrl+0")
    assert desk.window is window
    desk.shell.choose_zoom(110)
    assert desk.window is not window
    desk.shell.choose_zoom(100)


def test_the_zoom_is_remembered(desk: Desk, restart: Callable[[Desk], Desk]) -> None:
    """The next start is as large."""
    desk.shell.choose_zoom(125)
    restart(desk)
    assert theme.current().scale == 1.25


def test_size_and_columns_are_remembered(desk: Desk, restart: Callable[[Desk], Desk]) -> None:
    """The window comes back as it was arranged."""
    # No larger than the screen of the tests, or Qt would fit it in.
    desk.window.resize(900, 720)
    QApplication.processEvents()
    columns = desk.person.find(QSplitter, "columns")
    columns.setSizes([sum(columns.sizes()) - 450, 450])
    arranged = columns.sizes()
    later = restart(desk)
    QApplication.processEvents()
    assert (later.window.width(), later.window.height()) == (900, 720)
    assert later.person.find(QSplitter, "columns").sizes() == arranged


def test_a_small_window_remembers_where_the_large_one_was_divided(desk: Desk, restart: Callable[[Desk], Desk]) -> None:
    """Both columns have their room again."""
    desk.window.resize(1024, 640)
    QApplication.processEvents()
    later = restart(desk)
    later.window.resize(1280, 800)
    QApplication.processEvents()
    assert min(later.person.find(QSplitter, "columns").sizes()) > 300


@pytest.mark.parametrize("sections", ["5", "null", '[5, {"a": 1}, "optional"]', '"optional"'])
@pytest.mark.usefixtures("dressed")
def test_damaged_panels_do_not_keep_it_from_starting(qtbot: QtBot, tmp_path: Path, sections: str) -> None:
    """What another version or a hand wrote there is passed over."""
    home = tmp_path / "home"
    home.mkdir()
    (home / "settings.json").write_text(f'{{"panels": {{"sections": {sections}}}}}')
    (home / "window.ini").write_text("[General]\ngeometry=nonsense\ncolumns=5\n")
    desk = Desk(qtbot, home).open()
    assert desk.window.isVisible()
    assert desk.close()


def test_closing_ends_in_bounded_time_with_a_request_under_way(desk: Desk) -> None:
    """The waiting is called off; all threads end."""
    desk.person.choose("simulator_outcome", "delay:45")
    desk.person.click("send")
    desk.wait(lambda: len(desk.simulator.requests) == 1)
    assert desk.close()


def test_closing_asks_while_a_request_is_on_its_way(desk: Desk) -> None:
    """Escape goes on waiting; agreeing closes, and nothing is waited for any more."""
    desk.person.choose("simulator_outcome", "delay:45")
    desk.person.click("send")
    desk.wait(lambda: len(desk.simulator.requests) == 1)
    desk.person.will(escape)
    desk.window.close()
    desk.wait(lambda: not desk.person.waits_for_dialog)
    assert desk.window.isVisible()
    assert desk.bench.send_model.is_sending
    desk.person.will(agree)
    desk.window.close()
    desk.wait(lambda: not desk.window.isVisible())
    assert desk.close()


class Ring:
    """Refers to itself."""

    def __init__(self) -> None:
        self.itself = self


@pytest.mark.usefixtures("dressed")
def test_garbage_is_collected_from_the_first_paint_on(qtbot: QtBot, tmp_path: Path) -> None:
    """The start does without; a session must not, and leaves it to no other thread."""
    gc.enable()
    desk = Desk(qtbot, tmp_path / "home")
    assert not gc.isenabled()
    ring = weakref.ref(Ring())
    made = [[] for _ in range(1000)]  # type: list[list[int]]
    desk.open()
    desk.wait(lambda: ring() is None)
    assert not gc.isenabled()
    assert desk.close()
    del made
