from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QSplitter, QWidget

from qfpay_gui.models.sending.send_model import Sending
from qfpay_gui.ui.window.workspaces import Workspace
from tests.ui.desk import Desk
from tests.ui.person import press

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

KEYS = {
    "Ctrl+1": Workspace.REQUEST,
    "Ctrl+2": Workspace.CASE,
    "Ctrl+3": Workspace.ORDERS,
    "Ctrl+4": Workspace.NOTIFICATIONS,
    "Ctrl+5": Workspace.HISTORY,
    "Ctrl+6": Workspace.WATCH,
}


def _press_on_rail(desk: Desk, workspace: Workspace) -> None:
    QTest.mouseClick(desk.window.rail.buttons[workspace], Qt.MouseButton.LeftButton)


def _open(desk: Desk) -> Workspace:
    return desk.window.workspaces.workspace


def _focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


@pytest.mark.parametrize("workspace", [Workspace.REQUEST, Workspace.ORDERS])
@pytest.mark.usefixtures("dressed")
def test_the_start_makes_only_the_workspace_that_is_seen(qtbot: QtBot, tmp_path: Path, workspace: Workspace) -> None:
    """The one that was open last; the others wait for their first look."""
    home = tmp_path / "home"
    home.mkdir()
    settings = QSettings(str(home / "window.ini"), QSettings.Format.IniFormat)
    settings.setValue("workspace", workspace.value)
    settings.sync()
    desk = Desk(qtbot, home)
    desk.is_open = True
    made = {one for one, place in desk.window.panels.by_workspace().items() if place.is_made}
    assert made == {workspace}
    assert desk.close()


@pytest.mark.parametrize("last", ["", "nonsense"])
@pytest.mark.usefixtures("dressed")
def test_a_workspace_nobody_knows_begins_with_the_request(qtbot: QtBot, tmp_path: Path, last: str) -> None:
    """Another version may have had others."""
    home = tmp_path / "home"
    home.mkdir()
    (home / "window.ini").write_text(f"[General]\nworkspace={last}\n")
    desk = Desk(qtbot, home).open()
    assert desk.window.workspaces.workspace is Workspace.REQUEST
    assert desk.close()


@pytest.mark.parametrize("keys", KEYS)
def test_its_keys_go_to_a_workspace_with_the_keyboard(desk: Desk, keys: str) -> None:
    """The rail shows which one; the keyboard is in it."""
    workspace = KEYS[keys]
    press(keys, desk.window)
    assert desk.window.workspaces.workspace is workspace
    assert [one for one, button in desk.window.rail.buttons.items() if button.isChecked()] == [workspace]
    assert desk.window.panels.by_workspace()[workspace].isAncestorOf(_focused())


@pytest.mark.parametrize("back", ["keys", "rail"])
def test_the_keyboard_comes_back_to_where_it_was(desk: Desk, back: str) -> None:
    """By the keys and by the rail; what was typed goes on in the same place."""
    desk.person.go_to("sub_openid")
    held = _focused()
    press("Ctrl+3", desk.window)
    assert _focused() is not held
    if back == "keys":
        press("Ctrl+1", desk.window)
    else:
        _press_on_rail(desk, Workspace.REQUEST)
    assert _focused() is held
    press("Ctrl+1", desk.window)
    assert _focused().objectName() == "txamt"


def test_on_the_rail_the_keyboard_stays_on_the_rail(desk: Desk) -> None:
    """Whoever goes down it with the arrow keys can go on."""
    desk.window.rail.buttons[Workspace.REQUEST].setFocus()
    press("Down")
    press("Down")
    assert desk.window.workspaces.workspace is Workspace.ORDERS
    assert desk.window.rail.buttons[Workspace.ORDERS].hasFocus()


def test_the_open_workspace_comes_back_with_the_next_start(desk: Desk, restart: Callable[[Desk], Desk]) -> None:
    """Its keyboard is in it; Send is a press away as ever."""
    press("Ctrl+3", desk.window)
    later = restart(desk)
    assert _open(later) is Workspace.ORDERS
    assert later.window.panels.orders.isAncestorOf(_focused())
    later.person.click("send")
    later.wait_for_answer()
    assert _open(later) is Workspace.REQUEST
    assert later.window.reply.isVisible()


