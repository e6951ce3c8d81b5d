"""The Watch panel: what can be done with a request before it is read, and a port that is tried again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton

from qfpay_gui.services.simulator.answers import HttpAnswer
from qfpay_gui.services.simulator.overheard import Overheard
from qfpay_gui.services.simulator.wire import Request
from qfpay_gui.ui.watch.door_bar import PortEdit
from qfpay_gui.ui.watch.rows_model import Column
from qfpay_gui.ui.watch.watch_panel import WatchPanel
from tests.ui.person import find, press

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from qfpay_gui.models.workbench import Workbench

_HEAD = "POST /trade/v1/payment HTTP/1.1\nContent-Type: application/x-www-form-urlencoded"


def test_nothing_is_done_with_what_was_not_read(workbench: Workbench, qtbot: QtBot) -> None:
    """It is offered as soon as it was read."""
    panel, compared = WatchPanel(workbench), []
    qtbot.addWidget(panel)
    panel.compare_requested.connect(lambda *both: compared.append(both))
    actions = (panel.table.open_case, panel.table.use_as_draft, panel.table.compare)
    overheard = Overheard(
        0.0, Request("POST", "/trade/v1/payment", body=b"txamt=300", head=_HEAD), HttpAnswer(200, "", b"")
    )
    buttons = [find(panel, QPushButton, f"{one.objectName()}_button") for one in actions]
    for first in (True, False):
        workbench.simulator.overheard.emit(overheard)
        assert not any(one.isEnabled() for one in actions)
        assert not any(one.isEnabled() for one in buttons)
        panel._on_compare()
        qtbot.waitUntil(lambda: not workbench.watch.seen[0].waiting)
        assert [one.isEnabled() for one in actions] == [True, True, not first]
        assert [one.isEnabled() for one in buttons] == [True, True, not first]
    assert not compared
    panel.table.compare.trigger()
    assert len(compared) == 1


def test_a_port_that_could_not_be_had_is_tried_again(stage: QWidget, qtbot: QtBot) -> None:
    """Return in the field does it; where the port is had, it changes nothing."""
    edit = PortEdit(stage)
    edit.show()
    for is_shut in (False, True):
        edit.present(8980, is_shut=is_shut)
        with qtbot.waitSignal(edit.chosen, timeout=50, raising=False) as signal:
            press("Return", edit)
        assert signal.args == ([8980] if is_shut else None)


def test_no_column_is_too_narrow_for_what_differs(workbench: Workbench, qtbot: QtBot) -> None:
    """The call, both ends of an order number and a status can be read in the narrowest window, and all is in sight."""
    panel = WatchPanel(workbench)
    qtbot.addWidget(panel)
    table = panel.table
    for width, order, answer in ((431, 92, 84), (519, 109, 84), (520, 94, 124), (800, 148, 124)):
        table.share_room(width)
        assert (table.columnWidth(Column.ORDER), table.columnWidth(Column.ANSWER)) == (order, answer)
        assert table.isColumnHidden(Column.AMOUNT) == (width < 640)
        assert sum(map(table.columnWidth, Column)) == width
