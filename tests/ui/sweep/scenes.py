"""Every workspace and dialog of the window, with something in it."""

from __future__ import annotations

import hashlib
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from qfpay_gui.diagnosis import read_request
from qfpay_gui.models.sheet.state import SheetOpen
from qfpay_gui.services.simulator import DEMO

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.desk import Desk

DIALOGS = (
    "credentials",
    "shortcuts",
    "settings",
    "set_up",
    "find_openid",
    "palette",
    "reference",
    "export_project",
    "proof",
    "open_log",
    "about",
)
"""Commands of the menus that open something of their own."""
WORKSPACES = (
    *(
        "request",
        "signature",
        "reply",
        "sequence",
        "case",
        "orders",
        "notifications",
        "send_notification",
        "history",
        "suites",
    ),
)


def fill(desk: Desk) -> None:
    """A payment, paid and notified; and a merchant's request whose signature is wrong."""
    desk.person.click("send")
    desk.wait_for_answer()
    desk.wait(lambda: isinstance(desk.bench.sheet.state, SheetOpen))
    desk.bench.sheet.pay()
    desk.wait(lambda: bool(desk.bench.notifications.state.notices))
    values = {"txamt": "300", "txcurrcd": "HKD", "pay_type": "800213", "out_trade_no": "M1", "goods_name": "奶茶"}
    string = "&".join(f"{name}={values[name]}" for name in sorted(values))
    signature = hashlib.md5(f"{string}&key={DEMO.client_key}".encode(), usedforsecurity=False).hexdigest()
    desk.bench.suites.refresh()
    desk.wait(lambda: desk.bench.suites.state.choice is not None)
    desk.bench.take_case(read_request(f"POST /trade/v1/payment\nX-QF-SIGN: {signature}\n\n{urlencode(values)}"))
    desk.window.go.case()
    desk.wait(lambda: bool(desk.window.panels.case.widget.isVisible()))
    desk.window.go.request()
    QApplication.processEvents()


def show(desk: Desk, scene: str) -> None:
    """Go to this workspace, or to this part of the request's."""
    getattr(desk.window.go, scene)()
    for _turn in range(3):
        QApplication.processEvents()


def opened(desk: Desk, command: str, look: Callable[[QWidget], None]) -> None:
    """Do what this command does, look at what opened in front of the window, and close it."""
    seen: list[QWidget] = []
    timer = QTimer(desk.window)
    timer.setInterval(20)
    timer.timeout.connect(partial(_look, desk, seen, look))
    timer.start()
    desk.window.menus.actions[command].trigger()
    desk.wait(lambda: bool(seen))
    timer.stop()


def _look(desk: Desk, seen: list[QWidget], look: Callable[[QWidget], None]) -> None:
    """The first time that something stands in front; a palette stands within the window."""
    others = [one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not desk.window]
    palette = desk.window.findChild(QWidget, "palette")
    for one in () if seen else (*others, *((palette,) if palette is not None and palette.isVisible() else ())):
        seen.append(one)
        look(one if one.isWindow() else desk.window)
        one.close()