def test_dividers_of_every_workspace_are_remembered(desk: Desk, restart: Callable[[Desk], Desk]) -> None:
    """Also of one that the next start makes later."""
    press("Ctrl+4", desk.window)
    QApplication.processEvents()
    divider = desk.person.find(QSplitter, "notices_splitter")
    divider.setSizes([300, sum(divider.sizes()) - 300])
    arranged = divider.sizes()
    press("Ctrl+1", desk.window)
    later = restart(desk)
    press("Ctrl+4", later.window)
    QApplication.processEvents()
    assert later.person.find(QSplitter, "notices_splitter").sizes() == arranged


def test_what_comes_in_elsewhere_is_counted_until_it_is_looked_at(desk: Desk) -> None:
    """A notification, while the request is in front."""
    button = desk.window.rail.buttons[Workspace.NOTIFICATIONS]
    desk.window.workspaces.count_news(Workspace.NOTIFICATIONS)
    desk.window.workspaces.count_news(Workspace.NOTIFICATIONS)
    assert button.count == 2
    assert button.accessibleName() == "Notifications, new: 2"
    _press_on_rail(desk, Workspace.NOTIFICATIONS)
    assert button.count == 0
    desk.window.workspaces.count_news(Workspace.NOTIFICATIONS)
    assert button.count == 0


def test_a_query_sent_by_itself_calls_nobody_away_but_counts(desk: Desk) -> None:
    """Whoever reads a case goes on reading it."""
    desk.person.click("send")
    answer = desk.wait_for_answer()
    press("Ctrl+2", desk.window)
    desk.window.send_actions._render_state(Sending(answer.request, by_itself=True))
    desk.window.send_actions._render_state(desk.bench.send_model.state)
    assert desk.window.workspaces.workspace is Workspace.CASE
    assert desk.window.rail.buttons[Workspace.REQUEST].count == 1


def test_narrow_the_rail_leaves_its_words_out(desk: Desk) -> None:
    """And takes them back where there is room."""
    style = Qt.ToolButtonStyle
    button = desk.window.rail.buttons[Workspace.CASE]
    for width, expected in ((1024, style.ToolButtonIconOnly), (1280, style.ToolButtonTextUnderIcon)):
        desk.window.resize(width, 640)
        QApplication.processEvents()
        assert button.toolButtonStyle() is expected


def test_columns_that_were_drawn_are_remembered(desk: Desk, restart: Callable[[Desk], Desk]) -> None:
    """And forgotten once they are to be as at first."""
    press("Ctrl+3", desk.window)
    desk.window.panels.orders.widget.table.setColumnWidth(0, 123)
    later = restart(desk)
    press("Ctrl+3", later.window)
    table = later.window.panels.orders.widget.table
    assert table.columnWidth(0) == 123
    table.share_again()
    again = restart(later)
    press("Ctrl+3", again.window)
    assert again.window.panels.orders.widget.table.columns_state is None


@pytest.mark.parametrize("keys", KEYS)
def test_the_tab_key_goes_from_the_rail_through_the_workspace_to_the_status_line(desk: Desk, keys: str) -> None:
    """As it is read: also through what was made at its first look."""
    desk.wait(lambda: desk.window.panels.sheet is not None)
    press(keys, desk.window)
    QApplication.processEvents()
    chain: list[QWidget] = []
    widget = desk.window.nextInFocusChain()
    while widget is not None and widget is not desk.window:
        if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            chain.append(widget)
        widget = widget.nextInFocusChain()
    assert desk.window.rail.isAncestorOf(chain[0])
    assert chain[-1].objectName() == "status_findings"
    page = desk.window.panels.by_workspace()[KEYS[keys]]
    inside = [place for place, one in enumerate(chain) if page.isAncestorOf(one)]
    assert inside == list(range(inside[0], len(chain) - 1))
